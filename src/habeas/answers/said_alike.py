"""How what two say of one property, or of one kind of act, goes together: by the rules by which lists are compared.

A sex is known in whatever word, 1 January may stand for the year alone, and a slip of the pen is named; so that one
pair has the same evidence wherever it is shown.
"""

from collections.abc import Collection

from habeas.linkage import evidence
from habeas.linkage.evidence import SEX, Says
from habeas.linkage.listed import Day
from habeas.names.fold import fold

from .list_editions import BIRTHS, day_said

DEATH = "death"
Found = tuple[Says, str]  # how it goes together, and why


def properties_alike(name: str, ones: Collection[str], others: Collection[str]) -> Found:
    """How values of one property go together; of days and sexes that nobody can read, no more than whether one is."""
    if not ones or not others:
        return Says.one_side, ""
    if name == SEX and (piece := evidence.sex(ones, others)) and piece.says is not Says.one_side:
        return piece.says, piece.why
    if name in (*BIRTHS, DEATH):
        days = [[day for text in texts if (day := day_said(text))] for texts in (ones, others)]
        if days[0] and days[1]:
            return _births_alike(*days) if name in BIRTHS else days_alike(name, *days)
    if {fold(one) for one in ones} & {fold(one) for one in others}:
        return Says.agrees, ""
    if name == SEX:
        return Says.one_side, ""
    return (Says.alike, "") if name in (*BIRTHS, DEATH) else (Says.differs, "")


def days_alike(kind: str, ones: Collection[Day], others: Collection[Day]) -> Found:
    """How the days of one kind of act go together, the nearest two of them."""
    piece = evidence.act_days(kind, ones, others)
    return piece.says, piece.why


def _births_alike(ones: Collection[Day], others: Collection[Day]) -> Found:
    piece = evidence.born(ones, others)
    return (piece.says, piece.why if piece.says is not Says.agrees else "") if piece else (Says.one_side, "")
