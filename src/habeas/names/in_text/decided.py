"""Which known people a surname in a text may name: those with whom the words beside it agree best.

A surname that stands alone is weaker. It does not count where it is a given name, or begins a sentence and is a common
word of the same text; found by its sound alone it has to be long enough, or its bearer be named in full elsewhere.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_
from typing import NamedTuple

from habeas.names.in_text.agreed import Agreement, Part, best
from habeas.names.in_text.alone import alone, supported
from habeas.names.in_text.beside import Beside, begins_sentence, beside
from habeas.names.in_text.candidate import FORM, HOWS, Candidate, how_of, number_of
from habeas.names.in_text.givens import Givens
from habeas.names.in_text.longer import in_longer
from habeas.names.in_text.mention import Mention
from habeas.names.in_text.placed import Placed
from habeas.names.in_text.wanted import Wanted
from habeas.names.likeness.heard import heard

_MOST_REMEMBERED = 500_000
_SHORT = 4  # letters of a surname that is only heard, after a form of address
_NEEDED = {Part.full: 0.3, Part.initials: 0.5, Part.surname: 0.5}  # likeness, where something else speaks for it


class Found(NamedTuple):
    """What may be a surname: words `first` to `last` of a text, text[start:end], and whose."""

    first: int
    last: int
    start: int
    end: int
    candidates: tuple[Candidate, ...]


class Outcome(NamedTuple):
    """Whom a surname may name, with the words beside it: those who are `sure` by what stands there, and the others."""

    agreement: Agreement
    sure: tuple[Candidate, ...]
    weak: tuple[Candidate, ...]


class Decided(NamedTuple):
    """An outcome, and where in the text the name stands that it is of."""

    start: int
    end: int
    outcome: Outcome


class Deciding:
    """Decides whom surnames may name. What stands beside them is judged once for any number of texts."""

    def __init__(self, people: Sequence[Wanted], givens: Givens) -> None:
        self._people, self._givens = people, givens
        self._outcomes: dict[tuple[str, Beside], Outcome | None] = {}
        for surname in {surname.lower() for person in people for surname in person.surnames}:
            heard(surname)  # once, and not while a text is read

    def decide(self, text: Placed, found: Iterable[Found], in_full: set[int]) -> list[Decided]:
        """What is decided of words of a text that may be surnames; who is named in full is added to `in_full`."""
        common, decided = _CommonWords(text), list[Decided]()
        for first, last, start, end, candidates in found:
            words = beside(text, first, last)
            written = text.as_written(first) if first == last else text.text[start:end]
            outcome = self._outcome(written, words, candidates)
            if outcome is None:
                continue
            part, before, after, _ = outcome.agreement
            if part is not Part.surname or words.titled:
                in_full.update(map(number_of, outcome.sure))
            elif common.has(first):
                continue
            elif self._givens.here(written).is_given:
                outcome = outcome._replace(sure=(), weak=tuple(one for one in outcome.sure if how_of(one) <= FORM))
            if not in_longer(text, first - before, last + after, "person"):
                start = text.begins[first - before] if before else start
                decided.append(Decided(start, text.finishes[last + after] if after else end, outcome))
        return decided

    def _outcome(self, written: str, words: Beside, candidates: Sequence[Candidate]) -> Outcome | None:
        key = (written, words)
        if key in self._outcomes:
            return self._outcomes[key]
        if len(self._outcomes) > _MOST_REMEMBERED:
            self._outcomes.clear()
        found = best([(one, self._people[number_of(one)]) for one in candidates], words, self._givens)
        outcome = self._weighed(written, words, *found) if found else None
        self._outcomes[key] = outcome
        return outcome

    def _weighed(
        self, written: str, words: Beside, agreement: Agreement, candidates: Iterable[Candidate]
    ) -> Outcome | None:
        """Those of the candidates whose surname is written so, or sounds alike enough for what stands beside it."""
        sure, weak = list[Candidate](), list[Candidate]()
        for one in candidates:
            verdict = self._is_sure(written, words, agreement.part, one)
            if verdict is not None:
                (sure if verdict else weak).append(one)
        if words.head and agreement.other == words.before[-1][0]:
            agreement = agreement._replace(other=None)  # a capital that every sentence begins with
        return Outcome(agreement, tuple(sure), tuple(weak)) if sure or weak else None

    def _is_sure(self, written: str, words: Beside, part: Part, one: Candidate) -> bool | None:
        """Whether a surname is sure to be meant by what stands there; None if it sounds too unlike.

        After a capital that may be the given name of somebody else nobody is sure.
        """
        how, person = how_of(one), self._people[number_of(one)]
        if part is Part.surname and not words.titled and words.before and person.given and not words.head:
            return False
        if how <= FORM:
            return True
        if part is Part.surname and not words.titled:
            return alone(written, person.surnames, how)
        if part is Part.surname and len(written) < _SHORT:
            return None
        return supported(written, person.surnames, how, _NEEDED[part]) or None

    def mention(self, text: str, decided: Decided, in_full: Collection[int]) -> Mention | None:
        """The mention, once the whole text is decided; None if nobody who is weak is named in full."""
        start, end, outcome = decided
        people = outcome.sure
        if outcome.weak:
            people = (*people, *(one for one in outcome.weak if number_of(one) in in_full))
        if not people:
            return None
        how = HOWS[how_of(people[0])]
        if len(people) > 1:
            people = tuple(sorted(people, key=lambda one: number_of(one) not in in_full))
        known = tuple([self._people[number_of(one)].id for one in people])
        part, _, _, other = outcome.agreement
        return Mention(start, end, text, "person", known, part, how, other)


@dataclass(slots=True)
class _CommonWords:
    """The words that a text has without a capital, gathered when first asked."""

    text: Placed
    gathered: frozenset[str] | None = None

    def has(self, number: int) -> bool:
        """Whether a word at the head of a sentence is one of them; of a word elsewhere never."""
        text = self.text
        if not begins_sentence(text, number):
            return False
        if self.gathered is None:
            self.gathered = frozenset(compress(text.folded.split(), map(not_, text.large)))
        return text.word(number) in self.gathered
