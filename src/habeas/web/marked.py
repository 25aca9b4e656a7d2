"""Marks of ours around words that may be anybody's: what is not marked up already is escaped, and nothing twice.

A page has hundreds of these, so that the escaping is markupsafe's, which Jinja2 uses too.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString
from markupsafe import escape


def marked(form: str, /, *parts: Any, **named: Any) -> SafeString:
    """A form, in which marks may stand, with its parts."""
    return SafeString(form.format(*map(escape, parts), **{name: escape(part) for name, part in named.items()}))


def in_turn(between: str, parts: Iterable[Any]) -> SafeString:
    """The parts one after the other, with these words of ours between them."""
    return SafeString(between.join(map(escape, parts)))
