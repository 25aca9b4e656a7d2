"""Who is asked: ours, rapidfuzz and nomenklatura, each in a process of its own, newly started.

Where nomenklatura's environment cannot be made the others are asked alone, and `why` says why.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from . import environment
from .asked import serving
from .comparing import Who

OURS, RAPIDFUZZ, SECOND, BASED = "habeas", "rapidfuzz", "logic-v2", "name-based"
FORMS = {SECOND: ("logic-v2", "logic-v2, both ways"), BASED: ("name-based", "name-based, both ways")}


class Asked(NamedTuple):
    """Who answers, ours first; why nomenklatura does not, or nothing."""

    sides: list[Who]
    why: str


@contextmanager
def everyone() -> Iterator[Asked]:
    """All of them for as long as the block."""
    with ExitStack() as held:
        ours, fuzzy = (held.enter_context(serving(module)) for module in ("in_habeas", "in_rapidfuzz"))
        sides = [Who(OURS, ours, (OURS,)), Who(RAPIDFUZZ, fuzzy, tuple(fuzzy.forms))]
        try:
            python = environment.python()
        except environment.Missing as missing:
            yield Asked(sides, str(missing))
            return
        theirs = held.enter_context(serving("in_nomenklatura", python))
        yield Asked([*sides, *(Who(title, theirs, forms) for title, forms in FORMS.items())], "")
