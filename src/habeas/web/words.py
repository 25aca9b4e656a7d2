"""How a page says things: days in words, numbers with thousands, chains of speakers, names with their script.

A library of template filters, loaded for every template. What came from outside is escaped; only the marks around it
are ours.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from habeas.answers import plain
from habeas.answers.plain import TOLD_TO, plainly, review_of
from habeas.claims.edtf import MONTHS
from habeas.claims.vocabulary import AttributionKind, Modality, Polarity, Review
from habeas.claims.when import Meaning, When

from .long_words import breakable
from .scripts import direction, script_tag

register = template.Library()
register.filter(plainly)

Json = Mapping[str, Any]
MINUS = "\u2212"
COMPARATORS = {">": "more than", ">=": "at least", "<": "fewer than", "<=": "at most", "~": "about", "=": ""}
UNNAMED = frozenset({"anonymous", "unnamed_group"})
NOT_JUDGED = "F6"
RELIABLE = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "not judged",
}
CREDIBLE = {
    "1": "confirmed",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "not judged",
}
TIES = {
    "contradicts": "disagrees with",
    "supports": "supports",
    "supported_by": "supported by",
    "repeats": "repeats",
    "repeated_by": "repeated by",
    "corrects": "corrects",
    "corrected_by": "corrected by",
}
STATES = {
    "police": "in police custody",
    "pretrial": "awaiting or on trial",
    "serving": "serving a sentence",
    "home": "confined at home",
    "restricted": "under restrictions",
    "unknown": "in custody, not said how",
}
BASES = {
    "published": "the day on which it was published",
    "added": "the day on which the row was added",
    "list": "the day of the list",
    "assumed": "assumed",
}


@register.filter
def day(value: date | str) -> str:
    """A day in words: 31 December 2025."""
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def between(first: date, last: date) -> str:
    """A day of which the first and the last possible are known, in words."""
    return day(last) if first == last else f"some day from {day(first)} to {day(last)}"


@register.filter
def in_state(value: str) -> str:
    """A custody state as it is read; any other value as it stands."""
    return STATES.get(value, value)


@register.filter
def cell(values: Sequence[str | None]) -> SafeString:
    """What those of a cell have in common, one value of each property by which a count is divided."""
    return named(", ".join("not said" if one is None else in_state(one) for one in values))


@register.filter
def divisions(by: str) -> str:
    """By what a count is divided, as it is read: sex and region."""
    return " and ".join(one.replace("_", " ") for one in by.split(","))


@register.filter
def number(value: int | str | Decimal) -> str:
    """A number as it is read: 12,000; its minus a minus; decimals as printed."""
    return f"{Decimal(value):,}".replace("-", MINUS)


@register.filter
def signed(value: int) -> str:
    """A change as it is read: +3, −1; of nothing, 0."""
    return f"{'+' if value > 0 else ''}{number(value)}"


@register.filter
def figure(stated: Json) -> str:
    """A stated number with what stands before it: about 1,110, more than 200, 20 to 30."""
    return f"{before(stated)} {digits(stated)}".strip()


@register.filter
def before(stated: Json) -> str:
    """What stands before a stated number: about, more than; nothing before an exact one."""
    return COMPARATORS[stated["comparator"]] if {"low", "high"} & set(stated) else ""


@register.filter
def digits(stated: Json) -> str:
    """A stated number alone: 1,110, or 20 to 30; as printed where it is in words."""
    said = dict.fromkeys(number(stated[end]) for end in ("low", "high") if end in stated)
    return " to ".join(said) or str(stated.get("printed", "no number"))


@register.filter
def of_whom(stated: Json) -> str:
    """Of whom or what a number is: people in custody (political prisoners in Belarus)."""
    return f"{stated['subject']} ({stated['population']})" if "population" in stated else str(stated["subject"])


@register.filter
def when(said: Json) -> str:
    """An uncertain date in words, as When has them."""
    return When.from_dict(said).plain()


@register.filter
def edtf(said: Json) -> str:
    """The EDTF text where the day is not plain, else nothing."""
    read = When.from_dict(said)
    return "" if read.certain and not read.marks else read.edtf


@register.filter
def dated(said: Json) -> str:
    """A date with what it is the date of: as of 31 December 2025, as of some day between …, announced: June 2024."""
    words, meaning = when(said), Meaning(said["meaning"])
    if meaning in (Meaning.happened, Meaning.window) or words.startswith(("since ", "until ", "from ", "throughout ")):
        return words
    if meaning is Meaning.as_of:
        return f"as of some day {words}" if words.startswith("between ") else f"as of {words}"
    return f"{plainly(meaning)}: {words}"


@register.filter
def statement(claim: Json) -> str:
    """What is claimed; of what is denied, that it is."""
    return f"Denied: {claim['statement']}" if claim["polarity"] == Polarity.denied else str(claim["statement"])


@register.filter
def way(claim: Json) -> str:
    """Which way the statement of a claim is read: ltr or rtl."""
    return direction(str(claim["statement"]))


@register.filter
def sort(claim: Json) -> str:
    """What sort of claim it is, in a few words: figure, 1,226; offer, conditional; act, denied."""
    said = [plainly(claim["type"])]
    said += [figure(claim["figure"])] if "figure" in claim else []
    said += [plainly(claim["modality"])] if claim["modality"] != Modality.asserted else []
    said += [claim["polarity"]] if claim["polarity"] == Polarity.denied else []
    said += ["under second look"] if review_of(claim) == Review.second_look else []
    return ", ".join(said)


@register.filter
def place(claim: Json) -> str:
    """Where in its document a claim stands."""
    if "row" in claim:
        return f"row {number(claim['row'])}, column {claim['column']}"
    if "page" in claim:
        return f"page {number(claim['page'])}"
    return f"characters {number(claim['start'])} to {number(claim['end'])}"


@register.filter
def basis(known: Json) -> str:
    """On what a known day rests."""
    return BASES[known["basis"]]


@register.filter
def named(name: str, language: str = "") -> SafeString:
    """A name apart from the text around it, with its language or script where that is not the page's."""
    tag, shown = language or script_tag(name), breakable(name)
    return format_html('<bdi lang="{}">{}</bdi>', tag, shown) if tag else format_html("<bdi>{}</bdi>", shown)


@register.filter
def titled(document: Json) -> SafeString:
    """A document by its title, its citation, or the first digits of its id."""
    said = document.get("title") or document.get("citation")
    if not said:
        return format_html('Document <span class="key">{}</span>', short(document["id"]))
    return named(said, document.get("language", ""))


@register.filter
def chain(attribution: Sequence[Json]) -> SafeString:
    """Who says so, in words: A, as told to B; the outermost speaker last, those who are not named marked."""
    return format_html_join(TOLD_TO, "{}", ((_speaker(link),) for link in reversed(attribution)))


@register.filter
def not_admitted(count: int, why: str) -> str:
    """How many claims a lens does not admit, and why."""
    return plain.not_admitted(count, why)


@register.filter
def grade(claim: Json) -> SafeString:
    """The grade of a claim, in words as its title: F6, where nobody judged it."""
    found = str(claim.get("grade", NOT_JUDGED))
    return format_html('<abbr title="{}">{}</abbr>', graded(found), found)


@register.filter
def grade_words(claim: Json) -> str:
    """The grade of a claim in words."""
    return graded(str(claim.get("grade", NOT_JUDGED)))


def graded(found: str) -> str:
    """A grade in words: its source usually reliable, the claim probably true."""
    if found == NOT_JUDGED:
        return "not judged"
    return f"its source {RELIABLE[found[0]]}, the claim {CREDIBLE[found[1]]}"


@register.filter
def tie(kind: str) -> str:
    """How one claim stands to another, before what the other is: disagrees with, repeated by."""
    return TIES[kind]


@register.filter
def somebody(part: Json) -> str:
    """The id of the record or agent that takes part or speaks; nothing for a group or the document's own voice."""
    return str(part.get("record_id") or part.get("agent_id") or "")


@register.filter
def item(found: Mapping[Any, Any], key: Any) -> Any:
    """What stands under a key."""
    return found[key]


@register.filter
def innermost(attribution: Sequence[Json]) -> str:
    """In what manner the innermost speaker speaks, whose claim it is; nothing of the document's own voice."""
    kind = attribution[-1]["kind"]
    return "" if kind == AttributionKind.reporter_voice else plainly(kind)


@register.filter
def language(documents: Mapping[str, Json], document: str) -> str:
    """The language of one of several documents; nothing where it is not said."""
    return str(documents.get(document, {}).get("language", ""))


@register.filter
def short(digits: str) -> str:
    """The first eight digits of an id or a hash."""
    return digits[:8]


def chosen(message: str) -> str:
    """What is told of a wrong word, where it is chosen from a list and not written."""
    return message.replace(": write one of ", ": choose one of ").replace("Else write one of", "Else choose one of")


def _speaker(link: Json) -> SafeString:
    said = named(str(link["agent"]))
    unnamed = link["kind"] in UNNAMED or link["agent"] == "a protected source"
    return format_html('<span class="unnamed">{}</span>', said) if unnamed else said
