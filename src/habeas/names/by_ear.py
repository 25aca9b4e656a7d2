"""Known words found in a text by how they sound, whatever the script, the romanisation and the case they stand in.

The sound is taken where a name is known, once, and spelt in every orthography; of a word of the text only the letters
are looked at. So the million words of a text cost little. A word may end otherwise than the known one, as its case has
it: "Лукашенкой", "Łukaszenki"; a woman's name not as a man's.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from .spelt import by_letters, heard, merged, own, spellings

Label = TypeVar("Label")
Bending = Literal["female", "male", "any"]

_LONGEST = 4  # letters of an ending, merged
_SHORTEST = 3  # letters of a stem that may end otherwise
_CONSONANTS = 4  # of a word without vowels

# Endings, merged, of the cases of Slavic and Baltic languages and the German and English s: "-ого" is "aga".
_WOMENS = ("a", "u", "ai", "i", "au", "as")
_WOMENS_ADJECTIVES = ("a", "u", "ai", "au", "as")
_MENS = ("a", "i", "u", "ai", "am", "ami", "av", "avi", "im", "imi", "s", "as", "is", "us")
_MENS_ADJECTIVES = ("i", "aga", "ama", "im", "am", "imi", "is", "as")
_ADJECTIVE = ("ski", "cki", "ska", "cka", "ски", "цки", "ска", "цка")
_SOFTENED = (("k", "c"), ("g", "z"), ("к", "ц"), ("г", "з"), ("x", "s"), ("х", "с"))
_IN_CYRILLIC = str.maketrans("aiugmvs", "аиугмвс")


@dataclass(frozen=True, slots=True)
class Ear(Generic[Label]):
    """A label whose word begins with a stem: how it ends as it is known, and how it may end otherwise."""

    label: Label
    end: str
    endings: frozenset[str]


class ByEar(Generic[Label]):
    """Known words, each under a label, found by their sound. Built once, then read only."""

    def __init__(self, words: Iterable[tuple[Label, str, Bending]], *, sounded: bool = True) -> None:
        """From labels, words as written, and whether the word bends as a woman's or a man's name.

        Words that are not `sounded` are found in their own letters only, in whatever case.
        """
        self._stems: dict[str, dict[tuple[Label, str], Ear[Label]]] = defaultdict(dict)
        for label, word, bending in words:
            for spelling in spellings(word) if sounded else {own(word)}:
                for stem, ear in _ears(label, spelling, bending):
                    self._stems[stem].setdefault((label, ear.end), ear)

    def heard(self, words: Sequence[tuple[str, str]]) -> list[dict[Label, bool]]:
        """For each word, folded and as written, the labels it may be of, with whether in the form that is known."""
        keys = merged([folded if by_letters(folded) else "" for folded, _ in words])
        return [self._of(key or heard(written)) for key, (_, written) in zip(keys, words, strict=True)]

    def _of(self, key: str) -> dict[Label, bool]:
        found: dict[Label, bool] = {}
        for cut in range(min(_LONGEST, len(key) - 1) + 1):
            stem, end = key[: len(key) - cut], key[len(key) - cut :]
            for ear in self._stems[stem].values() if stem in self._stems else ():
                if end == ear.end:
                    found[ear.label] = True
                elif end in ear.endings:
                    found.setdefault(ear.label, False)
        return found


def _ears(label: Label, spelling: str, bending: Bending) -> Iterable[tuple[str, Ear[Label]]]:
    """The stem of a spelling with its ending; once more where the stem softens before one."""
    if spelling.startswith("/"):
        if not spelling.startswith("//") or len(spelling) >= _CONSONANTS + 2:
            yield spelling, Ear(label, "", frozenset())
        return
    stem = spelling.rstrip("aiuаиу")
    end = spelling[len(stem) :]
    if len(stem) < _SHORTEST or len(end) > 2:  # noqa: PLR2004
        yield spelling, Ear(label, "", frozenset(_both(("s",) if len(spelling) >= _SHORTEST else ())))
        return
    yield stem, Ear(label, end, _endings(spelling, end, bending))
    for hard, soft in _SOFTENED:
        if stem.endswith(hard) and bending != "female":
            yield stem.removesuffix(hard) + soft, Ear(label, "\0", _both(("i", "a")))


def _endings(spelling: str, end: str, bending: Bending) -> frozenset[str]:
    adjective = spelling.endswith(_ADJECTIVE)
    womens = _WOMENS_ADJECTIVES if adjective else _WOMENS
    mens = _MENS_ADJECTIVES if adjective else (*_MENS, *(() if end else ("",)))
    return _both({"female": womens, "male": mens, "any": (*womens, *mens)}[bending])


def _both(endings: Iterable[str]) -> frozenset[str]:
    return frozenset(one for ending in endings for one in (ending, ending.translate(_IN_CYRILLIC)))
