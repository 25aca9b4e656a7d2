"""Places and bodies in a text, found by the whole of their name: in a form of it, or one word by its sound.

By its sound a name must be long enough and sound alike enough, more so in a script that it is known in.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from habeas.names.in_text.agreed import Part
from habeas.names.in_text.alone import alone
from habeas.names.in_text.automaton import Hit
from habeas.names.in_text.candidate import FORM, HOWS, WRITTEN, Candidate, how_of, number_of
from habeas.names.in_text.longer import in_longer
from habeas.names.in_text.mention import Mention
from habeas.names.in_text.placed import Placed
from habeas.names.in_text.wanted import Wanted


class Wholes:
    """The known places and bodies, each by its number."""

    def __init__(self, known: Mapping[int, Wanted]) -> None:
        self._known = known
        self._sure: dict[tuple[str, Candidate], bool] = {}

    def formed(self, text: Placed, hits: Iterable[Hit]) -> Iterator[Mention]:
        """Those of whose names the automaton found a form."""
        placed = [(hit, text.number(hit.start), text.number(hit.end - 1)) for hit in hits]
        taken = {number for _, first, last in placed for number in range(first, last + 1)}
        for hit, first, last in placed:
            if not text.large[first] or _is_half(text, first, last, taken):
                continue
            for form in hit.forms:
                if form.number in self._known:
                    how = WRITTEN if form.written else FORM
                    yield from self._mentions(text, (first, last), text.span(hit.start, hit.end), form.number, how)

    def heard(self, text: Placed, found: Iterable[tuple[int, Sequence[Candidate]]]) -> Iterator[Mention]:
        """Those whose name a word, by its number, may be."""
        for number, candidates in found:
            for one in candidates:
                if number_of(one) in self._known and self._is_sure(text.as_written(number), one):
                    span = text.begins[number], text.finishes[number]
                    yield from self._mentions(text, (number, number), span, number_of(one), how_of(one))

    def _mentions(
        self, text: Placed, words: tuple[int, int], span: tuple[int, int], number: int, how: int
    ) -> Iterator[Mention]:
        known, written = self._known[number], text.text[slice(*span)]
        if _fits(known.names, written) and not in_longer(text, *words, known.kind):
            yield Mention(*span, written, known.kind, (known.id,), Part.whole, HOWS[how])

    def _is_sure(self, written: str, one: Candidate) -> bool:
        if (written, one) not in self._sure:
            self._sure[written, one] = bool(alone(written, self._known[number_of(one)].names, how_of(one)))
        return self._sure[written, one]


def _is_half(text: Placed, first: int, last: int, taken: Collection[int]) -> bool:
    """Whether a hyphen ties the words to another name that is not known: Brest-Litovsk is not Brest."""
    for number, gap in ((first - 1, first - 1), (last + 1, last)):
        if 0 <= number < len(text.starts) and text.large[number] and number not in taken and text.between(gap) == "-":
            return True
    return False


def _fits(names: Sequence[str], words: str) -> bool:
    """Whether words may be one of these names: what is known in capitals alone is written in capitals alone."""
    return words == words.upper() or not all(name.isupper() for name in names)
