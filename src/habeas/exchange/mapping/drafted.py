"""A mapping drafted from the head of a list, for its keeper to finish: no meaning is guessed, and no cell is shown.

A column gets a meaning only where its head is the very word of the field (`name`, `detained`, `sex`); every other is
left empty, and an import refuses the mapping until somebody has said what it means.
"""

import json
from collections.abc import Iterator

from ..list_terms import COUNTED_BY
from ..planned import COLUMN as PLANNED
from ..sheet import Table
from ..sheets.how import How, Sort
from ..sheets.reading import read_table
from .says import DATES, NEED_OF, WORDS, is_date

DELIMITERS = ",;\t|"
_EXACT = (WORDS - NEED_OF) | DATES | {PLANNED}
_HEAD = """\
# What the columns of a list mean, drafted from its head: {file}
# Say in `says` what each column means, or name the column under [left_out]; habeas import --dry-run tells the rest.

[list]
name = ""
keeper = ""
key = [] # the columns that name a row in every edition; none: its content does
"""


def likely_delimiter(data: bytes) -> str:
    """The separator that stands most often in the first line; a comma where none does."""
    first = data[:10_000].replace(b"\0", b"").partition(b"\n")[0]
    return max(DELIMITERS, key=lambda sign: first.count(sign.encode()))


def drafted(name: str, data: bytes, how: How) -> str:
    """The text of a mapping (TOML) for a file; raises FileError where no table can be read in it."""
    table = read_table(name, data, how)
    parts = [_HEAD.format(file=name), *_file(how), '\n[dates]\n# order = "day first" # or "month first"\n']
    parts += (_column(table, column) for column in table.head)
    parts += (_words(says) for says in sorted(COUNTED_BY) if any(f'\nwords = "{says}"' in part for part in parts))
    parts.append("\n[left_out]\nsuppressed = [] # never kept: addresses, identity numbers, health\nunused = []\n")
    return "".join(parts)


def _file(how: How) -> Iterator[str]:
    stated = {"delimiter": how.delimiter, "encoding": how.encoding, "sheet": how.sheet, "head": how.head}
    usual = {"delimiter": ",", "encoding": "utf-8", "sheet": None, "head": 1}
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in stated.items() if value != usual[key]
    ]
    if lines or how.sort is Sort.json:
        yield "\n[file]\n" + "".join(lines)
    if how.sort is Sort.json:
        yield f"keys_as = {json.dumps(how.keys_as)} # what the keys of an object of objects are called\n"


def _words(says: str) -> str:
    """An empty table of words: a dry run tells each value that it has not."""
    return f'\n[words.{says}] # "what stands there" = "what it means"; habeas import --dry-run tells what is lacking\n'


def _column(table: Table, column: str) -> str:
    cells = [row.cells[column].strip() for row in table.rows]
    filled = [cell for cell in cells if cell]
    days = sum(column in row.days for row in table.rows)
    told = f"filled in {len(filled):,} of {len(cells):,} rows, {len(set(filled)):,} different"
    told += f", {days:,} days of the spreadsheet" if days else ""
    word = column.casefold().replace(" ", "_")
    says = word if word in _EXACT or is_date(word) else ""
    more = f'words = "{says}" # or open = true: every value as it stands\n' if says in COUNTED_BY else ""
    return f'\n[[columns]] # {told}\ncolumn = {json.dumps(column, ensure_ascii=False)}\nsays = "{says}"\n{more}'
