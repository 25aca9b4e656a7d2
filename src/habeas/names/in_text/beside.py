"""What stands beside a surname in a text: the capitalised words before and after it, as far as a name may reach.

A form of address ends a name to the left and is no part of it: "President Vladimir V. Putin". To the right a comma may
follow the surname once: "Kreshenko, Valduna".
"""

from typing import NamedTuple

from habeas.names.in_text.longer import is_title
from habeas.names.in_text.placed import Placed

_REACH = 3  # words on either side
_ENDS = frozenset(".!?…:;•*\n")
_ONE_LETTER = frozenset("AEIKOSUVWYZАВЗИКОСУЯІЎ")  # words that begin a sentence, and no initials without a full stop
_ABBREVIATED = 3  # letters of a word that a full stop may follow within a name

Words = tuple[tuple[str, bool], ...]
_NOBODY: Words = ()


class Beside(NamedTuple):
    """Words before a name, the nearest first, and after it, each as written and whether a full stop follows it.

    `titled`: a form of address stands before them; `head`: the first of them begins a sentence.
    """

    before: Words
    after: Words
    titled: bool
    head: bool


_BARE, _TITLED = Beside(_NOBODY, _NOBODY, False, False), Beside(_NOBODY, _NOBODY, True, False)


def beside(text: Placed, first: int, last: int) -> Beside:
    """What stands beside the words `first` to `last`."""
    if first and text.near[first - 1] and not text.large[first - 1]:
        before, titled = _NOBODY, is_title(text.word(first - 1))
    else:
        before, titled = _before(text, first)
    after = _after(text, last) if last + 1 < len(text.starts) and text.large[last + 1] else _NOBODY
    head = bool(before) and begins_sentence(text, first - len(before))
    if head and before[-1][0] in _ONE_LETTER and not before[-1][1]:
        before, head = before[:-1], False
    if not before and not after:
        return _TITLED if titled else _BARE
    return Beside(before, after, titled, head)


def begins_sentence(text: Placed, number: int) -> bool:
    """Whether a word is the first of the text, or follows the end of a sentence or a line."""
    if number and text.near[number - 1] and text.text[text.begins[number] - 1] != "\n":
        return False
    return not number or not _ENDS.isdisjoint(text.text[text.finishes[number - 1] : text.begins[number]])


def _before(text: Placed, first: int) -> tuple[Words, bool]:
    found: list[tuple[str, bool]] = []
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        gap = "" if text.near[number] else text.between(number)
        if (gap and not (gap == "." and _may_have_dot(text, number))) or _is_apart(text, number):
            break
        if is_title(text.word(number)):
            return tuple(found) if found else _NOBODY, True
        if not text.large[number]:
            break
        found.append((text.as_written(number), gap == "."))
    return tuple(found) if found else _NOBODY, False


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
