"""What speaks for and against two people of two lists being one: piece by piece, in words, and what each adds.

What a piece adds is a natural logarithm of odds, and the score is their sum. An agreement weighs by how rare it is on
the two lists, up to a bound; the weights of names are those of `names.compare`, the others are set here, not learned.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import log

from habeas.claims.act import Act
from habeas.names.analyse import Analysed, analyse
from habeas.names.compare import Comparison, compare
from habeas.names.fold import fold
from habeas.names.script import script_of
from habeas.names.sound import sounds

from .days import Fit, best_fit, room, slip
from .listed import PLANNED_END, Day, Listed, Told

NAME, BORN, SEX, PLACE = "name", "born", "sex", "place"
MOST_OF_NAME, LEAST_OF_NAME, ONE_WORD = 5.0, -4.0, 2.0
SAME_BIRTH, SAME_ACT, NEXT_ACT, MOST_OF_ACTS = 5.0, 3.5, 2.0, 8.0
SAME_PLACE, OTHER_PLACE, SAME_SEX, OTHER_SEX = 1.0, -0.7, 0.3, -5.0
BIRTH = {Fit.slip: -0.5, Fit.near: -1.5, Fit.apart: -5.0}
ACT = {Fit.slip: -0.3, Fit.near: 0.0, Fit.apart: -1.5}
LEAST_OF_ACTS = -3.0
WITHIN = ((31, 1.5), (366, 1.0), (3660, 0.4))  # up to how many days an interval says how much
LEAST_LISTED = 1000  # people: of shorter lists an agreement weighs as it would among so many
YEAR_APART = 366
UNSPACED, SYLLABLES = ("Hani", "Hang"), 3  # a name of so many characters is a surname and a given name
ACTS_IN_ORDER = (*(act.value for act in Act), PLANNED_END)
AGREES, ALIKE = 0.9, 0.5  # likeness of names
SEXES = {
    "m": ("m", "male", "man", "м", "муж", "мужской", "мужчина", "мужчынскі", "ч", "чол", "чоловіча", "男"),
    "f": ("f", "female", "woman", "w", "ж", "жен", "женский", "женщина", "жаночы", "жін", "жіноча", "女"),
}
SHORT_PLACE = 3  # letters: a shorter word names no place
Named = tuple[Comparison, str, str]  # how two names compare, and the names


class Says(StrEnum):
    """What a piece says of two people."""

    agrees = "agrees"
    alike = "alike"
    differs = "differs"
    one_side = "one side only"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence: of what, as each list has it ("" where it has nothing), what it says, adds, and why."""

    what: str
    one: str
    other: str
    says: Says
    adds: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two people compared. `name` is how alike their names are, 0..1; `whole`: every word of both has its like."""

    pieces: tuple[Piece, ...]
    name: float
    whole: bool

    @property
    def score(self) -> float:
        """What all pieces add up to."""
        return sum(piece.adds for piece in self.pieces)

    def piece(self, what: str) -> Piece | None:
        """The piece of one thing."""
        return next((piece for piece in self.pieces if piece.what == what), None)

    @property
    def contradicted(self) -> bool:
        """Whether something that a person has one of is another: the birth by more than a slip, or the sex."""
        return any(piece.what in (BORN, SEX) and piece.adds <= BIRTH[Fit.apart] for piece in self.pieces)

    @property
    def apart(self) -> bool:
        """Whether something beside the name and the place differs by more than a slip."""
        return any(piece.what not in (NAME, PLACE) and piece.adds <= ACT[Fit.apart] for piece in self.pieces)

    @property
    def one_birthday(self) -> bool:
        """Whether both lists have one day of birth."""
        return any(piece.what == BORN and piece.says is Says.agrees for piece in self.pieces)


class Commons:
    """How common a day is among the people of two lists: a birth, or a kind of act on a day."""

    def __init__(self, people: Iterable[Listed]) -> None:
        self._many: Counter[tuple[str, object]] = Counter()
        every = 0
        for one in people:
            every += 1
            self._many.update({(BORN, day.exact) for day in one.births if day.exact})
            self._many.update({(act.what, act.day.exact) for act in one.acts if act.day.exact})
        self._every = max(LEAST_LISTED, every)

    def weight(self, what: str, day: Day, most: float) -> float:
        """What agreeing on a day adds, at most `most`; half of those who have it stand on the other list."""
        return min(most, log(self._every / max(1.0, self._many[what, day.exact] / 2)))


def compared_if_alike(one: Listed, other: Listed, commons: Commons, least: float) -> Compared | None:
    """The same; None where the names are less alike than `least`, and the two have no day of birth in common."""
    named = _names(one, other)
    if named[0].score < least and not _have_one_birthday(one, other):
        return None
    return _compared(one, other, commons, named)


def compared(one: Listed, other: Listed, commons: Commons) -> Compared:
    """All that two lists say of two people, side by side."""
    return _compared(one, other, commons, _names(one, other))


def _compared(one: Listed, other: Listed, commons: Commons, names: Named) -> Compared:
    named, first, second = names
    pieces = [_name(named, first, second)]
    found = (_born(one.births, other.births, commons), sex(one.sexes, other.sexes), _place(one, other))
    pieces += [piece for piece in found if piece]
    return Compared((*pieces, *_acts(one, other, commons)), named.score, _whole(named, first, second))


@lru_cache(maxsize=1 << 17)
def _analysed(name: str) -> Analysed:
    return analyse(name)


def _names(one: Listed, other: Listed) -> Named:
    """The two names that are nearest, one of each."""
    every = ((compare(_analysed(x), _analysed(y)), x, y) for x in one.names for y in other.names)
    return max(every, key=lambda found: found[0].score)


def _whole(found: Comparison, one: str, other: str) -> bool:
    """Whether every word of both names has its like; a word alone is a whole name in a script without spaces."""
    seen = found.seen
    if seen is None or seen.words_left or seen.other_name or seen.patronymic_conflicts:
        return False
    if not seen.one_word:
        return True
    unspaced = [name for name in (one, other) if script_of(name) in UNSPACED]
    long = all(len(name) >= SYLLABLES for name in unspaced)
    return bool(unspaced) and long and (one == other or len(unspaced) == 1)


def _name(found: Comparison, one: str, other: str) -> Piece:
    likely = min(max(found.score, 1e-3), 1 - 1e-3)
    most = ONE_WORD if found.seen and found.seen.one_word and not _whole(found, one, other) else MOST_OF_NAME
    adds = min(most, max(LEAST_OF_NAME, log(likely / (1 - likely))))
    says = Says.agrees if found.score >= AGREES else Says.alike if found.score >= ALIKE else Says.differs
    return Piece(NAME, one, other, says, adds, ", ".join(found.reasons))


def _born(ones: Sequence[Day], others: Sequence[Day], commons: Commons) -> Piece | None:
    found = best_fit(ones, others)
    if found is None:
        return _one_side(BORN, [day.text for day in ones], [day.text for day in others])
    fits, one, other = found
    if fits is Fit.same and not _first_of_year(one):
        return _of_days(BORN, one, other, Says.agrees, commons.weight(BORN, one, SAME_BIRTH), "born on one day")
    if fits in (Fit.same, Fit.within):
        return _of_days(BORN, one, other, Says.alike, _within(one, other), "may be born on one day")
    if _of_one_year(one, other) and (_first_of_year(one) or _first_of_year(other)):
        return _of_days(BORN, one, other, Says.alike, 0.5, "1 January may stand for the year alone")
    why = slip(one, other) if fits is Fit.slip else _nearly(one, other)
    adds = BIRTH[Fit.near] if fits is Fit.apart and why else BIRTH[fits]
    return _of_days(BORN, one, other, Says.differs, adds, why)


def _nearly(one: Day, other: Day) -> str:
    """Years that are next to each other, as an age that was turned into a year makes them."""
    if one.exact or other.exact or not (one.latest and other.latest and one.earliest and other.earliest):
        return ""
    gap = max((other.earliest - one.latest).days, (one.earliest - other.latest).days)
    return "the years are next to each other" if gap <= YEAR_APART else ""


def _have_one_birthday(one: Listed, other: Listed) -> bool:
    days = {day.exact for day in one.births if day.exact}
    return any(day.exact in days for day in other.births)


def _first_of_year(day: Day) -> bool:
    return bool(day.exact and (day.exact.month, day.exact.day) == (1, 1))


def _of_one_year(one: Day, other: Day) -> bool:
    return bool(one.exact and other.exact and one.exact.year == other.exact.year)


def born(ones: Collection[Day], others: Collection[Day]) -> Piece | None:
    """What births say of two, as of two on lists where nobody else has that birthday; None where nothing is said."""
    return _born(tuple(ones), tuple(others), Commons(()))


def act_days(kind: str, ones: Collection[Day], others: Collection[Day]) -> Piece:
    """What the days of one kind of act say of two, as of two on lists where nobody else has that day."""
    mine, theirs = ([Told(kind, day) for day in days] for days in (ones, others))
    return _act(kind, mine, theirs, Commons(()), SAME_ACT)


def sex(ones: Collection[str], others: Collection[str]) -> Piece | None:
    """What two sexes, in whatever words, say of two; None where nothing is said."""
    mine, theirs = _sexes(ones), _sexes(others)
    if not mine or not theirs:
        return _one_side(SEX, ones, others)
    said = ", ".join(sorted(ones)), ", ".join(sorted(others))
    if mine & theirs:
        return Piece(SEX, *said, Says.agrees, SAME_SEX)
    return Piece(SEX, *said, Says.differs, OTHER_SEX)


def sexes(one: Listed) -> frozenset[str]:
    """What a list says, "m" or "f", in whatever word that is known here; another word says nothing."""
    return _sexes(one.sexes)


def _sexes(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(known for text in texts for known, words in SEXES.items() if fold(text) in words)


def _place(one: Listed, other: Listed) -> Piece | None:
    mine, theirs = (*one.regions, *one.places), (*other.regions, *other.places)
    if not mine or not theirs:
        return _one_side(PLACE, mine, theirs)
    both = same_places(mine, theirs)
    says, adds = (Says.agrees, SAME_PLACE) if both else (Says.differs, OTHER_PLACE)
    if not both and {script_of(place) for place in mine}.isdisjoint(script_of(place) for place in theirs):
        adds = 0.0  # in another script: a name of a place that does not sound alike may be its name all the same
    return Piece(PLACE, ", ".join(mine), ", ".join(theirs), says, adds)


def same_places(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a word of one's places sounds like a word of the other's, in whatever script."""
    return not _heard(tuple(ones)).isdisjoint(_heard(tuple(others)))


@lru_cache(maxsize=1 << 14)
def _heard(places: tuple[str, ...]) -> frozenset[str]:
    words = {word for place in places for word in fold(place).split()}
    long = {word for word in words if len(word) > SHORT_PLACE or not word.isascii()}
    return frozenset(long | {heard for word in long for heard in sounds(word)})


def _acts(one: Listed, other: Listed, commons: Commons) -> list[Piece]:
    """A piece for each kind of act that one of the lists has; together they are bounded either way."""
    told = {act.what for act in (*one.acts, *other.acts)}
    pieces, total, agreed = list[Piece](), 0.0, 0
    for kind in (kind for kind in ACTS_IN_ORDER if kind in told):
        piece = _act(kind, one.told(kind), other.told(kind), commons, NEXT_ACT if agreed else SAME_ACT)
        adds = min(MOST_OF_ACTS - total, max(LEAST_OF_ACTS - total, piece.adds))
        total, agreed = total + adds, agreed + (piece.says is Says.agrees)
        pieces.append(Piece(piece.what, piece.one, piece.other, piece.says, adds, piece.why))
    return pieces


def _act(kind: str, ones: Sequence[Told], others: Sequence[Told], commons: Commons, most: float) -> Piece:
    found = best_fit([told.day for told in ones], [told.day for told in others])
    if found is None:
        one, other = ([told.day.text or "a day not known" for told in some] for some in (ones, others))
        return Piece(kind, ", ".join(one), ", ".join(other), Says.one_side, 0.0)
    fits, one_day, other_day = found
    if fits is Fit.same:
        return _of_days(kind, one_day, other_day, Says.agrees, commons.weight(kind, one_day, most))
    if fits is Fit.within:
        return _of_days(kind, one_day, other_day, Says.alike, min(most, _within(one_day, other_day)))
    why = slip(one_day, other_day) if fits is Fit.slip else "a few days apart" if fits is Fit.near else ""
    return _of_days(kind, one_day, other_day, Says.differs, ACT[fits], why)


def _within(one: Day, other: Day) -> float:
    """What it adds that two days may be one, by how wide the wider interval is."""
    wide = room(one, other)
    return next((adds for days, adds in WITHIN if wide <= days), 0.0)


def _of_days(what: str, one: Day, other: Day, says: Says, adds: float, why: str = "") -> Piece:
    return Piece(what, one.text or "a day not known", other.text or "a day not known", says, adds, why)


def _one_side(what: str, one: Iterable[str], other: Iterable[str]) -> Piece | None:
    said = ", ".join(sorted(one)), ", ".join(sorted(other))
    return Piece(what, *said, Says.one_side, 0.0) if any(said) else None
