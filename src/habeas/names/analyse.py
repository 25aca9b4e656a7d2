"""A name taken apart for comparing: its words, what each sounds like, and what part of the name it is where known.

All that `compare` needs is worked out once, here or when it is first asked for, so that one name can be compared with
many.
"""

from functools import cache, cached_property
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from habeas.names.likeness.heard import Heard, heard
from habeas.names.likeness.loops import loops
from habeas.names.parse import Gender, Parsed, gender, generation, parse, readings
from habeas.names.parts.lists import folded, listed
from habeas.names.script import script_of

if TYPE_CHECKING:
    from habeas.names.likeness.packed import Row

_SPLITS = str.maketrans(dict.fromkeys('·・-–=＝־\u200c.()၊;,/"“”«»', " ") | dict.fromkeys("’ʼ`׳", "'"))
_LETTER_LIKE = "ʼ"  # the one letter among these
_PAIRS = {surname + given: (0, 1) for surname in "Ss" for given in "Gg"}
_PAIRS |= {given + surname: (1, 0) for surname in "Ss" for given in "Gg"}
_RANK, _PLACE = attrgetter("rank"), itemgetter(0)
MOST_WORDS = 16  # that are compared: comparing takes the product of the words of two names
_UNSPACED = ("Hani", "Hang", "Mymr", "Thai", "Khmr", "Laoo")


class _Analysed(NamedTuple):
    original: str
    words: tuple[Heard, ...]
    parts: str
    within: tuple[int, ...]
    initials: tuple[Heard, ...]
    gender: Gender | None
    generation: str
    others: tuple["Analysed", ...]


class Analysed(_Analysed):
    """A name ready to compare; `words`, `parts` and `within` run side by side, in the order in which they were written.

    A part is one letter: G given, P patronymic, S surname as parsed, p its particles; g, s by place alone. `within`
    tells the halves of a double name from two names. `generation` is "junior", "senior", a numeral or nothing, `others`
    are other forms. What follows from these is worked out when it is first asked for.
    """

    @cached_property
    def hardest(self) -> Heard | None:
        """The word in the script that is hardest to compare."""
        return max(self.words, key=_RANK, default=None)

    @cached_property
    def script(self) -> str:
        """The script of the hardest word."""
        return self.hardest.script if self.hardest else "Zyyy"

    @cached_property
    def rank(self) -> int:
        """How hard that is."""
        return self.hardest.rank if self.hardest else 0

    @cached_property
    def letters(self) -> int:
        """The sounds of all words."""
        return sum(word.size for word in self.words)

    @cached_property
    def pair(self) -> tuple[int, int] | None:
        """Where surname and given name stand, if there is one of each and no more."""
        return _PAIRS.get(self.parts)

    @cached_property
    def row(self) -> "Row":
        """The name laid out for `compiled`. Raises RuntimeError where there are no compiled loops."""
        fast = loops()
        if fast is None:
            raise RuntimeError("there are no compiled loops to lay a name out for")
        row: Row = fast.row_of(fast.packed(self))
        return row


def analyse(name: str) -> Analysed:
    """`name` ready for `compare`; any text is taken, words without letters are left out.

    Raises TypeError for what is no text.
    """
    if not isinstance(name, str):
        raise TypeError(f"a name is a text (str), not {type(name).__name__}")
    parsed = parse(name)
    main, *others = readings(parsed) if parsed.others else (parsed,)
    return _analysed(name, main, tuple(_analysed(name, other, ()) for other in others))


def _analysed(name: str, parsed: Parsed, others: tuple[Analysed, ...]) -> Analysed:
    initials = (
        tuple([one for one in map(heard, map(str.lower, parsed.initials)) if one.size]) if parsed.initials else ()
    )
    found = _words(name, parsed) or [(place, one, "g", place) for place, one in enumerate(initials)]
    _, words, told, within = zip(*found, strict=True) if found else ((), (), (), ())
    parts = _with_particles(words, "".join(told))
    return Analysed(name, words, parts, within, initials, gender(parsed), generation(parsed), others)


def _words(name: str, parsed: Parsed) -> list[tuple[int, Heard, str, int]]:
    """Place, word, part and number of the written word, of every word that has a sound, as they stand in the name."""
    found: list[tuple[int, Heard, str, int]] = []
    begins: dict[str, int] = {}  # from where a word that was met is looked for again
    number = -1
    for part, words in _by_part(name, parsed):
        for written in words:
            place = _place(name, written, begins.get(written, 0))
            begins[written] = place + len(written) if place >= 0 else len(name)
            number += 1
            for text in _pieces(written):
                one = heard(text)
                if one.readings[0]:
                    found.append((place, one, part, number))
    found.sort(key=_PLACE)
    return found[:MOST_WORDS]


def _place(name: str, written: str, begin: int) -> int:
    """Where a whole word stands in a name, from a place on; -1 where parsing wrote it otherwise than the name does."""
    place = name.find(written, begin)
    while place >= 0:
        end = place + len(written)
        if not (name[place - 1 : place].isalnum() or name[end : end + 1].isalnum()):
            break
        place = name.find(written, place + 1)
    return place


def _pieces(written: str) -> list[str]:
    """A written word in lower case, cut where marks inside it part two."""
    if written.isalpha() and _LETTER_LIKE not in written:
        return [written.lower()]
    return [text.strip("'") for text in written.translate(_SPLITS).lower().split()]


def _with_particles(words: tuple[Heard, ...], parts: str) -> str:
    """Parts in which the particles of a surname are p, where it has another word, and so is "son" beside a father."""
    if "P" in parts:
        parts = "".join("p" if part == "P" and folded(word.word) in _kin() else part
                        for word, part in zip(words, parts, strict=True))  # fmt: skip
    if len(parts) - parts.count("G") - parts.count("P") < 2:
        return parts
    particles = listed("particles", "surname")
    if particles.isdisjoint([folded(word.word) for word in words]):
        return parts
    told = "".join("p" if part in "Ssg" and folded(word.word) in particles else part
                   for word, part in zip(words, parts, strict=True))  # fmt: skip
    return told if {"S", "s"} & set(told) else parts


@cache
def _kin() -> frozenset[str]:
    """Words for son and daughter, before or after the father's name."""
    return listed("particles", "father") | listed("particles", "son")


def _by_part(name: str, parsed: Parsed) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Part and words; the last loose word passes for the surname if none is known, as does a name without spaces."""
    if script_of(name) in _UNSPACED and len(name.translate(_SPLITS).split()) == 1:
        return (("s", (name,)),)
    guessed = max(0, len(parsed.loose) - (not parsed.surname))
    return (
        ("G", parsed.given),
        ("P", parsed.patronymic),
        ("g", parsed.loose[:guessed]),
        ("s", parsed.loose[guessed:]),
        ("S", parsed.surname),
    )
