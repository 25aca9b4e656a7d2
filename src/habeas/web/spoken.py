"""The language that is spoken while a page is made: asked for with every word, and so at hand.

Django is told of it, too, and what speaks no language of ours here speaks the one that Django has been told.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language, override
from django.utils.translation.trans_real import translation

ENGLISH = "en"


class Spoken(NamedTuple):
    """A language, and its words for a form in English, and for one of two forms by a number."""

    language: str
    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


_SPOKEN: ContextVar[Spoken | None] = ContextVar("spoken", default=None)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """From here on this language is spoken, until the block ends."""
    before = _SPOKEN.set(_of(language))
    try:
        with override(language):
            yield
    finally:
        _SPOKEN.reset(before)


def spoken() -> Spoken:
    """The language that is spoken."""
    return _SPOKEN.get() or _of(get_language() or ENGLISH)


def language() -> str:
    """The code of the language that is spoken."""
    return spoken().language


def gettext(form: str) -> str:
    """A form in the language that is spoken; in English, where that has no words for it."""
    return spoken().gettext(form)


def ngettext(one: str, more: str, number: int) -> str:
    """The form that the language has for a number."""
    return spoken().ngettext(one, more, number)


@lru_cache
def _of(language: str) -> Spoken:
    if language == ENGLISH:
        return Spoken(language, str, lambda one, more, number: one if number == 1 else more)
    catalog = translation(language)
    return Spoken(language, catalog.gettext, catalog.ngettext)
