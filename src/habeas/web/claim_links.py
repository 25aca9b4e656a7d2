"""Links from a figure to the claims that it rests on: one address names only so many, and the words beside it say so.

A library of template filters, loaded for every template.
"""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

from habeas.answers.public import MOST_IDS

from .words import number

register = template.Library()


@register.filter
def asked(claims: Sequence[str]) -> SafeString:
    """The conditions that ask for these claims, as many as one address may name."""
    return mark_safe("&amp;".join(f"claim={one}" for one in claims[:MOST_IDS]))  # noqa: S308 - ids are digits


@register.filter
def so_many(claims: Sequence[str]) -> str:
    """How many claims a link leads to: "104 claims, the first 100 shown"."""
    told = f"{number(len(claims))} claim{'' if len(claims) == 1 else 's'}"
    return told + cut(claims)


@register.filter
def cut(claims: Sequence[str]) -> str:
    """What is said of a link that does not lead to all of the claims."""
    return f", the first {MOST_IDS} shown" if len(claims) > MOST_IDS else ""
