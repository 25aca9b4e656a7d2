"""The columns of a list that say whom its keeper recognises as a political prisoner, from which day, and until when.

`recognised` and `recognition_ended` hold a day (EDTF); `criteria`, with blanks between them, and `ex_post_facto`, yes
or no, say more of the recognition. The keeper of the list is the body that recognises: nobody else speaks in it.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from habeas.claims import row_sentence
from habeas.claims.canonical import Body
from habeas.claims.when import When

from .claim_draft import not_after
from .prepared import RowError

BEGUN, ENDED = "recognised", "recognition_ended"
CRITERIA, AFTER = "criteria", "ex_post_facto"
COLUMNS = frozenset({BEGUN, ENDED, CRITERIA, AFTER})


def recognitions(
    cells: Mapping[str, str], name: str, record: str, keeper: str, today: date
) -> Iterator[tuple[str, Body]]:
    """Each recognition that a row tells of: its column, and what the claim says; raises DateError or RowError."""
    for column in (BEGUN, ENDED):
        cell = cells.get(column, "").strip()
        if cell:
            day = not_after(When.of(cell), today, column)
            yield (
                column,
                {
                    "type": "recognition",
                    "topics": ["tally"],
                    "statement": row_sentence.of_day(name, row_sentence.RECOGNISED[column == ENDED], day),
                    "when": dict(day.as_dict()),
                    "recognition": _recognition(cells, column, record, keeper),
                },
            )


def _recognition(cells: Mapping[str, str], column: str, record: str, keeper: str) -> Body:
    body: Body = {"record": record, "bodies": [keeper]}
    if column == ENDED:
        return body | {"withdrawn": "yes"}
    criteria, after = cells.get(CRITERIA, "").split(), cells.get(AFTER, "").strip()
    if after not in ("", "yes", "no"):
        raise RowError(f"{AFTER} is {after!r}: write yes or no")
    return body | ({"criteria": list(criteria)} if criteria else {}) | ({AFTER: after} if after else {})
