"""Every form of every known name in one automaton, which goes through a folded text once and finds them all.

A form is found as whole words only: not in a longer word, not as a part of a double name, not after an apostrophe that
belongs to the word. In scripts that write prefixes on to the word (Arabic, Hebrew) it is found with them, in scripts
without spaces wherever it stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from habeas.names.in_text.placed import Placed

_PREFIXED = {
    "؀ۿ": ("و", "ب", "ل", "ك", "ف", "وب", "ول", "لل"),
    "\u0590\u05ff": ("ו", "ב", "ל", "מ", "ש", "ה", "כ", "וב", "ול", "של"),
}
# Scripts by the first and the last of their letters.
_NO_SPACES = ("\u0e00\u0eff", "\u1000\u109f", "\u1780\u17ff", "\u3040\u30ff", "\u3400\u9fff")
_KATAKANA = ("\u30a1", "\u30fc")
_PARTICLES_FOLLOW = ("\uac00\ud7a3",)  # Hangul
_HYPHENS = "-‐‑–"
_APOSTROPHES = "'’ʼ‘`´ʹ"
_POSSESSIVE = frozenset(("s", "sche", "schen", "scher"))
_ELIDED = frozenset(("l", "d", "qu", "dell", "all", "nell", "sull"))


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name: whose (`number`), whether as it was written, and of a person whether the whole name."""

    number: int
    written: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """Forms that are found at folded[start:end]."""

    start: int
    end: int
    forms: tuple[Form, ...]


class Automaton:
    """The forms of the known names. Built once, then read only."""

    def __init__(self, spellings: Iterable[tuple[str, Form]]) -> None:
        """From folded spellings, each with what it is a form of."""
        of: dict[tuple[str, int], dict[int, Form]] = {}
        for spelling, form in spellings:
            for pattern in _patterns(spelling):
                forms = of.setdefault(pattern, {})
                if form.written or form.number not in forms:
                    forms[form.number] = form
        self._forms = [tuple(some.values()) for some in of.values()]
        self._machine = ahocorasick.Automaton()
        for place, (sought, prefix) in enumerate(of):
            self._machine.add_word(sought, (place, len(sought), prefix))
        self._machine.make_automaton()

    def __len__(self) -> int:
        return len(self._forms)

    def hits(self, text: Placed) -> Iterator[Hit]:
        """The forms that stand in the text, by their end; the longer before the shorter that ends with it."""
        if not self._forms:
            return
        for last, (place, length, prefix) in self._machine.iter(text.folded):
            start, end = last + 1 - length, last + 1
            start += (text.folded[start] == " ") + prefix
            end -= text.folded[last] == " "
            if _whole(text, start, end):
                yield Hit(start, end, self._forms[place])


def _patterns(form: str) -> Iterator[tuple[str, int]]:
    """What the automaton looks for: the form between spaces, or as the script wants it; and how long a prefix is."""
    if not form:
        return
    if _of(form, _NO_SPACES):
        yield form, 0
    elif _of(form, _PARTICLES_FOLLOW):
        yield f" {form}", 0
    else:
        yield f" {form} ", 0
        for script, prefixes in _PREFIXED.items():
            if _of(form, (script,)):
                yield from ((f" {prefix}{form} ", len(prefix)) for prefix in prefixes)


def _of(form: str, scripts: Sequence[str]) -> bool:
    return any(span[0] <= form[0] <= span[-1] for span in scripts)


def is_cut_off(text: Placed, number: int) -> bool:
    """Whether a word is only what an apostrophe cuts off a longer one: of "Tur'kov" both are."""
    return _cut_before(text, number) or _cut_after(text, number)


def _cut_before(text: Placed, number: int) -> bool:
    place = text.begins[number] - 1
    if place < 0 or text.text[place] not in _APOSTROPHES or not _letter(text.text, place - 1):
        return False
    return text.word(number - 1) not in _ELIDED


def _cut_after(text: Placed, number: int) -> bool:
    place = text.finishes[number]
    if place >= len(text.text) or text.text[place] not in _APOSTROPHES or not _letter(text.text, place + 1):
        return False
    return text.word(number + 1) not in _POSSESSIVE


def _whole(text: Placed, start: int, end: int) -> bool:
    """Whether what stands at folded[start:end] is whole words of the text itself."""
    if _KATAKANA[0] <= text.folded[start] <= _KATAKANA[1]:
        return not any(_KATAKANA[0] <= one <= _KATAKANA[1] for one in (text.folded[start - 1], text.folded[end]))
    first, last = text.number(start), text.number(end - 1)
    return not (_cut_before(text, first) or _cut_after(text, last))


def _letter(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalpha()
