"""Double surnames found by their sound: both halves, tied by a hyphen, each as one word is heard.

In the script that they are known in the automaton finds them. A half that stands alone is somebody else's name.
"""

from collections.abc import Iterable, Iterator

from habeas.names.in_text.by_ear import Bending, ByEar
from habeas.names.in_text.candidate import Candidate, candidate, heard_as
from habeas.names.in_text.decided import Found
from habeas.names.in_text.placed import Placed
from habeas.names.in_text.spelt import Merged

_HYPHEN = "-"
_Half = tuple[int, str, int]  # the number of the person, the surname, and which of its halves


class Doubles:
    """The double surnames of known people, by the number of each. Built once, then read only."""

    def __init__(self, surnames: Iterable[tuple[int, str, Bending]], merged: Merged) -> None:
        """From numbers, surnames and how they bend; those that are not double are passed over."""
        self._merged = merged
        self._halves: ByEar[_Half] = ByEar(
            ((number, surname, place), half, bending)
            for number, surname, bending in surnames
            if len(halves := surname.split(_HYPHEN)) == 2 and all(halves)
            for place, half in enumerate(halves)
        )

    def heard(self, text: Placed) -> Iterator[Found]:
        """The pairs of words of a text that sound like one."""
        for number in text.tied:
            if text.large[number] and text.large[number + 1] and (its := self._pair(text, number)):
                yield Found(number, number + 1, text.begins[number], text.finishes[number + 1], its)

    def _pair(self, text: Placed, number: int) -> tuple[Candidate, ...]:
        left, right = (self._halves.heard(self._merged[text.as_written(one)]) for one in (number, number + 1))
        found = dict[int, int]()
        for (whose, surname, place), ear in left.items():
            other = None if place else right.get((whose, surname, 1))
            if other:
                found[whose] = max(found.get(whose, 0), ear.rank & other.rank)
        return tuple(sorted(candidate(whose, heard_as(rank)) for whose, rank in found.items()))
