"""Words of the vocabulary on a page, each leading to where the codebook says what it means."""

from django.utils.safestring import SafeString

from .addresses import url
from .marked import marked
from .words import plainly
from .writings import CODEBOOK, codebook_anchor


def word(value: str, under: str) -> SafeString:
    """`detained`, in plain words, as a link to the word under a heading of the codebook ("acts")."""
    return marked('<a class="word" href="{}#{}">{}</a>', url(CODEBOOK), codebook_anchor(under, value), plainly(value))
