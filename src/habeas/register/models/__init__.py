"""The tables. `entry` and `payload` are the record; every other table is projected from them and can be rebuilt.

All columns are text or whole numbers, so that both databases keep, sort and hash the same. A day is YYYY-MM-DD.
`entry` is the log entry whose payload holds the whole body; a projected row keeps only what is filtered by.
`from_seq` and `to_seq` (empty: still so) are the log entries between which the row stands: an older `at` is a filter.
"""

from .log import Entry, Erased, Noted, Payload, Projection, Tombstone
from .names import AgentName, NameKey
from .parts import (
    Act,
    Attribute,
    Attribution,
    Citation,
    ClaimText,
    ClaimTopic,
    Detail,
    Participant,
    Recognition,
    StatedFigure,
)
from .standing import (
    Access,
    Agent,
    Bargain,
    Claim,
    ClaimLink,
    Coverage,
    Document,
    Grade,
    Group,
    Judgement,
    Lens,
    ListVersion,
    Record,
    Review,
    Rule,
    Withdrawal,
)

__all__ = [
    "Access",
    "Act",
    "Agent",
    "AgentName",
    "Attribute",
    "Attribution",
    "Bargain",
    "Citation",
    "Claim",
    "ClaimLink",
    "ClaimText",
    "ClaimTopic",
    "Coverage",
    "Detail",
    "Document",
    "Entry",
    "Erased",
    "Grade",
    "Group",
    "Judgement",
    "Lens",
    "ListVersion",
    "NameKey",
    "Noted",
    "Participant",
    "Payload",
    "Projection",
    "Recognition",
    "Record",
    "Review",
    "Rule",
    "StatedFigure",
    "Tombstone",
    "Withdrawal",
]
