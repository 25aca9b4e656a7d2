"""A drawing as it stands in a page: read with the page, its numbers as the language of the page writes them."""

import re

from django.utils.safestring import SafeString, mark_safe

from habeas.charts.mirror import mirrored

from . import tongue
from .languages import ENGLISH, way
from .spoken import language as spoken

_WORDS = re.compile(r"(<text\b[^>]*>)([^<]*)(</text>)")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


def as_read(drawings: str) -> SafeString:
    """Drawings that `charts` has made of escaped parts, for the language of the page."""
    language = spoken()
    if language != ENGLISH:
        drawings = _WORDS.sub(lambda found: f"{found[1]}{_local(found[2])}{found[3]}", drawings)
    return mark_safe(mirrored(drawings) if way(language) == "rtl" else drawings)  # noqa: S308 - built of escaped parts


def _local(words: str) -> str:
    """The numbers that a chart has written itself, on its axes and at its marks."""
    return tongue.digits(_THOUSANDS.sub(lambda found: tongue.number(found[0].replace(",", "")), words))
