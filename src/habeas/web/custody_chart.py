"""The chart of one person's custody: what is certain, what is possible, where, recognised by whom, known since when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from habeas.answers.held import Held
from habeas.answers.opened import Claim
from habeas.answers.person_page import PersonPage
from habeas.answers.plain import count_word
from habeas.charts import custody
from habeas.charts.given import ActMark, CustodyChart, CustodyStep, CustodyWords, Place, Recognised
from habeas.charts.scale import shifted
from habeas.claims.act import CustodyState
from habeas.custody.report import Recognition, Report

from . import tongue, words
from .addresses import url
from .drawing import as_read
from .tongue import first_up, in_a_row, number, tell, tell_many

AROUND = 60  # days drawn before the first day and after the last that anything is said of


@dataclass(frozen=True, slots=True)
class DrawnCustody:
    """The chart, its title, what is drawn, for how many days and in how many periods, and who recognised when.

    `doubt` says what makes an interval of the days; nothing where they are one number. `unseen` says since when no act
    is seen of a stay that is open on the day asked about.
    """

    title: str
    svg: SafeString
    days: str
    spells: str
    doubt: str
    unseen: str
    recognised: tuple[tuple[str, str], ...]


def drawn(page: PersonPage, names: Mapping[str, str], pin: str) -> DrawnCustody | None:
    """The custody of a person; `names` are those of the bodies that recognise. None where no day is known at all."""
    held = page.custody
    if held is None:
        return None
    days = [day for one in held.reports for day in (one.earliest, one.latest) if day]
    if not days:
        return None
    first, last = shifted(min(days), -AROUND), max(page.as_of, max(days))
    if not _open(held) and not any(one.latest and one.latest > max(days) for one in held.recognitions):
        last = min(last, shifted(max(days), AROUND))  # nothing is open: no empty years up to today
    told_to = _told_to(held, page.as_of)
    unseen = tell("no act seen since {last:of}", last=told_to) if told_to else ""
    title = _title(held, page.as_of, unseen)
    chart = CustodyChart(
        title=title,
        description=_description(held),
        first=first,
        last=shifted(last, 1),
        steps=_steps(held, first, last),
        acts=[_mark(some, held, pin) for some in _alike(held.reports)],
        places=_places(page.about, last),
        recognised=_recognised(held.recognitions, names, last),
        open_words=_open(held),
        told_to=told_to,
        words=_words(),
    )
    svg = as_read(custody.draw_custody(chart, "custody"))
    recognised = tuple((one.body, _since(one.stretches)) for one in chart.recognised)
    return DrawnCustody(title, svg, _bare_days(held), _spells(held), _doubt(held), unseen, recognised)


def _steps(held: Held, first: date, last: date) -> list[CustodyStep]:
    return [
        CustodyStep(
            max(step.first, first),
            step.standing.certainly,
            step.standing.possibly,
            step.standing.best,
            "" if step.state in (None, CustodyState.unknown) else words.in_state(step.state.value),
        )
        for step, following in zip(held.steps, [*held.steps[1:], None], strict=True)
        if step.first <= last and (following is None or following.first > first)
    ]


def _alike(reports: Iterable[Report]) -> list[list[Report]]:
    """The same act of the same days, however many tell of it."""
    found: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for one in reports:
        found[one.act, one.denied, one.earliest, one.latest].append(one)
    return list(found.values())


def _mark(some: Sequence[Report], held: Held, pin: str) -> ActMark:
    """One mark of an act that several tell of alike, learned when the first of them was known."""
    one = min(some, key=lambda each: each.known or date.max.isoformat())
    told = first_up(words.plainly(one.act.value))
    if len(some) > 1:
        told = tell_many("{act}, {number} claim", "{act}, {number} claims", len(some), act=told)
    apart = any(each.claim in pair for each in some for pair in held.account.contradicts)
    known = date.fromisoformat(one.known) if one.known else None
    return ActMark(one.earliest, one.latest, told, known, url("claim", one.claim) + pin, apart)


def _places(about: Sequence[Claim], last: date) -> list[Place]:
    """Where the person was held, as far as claims of acts name the place, until the next that does."""
    named = [
        (date.fromisoformat(claim.said["when"]["latest"]), str(claim.said["act"]["facility"]))
        for claim in about
        if "facility" in claim.said.get("act", {}) and "latest" in claim.said.get("when", {})
    ]
    found = sorted(one for one in named if one[0] <= last)
    ends = [*(day for day, _ in found[1:]), None][: len(found)]
    return [Place(day, following, name) for (day, name), following in zip(found, ends, strict=True)]


def _recognised(said: Iterable[Recognition], names: Mapping[str, str], last: date) -> list[Recognised]:
    by_body: dict[str, list[Recognition]] = defaultdict(list)
    for one in said:
        by_body[one.body].append(one)
    return [Recognised(names.get(body) or tell("not named"), _stretches(some, last)) for body, some in by_body.items()]


def _stretches(said: Sequence[Recognition], last: date) -> list[tuple[date, date | None]]:
    """From the last possible day of each recognition to that of the withdrawal after it."""
    found: list[tuple[date, date | None]] = []
    for one in sorted(said, key=lambda one: (one.latest or date.max, one.order)):
        day = one.latest or one.earliest
        if day is None or day > last:
            continue
        is_open = bool(found) and found[-1][1] is None
        if one.withdrawn and is_open:
            found[-1] = (found[-1][0], day)
        elif not one.withdrawn and not is_open:
            found.append((day, None))
    return found


def _open(held: Held) -> str:
    if not held.steps[-1].standing.possibly:
        return ""
    return tell("no act seen since") if held.steps[-1].standing.certainly else tell("possibly still held")


def _told_to(held: Held, as_of: date) -> date | None:
    """The last day of which an act says something; None where custody is not open then, or an act is of a later day."""
    if not (held.standing.possibly and _open(held)):
        return None
    days = [day for one in held.account.reports if not one.denied for day in (one.earliest, one.latest) if day]
    return max(days) if max(days) < as_of else None


def _title(held: Held, as_of: date, unseen: str) -> str:
    count, days = len(held.spells), _days(held)
    if unseen and any(held.days):
        days = tell("{days} up to {as_of:of}, {unseen}", days=days, as_of=as_of, unseen=unseen)
    if not count:
        return tell("No time in custody is told of")
    if count == 1:
        return tell("In custody once, {days}", days=days)
    if count == 2:
        return tell("In custody twice, {days}", days=days)
    return tell_many("In custody {number} time, {days}", "In custody {number} times, {days}", count, days=days)


def _days(held: Held) -> str:
    low, high = held.days
    if high is None:
        if not low:
            return tell("for how long is not known")
        return tell_many("for at least {number} day", "for at least {number} days", low)
    if low == high:
        return tell_many("for {number} day", "for {number} days", low)
    return tell_many("for {low} to {number} day", "for {low} to {number} days", high, low=low)


def _bare_days(held: Held) -> str:
    """The days as a figure: "1,257–1,316"; nothing where neither end is known."""
    low, high = held.days
    if high is None:
        return tell("{low} or more", low=low) if low else ""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def _doubt(held: Held) -> str:
    """Why the days are an interval, in a sentence."""
    low, high = held.days
    if high is None:
        return tell("When custody began is not said.")
    if low == high:
        return ""
    vague = sum(one.earliest != one.latest for one in held.reports)
    if not vague:
        return tell("They are an interval because claims differ.")
    return tell_many(
        "They are an interval because {number} act has no certain day.",
        "They are an interval because {number} acts have no certain day.",
        vague,
    )


def _since(stretches: Sequence[tuple[date, date | None]]) -> str:
    """From when to when somebody was recognised: "since 24 May 2020"."""
    told = [
        tell("from {first:of} to {last:of}", first=first, last=last) if last else tell("since {first:of}", first=first)
        for first, last in stretches
    ]
    return in_a_row(told) or tell("not any more")


def _spells(held: Held) -> str:
    count = len(held.spells)
    return tell_many("in {many} period", "in {many} periods", count, many=count_word(count)) if count else ""


def _description(held: Held) -> str:
    told = [tell("{act} {when}", act=words.plainly(one.act.value), when=_day(one)) for one in held.reports]
    return first_up(tell("{acts}; {days} in custody", acts=in_a_row(told), days=_days(held)))


def _words() -> CustodyWords:
    """What stands beside the rows of the drawing."""
    return CustodyWords(
        custody=tell("Custody"),
        custody_more=tell("held, or not"),
        where=tell("Where"),
        where_more=tell("prison or colony"),
        recognised=tell("Recognised by"),
        known=tell("Known"),
        known_more=tell("the day it was public"),
        months=tongue.months_short(),
    )


def _day(one: Report) -> str:
    if one.earliest and one.latest:
        return words.between(one.earliest, one.latest)
    first, last = (words.day(day) if day else tell("a day not known") for day in (one.earliest, one.latest))
    return tell("between {first} and {last}", first=first, last=last)
