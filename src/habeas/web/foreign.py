"""What stays in another language than the page is marked with it, so that a voice which reads the page can change.

Filters of the templates: words of the record, and those that no catalogue has yet.
"""

from django.utils.safestring import SafeString

from habeas.claims.wording import Worded

from . import tongue
from .languages import ENGLISH
from .marked import marked
from .scripts import LATIN, direction, foreign_tag
from .spoken import language
from .words import Json


def met(words: str) -> str:
    """Words of the record that a catalogue may have, translated where it has them."""
    return _marked(tongue.tell(words), words)


def told(words: str) -> str:
    """Words of a room below in the language of the page."""
    return _marked(tongue.told(words), words)


def read_as(claim: Json) -> SafeString:
    """The marks of an element that holds the statement of a claim: which way it is read, and in which language."""
    said = str(claim["statement"])
    tag = foreign_tag(said, language())
    return marked('dir="{}" lang="{}"', direction(said), tag) if tag else marked('dir="{}"', direction(said))


def _marked(said: str, words: str) -> str:
    """What is said for some words; where it is they still, in another script, apart and with their language.

    What a room below has worded is English; of words of the record the script alone is known.
    """
    tag = foreign_tag(said, language()) if said == words else ""
    if tag == LATIN and isinstance(words, Worded):
        tag = ENGLISH
    return marked('<bdi lang="{}">{}</bdi>', tag, said) if tag else said
