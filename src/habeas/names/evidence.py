"""What speaks for and against two analysed names being one person's.

Words are held against words of their part: a patronymic counts only against a patronymic, and a surname that stands
where the other name has its given name is `crossed`. Likenesses are -0.5..1, as `alike` gives them.
"""

from typing import NamedTuple

from habeas.names.align import Match, align
from habeas.names.alike import alike, rarer
from habeas.names.analyse import Analysed
from habeas.names.fathers import fathers_alike
from habeas.names.heard import Heard
from habeas.names.surnames import made_apart

LEAST = -0.5  # likenesses below are all the same: another word
NAMED = 0.9  # likeness of two given names of one class, by its weight
NICKNAME = 0.6  # less alike than this, a name counts as another form rather than as another spelling
AGREES = 0.6  # likeness of patronymics from which they agree
NO_SURNAME, NO_GIVEN = 0.3, 0.5  # likeness where one of the names has no such word
MOST_LETTERS, MOST_OF_WORST = 20, 8

# What a match of two parts is: S and s are surnames, G and g given names, capitals where parsing told so.
_KINDS = {
    **{one + other: "surname" for one in "Ss" for other in "Ss"},
    **{one + other: "given" for one in "Gg" for other in "Gg"},
    **{one + other: "loose" for one in "Ss" for other in "Gg"},
    **{other + one: "loose" for one in "Ss" for other in "Gg"},
    "SG": "crossed",
    "GS": "crossed",
    "PP": "patronymic",
}


class Evidence(NamedTuple):
    """Likenesses; numbers of letters and words; shares in 0..1; 0 or 1 for no and yes; the script that is hardest."""

    worst: float
    surname: float
    given: float
    letters: float
    letters_of_worst: float
    one_word: float
    no_given: float
    words_left: float
    share_left: float
    half_of_double: float
    crossed: float
    parts_known: float
    other_form: float
    other_name: float
    patronymic_agrees: float
    patronymic_conflicts: float
    gender_conflicts: float
    ending_differs: float
    made_apart: float
    initial_agrees: float
    initial_conflicts: float
    script: str


class Seen(NamedTuple):
    """A match, what kind it is, and how alike its words are, another form of a given name included."""

    like: float
    kind: str
    match: Match


def evidence(a: Analysed, b: Analysed) -> Evidence | None:
    """The evidence in two names, the same whichever comes first; None if one has no words."""
    if b.original < a.original:
        a, b = b, a
    found = align(a, b)
    if not found:
        return None
    seen = [_seen(a, b, match) for match in found]
    core = [one for one in seen if one.kind in ("surname", "given", "loose", "crossed")] or seen
    sized = [(one.like, min(_size(a, one.match.one), _size(b, one.match.other))) for one in core]
    worst, of_worst = min(sized)
    surnames = [one for one in core if one.kind == "surname"]
    given = [one.like for one in core if one.kind == "given"]
    left, share, half = _left_over(a, b, found)
    return Evidence(
        worst=worst,
        surname=max(one.like for one in surnames) if surnames else _best_surname(a, b),
        given=max(given, default=NO_GIVEN),
        letters=min(sum(size for _, size in sized), MOST_LETTERS),
        letters_of_worst=min(of_worst, MOST_OF_WORST),
        one_word=float(len(core) == 1),
        no_given=float(not given),
        words_left=left,
        share_left=share,
        half_of_double=half,
        crossed=float(any(one.kind == "crossed" for one in core)),
        parts_known=float(("S" in a.parts) + ("S" in b.parts)),
        other_form=_other_form(core),
        other_name=float(sum(one.match.named < 0 for one in core)),
        **_patronymics(a, b, seen),
        gender_conflicts=float(a.gender is not None and b.gender is not None and a.gender != b.gender),
        **_endings(a, b, surnames),
        **_initials(a, b),
        script=rarer(a.script, b.script),
    )


def _seen(a: Analysed, b: Analysed, match: Match) -> Seen:
    kind = _KINDS.get(a.parts[match.one[0]] + b.parts[match.other[0]], "")
    like = max(match.like, LEAST, match.named * NAMED) if match.named > 0 else max(match.like, LEAST)
    return Seen(like, kind, match)


def _size(name: Analysed, places: tuple[int, ...]) -> int:
    return name.words[places[0]].size if len(places) == 1 else sum(name.words[place].size for place in places)


def _best_surname(a: Analysed, b: Analysed) -> float:
    mine, others = ([w.word for w, part in zip(n.words, n.parts, strict=True) if part in "Ss"] for n in (a, b))
    return max((max(LEAST, alike(one, other)) for one in mine for other in others), default=NO_SURNAME)


def _other_form(core: list[Seen]) -> float:
    """0 where no given name stands in another form; else the more, the weaker the two forms are tied."""
    return max(
        (1.2 - one.match.named for one in core if one.match.named > 0 and one.match.like < NICKNAME), default=0.0
    )


def _left_over(a: Analysed, b: Analysed, found: list[Match]) -> tuple[float, float, float]:
    """Words that nothing stands for, patronymics apart: how many, their share of the letters, half of a double name."""
    most = share = half = 0.0
    for name, used in (
        (a, {place for match in found for place in match.one}),
        (b, {place for match in found for place in match.other}),
    ):
        if len(used) < len(name.words):
            left = [at for at, part in enumerate(name.parts) if part != "P" and at not in used]
            most = max(most, len(left))
            share = max(share, sum(name.words[at].size for at in left) / name.letters)
            within = {name.within[at] for at in used}
            half = max(half, float(any(name.within[at] in within for at in left)))
    return most, share, half


def _patronymics(a: Analysed, b: Analysed, seen: list[Seen]) -> dict[str, float]:
    """How far above or below AGREES two patronymics are alike."""
    for like, kind, match in seen:
        if kind == "patronymic":
            like = fathers_alike(a.words[match.one[0]].word, b.words[match.other[0]].word, like)
            return {"patronymic_agrees": max(0.0, like - AGREES), "patronymic_conflicts": max(0.0, AGREES - like)}
    return {"patronymic_agrees": 0.0, "patronymic_conflicts": 0.0}


def _endings(a: Analysed, b: Analysed, surnames: list[Seen]) -> dict[str, float]:
    differs = apart = False
    for _, _, match in surnames:
        if match.like < 1:
            x, y = a.words[match.one[-1]], b.words[match.other[-1]]
            differs = differs or bool(x.ending and y.ending and x.ending != y.ending)
            apart = apart or made_apart(x.sound, y.sound)
    return {"ending_differs": float(differs), "made_apart": float(apart)}


def _initials(a: Analysed, b: Analysed) -> dict[str, float]:
    """For every initial half a point, for or against: whether a name that is no surname begins with its sound."""
    agree = conflict = 0.0
    for name, other in ((a, b), (b, a)) if a.initials or b.initials else ():
        begins = [w for w, part in zip(other.words, other.parts, strict=True) if part not in "Ss"] + [*other.initials]
        for initial in name.initials if begins else ():
            if any(_begins(word, initial) for word in begins):
                agree += 0.5
            else:
                conflict += 0.5
    return {"initial_agrees": agree, "initial_conflicts": conflict}


def _begins(word: Heard, initial: Heard) -> bool:
    return any(reading[:1] == initial.codes[0][:1] for reading in word.codes)
