"""The language of the templates: Jinja2, with the words, links and marks that every page may use.

What came from outside is escaped, as everywhere; only the marks around it are ours, and so are the words that a
template has itself and their translations. A name that nobody gave is a mistake and fails; what a record does not say
is nothing.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.template import engines
from django.template.defaultfilters import capfirst, floatformat, truncatewords
from django.templatetags.static import static
from django.utils.safestring import SafeString
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import escape

from . import claim_links, codebook_links, foreign, known_days, tongue, words
from .addresses import url
from .spoken import gettext, ngettext, speaking

FILTERS: dict[str, Callable[..., Any]] = {
    one.__name__: one
    for one in (
        *(capfirst, floatformat, truncatewords),
        *(claim_links.asked, claim_links.cut, claim_links.so_many, codebook_links.word),
        *(foreign.met, foreign.read_as, foreign.told, known_days.basis, known_days.known, known_days.known_day),
        *(words.before, words.cell, words.chain, words.dated, words.day, words.digits, words.divisions, words.edtf),
        *(words.figure, words.grade, words.grade_words, words.in_state, words.innermost, words.item, words.language),
        *(words.named, words.not_admitted, words.number, words.of_whom, words.place, words.plainly, words.short),
        *(tongue.tell, words.signed, words.somebody, words.sort, words.statement, words.tie, words.titled, words.when),
    )
}


class Pages(Environment):
    """Templates for which a key that a record does not have is None."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What stands under a key of a record, or is an attribute of an object."""
        return obj.get(attribute) if isinstance(obj, dict) else super().getattr(obj, attribute)


def environment(**options: Any) -> Environment:
    """The templates as Django's settings name them."""
    options |= {"undefined": StrictUndefined, "finalize": written, "keep_trailing_newline": True}
    options |= {"extensions": ["jinja2.ext.i18n"], "optimized": False}  # what depends on the language is never folded
    made = Pages(**options)
    made.newstyle_gettext = True  # type: ignore[attr-defined] # of the extension: a message is given its parts
    made.globals = {"_": said, "gettext": filled, "ngettext": filled_of}
    made.globals |= {"in_language": in_language, "static": still, "url": url, "comma": tongue.comma}
    made.filters |= FILTERS | {"in_a_row": tongue.in_a_row_html}
    return made


def compile_all() -> None:
    """Compile every template, half a second's work, so that no reader waits for it."""
    made: Environment = engines["jinja2"].env  # type: ignore[attr-defined] # of this backend
    for name in made.list_templates():
        made.get_template(name)


@pass_context  # so that it is asked when a page is made, also of what a template has itself
def written(context: Context, value: Any) -> Any:
    """A value as it stands in a page: nothing of None. It is escaped by Jinja2."""
    return "" if value is None else value


def said(words: str) -> SafeString:
    """Words of a template in the language of the page."""
    return SafeString(gettext(words) if words else "")  # of "" a catalogue has what it says of itself


def filled(form: str, /, **parts: Any) -> SafeString:
    """A form of words in the language of the page, with its parts."""
    return _with(gettext(form), parts)


def filled_of(one: str, more: str, number: int, /, **parts: Any) -> SafeString:
    """The form that the language has for a number, with its parts."""
    return _with(ngettext(one, more, number), parts)


def in_language(language: str, caller: Callable[[], str]) -> str:
    """A part of a page in the language of its reader, which may be another than the page's."""
    with speaking(language):
        return caller()


@lru_cache(64)
def still(name: str) -> str:
    """The address of a file that stands beside the pages."""
    return static(name)


def _with(form: str, parts: dict[str, Any]) -> SafeString:
    return SafeString(form % {name: escape(part) for name, part in parts.items()})
