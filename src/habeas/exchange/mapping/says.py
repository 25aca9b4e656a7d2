"""What a column of somebody's list can say: the words under `says` in a mapping."""

from habeas.claims.act import Act

from .. import planned, recognised
from ..list_terms import ARTICLES, ATTRIBUTES, OF_AN_ACT, act_column

DETAILS = frozenset({*OF_AN_ACT, ARTICLES, "place"})  # of an act
NEED_OF = DETAILS - {"facility", "place"}  # of one act alone
DATES = frozenset({"born", recognised.BEGUN, recognised.ENDED, "added", "published"})
_OTHER = {"name", "place", "facility", "source", recognised.CRITERIA, recognised.AFTER}
WORDS = frozenset(_OTHER | NEED_OF | (ATTRIBUTES.keys() - DATES))


def is_date(says: str) -> bool:
    """Whether a column that says this holds dates."""
    return says in DATES or act_column(says) is not None or planned.is_planned(says)


def every_word() -> list[str]:
    """All that can be said, for a message."""
    return [*sorted(WORDS), *sorted(DATES), planned.COLUMN, *(act.value for act in Act)]
