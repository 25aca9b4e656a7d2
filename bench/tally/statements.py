"""The questions in SQL, as each of the three databases answers them best; `?` stand for days, in the order given.

The last act of a person is the row with the greatest `packed`, which ends in the cell that it leaves.
"""

from .columns import BITS, CELLS

COLUMNS = ("person", "best", "known", "known_to", "cell", "packed")
SIDES = ("first", "until", "known", "known_to", "cell")
LAST = f"max(packed) & {(1 << BITS) - 1}"
STOCK_RAW = f"""
    SELECT cell, count(*) FROM (
        SELECT {LAST} AS cell FROM claim WHERE best <= ? AND known <= ? AND known_to > ? GROUP BY person
    ) AS here WHERE cell < {CELLS} GROUP BY cell"""
STOCK_GIVEN = """
    SELECT cell, count(*) FROM rectangle
    WHERE "first" <= ? AND until > ? AND known <= ? AND known_to > ? GROUP BY cell"""
