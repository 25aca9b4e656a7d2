"""The questions in SQL, as each of the three databases answers them well; `?` stand for days, in the order given.

The last act of a person is the row with the greatest `packed`, which ends in the cell that it leaves. What is summed up
over days or months comes as differences, for NumPy to add up: a dense table of them is not a database's work.
"""

from .columns import BITS, CELLS
from .sides import GRID, LEVELS

CLAIM = ("person", "best", "known", "known_to", "cell", "packed")
RECTANGLE = (
    "first", "until", "known", "known_to", "cell", "best", "level", "m_first", "m_until", "m_known", "m_known_to",
)  # fmt: skip
ENTERED = ("m_day", "m_known", "m_known_to")
_MASK = (1 << BITS) - 1
_KNOWN = "known <= ? AND known_to > ?"

STOCK_RAW = f"""
    SELECT cell, count(*) FROM (
        SELECT max(packed) & {_MASK} AS cell FROM claim WHERE best <= ? AND {_KNOWN} GROUP BY person
    ) AS here WHERE cell < {CELLS} GROUP BY cell"""
STOCK_GIVEN = f"""SELECT cell, count(*) FROM rectangle WHERE "first" <= ? AND until > ? AND {_KNOWN} GROUP BY cell"""


def _slot(day: str, cell: str) -> str:
    return f"CAST({day} AS INTEGER) * {CELLS} + {cell} AS slot"


SERIES_RAW = f"""
    SELECT slot, sum(sign) FROM (
        SELECT {_slot("best", "cell")}, 1 AS sign FROM claim WHERE {_KNOWN} AND cell < {CELLS}
        UNION ALL
        SELECT {_slot("following", "cell")}, -1 FROM (
            SELECT cell, lead(best) OVER (PARTITION BY person ORDER BY packed) AS following FROM claim WHERE {_KNOWN}
        ) AS spell WHERE following IS NOT NULL AND cell < {CELLS}
    ) AS turns GROUP BY slot"""
SERIES_GIVEN = f"""
    SELECT slot, sum(sign) FROM (
        SELECT {_slot('"first"', "best")}, 1 AS sign FROM rectangle WHERE {_KNOWN} AND best >= 0
        UNION ALL
        SELECT {_slot("until", "best")}, -1 FROM rectangle WHERE {_KNOWN} AND best >= 0 AND until < 32767
    ) AS turns GROUP BY slot"""


def _corner(day: str, known: str, sign: int) -> str:
    place = f"(CAST({day} AS INTEGER) * {GRID} + {known}) * {LEVELS} + level"
    return f"SELECT {place} AS slot, {sign} AS sign FROM rectangle"


_CORNERS = [
    _corner("m_first", "m_known", 1), _corner("m_until", "m_known", -1),
    _corner("m_first", "m_known_to", -1), _corner("m_until", "m_known_to", 1),
]  # fmt: skip
SURFACE_GIVEN = f"SELECT slot, sum(sign) FROM ({' UNION ALL '.join(_CORNERS)}) AS corner GROUP BY slot"
DELAYS_GIVEN = f"""
    SELECT slot, sum(sign) FROM (
        SELECT CAST(m_day AS INTEGER) * {GRID} + m_known AS slot, 1 AS sign FROM entered
        UNION ALL
        SELECT CAST(m_day AS INTEGER) * {GRID} + m_known_to, -1 FROM entered
    ) AS learned GROUP BY slot"""


def _last(name: str) -> str:
    return f"coalesce(max(packed) FILTER (WHERE best <= ? AND {_KNOWN}), {CELLS}) AS {name}"


def _inside(name: str) -> str:
    return f"({name} & {_MASK}) < {CELLS}"


CHANGES_RAW = f"""
    SELECT person, before, revised, later FROM (
        SELECT person, {_last("before")}, {_last("revised")}, {_last("later")} FROM claim GROUP BY person
    ) AS stands
    WHERE ({_inside("before")}) <> ({_inside("revised")}) OR ({_inside("revised")}) <> ({_inside("later")})
    ORDER BY person"""
TIMELINE_RAW = f"SELECT best, cell FROM claim WHERE person = ? AND {_KNOWN} ORDER BY packed"
