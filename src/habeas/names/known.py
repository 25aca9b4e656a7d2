"""Known people, places and bodies in a text: candidates with their places, across scripts and inflection.

What is known is generated once: the forms of every name, those of several words and of scripts without spaces in an
automaton. Words with a capital that none of the forms is are compared by how they sound. A person of whom the surname
alone stands there is told as such, with everybody who has it. A longer name shields the shorter one inside it. What is
found is a candidate: whether it is so somebody must judge.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import repeat

from habeas.names.in_text.agreed import Part
from habeas.names.in_text.automaton import Automaton, Form, Hit, is_cut_off
from habeas.names.in_text.by_ear import Bending, ByEar
from habeas.names.in_text.candidate import (
    FORM,
    HOWS,
    WRITTEN,
    Candidate,
    candidate,
    heard_as,
    number_of,
    surest,
)
from habeas.names.in_text.decided import Decided, Deciding, Found
from habeas.names.in_text.doubles import Doubles
from habeas.names.in_text.givens import Givens
from habeas.names.in_text.mention import Mention, moved, outermost
from habeas.names.in_text.placed import Placed, laid, laid_each, pieces, placed
from habeas.names.in_text.spelt import Merged
from habeas.names.in_text.wanted import (
    bending,
    is_clause,
    is_one_word,
    name_spellings,
    surname_spellings,
    wanted_person,
    wanted_whole,
    whole_spellings,
)
from habeas.names.in_text.wholes import Wholes

Names = Mapping[str, Sequence[str]]
_Candidates = tuple[tuple[Candidate, ...], ...]  # people, and places and bodies; empty for a word that is nobody's
_UNHEARD: _Candidates = ((),)
_MOST_REMEMBERED = 1_000_000  # words


class Known:
    """The names of known people, places and bodies by id, made ready once for any number of texts."""

    def __init__(self, people: Names, places: Names | None = None, bodies: Names | None = None) -> None:
        self._people = [wanted_person(one, names) for one, names in people.items()]
        others = [wanted_whole(one, "place", names) for one, names in (places or {}).items()]
        others += [wanted_whole(one, "body", names) for one, names in (bodies or {}).items()]
        self._others = dict(enumerate(others, len(self._people)))
        self._merged = Merged()
        self._deciding = Deciding(self._people, Givens(self._people, self._merged))
        self._wholes = Wholes(self._others)
        self._ear: ByEar[int] = ByEar(self._sounded())
        self._doubles = Doubles(self._surnames(), self._merged)
        self._forms: dict[str, dict[int, Candidate]] = {}
        self._automaton = Automaton(self._spellings())
        placed("")  # the letters of every script are laid out now, and not while a text is read
        self._remembered: dict[str, _Candidates] = {}

    def find(self, text: str) -> list[Mention]:
        """Every mention in the text, by its place. Of names within one another only the longest is told."""
        found, decided, in_full = list[Mention](), list[tuple[int, list[Decided]]](), set[int]()
        for start, piece in pieces(text):
            its = placed(piece)
            hits, (people, others) = list(self._automaton.hits(its)), self._in_words(its)
            wholes = (*self._wholes.formed(its, hits), *self._wholes.heard(its, others), *self._in_full(its, hits))
            found += (moved(one, start) for one in wholes)
            phrases = _joined([*self._in_phrases(its, hits), *self._doubles.heard(its)])
            surnames = _in_order(phrases, people)
            decided.append((start, self._deciding.decide(its, surnames, in_full)))
        for start, some in decided:
            for one in some:
                words = text[start + one.start : start + one.end]
                if mention := self._deciding.mention(words, one, in_full):
                    found.append(moved(mention, start))
        return outermost(found)

    def _sounded(self) -> Iterator[tuple[int, str, Bending]]:
        """What is also found by its sound: surnames, and places and bodies of one word that is not in capitals."""
        yield from self._surnames()
        for number, other in self._others.items():
            yield from ((number, name, "any") for name in other.names if " " not in name and not name.isupper())

    def _surnames(self) -> Iterator[tuple[int, str, Bending]]:
        for number, person in enumerate(self._people):
            yield from ((number, surname, bending(person)) for surname in person.surnames)

    def _spellings(self) -> Iterator[tuple[str, Form]]:
        """Forms for the automaton; on the way the surnames of one word are noted."""
        for number, person in enumerate(self._people):
            for spelling, written in surname_spellings(person):
                if is_one_word(form := laid(spelling)):
                    self._note(form, candidate(number, WRITTEN if written else FORM))
                else:
                    yield form, Form(number, written, False)
            for spelling in name_spellings(person):
                yield laid(spelling), Form(number, True, True)
        for number, other in self._others.items():
            for spelling, written in whole_spellings(other):
                yield laid(spelling), Form(number, written, True)

    def _note(self, form: str, one: Candidate) -> None:
        self._forms.setdefault(form, {}).setdefault(number_of(one), one)

    def _in_full(self, text: Placed, hits: Iterable[Hit]) -> Iterator[Mention]:
        """People of whom the automaton found the whole name."""
        for hit in hits:
            for form in hit.forms:
                if form.whole and form.number not in self._others:
                    start, end = text.span(hit.start, hit.end)
                    known = (self._people[form.number].id,)
                    yield Mention(start, end, text.text[start:end], "person", known, Part.full, HOWS[WRITTEN])

    def _in_phrases(self, text: Placed, hits: Iterable[Hit]) -> Iterator[Found]:
        """Surnames that the automaton found."""
        for hit in hits:
            forms = [candidate(one.number, WRITTEN if one.written else FORM) for one in hit.forms if not one.whole]
            first, last = text.number(hit.start), text.number(hit.end - 1)
            if forms and any(text.large[first : last + 1]):
                yield Found(first, last, *text.span(hit.start, hit.end), surest(forms))

    def _in_words(self, text: Placed) -> tuple[list[Found], list[tuple[int, Sequence[Candidate]]]]:
        """Surnames of one word, and words that sound like a place or body, by the number of the word."""
        words = text.names()
        if len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.clear()
        every = list(map(self._remembered.get, words, repeat(_UNHEARD)))
        if _UNHEARD in every:
            self._listen({word for word, its in zip(words, every, strict=True) if its is _UNHEARD})
            every = [self._remembered[word] for word in words]
        people, others = list[Found](), list[tuple[int, Sequence[Candidate]]]()
        for number, found in [one for one in zip(text.named, every, strict=True) if one[1]]:
            if not is_cut_off(text, number):
                if found[0]:
                    people.append(Found(number, number, text.begins[number], text.finishes[number], found[0]))
                if found[1]:
                    others.append((number, found[1]))
        return people, others

    def _listen(self, words: Collection[str]) -> None:
        """Remember of words, as written, whose surname each may be, and of which place or body the name."""
        new = sorted(word for word in words if not is_clause(word))
        self._remembered.update(dict.fromkeys(words, ()))
        self._merged.learn(new)
        for written, folded in zip(new, laid_each(new), strict=True):
            heard = self._ear.heard(self._merged[written])
            its = [candidate(one, heard_as(ear.rank)) for one, ear in heard.items()]
            if every := surest([*self._forms.get(folded, {}).values(), *its]):
                self._remembered[written] = self._parted(every)

    def _parted(self, every: tuple[Candidate, ...]) -> _Candidates:
        """People, and places and bodies, whose numbers come after those of all people."""
        others = tuple([one for one in every if number_of(one) in self._others]) if self._others else ()
        return (tuple([one for one in every if one not in others]), others) if others else (every, ())


def _joined(phrases: list[Found]) -> list[Found]:
    """Of several at one place one, with the candidates of all."""
    found: dict[tuple[int, int], Found] = {}
    for one in phrases:
        before = found.get((one.first, one.last))
        every = surest([*before.candidates, *one.candidates]) if before else one.candidates
        found[one.first, one.last] = one._replace(candidates=every)
    return list(found.values())


def _in_order(phrases: list[Found], words: list[Found]) -> list[Found]:
    """Both in the order of the text, without words that a phrase begins with."""
    taken = {found.first for found in phrases}
    return sorted([*phrases, *(one for one in words if one.first not in taken)]) if phrases else words
