"""Known people, places and bodies in a text: candidates with their places, across scripts and inflection.

A form of a name that is known is found by the automaton; the words that it left and that begin with a capital, by how
they sound. A person of whom the surname alone stands there is told as such, with everybody who has it. A longer name
shields the shorter one inside it. What is found is a candidate: whether it is so somebody must judge.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .automaton import Automaton, Form, Hit
from .beside import Part
from .by_ear import ByEar
from .decided import Deciding, joined
from .givens import Givens
from .longer import in_longer
from .mention import How, Mention, outermost
from .placed import Placed, laid, placed
from .wanted import bending, name_spellings, surname_spellings, wanted_person, wanted_whole, whole_spellings

Names = Mapping[str, Sequence[str]]
_SHORTEST = 3  # letters of a word that is listened to
_MOST_REMEMBERED = 1_000_000  # words


class Known:
    """The names of known people, places and bodies by id, made ready once for any number of texts."""

    def __init__(self, people: Names, places: Names | None = None, bodies: Names | None = None) -> None:
        self._people = [wanted_person(one, names) for one, names in people.items()]
        self._wholes = [wanted_whole(one, "place", names) for one, names in (places or {}).items()]
        self._wholes += [wanted_whole(one, "body", names) for one, names in (bodies or {}).items()]
        self._givens = Givens(self._people)
        self._ear: ByEar[int] = ByEar(
            (number, surname, bending(one)) for number, one in enumerate(self._people) for surname in one.surnames
        )
        self._automaton = Automaton(self._forms())
        self._remembered: dict[str, Mapping[int, How]] = {}

    def find(self, text: str) -> list[Mention]:
        """Every mention in the text, by its place. Of names within one another only the longest is told."""
        its = placed(text)
        hits = list(self._automaton.hits(its))
        return outermost((*self._whole_mentions(its, hits), *self._people_mentions(its, hits)))

    def _forms(self) -> Iterator[tuple[str, Form]]:
        for number, person in enumerate(self._people):
            for spelling, written in surname_spellings(person):
                yield spelling, Form(number, written, False)
            for spelling in name_spellings(person):
                yield spelling, Form(number, True, True)
        for number, whole in enumerate(self._wholes, len(self._people)):
            for spelling, written in whole_spellings(whole):
                yield spelling, Form(number, written, True)

    def _whole_mentions(self, text: Placed, hits: Iterable[Hit]) -> Iterator[Mention]:
        """Places, bodies, and people of whom the whole name is found as one form."""
        for hit in hits:
            start, end = text.span(hit.start, hit.end)
            words = text.text[start:end]
            first, last = text.number(hit.start), text.number(hit.end - 1)
            for form in hit.forms:
                if not form.whole or words == words.lower() != words.upper():
                    continue
                if form.number < len(self._people):
                    known = self._people[form.number]
                    yield Mention(start, end, words, "person", (known.id,), Part.full, How.written)
                    continue
                known = self._wholes[form.number - len(self._people)]
                if _of_capitals(known.names) and words != words.upper() or in_longer(text, first, last, known.kind):
                    continue
                how = How.written if form.written else How.form
                yield Mention(start, end, words, known.kind, (known.id,), Part.whole, how)

    def _people_mentions(self, text: Placed, hits: Iterable[Hit]) -> Iterator[Mention]:
        deciding = Deciding(text, self._people, self._givens)
        places = defaultdict[tuple[int, int], list[Mapping[int, How]]](list)
        for hit in hits:
            forms = {one.number: How.written if one.written else How.form for one in hit.forms if not one.whole}
            if forms and text.large[text.number(hit.start)]:
                places[text.number(hit.start), text.number(hit.end - 1)].append(forms)
        for number, heard in self._heard(text):
            places[number, number].append(heard)
        decided = (deciding.decide(*place, joined(places[place])) for place in sorted(places))
        for one in [found for found in decided if found]:
            if mention := deciding.mention(one):
                yield mention

    def _heard(self, text: Placed) -> Iterator[tuple[int, Mapping[int, How]]]:
        """The words that begin with a capital, or have none in their script, and sound like a known surname."""
        some = [
            (number, text.text[begin:finish])
            for number, (begin, finish, large) in enumerate(zip(text.begins, text.finishes, text.large, strict=True))
            if large and finish - begin >= _SHORTEST
        ]
        if len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.clear()
        new = sorted({written for _, written in some} - self._remembered.keys())
        for written, found in zip(new, self._ear.heard([(laid(one), one) for one in new]), strict=True):
            self._remembered[written] = dict.fromkeys(found, How.heard)
        return ((number, found) for number, written in some if (found := self._remembered[written]))


def _of_capitals(names: Iterable[str]) -> bool:
    return all(name.isupper() for name in names)
