"""Two editions of a list: a row that is no longer there is missing, and delisted only where an act is cited."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from .status import Answer, Status


class Gone(StrEnum):
    """Why a row of an earlier edition is not in a later one."""

    missing = "missing"
    delisted = "delisted"


def vanished(earlier: Collection[str], later: Collection[str], answers: Mapping[str, Answer]) -> dict[str, Gone]:
    """The targets of the earlier edition that the later one lacks, in the order of the earlier.

    `answers` are their statuses with the keeper of the list on the day of the later edition; a target without one, or
    with any other status than delisted, is missing.
    """
    here = frozenset(later)
    return {
        target: Gone.delisted if _delisted(answers.get(target)) else Gone.missing
        for target in earlier
        if target not in here
    }


def _delisted(answer: Answer | None) -> bool:
    return answer is not None and answer.status is Status.delisted
