"""Known people, places and bodies in a text: candidates with their places, across scripts and inflection.

What is known is generated once: the forms of every name, those of several words and of scripts without spaces in an
automaton. Words with a capital that none of the forms is are compared by how they sound. A person of whom the surname
alone stands there is told as such, with everybody who has it. A longer name shields the shorter one inside it. What is
found is a candidate: whether it is so somebody must judge.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .agreed import Part
from .automaton import Automaton, Form, Hit, is_cut_off
from .by_ear import ByEar
from .decided import Deciding, Found
from .givens import Givens
from .longer import in_longer
from .candidate import BENT, FORM, HEARD, HOWS, WRITTEN, Candidate, candidate, number_of, surest
from .mention import Mention, outermost
from .placed import Placed, laid, placed
from .wanted import bending, is_one_word, name_spellings, surname_spellings, wanted_person, wanted_whole, whole_spellings

Names = Mapping[str, Sequence[str]]
_SHORTEST = 3  # letters of a word that is listened to
_MOST_REMEMBERED = 1_000_000  # words


class Known:
    """The names of known people, places and bodies by id, made ready once for any number of texts."""

    def __init__(self, people: Names, places: Names | None = None, bodies: Names | None = None) -> None:
        self._people = [wanted_person(one, names) for one, names in people.items()]
        self._wholes = [wanted_whole(one, "place", names) for one, names in (places or {}).items()]
        self._wholes += [wanted_whole(one, "body", names) for one, names in (bodies or {}).items()]
        givens = Givens(self._people)
        self._deciding = Deciding(self._people, givens)
        self._ear: ByEar[int] = ByEar(
            (number, surname, bending(one)) for number, one in enumerate(self._people) for surname in one.surnames
        )
        self._forms: dict[str, tuple[Candidate, ...]] = {}
        self._automaton = Automaton(self._spellings())
        self._remembered: dict[str, tuple[Candidate, ...]] = {}

    def find(self, text: str) -> list[Mention]:
        """Every mention in the text, by its place. Of names within one another only the longest is told."""
        its = placed(text)
        hits = list(self._automaton.hits(its))
        surnames = sorted([*self._in_phrases(its, hits), *self._in_words(its)], key=lambda one: one[:2])
        return outermost((*self._whole_mentions(its, hits), *self._deciding.mentions(its, surnames)))

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
        for number, whole in enumerate(self._wholes, len(self._people)):
            for spelling, written in whole_spellings(whole):
                yield laid(spelling), Form(number, written, True)

    def _note(self, form: str, one: Candidate) -> None:
        noted = self._forms.get(form, ())
        if all(number_of(one) != number_of(other) for other in noted):
            self._forms[form] = (*noted, one)

    def _whole_mentions(self, text: Placed, hits: Iterable[Hit]) -> Iterator[Mention]:
        """Places, bodies, and people of whom the whole name is found as one form."""
        for hit in hits:
            start, end = text.span(hit.start, hit.end)
            words = text.text[start:end]
            if not text.large[text.number(hit.start)]:
                continue
            for form in hit.forms:
                if form.whole and form.number < len(self._people):
                    known = self._people[form.number]
                    yield Mention(start, end, words, "person", (known.id,), Part.full, HOWS[WRITTEN])
                elif form.whole:
                    known = self._wholes[form.number - len(self._people)]
                    if _fits(known.names, words) and not in_longer(
                        text, text.number(hit.start), text.number(hit.end - 1), known.kind
                    ):
                        how = HOWS[WRITTEN if form.written else FORM]
                        yield Mention(start, end, words, known.kind, (known.id,), Part.whole, how)

    def _in_phrases(self, text: Placed, hits: Iterable[Hit]) -> Iterator[Found]:
        """Surnames that the automaton found."""
        for hit in hits:
            forms = [candidate(one.number, WRITTEN if one.written else FORM) for one in hit.forms if not one.whole]
            first, last = text.number(hit.start), text.number(hit.end - 1)
            if forms and text.large[first]:
                yield first, last, surest(forms)

    def _in_words(self, text: Placed) -> Iterator[Found]:
        """Surnames of one word, by their forms and by their sound."""
        spans = enumerate(zip(text.begins, text.finishes, text.large, strict=True))
        numbers = [place for place, (begin, end, large) in spans if large and end - begin >= _SHORTEST]
        words = [text.text[text.begins[number] : text.finishes[number]] for number in numbers]
        self._listen(set(words) - self._remembered.keys())
        for number, written in zip(numbers, words, strict=True):
            if (found := self._remembered[written]) and not is_cut_off(text, number):
                yield number, number, found

    def _listen(self, words: Iterable[str]) -> None:
        """Remember of words, as written, whose surname each may be."""
        if len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.clear()
        new = sorted(words)
        for written, heard in zip(new, self._ear.heard(new), strict=True):
            its = (candidate(one, HEARD if same else BENT) for one, same in heard.items())
            self._remembered[written] = surest((*self._forms.get(laid(written), ()), *its))


def _fits(names: Sequence[str], words: str) -> bool:
    """Whether words may be one of these names: what is known in capitals alone is written in capitals alone."""
    return words == words.upper() or not all(name.isupper() for name in names)
