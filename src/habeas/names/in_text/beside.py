"""What stands beside a surname in a text: the capitalised words before and after it, as far as a name may reach.

A form of address ends a name to the left and is no part of it: "President Vladimir V. Putin". To the right a comma may
follow the surname once: "Kreshenko, Valduna".
"""

from typing import NamedTuple

from habeas.names.in_text.longer import Sex, is_title, sex_of_title
from habeas.names.in_text.placed import Placed

_REACH = 3  # words on either side
_ENDS = frozenset(".!?…:;•*\n")
_ONE_LETTER = frozenset("AEIKOSUVWYZАВЗИКОСУЯІЎ")  # words that begin a sentence, and no initials without a full stop
_ABBREVIATED = 3  # letters of a word that a full stop may follow within a name

Words = tuple[tuple[str, bool], ...]
_NOBODY: Words = ()


class Beside(NamedTuple):
    """Words before a name, the nearest first, and after it, each as written and whether a full stop follows it.

    `titled`: a form of address stands before them, and `sex`: "female" or "male" where it says so; `head`: the first
    of them begins a sentence.
    """

    before: Words
    after: Words
    titled: bool
    head: bool
    sex: Sex = None


_BARE = Beside(_NOBODY, _NOBODY, False, False)


def beside(text: Placed, first: int, last: int) -> Beside:
    """What stands beside the words `first` to `last`."""
    if first and text.near[first - 1] and not text.large[first - 1]:
        before, titled = _NOBODY, is_title(text.word(first - 1))
        sex = sex_of_title(text.word(first - 1)) if titled else None
    else:
        before, titled, sex = _before(text, first)
    after = _after(text, last) if last + 1 < len(text.starts) and text.large[last + 1] else _NOBODY
    head = bool(before) and begins_sentence(text, first - len(before))
    if head and is_preposition(*before[-1]):
        before, head = before[:-1], False
    return Beside(before, after, titled, head, sex) if before or after or titled else _BARE


def is_preposition(word: str, dotted: bool) -> bool:
    """Whether a letter is a word of a language here, unless a full stop says that it is an initial."""
    return word in _ONE_LETTER and not dotted


def begins_sentence(text: Placed, number: int) -> bool:
    """Whether a word is the first of the text, or follows the end of a sentence or a line."""
    if number and text.near[number - 1] and text.text[text.begins[number] - 1] != "\n":
        return False
    return not number or not _ENDS.isdisjoint(text.text[text.finishes[number - 1] : text.begins[number]])


def _before(text: Placed, first: int) -> tuple[Words, bool, Sex]:
    found: list[tuple[str, bool]] = []
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        gap = "" if text.near[number] else text.between(number)
        if (gap and not (gap == "." and _may_have_dot(text, number))) or _is_apart(text, number):
            break
        if is_title(text.word(number)):
            return tuple(found) if found else _NOBODY, True, sex_of_title(text.word(number))
        if not text.large[number]:
            break
        found.append((text.as_written(number), gap == "."))
    return tuple(found) if found else _NOBODY, False, None


def _after(text: Placed, last: int) -> Words:
    found: list[tuple[str, bool]] = []
    for number in range(last + 1, min(len(text.starts), last + 1 + _REACH)):
        if not text.large[number]:
            break
        gap = text.between(number - 1)
        if gap and not ((gap == "," and number == last + 1) or (gap == "." and _may_have_dot(text, number - 1))):
            break
        if _is_apart(text, number - 1):
            break
        finish = text.finishes[number]
        found.append((text.as_written(number), text.text[finish : finish + 1] == "."))
    if len(found) > 1 and text.between(last) == "," and len(found[0][0]) == 1 and len(found[-1][0]) > 1:
        return _NOBODY  # "Kreshenko, I. Marrand": the initial is of the next name
    return tuple(found) if found else _NOBODY


def _is_apart(text: Placed, number: int) -> bool:
    """Whether an empty line stands between a word and the next."""
    return not text.near[number] and text.text.count("\n", text.finishes[number], text.begins[number + 1]) > 1


def _may_have_dot(text: Placed, number: int) -> bool:
    return text.ends[number] - text.starts[number] <= _ABBREVIATED or is_title(text.word(number))
