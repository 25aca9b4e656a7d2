"""What stays in another language than the page is marked with it, so that a voice which reads the page can change.

A library of template filters, loaded for every template: words of the record, and those that no catalogue has yet.
"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from habeas.claims.wording import Worded

from .languages import ENGLISH
from .scripts import LATIN, direction, foreign_tag
from .tongue import tell, told
from .words import Json

register = template.Library()


@register.filter
def met(words: str) -> str:
    """Words of the record that a catalogue may have, translated where it has them."""
    return _marked(tell(words), words)


@register.filter(name="told")
def told_here(words: str) -> str:
    """Words of a room below in the language of the page."""
    return _marked(told(words), words)


@register.filter
def read_as(claim: Json) -> SafeString:
    """The marks of an element that holds the statement of a claim: which way it is read, and in which language."""
    said = str(claim["statement"])
    tag = foreign_tag(said, get_language() or ENGLISH)
    return format_html('dir="{}" lang="{}"', direction(said), tag) if tag else format_html('dir="{}"', direction(said))


def _marked(said: str, words: str) -> str:
    """What is said for some words; where it is they still, in another script, apart and with their language.

    What a room below has worded is English; of words of the record the script alone is known.
    """
    tag = foreign_tag(said, get_language() or ENGLISH) if said == words else ""
    if tag == LATIN and isinstance(words, Worded):
        tag = ENGLISH
    return format_html('<bdi lang="{}">{}</bdi>', tag, said) if tag else said
