"""Known words found in a text by how they sound, whatever the script, the romanisation and the case they stand in.

The sound is taken where a name is known, once, and spelt in every orthography; of a word of the text only the letters
are looked at. So the million words of a text cost little. A word may end otherwise than the known one, as its case has
it: "Лукашенкой", "Łukaszenki"; a woman's name not as a man's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from habeas.names.in_text.spelt import own, spellings

Label = TypeVar("Label")
Bending = Literal["female", "male", "any"]

_LONGEST = 4  # letters of an ending, merged
_SHORTEST = 3  # letters of a stem that may end otherwise
_VOWELS = 2  # at the end of a name, merged
_CONSONANTS = 4  # of a word without vowels

# Endings, merged, of the cases of Slavic and Baltic languages and the German and English s: "-ого" is "aga".
_WOMENS = ("a", "u", "ai", "i", "au", "as", "s")
_WOMENS_ADJECTIVES = ("a", "u", "ai", "au", "as", "s")
_MENS = ("a", "i", "u", "ai", "am", "ami", "av", "avi", "im", "imi", "s", "as", "is", "us")
_MENS_AFTER_VOWELS = ("au",)
_MENS_BY_END = {"": ("",), "i": ("au", "aga", "amu"), "и": ("au", "aga", "amu")}  # Востарны, Востарнага
_MENS_ADJECTIVES = ("i", "aga", "amu", "im", "am", "imi", "is", "as")
_ADJECTIVE = ("ski", "cki", "ska", "cka", "ски", "цки", "ска", "цка")
_SOFTENED = {"k": "c", "g": "z", "к": "ц", "г": "з", "х": "с"}
_IN_CYRILLIC = str.maketrans("aiugmvs", "аиугмвс")


class Ear(NamedTuple):
    """How a word is heard: `clear`, by the likeliest reading of the known word; `same`, not in another case."""

    rank: int
    clear: bool
    same: bool


_EARS = tuple(Ear(rank, rank > 1, bool(rank % 2)) for rank in range(4))


class ByEar(Generic[Label]):
    """Known words, each under a label, found by their sound. Built once, then read only."""

    def __init__(self, words: Iterable[tuple[Label, str, Bending]], *, sounded: bool = True) -> None:
        """From labels, words as written, and whether the word bends as a woman's or a man's name.

        Words that are not `sounded` are found in their own letters only, in whatever case.
        """
        labels = defaultdict[tuple[str, Bending], list[Label]](list)
        for label, word, bending in words:
            labels[word, bending].append(label)
        written = list(dict.fromkeys(word for word, _ in labels))
        spelt = dict(zip(written, spellings(written) if sounded else map(_alone, own(written)), strict=True))
        self._labels = [tuple(dict.fromkeys(some)) for some in labels.values()]
        stems, numbers = defaultdict[str, list[int]](list), dict[tuple[str, frozenset[str]], int]()
        for number, (word, bending) in enumerate(labels):
            bents: dict[tuple[str, str, frozenset[str]], bool] = {}
            for spelling, clear in spelt[word].items():
                for bent in _bent(spelling, bending):
                    bents[bent] = clear or bents.get(bent, False)
            for (stem, end, endings), clear in bents.items():
                stems[stem] += (number * 2 + clear, numbers.setdefault((end, endings), len(numbers)))
        self._bents = _bents_by_ending(numbers)
        self._stems = {stem: tuple(some) for stem, some in stems.items()}

    def heard(self, key: str) -> Mapping[Label, Ear]:
        """The labels that a word may be of, by its own letters merged (`spelt.own`), each as it is heard best."""
        best: dict[int, int] = {}
        for cut in range(min(_LONGEST, len(key) - 1) + 1):
            whole = len(key) - cut
            bents = self._bents.get(key[whole:])
            if bents is None or (known := self._stems.get(key[:whole])) is None:
                continue
            for number, bent in zip(known[::2], known[1::2], strict=True):
                if bent in bents:
                    rank = bents[bent] + 2 * (number & 1)
                    if best.get(number >> 1, -1) < rank:
                        best[number >> 1] = rank
        if not best:
            return _NOTHING
        found: dict[Label, Ear] = {}
        for number, rank in best.items():
            for label in self._labels[number]:
                if label not in found or found[label].rank < rank:
                    found[label] = _EARS[rank]
        return found


def _bents_by_ending(numbers: Mapping[tuple[str, frozenset[str]], int]) -> dict[str, dict[int, bool]]:
    """By how a word ends: the bents that may end so, by number, and whether that is their own end."""
    found = defaultdict[str, dict[int, bool]](dict)
    for (end, endings), number in numbers.items():
        for one in endings | {end}:
            found[one][number] = one == end
    return dict(found)


def _alone(key: str) -> dict[str, bool]:
    return {key: True}


def _bent(spelling: str, bending: Bending) -> Iterator[tuple[str, str, frozenset[str]]]:
    """The stem of a spelling, how it ends and how it may end; once more where the stem softens before an ending."""
    stem = spelling.rstrip("aiuаиу")
    end = spelling[len(stem) :]
    if spelling[:1] == "/":
        if len(spelling) > 2 and (spelling[1] != "/" or len(spelling) >= _CONSONANTS + 2):
            yield spelling, "", _NONE
    elif spelling and (len(stem) < _SHORTEST or len(end) > _VOWELS):
        yield spelling, "", _GENITIVE if len(spelling) >= _SHORTEST else _NONE
    elif spelling:
        yield stem, end, _endings(bending, spelling.endswith(_ADJECTIVE), end)
        if bending != "female" and (soft := _SOFTENED.get(stem[-1])):
            yield stem[:-1] + soft, "-", _DATIVE


@cache
def _endings(bending: Bending, adjective: bool, end: str) -> frozenset[str]:
    womens = _WOMENS_ADJECTIVES if adjective else _WOMENS
    mens = _MENS_ADJECTIVES if adjective else (*_MENS, *_MENS_BY_END.get(end, _MENS_AFTER_VOWELS))
    return _both({"female": womens, "male": mens, "any": (*womens, *mens)}[bending])


def _both(endings: Iterable[str]) -> frozenset[str]:
    return frozenset(one for ending in endings for one in (ending, ending.translate(_IN_CYRILLIC)))


_NOTHING: Mapping[Any, Ear] = MappingProxyType({})
_NONE: frozenset[str] = frozenset()
_GENITIVE = _both(("s",))
_DATIVE = _both(("i", "a"))
