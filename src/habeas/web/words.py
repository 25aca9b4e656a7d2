"""How a page says things: days in words, numbers with thousands, chains of speakers, names with their script.

Filters of the templates. What came from outside is escaped; only the marks around it
are ours.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from habeas.answers import plain
from habeas.answers.plain import TOLD_TO, review_of
from habeas.claims.vocabulary import AttributionKind, Modality, Polarity, Review
from habeas.claims.when import Meaning, When

from . import tongue
from .long_words import breakable
from .marked import in_turn, marked
from .scripts import script_tag
from .tongue import in_a_row, tell, tell_html, told
from .vocabulary import COMPARATORS, CREDIBLE, RELIABLE, SPEAKERS, STATES, TIES

Json = Mapping[str, Any]
MINUS = tongue.MINUS
UNNAMED = frozenset({"anonymous", "unnamed_group"})
NOT_JUDGED = "F6"


def day(value: date | str) -> str:
    """A day in words: 31 December 2025."""
    return tongue.day(date.fromisoformat(value) if isinstance(value, str) else value)


def plainly(word: str) -> str:
    """A word of the vocabulary as it is read: on record, not on_record."""
    return told(plain.plainly(word))


def between(first: date, last: date) -> str:
    """A day of which the first and the last possible are known, in words; the first is `date.min` where nobody says."""
    if first == date.min:
        return tell("some day up to {last}", last=last)
    return day(last) if first == last else tell("some day from {first} to {last}", first=first, last=last)


def in_state(value: str) -> str:
    """A custody state as it is read; any other value as it stands."""
    return tell(STATES.get(value, "")) or value


def cell(values: Sequence[str | None]) -> SafeString:
    """What those of a cell have in common, one value of each property by which a count is divided."""
    return named(in_a_row(tell("not said") if one is None else in_state(one) for one in values))


def divisions(by: str) -> str:
    """By what a count is divided, as it is read: sex and region."""
    first, *others = (plainly(one) for one in by.split(","))
    for other in others:
        first = tell("{one} and {other}", one=first, other=other)
    return first


def number(value: int | str | Decimal) -> str:
    """A number as it is read: 12,000; its minus a minus; decimals as printed."""
    return tongue.number(value)


def signed(value: int) -> str:
    """A change as it is read: +3, −1; of nothing, 0."""
    return f"{'+' if value > 0 else ''}{number(value)}"


def figure(stated: Json) -> str:
    """A stated number with what stands before it: about 1,110, more than 200, 20 to 30."""
    return f"{before(stated)} {digits(stated)}".strip()


def before(stated: Json) -> str:
    """What stands before a stated number: about, more than; nothing before an exact one."""
    comparator = COMPARATORS[stated["comparator"]]
    return tell(comparator) if {"low", "high"} & set(stated) else ""


def digits(stated: Json) -> str:
    """A stated number alone: 1,110, or 20 to 30; as printed where it is in words."""
    said = dict.fromkeys(number(stated[end]) for end in ("low", "high") if end in stated)
    if len(said) > 1:
        low, high = said
        return tell("{low} to {high}", low=low, high=high)
    return "".join(said) or str(stated.get("printed") or tell("no number"))


def of_whom(stated: Json) -> str:
    """Of whom or what a number is: people in custody (political prisoners in Belarus)."""
    subject = tell(str(stated["subject"]))
    if "population" not in stated:
        return subject
    return tell("{subject} ({population})", subject=subject, population=tell(str(stated["population"])))


def when(said: Json) -> str:
    """An uncertain date in words, as When has them."""
    return told(When.from_dict(said).plain())


def edtf(said: Json) -> str:
    """The EDTF text where the day is not plain, else nothing."""
    read = When.from_dict(said)
    return "" if read.certain and not read.marks else read.edtf


def dated(said: Json) -> str:
    """A date with what it is the date of: as of 31 December 2025, as of some day between …, announced: June 2024."""
    words, meaning = When.from_dict(said).plain(), Meaning(said["meaning"])
    if meaning in (Meaning.happened, Meaning.window) or words.startswith(("since ", "until ", "from ", "throughout ")):
        return told(words)
    if meaning is not Meaning.as_of:
        return tell("{what}: {when}", what=plainly(meaning), when=words)
    if words.startswith("between "):
        return tell("as of some day {when}", when=words)
    return tell("as of {when}", when=words)


def statement(claim: Json) -> str:
    """What is claimed; of what is denied, that it is."""
    said = str(claim["statement"])
    return tell("Denied: {said}", said=said) if claim["polarity"] == Polarity.denied else said


def sort(claim: Json) -> str:
    """What sort of claim it is, in a few words: figure, 1,226; offer, conditional; act, denied."""
    said = [plainly(claim["type"])]
    said += [figure(claim["figure"])] if "figure" in claim else []
    said += [plainly(claim["modality"])] if claim["modality"] != Modality.asserted else []
    said += [plainly(claim["polarity"])] if claim["polarity"] == Polarity.denied else []
    said += [tell("under second look")] if review_of(claim) == Review.second_look else []
    return in_a_row(said)


def place(claim: Json) -> str:
    """Where in its document a claim stands."""
    if "row" in claim:
        return tell("row {row}, column {column}", row=number(claim["row"]), column=claim["column"])
    if "page" in claim:
        return tell("page {page}", page=number(claim["page"]))
    return tell("characters {start} to {end}", start=number(claim["start"]), end=number(claim["end"]))


def named(name: str, language: str = "") -> SafeString:
    """A name apart from the text around it, with its language or script where that is not the page's."""
    tag, shown = language or script_tag(name), breakable(name)
    return marked('<bdi lang="{}">{}</bdi>', tag, shown) if tag else marked("<bdi>{}</bdi>", shown)


def titled(document: Json) -> SafeString:
    """A document by its title, its citation, or the first digits of its id."""
    said = document.get("title") or document.get("citation")
    if not said:
        return tell_html('Document <span class="key">{key}</span>', key=short(document["id"]))
    return named(said, document.get("language", ""))


def chain(attribution: Sequence[Json]) -> SafeString:
    """Who says so, in words: A, as told to B; the outermost speaker last, those who are not named marked."""
    return in_turn(told(TOLD_TO), (_speaker(link) for link in reversed(attribution)))


def speakers(attribution: Sequence[Json]) -> str:
    """The same without marks, for a title."""
    return told(TOLD_TO).join(_called(link) for link in reversed(attribution))


def not_admitted(count: int, why: str) -> str:
    """How many claims a lens does not admit, and why."""
    return told(plain.not_admitted(count, why))


def grade(claim: Json) -> SafeString:
    """The grade of a claim, in words as its title: F6, where nobody judged it."""
    found = str(claim.get("grade", NOT_JUDGED))
    return marked('<abbr title="{}">{}</abbr>', graded(found), found)


def grade_words(claim: Json) -> str:
    """The grade of a claim in words."""
    return graded(str(claim.get("grade", NOT_JUDGED)))


def graded(found: str) -> str:
    """A grade in words: its source usually reliable, the claim probably true."""
    if found == NOT_JUDGED:
        return tell("not judged")
    source, claim = tell(RELIABLE[found[0]]), tell(CREDIBLE[found[1]])
    return tell("its source {source}, the claim {claim}", source=source, claim=claim)


def tie(kind: str) -> str:
    """How one claim stands to another, before what the other is: disagrees with, repeated by."""
    return tell(TIES[kind])


def somebody(part: Json) -> str:
    """The id of the record or agent that takes part or speaks; nothing for a group or the document's own voice."""
    return str(part.get("record_id") or part.get("agent_id") or "")


def item(found: Mapping[Any, Any], key: Any) -> Any:
    """What stands under a key."""
    return found[key]


def innermost(attribution: Sequence[Json]) -> str:
    """In what manner the innermost speaker speaks, whose claim it is; nothing of the document's own voice."""
    kind = attribution[-1]["kind"]
    return "" if kind == AttributionKind.reporter_voice else plainly(kind)


def language(documents: Mapping[str, Json], document: str) -> str:
    """The language of one of several documents; nothing where it is not said."""
    return str(documents.get(document, {}).get("language", ""))


def short(digits: str) -> str:
    """The first eight digits of an id or a hash."""
    return digits[:8]


def chosen(message: str) -> str:
    """What is told of a wrong word, where it is chosen from a list and not written."""
    said = told(message)  # the English forms say "write" to everybody; a catalogue says "choose" by itself
    return said.replace(": write one of ", ": choose one of ").replace("Else write one of", "Else choose one of")


def _called(link: Json) -> str:
    """Who speaks; words of ours for somebody without a name are said in the language of the page."""
    return tell(str(link["agent"])) if link["agent"] in SPEAKERS else str(link["agent"])


def _speaker(link: Json) -> SafeString:
    said = named(_called(link))
    unnamed = link["kind"] in UNNAMED or link["agent"] == "a protected source"
    return marked('<span class="unnamed">{}</span>', said) if unnamed else said
