"""Which known people a surname in a text may name: those with whom the words beside it agree best.

A surname that stands alone is weaker. It does not count where it is a given name, or begins a sentence and is a common
word of the same text; found by its sound alone it has to be long enough, or its bearer be named in full elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .alike import alike
from .agreed import Agreement, Part, best
from .beside import Beside, beside
from .givens import Givens
from .longer import in_longer
from .mention import How, Mention
from .placed import Placed
from .script import script_of
from .wanted import Wanted

# What the likeness of two words must be (`alike`), and how many letters a surname that stands alone must have.
_HARDLY, _LIKE, _SAME, _NEVER = 0.3, 0.6, 0.9, 2.0
_SHORT, _LONG = 4, 6
_MOST_REMEMBERED = 500_000
_ENDS = frozenset(".!?…:;•*\n")
_HOWS = tuple(How)


class Outcome(NamedTuple):
    """Whom a surname may name, with the words beside it: those who are `sure` by what stands there, and the others."""

    agreement: Agreement
    sure: tuple[tuple[int, How], ...]
    weak: tuple[tuple[int, How], ...]


class Deciding:
    """Decides whom surnames may name. What stands beside them is judged once for any number of texts."""

    def __init__(self, people: Sequence[Wanted], givens: Givens) -> None:
        self._people, self._givens = people, givens
        self._outcomes: dict[tuple[str, Beside], Outcome | None] = {}

    def mentions(self, text: Placed, found: Sequence[tuple[int, int, Mapping[int, How]]]) -> list[Mention]:
        """The mentions of people among words `first` to `last` of a text that may be surnames, each of some people."""
        common, decided, in_full = _CommonWords(text), list[tuple[int, int, Outcome]](), set[int]()
        for first, last, candidates in found:
            words = beside(text, first, last)
            written = text.text[text.begins[first] : text.finishes[last]]
            outcome = self._outcome(written, words, candidates)
            if outcome is None:
                continue
            its = outcome.agreement
            if its.part is not Part.surname or words.titled:
                in_full.update(one for one, _ in outcome.sure)
            elif (self._givens.here(written).classes or common.has(first)):
                continue
            if not in_longer(text, first - its.before, last + its.after, "person"):
                decided.append((first - its.before, last + its.after, outcome))
        return [one for some in decided if (one := self._mention(text, *some, in_full))]

    def _outcome(self, written: str, words: Beside, candidates: Mapping[int, How]) -> Outcome | None:
        key = (written, words)
        if key in self._outcomes:
            return self._outcomes[key]
        if len(self._outcomes) > _MOST_REMEMBERED:
            self._outcomes.clear()
        found = best({one: self._people[one] for one in candidates}, words, self._givens)
        outcome = None
        if found:
            outcome = self._weighed(written, words, found[0], {one: candidates[one] for one in found[1]})
        self._outcomes[key] = outcome
        return outcome

    def _weighed(
        self, written: str, words: Beside, agreement: Agreement, candidates: Mapping[int, How]
    ) -> Outcome | None:
        hows = sorted(candidates.items(), key=lambda one: (_HOWS.index(one[1]), one[0]))
        sure, weak = [], []
        for one, how in hows:
            likeness = 1.0 if how in (How.written, How.form) else self._likeness(written, one)
            if likeness >= self._needed(written, words, agreement, one, how):
                sure.append((one, how))
            elif likeness >= _HARDLY:
                weak.append((one, how))
        if agreement.part is not Part.surname:
            weak = []
        return Outcome(agreement, tuple(sure), tuple(weak)) if sure or weak else None

    def _likeness(self, written: str, person: int) -> float:
        return max(alike(written.lower(), surname.lower()) for surname in self._people[person].surnames)

    def _needed(self, written: str, words: Beside, agreement: Agreement, person: int, how: How) -> float:
        """How like a surname must sound: less if more of the name is there, more in a script that it is known in."""
        if agreement.part is not Part.surname:
            return _HARDLY
        if words.titled:
            return _LIKE
        scripts = {script_of(surname) for surname in self._people[person].surnames}
        if script_of(written) in scripts:
            return _SAME if how is not How.bent and len(written) >= _LONG else _NEVER
        if len(written) < (_LONG if how is How.bent else _SHORT):
            return _NEVER
        return _LIKE

    def _mention(self, text: Placed, first: int, last: int, outcome: Outcome, in_full: set[int]) -> Mention | None:
        people = [*outcome.sure, *(one for one in outcome.weak if one[0] in in_full)]
        if not people:
            return None
        if len(people) > 1:
            people.sort(key=lambda one: one[0] not in in_full)
        start, end = text.begins[first], text.finishes[last]
        how = people[0][1] if len(people) == 1 else min((how for _, how in people), key=_HOWS.index)
        known = tuple([self._people[one].id for one, _ in people])
        return Mention(
            start, end, text.text[start:end], "person", known, outcome.agreement.part, how, outcome.agreement.other
        )


@dataclass(slots=True)
class _CommonWords:
    """The words that a text has without a capital, gathered when first asked."""

    text: Placed
    gathered: frozenset[str] | None = None

    def has(self, number: int) -> bool:
        """Whether a word at the head of a sentence is one of them; of a word elsewhere never."""
        text = self.text
        if number and _ENDS.isdisjoint(text.text[text.finishes[number - 1] : text.begins[number]]):
            return False
        if self.gathered is None:
            words = zip(text.starts, text.ends, text.large, strict=True)
            self.gathered = frozenset([text.folded[start:end] for start, end, large in words if not large])
        return text.word(number) in self.gathered
