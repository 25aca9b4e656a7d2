"""A name taken apart for comparing: its words, what each sounds like, and what part of the name it is where known.

All that `compare` needs is worked out here once, so that one name can be compared with many.
"""

from operator import attrgetter, itemgetter
from typing import NamedTuple

from habeas.names.likeness.heard import Heard, heard
from habeas.names.parse import Gender, Parsed, gender, generation, parse, readings
from habeas.names.parts.lists import folded, listed
from habeas.names.script import script_of

_SPLITS = str.maketrans(dict.fromkeys('·・-–=＝־\u200c.()၊;,/"“”«»', " ") | dict.fromkeys("’ʼ`׳", "'"))
_LETTER_LIKE = "ʼ"  # the one letter among these
_PAIRS = {surname + given: (0, 1) for surname in "Ss" for given in "Gg"}
_PAIRS |= {given + surname: (1, 0) for surname in "Ss" for given in "Gg"}
_RANK, _SIZE, _PLACE = attrgetter("rank"), attrgetter("size"), itemgetter(0)
MOST_WORDS = 16  # that are compared: comparing takes the product of the words of two names
_UNSPACED = ("Hani", "Hang", "Mymr", "Thai", "Khmr", "Laoo")


class Analysed(NamedTuple):
    """A name ready to compare; `words`, `parts` and `within` run side by side, in the order in which they were written.

    A part is one letter: G given, P patronymic, S surname as parsed, p its particles; g, s by place alone. `within`
    tells the halves of a double name from two names. `script` is the hardest of the words', `rank` how hard.
    `pair` is where surname and given name stand, if there is one of each and no more. `others` are other forms.
    `generation` is "junior", "senior", a numeral or nothing.
    """

    original: str
    words: tuple[Heard, ...]
    parts: str
    within: tuple[int, ...]
    initials: tuple[Heard, ...]
    gender: Gender | None
    generation: str
    letters: int
    script: str
    rank: int
    pair: tuple[int, int] | None
    others: tuple["Analysed", ...]


def analyse(name: str) -> Analysed:
    """`name` ready for `compare`; any text is taken, words without letters are left out."""
    parsed = parse(name)
    main, *others = readings(parsed) if parsed.others else (parsed,)
    return _analysed(name, main, tuple(_analysed(name, other, ()) for other in others))


def _analysed(name: str, parsed: Parsed, others: tuple[Analysed, ...]) -> Analysed:
    initials = tuple([one for one in map(heard, map(str.lower, parsed.initials)) if one.size])
    found = _words(name, parsed) or [(place, one, "g", place) for place, one in enumerate(initials)]
    _, words, told, within = zip(*found, strict=True) if found else ((), (), (), ())
    parts = _with_particles(words, "".join(told))
    hardest = max(words, key=_RANK, default=None)
    return Analysed(
        original=name,
        words=words,
        parts=parts,
        within=within,
        initials=initials,
        gender=gender(parsed),
        generation=generation(parsed),
        letters=sum(map(_SIZE, words)),
        script=hardest.script if hardest else "Zyyy",
        rank=hardest.rank if hardest else 0,
        pair=_PAIRS.get(parts),
        others=others,
    )


def _words(name: str, parsed: Parsed) -> list[tuple[int, Heard, str, int]]:
    """Place, word, part and number of the written word, of every word that has a sound, as they stand in the name."""
    found: list[tuple[int, Heard, str, int]] = []
    taken: set[int] = set()
    for number, (part, written) in enumerate(_by_part(name, parsed)):
        place = name.find(written)
        while place in taken:
            place = name.find(written, place + 1)
        taken.add(place)
        for text in _pieces(written):
            one = heard(text)
            if one.size:
                found.append((place, one, part, number))
    found.sort(key=_PLACE)
    return found[:MOST_WORDS]


def _pieces(written: str) -> list[str]:
    """A written word in lower case, cut where marks inside it part two."""
    if written.isalpha() and _LETTER_LIKE not in written:
        return [written.lower()]
    return [text.strip("'") for text in written.translate(_SPLITS).lower().split()]


def _with_particles(words: tuple[Heard, ...], parts: str) -> str:
    """Parts in which the particles of a surname are p, where it has another word, and so is "son" beside a father."""
    if "P" in parts:
        kin = listed("particles", "father") | listed("particles", "son")
        told = "".join("p" if part == "P" and folded(word.word) in kin else part
                       for word, part in zip(words, parts, strict=True))  # fmt: skip
        parts = told if "P" in told else parts
    particles = listed("particles", "surname")
    if particles.isdisjoint([folded(word.word) for word in words]):
        return parts
    told = "".join("p" if part in "Ssg" and folded(word.word) in particles else part
                   for word, part in zip(words, parts, strict=True))  # fmt: skip
    return told if {"S", "s"} & set(told) else parts


def _by_part(name: str, parsed: Parsed) -> list[tuple[str, str]]:
    """Part and word; the last loose word passes for the surname if none is known, and so does a name without spaces."""
    if script_of(name) in _UNSPACED and len(name.translate(_SPLITS).split()) == 1:
        return [("s", name)]
    guessed = max(0, len(parsed.loose) - (not parsed.surname))
    of_part = (
        ("G", parsed.given),
        ("P", parsed.patronymic),
        ("g", parsed.loose[:guessed]),
        ("s", parsed.loose[guessed:]),
        ("S", parsed.surname),
    )
    return [(part, word) for part, words in of_part for word in words]
