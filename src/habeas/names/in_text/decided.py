"""Which known people a surname in a text may name: those with whom the words beside it agree best.

A surname that stands alone is weaker. It does not count where it is a given name, or begins a sentence and is a common
word of the same text; found by its sound alone it has to be long enough, or its bearer be named in full elsewhere.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from habeas.names.in_text.agreed import Agreement, Part, best
from habeas.names.in_text.alone import alone, is_in_case, prepare, supported
from habeas.names.in_text.beside import Beside, begins_sentence, beside, is_preposition
from habeas.names.in_text.candidate import BENT, FORM, HEARD, HOWS, Candidate, candidate, how_of, number_of
from habeas.names.in_text.givens import Givens
from habeas.names.in_text.longer import in_longer
from habeas.names.in_text.mention import Mention
from habeas.names.in_text.placed import Placed
from habeas.names.in_text.wanted import Wanted
from habeas.names.likeness.heard import heard

_MOST_REMEMBERED = 100_000  # surnames with what stands beside them
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


_UNKNOWN = Outcome(Agreement(), (), ())  # what has not been judged yet


class Deciding:
    """Decides whom surnames may name. What stands beside them is judged once for any number of texts."""

    def __init__(self, people: Sequence[Wanted], givens: Givens) -> None:
        self._people, self._givens = people, givens
        self._outcomes: dict[tuple[str, Beside], Outcome | None] = {}
        for surname in {surname.lower() for person in people for surname in person.surnames}:
            heard(surname)  # once, and not while a text is read
        for person in people:
            prepare(person.surnames)

    def decide(self, text: Placed, found: Iterable[Found], in_full: set[int]) -> list[Decided]:
        """What is decided of words of a text that may be surnames; who is named in full is added to `in_full`."""
        common, decided = _CommonWords(text), list[Decided]()
        for first, last, start, end, candidates in found:
            words = beside(text, first, last)
            written = text.as_written(first) if first == last else text.text[start:end]
            if words.before and (words.head or written.isupper()):
                words = common.apart(words, first, written)
            if (words.before or words.after) and written.isupper():
                words = self._in_capitals(words)
            outcome = self._outcome(written, words, candidates)
            if outcome is None:
                continue
            part, before, after, _ = outcome.agreement
            if part is not Part.surname or words.titled:
                in_full.update(map(number_of, outcome.sure))
            elif common.begins(first):
                continue
            if not in_longer(text, first - before, last + after, "person"):
                start = text.begins[first - before] if before else start
                decided.append(Decided(start, text.finishes[last + after] if after else end, outcome))
        return decided

    def _in_capitals(self, words: Beside) -> Beside:
        """Without the words of a line of capitals that are rather of the sentence than of the name.

        "ВСТРЕТИЛСЯ С КАЛЯДОЙ": a letter without a full stop before the surname is a preposition. "VERES MEETS KALYADA":
        beyond a word that is no given name stands another name.
        """
        if words.after and words.after[0][0].isupper() and not self._givens.may_name(words.after[0][0]):
            words = words._replace(after=())
        for place, (word, dotted) in enumerate(words.before):
            if (not place and is_preposition(word, dotted)) or (word.isupper() and not self._givens.may_name(word)):
                return words._replace(before=words.before[:place], head=False, titled=False, sex=None)
        return words

    def _outcome(self, written: str, words: Beside, candidates: Sequence[Candidate]) -> Outcome | None:
        key = (written, words)
        outcome = self._outcomes.get(key, _UNKNOWN)
        if outcome is not _UNKNOWN:
            return outcome
        if len(self._outcomes) > _MOST_REMEMBERED:
            self._outcomes.clear()
        found = best(candidates, self._people, words, self._givens)
        outcome = self._weighed(written, words, *found) if found else None
        self._outcomes[key] = outcome
        return outcome

    def _weighed(
        self, written: str, words: Beside, agreement: Agreement, candidates: Iterable[Candidate]
    ) -> Outcome | None:
        """Those of the candidates whose surname is written so, or sounds alike enough for what stands beside it.

        After a capital that may be the given name of somebody else nobody is sure, nor is one of a name that is a
        given name as well. In a line of capitals a capital says nothing.
        """
        part = agreement.part
        bare = part is Part.surname and not words.titled
        others = bare and bool(words.before) and not words.head
        others = others and not (written.isupper() and words.before[0][0].isupper())
        sure, weak = list[Candidate](), list[Candidate]()
        for one in candidates:
            if others and self._people[number_of(one)].given:
                weak.append(one)
            elif how_of(one) <= FORM:
                sure.append(one)
            elif (verdict := self._is_heard(written, part, bare, one)) is not None:
                bent = how_of(one) == HEARD and is_in_case(written, self._people[number_of(one)].surnames)
                (sure if verdict else weak).append(candidate(number_of(one), BENT) if bent else one)
        if bare and self._givens.is_given(written):
            sure, weak = [], [one for one in sure if how_of(one) <= FORM]
        if words.head and agreement.other == words.before[-1][0]:
            agreement = agreement._replace(other=None)  # a capital that every sentence begins with
        return Outcome(agreement, tuple(sure), tuple(weak)) if sure or weak else None

    def _is_heard(self, written: str, part: Part, bare: bool, one: Candidate) -> bool | None:
        """Whether a surname that is found by its sound is sure to be meant; None if it sounds too unlike."""
        how, surnames = how_of(one), self._people[number_of(one)].surnames
        if bare:
            return alone(written, surnames, how)
        if part is Part.surname and len(written) < _SHORT:
            return None
        return supported(written, surnames, how, _NEEDED[part]) or None

    def mention(self, text: str, decided: Decided, in_full: Collection[int]) -> Mention | None:
        """The mention, once the whole text is decided; None if nobody who is weak is named in full."""
        start, end, outcome = decided
        people = outcome.sure
        if outcome.weak:
            people = (*people, *[one for one in outcome.weak if number_of(one) in in_full])
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
    """The words that a text has without a capital too, each looked for when first asked."""

    text: Placed
    told: dict[str, bool] = field(default_factory=dict)

    def begins(self, number: int) -> bool:
        """Whether a word is at the head of a sentence and is one of them."""
        return begins_sentence(self.text, number) and self._has(number)

    def apart(self, words: Beside, first: int, written: str) -> Beside:
        """Without those before a name that have their capital from the head of a sentence, or a line of capitals."""
        last = len(words.before) - 1
        for place in range(last + 1) if written.isupper() else (last,):
            word, is_initial = words.before[place]
            if not is_initial and (words.head or word.isupper()) and self._has(first - place - 1):
                return words._replace(before=words.before[:place], head=False, titled=False, sex=None)
        return words

    def _has(self, number: int) -> bool:
        word = self.text.word(number)
        if word not in self.told:
            self.told[word] = self._is_small(word)
        return self.told[word]

    def _is_small(self, word: str) -> bool:
        text, place = self.text, -1
        while (place := text.folded.find(f" {word} ", place + 1)) >= 0:
            if not text.large[text.number(place + 1)]:
                return True
        return False
