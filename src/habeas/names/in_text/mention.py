"""A mention: where in a text a known name may stand, of whom or what, how much of the name, and by what it was found.

Of mentions within one another only the longest is told: it shields the others.
"""

from collections.abc import Iterable
from typing import NamedTuple

from habeas.names.in_text.agreed import Part
from habeas.names.in_text.candidate import HOWS, How
from habeas.names.in_text.wanted import Kind


class Mention(NamedTuple):
    """`words` stand at text[start:end], in code points, and may name any of `known` (ids, the likeliest first).

    Several in `known` share what stands there. `beside` is a word that may belong to the name and is not known of it.
    """

    start: int
    end: int
    words: str
    kind: Kind
    known: tuple[str, ...]
    part: Part
    how: How
    beside: str | None = None


def moved(mention: Mention, by: int) -> Mention:
    """The mention in a text of which another one of this many characters comes first."""
    return mention._replace(start=mention.start + by, end=mention.end + by) if by else mention


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in the order of the text, without those that stand within a longer one.

    Of those at one place somebody who only sounds so gives way to what is written so.
    """
    found: list[Mention] = []
    start = reached = 0
    for one in sorted(mentions, key=lambda one: (one.start, -one.end, HOWS.index(one.how))):
        same = (one.start, one.end) == (start, reached)
        if one.end > reached or (same and (one.how in _SURE or found[-1].how not in _SURE)):
            found.append(one)
            start, reached = one.start, one.end
    return found


_SURE = (How.written, How.form)
