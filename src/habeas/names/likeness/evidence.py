"""What speaks for and against two analysed names being one person's.

Words are held against words of their part: a patronymic counts only against a patronymic, and a surname that stands
where the other name has its given name is `crossed`. Likenesses are -0.5..1, as `alike` gives them.
"""

from typing import NamedTuple

from habeas.names.analyse import Analysed
from habeas.names.likeness.align import Match, align, same_given
from habeas.names.likeness.alike import alike
from habeas.names.likeness.fathers import AGREES, fathers_alike
from habeas.names.likeness.heard import Heard
from habeas.names.likeness.initials import initials
from habeas.names.likeness.surnames import consonants, made_apart

LEAST = -0.5  # likenesses below are all the same: another word
NAMED = 0.9  # likeness of two given names of one class, by its weight
NICKNAME = 0.6  # less alike than this, a name counts as another form rather than as another spelling
NO_SURNAME, NO_GIVEN = 0.3, 0.5  # likeness where one of the names has no such word
SURE = 0.7  # likeness above which no other word of a name of two can be meant: more than 1 - SAME_PART
MOST_LETTERS, MOST_OF_WORST = 20, 8
CERTAIN = 0.95  # weight in a class from which a word is for certain that given name
CASED = ("Cyrl", "Latn")

# What a match of two parts is: S and s are surnames, G and g given names, capitals where parsing told so.
KINDS = {
    **{one + other: "surname" for one in "Ss" for other in "Ss"},
    **{one + other: "given" for one in "Gg" for other in "Gg"},
    **{one + other: "loose" for one in "Ss" for other in "Gg"},
    **{other + one: "loose" for one in "Ss" for other in "Gg"},
    "SG": "crossed",
    "GS": "crossed",
    "PP": "patronymic",
}


_CORE = frozenset(("surname", "given", "loose", "crossed"))


class Evidence(NamedTuple):
    """Likenesses; numbers of letters and words; shares in 0..1; 0 or 1 for no and yes; the script that is hardest."""

    worst: float
    surname: float
    given: float
    letters: float
    letters_of_worst: float
    one_word: float
    only_given: float
    no_given: float
    words_left: float
    share_left: float
    half_of_double: float
    crossed: float
    parts_known: float
    other_form: float
    other_name: float
    known_apart: float
    patronymic_agrees: float
    patronymic_conflicts: float
    gender_conflicts: float
    generation_differs: float
    ending_differs: float
    made_apart: float
    initial_agrees: float
    initial_conflicts: float
    consonants_agree: float
    consonants_differ: float
    script: str


class Seen(NamedTuple):
    """A match, what kind it is, and how alike its words are, another form of a given name included."""

    like: float
    kind: str
    match: Match


def evidence(a: Analysed, b: Analysed) -> Evidence | None:
    """The evidence in two names, the same whichever comes first.

    None if one has no words, or one a word that is like none of the other's.
    """
    if b.original < a.original:
        a, b = b, a
    return (_of_two(a, b, a.pair, b.pair) if a.pair and b.pair else None) or of_many(a, b)


def _of_two(a: Analysed, b: Analysed, of_a: tuple[int, int], of_b: tuple[int, int]) -> Evidence | None:
    """What `of_many` finds in names of one surname and one given name, where both are surely those of the other."""
    x, y = a.words[of_a[0]], b.words[of_b[0]]
    surname = alike(x.word, y.word)
    if surname <= SURE:
        return None
    p, q = a.words[of_a[1]], b.words[of_b[1]]
    sound = alike(p.word, q.word)
    named = same_given(p.word, q.word) if sound < 1 and p.classes and q.classes else 0.0
    if sound <= SURE and named <= SURE:
        return None
    given = max(sound, named * NAMED, LEAST)
    size, of_given = min(x.size, y.size), min(p.size, q.size)
    worst, of_worst = (surname, size) if (surname, size) < (given, of_given) else (given, of_given)
    return Evidence(
        worst,
        surname,
        given,
        min(size + of_given, MOST_LETTERS),
        min(of_worst, MOST_OF_WORST),
        *(0.0,) * 7,
        float(("S" in a.parts) + ("S" in b.parts)),
        1.2 - named if named > 0 and sound < NICKNAME else 0.0,
        float(named < 0),
        float(named < 0 and known_apart(p, q)),
        0.0,
        0.0,
        *_of_whom(a, b),
        *(_ending(x, y) if surname < 1 else (0.0, 0.0)),
        *(initials(a, b) if a.initials or b.initials else (0.0, 0.0)),
        *(_consonants(x, y) if surname < 1 else (0.0, 0.0)),
        a.script if a.rank > b.rank else b.script,
    )


def of_many(a: Analysed, b: Analysed) -> Evidence | None:
    """The evidence in two names of any number of words."""
    found = align(a, b)
    if not found:
        return None
    seen = [_seen(a, b, match) for match in found]
    core = [one for one in seen if one.kind in _CORE] or seen
    sized = [(one.like, min(_size(a, one.match.one), _size(b, one.match.other))) for one in core]
    worst, of_worst = min(sized)
    letters = sum([size for _, size in sized])
    surnames = [one for one in core if one.kind == "surname"]
    given = [one.like for one in core if one.kind == "given"]
    return Evidence(
        worst,
        max([one.like for one in surnames]) if surnames else _best_surname(a, b),
        max(given) if given else NO_GIVEN,
        letters if letters < MOST_LETTERS else MOST_LETTERS,
        of_worst if of_worst < MOST_OF_WORST else MOST_OF_WORST,
        float(len(core) == 1),
        float(len(core) == 1 and _only_given(a, b, core[0])),
        float(not given),
        *_left_over(a, b, found),
        float("crossed" in [one.kind for one in core]),
        float(("S" in a.parts) + ("S" in b.parts)),
        _other_form(core),
        float(sum([one.match.named < 0 for one in core])),
        float(any(one.match.named < 0 and _are_known_apart(a, b, one.match) for one in core)),
        *(_patronymics(a, b, seen) if len(core) < len(seen) else (0.0, 0.0)),
        *_of_whom(a, b),
        *_endings(a, b, surnames),
        *(initials(a, b) if a.initials or b.initials else (0.0, 0.0)),
        *_of_consonants(a, b, surnames),
        a.script if a.rank > b.rank else b.script,
    )


def _of_whom(a: Analysed, b: Analysed) -> tuple[float, float]:
    """Whether one is a woman's name and one a man's; whether one is the younger's and one the elder's."""
    genders = a.gender is not None and b.gender is not None and a.gender != b.gender
    ages = bool(a.generation and b.generation and a.generation != b.generation)
    return float(genders), float(ages)


def known_apart(one: Heard, other: Heard) -> bool:
    """Whether two words of no class in common are given names for certain, as far as their scripts let one tell."""
    spelt = one.script == other.script or (one.script in CASED and other.script in CASED)
    return spelt and all(next(iter(word.classes.values()), 0.0) >= CERTAIN for word in (one, other))


def _are_known_apart(a: Analysed, b: Analysed, match: Match) -> bool:
    return known_apart(a.words[match.one[0]], b.words[match.other[0]])


def _seen(a: Analysed, b: Analysed, match: Match) -> Seen:
    kind = KINDS.get(a.parts[match.one[0]] + b.parts[match.other[0]], "")
    like = max(match.like, LEAST, match.named * NAMED) if match.named > 0 else max(match.like, LEAST)
    return Seen(like, kind, match)


def _size(name: Analysed, places: tuple[int, ...]) -> int:
    return name.words[places[0]].size if len(places) == 1 else sum(name.words[place].size for place in places)


def _best_surname(a: Analysed, b: Analysed) -> float:
    mine, others = ([w.word for w, part in zip(n.words, n.parts, strict=True) if part in "Ss"] for n in (a, b))
    return max((max(LEAST, alike(one, other)) for one in mine for other in others), default=NO_SURNAME)


def _only_given(a: Analysed, b: Analysed, only: Seen) -> bool:
    """Whether a given name is all that the names share, where one of them has a surname."""
    surname = any(part in "Ss" for name in (a, b) if len(name.words) > 1 for part in name.parts)
    return surname and only.kind == "given"


def _other_form(core: list[Seen]) -> float:
    """0 where no given name stands in another form; else the more, the weaker the two forms are tied."""
    return max(
        (1.2 - one.match.named for one in core if one.match.named > 0 and one.match.like < NICKNAME), default=0.0
    )


def _left_over(a: Analysed, b: Analysed, found: list[Match]) -> tuple[float, float, float]:
    """Words that nothing stands for, patronymics apart: how many, their share of the letters, half of a double name."""
    most = share = half = 0.0
    if len(a.words) == len(b.words) == len(found):
        return most, share, half
    for name, used in (
        (a, {place for match in found for place in match.one}),
        (b, {place for match in found for place in match.other}),
    ):
        if len(used) < len(name.words):
            left = [at for at, part in enumerate(name.parts) if part not in "Pp" and at not in used]
            most = max(most, len(left))
            share = max(share, sum(name.words[at].size for at in left) / name.letters)
            within = {name.within[at] for at in used}
            half = max(half, float(any(name.within[at] in within for at in left)))
    return most, share, half


def _patronymics(a: Analysed, b: Analysed, seen: list[Seen]) -> tuple[float, float]:
    """How far above or below AGREES two patronymics are alike."""
    for like, kind, match in seen:
        if kind == "patronymic":
            like = fathers_alike(a.words[match.one[0]].word, b.words[match.other[0]].word, like)
            return max(0.0, like - AGREES), max(0.0, AGREES - like)
    return 0.0, 0.0


def _endings(a: Analysed, b: Analysed, surnames: list[Seen]) -> tuple[float, float]:
    """Whether surnames have endings of two classes, and whether one is made of the other."""
    differs = apart = 0.0
    for _, _, match in surnames:
        if match.like < 1:
            of_one = _ending(a.words[match.one[-1]], b.words[match.other[-1]])
            differs, apart = max(differs, of_one[0]), max(apart, of_one[1])
    return differs, apart


def _ending(one: Heard, other: Heard) -> tuple[float, float]:
    differs = bool(one.ending and other.ending and one.ending != other.ending)
    return float(differs), float(made_apart(one.sound, other.sound))


def _of_consonants(a: Analysed, b: Analysed, surnames: list[Seen]) -> tuple[float, float]:
    """Whether the first two surnames that do not sound the same have the same consonants, and whether others."""
    for _, _, match in surnames:
        if match.like < 1 and len(match.one) == len(match.other) == 1:
            return _consonants(a.words[match.one[0]], b.words[match.other[0]])
    return 0.0, 0.0


def _consonants(one: Heard, other: Heard) -> tuple[float, float]:
    """Of two surnames of one ending: in some reading, or in none (Савченко, Шевченко)."""
    if one.script not in CASED or other.script not in CASED or not one.ending or one.ending != other.ending:
        return 0.0, 0.0
    differ = consonants(one.word).isdisjoint(consonants(other.word))
    return float(not differ), float(differ)
