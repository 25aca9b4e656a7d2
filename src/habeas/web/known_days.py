"""Since when a claim is known, told in one way on every page, and of an assumed day that it is assumed.

Filters of the templates.
"""

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from habeas.claims.vocabulary import KnownBasis

from . import words
from .marked import marked
from .tongue import tell, tell_html
from .vocabulary import BASES
from .words import Json


def known_day(known: Json) -> SafeString:
    """The day on which something was known; of an assumed one the first, from which it counts, and that it is so."""
    day = marked("<bdi>{}</bdi>", words.day(known["earliest"]))
    if known["basis"] != KnownBasis.assumed:
        return day
    if known["earliest"] == known["latest"]:
        return tell_html('{day}, <span class="assumed">assumed</span>', day=day)
    return tell_html('{day} or later, <span class="assumed">assumed</span>', day=day)


def known_words(known: Json) -> str:
    """The same without marks."""
    return strip_tags(known_day(known))


def known(of: Json) -> SafeString:
    """Since when a claim is known, in a few words: known 31 December 2025."""
    return tell_html("known {day}", day=known_day(of))


def basis(known: Json) -> str:
    """On what a known day rests."""
    rests_on = BASES[known["basis"]]
    return tell(rests_on)
