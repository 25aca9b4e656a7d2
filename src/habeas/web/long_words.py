"""Words that no line has room for: they may be broken anywhere, and no others are."""

import re

from django.utils.safestring import SafeString

from .marked import in_turn, marked

_LONG = re.compile(r"([^\s\-/]{28,})")  # letters without a blank, a hyphen or a stroke, where a line breaks by itself


def breakable(text: str) -> SafeString:
    """The text, escaped, with each word that is too long for a column marked as one that may be broken.

    Marked, and not cut by a soft hyphen: letters that are joined stay joined, and what is copied is what was written.
    """
    parts = _LONG.split(text)
    return in_turn(
        "", (marked('<span class="long">{}</span>', part) if at % 2 else part for at, part in enumerate(parts))
    )
