"""Known people, places and bodies in a text: candidates with their places, across scripts and inflection.

A form of a name that is known is found by the automaton; the words that it left and that begin with a capital are
compared by their sound. A person of whom the surname alone stands there is told as such, with everybody who has it. A
longer name shields the shorter one inside it. What is found is a candidate: whether it is so somebody must judge.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .automaton import Automaton, Hit
from .beside import Agreement, Part, agreement
from .heard import Heard
from .longer import in_longer
from .placed import Placed, placed
from .wanted import Kind, Wanted, given_classes, surname_spellings, wanted_person, whole_spellings

Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Mention:
    """`words` stand at text[start:end], in code points, and may name any of `known` (ids, the likeliest first).

    `how` is "as written", "in another form" or "by its sound"; `beside` a word that may belong to the name and is not
    known of it. Several in `known` share what stands there.
    """

    start: int
    end: int
    words: str
    kind: Kind
    known: tuple[str, ...]
    part: Part
    how: str
    beside: str | None = None


class Known:
    """The names of known people, places and bodies by id, made ready once for any number of texts."""

    def __init__(self, people: Names, places: Names | None = None, bodies: Names | None = None) -> None:
        self._all: list[Wanted] = [wanted_person(one, names) for one, names in people.items()]
