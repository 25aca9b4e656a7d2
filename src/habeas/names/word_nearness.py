"""Which stored words are near a word that is asked for, and how near, by sound, by class of given names, by beginning.

The table of search keys is asked once; distances are between sounds spread out into features.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from habeas.names.given import given_class
from habeas.names.keys import BONES, CLASS, FOLDED, FORM, HEARD, LIKELIEST, SLIP, START, STARTS, sought
from habeas.names.likeness.align import same_given
from habeas.names.likeness.alike import alike
from habeas.names.sound import sounds
from habeas.names.sounds.spread import spread

Row = tuple[str, str, str]
Rows = Iterable[Row]
LEAST = 0.55  # a word that is farther is not near
MOST = 60  # stored words for one that is asked for
LESS_LIKELY = 0.96  # a reading that is not the likeliest of its word
SOUND = 0.97  # a word that only sounds the same
BARE = 0.92  # one of which the script does not write the vowels
VOWELS = 0.04  # of one whose vowels are alike as well
FORMED = 0.95  # the same surname of a woman or a man
ROOTED = 0.35  # the exponent that makes a nearness of the product of two weights of a class
CALLED = 0.9  # a class of given names in common
SLIPPED = 0.8  # how near the beginning of a word must be to one that is looked for
BEGUN = 0.9  # a word that begins as the one asked for
ONE_SOUND = 2  # letters of such a reading with the mark before it; a word may have as many
LEAST_ALIKE = -1.0  # a likeness that counts as none
OF_SOUND = frozenset((FOLDED, BONES, SLIP, HEARD))  # kinds of keys
AS_WRITTEN = frozenset((FORM, FOLDED))
OF_BEGINNING = frozenset((START, STARTS))

_UNWRITTEN = str.maketrans("", "", "aeiouj")


def near_words(word: str, look_up: Callable[[Collection[str]], Rows], typing: bool) -> dict[str, float]:
    """The nearest stored words with their nearness in 0..1, at most MOST; `typing`: the word may be a beginning."""
    rows = list(look_up(sought(word, typing)))
    found, classed = _by_sound(word, rows), _by_class(word, rows)
    for one, its in classed.items():
        found[one] = max(its, found.get(one, 0.0))
    found = {one: _weighed(word, one, its, one in classed) for one, its in _first(found, MOST)}
    for one, its in (*_by_beginning(word, rows), *_as_written(rows)):
        found[one] = max(its, found.get(one, 0.0))
    return dict(_first(found, MOST))


def _first(found: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most]


def _weighed(word: str, other: str, near: float, classed: bool) -> float:
    """The mean of a nearness and of what `compare` finds of the two words: learned, and slower.

    `classed`: they share a class of given names.
    """
    likeness = max((alike(word, other) - LEAST_ALIKE) / (1 - LEAST_ALIKE), 0.0)
    named = same_given(word, other) if classed else 0.0
    return (near + max(likeness, CALLED * named**ROOTED if named > 0 else 0.0)) / 2


def _by_sound(word: str, rows: Rows) -> dict[str, float]:
    """How near the words of a sound sound. A reading is compared once, however many words have it."""
    heard, bare = sounds(word), _is_bare(word)
    written: tuple[list[Row], list[Row]] = [], []
    for row in rows:
        if row[0][0] in OF_SOUND and not _says_little(row):
            written[bare or _is_bare(row[1])].append(row)
    found: dict[str, float] = {}
    for is_bare, form, trust in ((False, spread, SOUND), (True, _consonants, BARE)):
        some = written[is_bare]
        if some:
            places: dict[str, int] = {}
            place_of = [places.setdefault(of, len(places)) for _, _, of in some]
            forms = [form(one) for one in heard], [form(of[1:]) for of in places]
            scores = cdist(*forms, scorer=Levenshtein.normalized_similarity, score_cutoff=LEAST)
            scores[1:] *= LESS_LIKELY
            nearest = scores.max(axis=0).tolist()
            for (_, one, of), place in zip(some, place_of, strict=True):
                if near := nearest[place]:
                    its = near * trust * (1.0 if of[0] == LIKELIEST else LESS_LIKELY)
                    its += _vowels(heard, of[1:]) if is_bare else 0.0
                    if its > found.get(one, 0.0):
                        found[one] = its
    return found


def _says_little(row: Row) -> bool:
    """Whether a reading leaves one sound of a longer word: "the" may be read as an s, and so may "zzzz"."""
    return row[0][0] != FOLDED and len(row[2]) == ONE_SOUND < len(row[1])


def _vowels(heard: Sequence[str], other: str) -> float:
    """A little more for one whose vowels are alike, too, as far as they are written."""
    return VOWELS * max(Levenshtein.normalized_similarity(one, other) for one in heard)


def _by_class(word: str, rows: Rows) -> dict[str, float]:
    own: Mapping[str, float] = given_class(word)
    found: dict[str, float] = {}
    for key, one, its in rows if own else ():
        if key[0] == CLASS:
            found[one] = max(float(CALLED * (own[key[1:]] * float(its)) ** ROOTED), found.get(one, 0.0))
    return found


def _by_beginning(word: str, rows: Rows) -> list[tuple[str, float]]:
    """Words that begin with the sound, its vowels apart where it is long; the less that is missing, the nearer."""
    found = []
    for key, one, of in rows:
        if key[0] in OF_BEGINNING:
            begun = max(_begun(own, of[1:]) for own in sounds(word))
            if begun:
                found.append((one, begun))
    return found


def _as_written(rows: Rows) -> list[tuple[str, float]]:
    """Words of the same letters, and other genders' forms of the same surname."""
    return [(one, FORMED if key[0] == FORM else 1.0) for key, one, _ in rows if key[0] in AS_WRITTEN]


def _begun(own: str, heard: str) -> float:
    begins = heard[: len(own)]
    alike = 1.0 if begins == own else Levenshtein.normalized_similarity(spread(own), spread(begins))
    return BEGUN * alike * (0.8 + 0.2 * len(own) / max(len(heard), 1)) if alike > SLIPPED else 0.0


def _consonants(heard: str) -> str:
    return spread(heard.translate(_UNWRITTEN))


def _is_bare(word: str) -> bool:
    """Whether the word is in Hebrew or Arabic script, which write few vowels."""
    return "\u0590" <= word[0] <= "\u08ff"
