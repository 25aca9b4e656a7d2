"""What a page says of its copies: how it is cited, each file, and what is put into another's page."""

from collections.abc import Collection
from html import escape
from typing import Any
from urllib.parse import parse_qsl

from django.http import HttpRequest

from habeas.answers import public
from habeas.answers.plain import plainly
from habeas.charts.alone import forms
from habeas.register.read import View

from .addresses import url
from .cited import Source, at_entry, source
from .copies import CHOOSES, EMBED, Copies
from .tongue import tell

MOST_LINKS = 4  # of one sort; among more one is chosen
KEY = 180  # px of a frame for what its marks mean


def offered(request: HttpRequest, copies: Copies, seen: View, json: str) -> dict[str, Any]:
    """What a page says of its copies: how it is cited, each file, and what is put into another's page."""
    here = source(request, copies, seen)
    charts = [name for name, drawing in copies.charts.items() if drawing]
    embed = here.copy(EMBED)
    drawn = forms(next(filter(None, copies.charts.values()), "")).get("narrow", "")
    frame = (
        f'<iframe src="{escape(here.base + embed)}" title="{escape(copies.finding)}" width="100%" '
        f'height="{_height(drawn) + KEY * (copies.key is not tuple)}" loading="lazy"></iframe>'
    )
    return {
        "sentence": f"{copies.finding}. {public.register_name()}, {here.of_finding}.",
        "address": here.address,
        "asked": parse_qsl(here.query),
        "json": at_entry(json, seen) if json else "",
        "tables": _files(here, copies.tables, "csv"),
        "charts": _files(here, charts, "svg", "png"),
        "embed": embed,
        "of_register": copies.of_register,
        "frame": frame,
    }


def _named(name: str) -> str:
    """What a table or a chart is called on the page that it is taken from."""
    return tell(plainly(name))


def _files(here: Source, names: Collection[str], *in_forms: str) -> dict[str, Any]:
    """The files of a page's tables or charts: links, or where there are many what a form needs to ask for one."""
    if len(names) > MOST_LINKS:
        to_press = [(form.upper(), url("copy", here.page, form)) for form in in_forms]
        every = [(name, _named(name)) for name in names]
        return {"links": [], "what": CHOOSES[in_forms[0]], "names": every, "forms": to_press}
    several = len(names) > 1
    return {
        "links": [
            (
                f"{form.upper()}, {_named(name)}" if several else form.upper(),
                here.copy(form, **_name(form, name, several)),
            )
            for name in names
            for form in in_forms
        ]
    }


def _name(form: str, name: str, several: bool) -> dict[str, str]:
    """What names one of several; the one that a page has alone needs no name."""
    return {CHOOSES[form]: name} if several else {}


def _height(drawn: str) -> int:
    """So many px a frame needs at least, its drawing as wide as it is ever shown."""
    if not drawn:
        return 360
    _, _, width, height = (float(one) for one in drawn.partition('viewBox="')[2].partition('"')[0].split())
    return 460 + round(528 * height / width)
