"""Links from a figure to the claims that it rests on: one address names only so many, and the words beside it say so.

Filters of the templates.
"""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from habeas.answers.public import MOST_IDS

from .tongue import tell, tell_many


def asked(claims: Sequence[str]) -> SafeString:
    """The conditions that ask for these claims, as many as one address may name."""
    return mark_safe("&amp;".join(f"claim={one}" for one in claims[:MOST_IDS]))  # noqa: S308 - ids are digits


def so_many(claims: Sequence[str]) -> str:
    """How many claims a link leads to: "104 claims, the first 100 shown"."""
    return tell_many("{number} claim", "{number} claims", len(claims)) + cut(claims)


def cut(claims: Sequence[str]) -> str:
    """What is said of a link that does not lead to all of the claims."""
    return tell(", the first {most} shown", most=MOST_IDS) if len(claims) > MOST_IDS else ""
