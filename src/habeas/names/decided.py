"""Which known people a surname in a text may name: those with whom the words beside it agree best.

A surname that stands alone is weaker. It does not count where it is a given name, or begins a sentence and is a common
word of the same text; found by its sound alone it has to be long enough, or its bearer be named in full elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .beside import Agreement, Part, agreement, beside
from .givens import Givens
from .longer import in_longer
from .mention import How, Mention
from .placed import Placed
from .script import script_of
from .wanted import Wanted

_FOREIGN = 4  # letters that a surname by its sound alone must have, in a script that it is not known in
_RESPELT = 6  # the same, in a script that it is known in
_ENDS = frozenset(".!?…:;•*\n")
_BEST = (Part.full, Part.initials, Part.surname)


@dataclass(frozen=True, slots=True)
class Decided:
    """The people that words of a text may name, each with how. `weak` ones count only if sure elsewhere in the text."""

    agreement: Agreement
    sure: Mapping[int, How]
    weak: Mapping[int, How]


class Deciding:
    """Decides for one text, and remembers who is named in full in it."""

    def __init__(self, text: Placed, people: Sequence[Wanted], givens: Givens) -> None:
        self._text, self._people, self._givens = text, people, givens
        self._in_full: set[int] = set()
        self._common: frozenset[str] | None = None

    def decide(self, first: int, last: int, candidates: Mapping[int, How]) -> Decided | None:
        """Whom the words `first` to `last` may name; None where nobody among the candidates."""
        around = beside(self._text, first, last, self._givens)
        agreed = {one: found for one in candidates if (found := agreement(self._people[one], around))}
        if not agreed:
            return None
        part = next(part for part in _BEST if any(found.part is part for found in agreed.values()))
        best = {one: found for one, found in agreed.items() if found.part is part}
        longest = max(best.values(), key=lambda found: found.last - found.first)
        if in_longer(self._text, longest.first, longest.last, "person"):
            return None
        how = {one: candidates[one] for one in best}
        if part is not Part.surname:
            self._in_full.update(best)
            return Decided(longest, how, {})
        if not longest.titled and self._is_other(first, last):
            return None
        sure = {one: by for one, by in how.items() if by is not How.heard or self._distinct(first, one)}
        return Decided(longest, sure, {one: by for one, by in how.items() if one not in sure})

    def mention(self, decided: Decided) -> Mention | None:
        """The mention, once the whole text is decided: those named in full elsewhere come first."""
        people = {**decided.sure, **{one: by for one, by in decided.weak.items() if one in self._in_full}}
        if not people:
            return None
        hows = list(How)
        order = sorted(people, key=lambda one: (one not in self._in_full, hows.index(people[one]), one))
        text, found = self._text, decided.agreement
        start, end = text.begins[found.first], text.finishes[found.last]
        known = tuple(self._people[one].id for one in order)
        how = min(people.values(), key=hows.index)
        return Mention(start, end, text.text[start:end], "person", known, found.part, how, found.other)

    def _is_other(self, first: int, last: int) -> bool:
        """Whether a surname that stands alone is rather a given name, or a common word at the head of a sentence."""
        word = self._text.word(first)
        if first == last and self._givens.here(word, self._text.as_written(first)).classes:
            return True
        if first and _ENDS.isdisjoint(self._text.text[self._text.finishes[first - 1] : self._text.begins[first]]):
            return False
        return word in self._common_words()

    def _distinct(self, number: int, person: int) -> bool:
        """Whether a word is long enough to be this person's surname by its sound alone."""
        written = self._text.as_written(number)
        scripts = {script_of(surname) for surname in self._people[person].surnames}
        return len(written) >= (_RESPELT if script_of(written) in scripts else _FOREIGN)

    def _common_words(self) -> frozenset[str]:
        """The words that the text has without a capital."""
        if self._common is None:
            text = self._text
            words = zip(text.starts, text.ends, text.large, strict=True)
            self._common = frozenset(text.folded[start:end] for start, end, large in words if not large)
        return self._common


def joined(candidates: Iterable[Mapping[int, How]]) -> dict[int, How]:
    """Candidates from several places, each with the surest way in which it was found."""
    hows, found = list(How), dict[int, How]()
    for some in candidates:
        for one, how in some.items():
            found[one] = min(how, found.get(one, how), key=hows.index)
    return found
