"""The chart of one person's custody: what is certain, what is possible, where, recognised by whom, known since when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from habeas.answers.held import Held
from habeas.answers.opened import Claim
from habeas.answers.person_page import PersonPage
from habeas.answers.plain import count_word, plainly
from habeas.charts import custody
from habeas.charts.given import ActMark, CustodyChart, CustodyStep, Place, Recognised
from habeas.charts.scale import shifted
from habeas.claims.act import CustodyState
from habeas.custody.report import Recognition, Report

from . import words

AROUND = 60  # days drawn before the first day and after the last that anything is said of


@dataclass(frozen=True, slots=True)
class DrawnCustody:
    """The chart, its title, what is drawn, for how many days and in how many periods, and who recognised when.

    `doubt` says what makes an interval of the days; nothing where they are one number.
    """

    title: str
    svg: SafeString
    days: str
    spells: str
    doubt: str
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
    title = _title(held)
    chart = CustodyChart(
        title=title,
        description=_description(held),
        first=first,
        last=shifted(last, 1),
        steps=_steps(held, first, last),
        acts=[_mark(one, held, pin) for one in held.reports],
        places=_places(page.about, last),
        recognised=_recognised(held.recognitions, names, last),
        open_words=_open(held),
    )
    svg = mark_safe(custody.draw_custody(chart, "custody"))  # noqa: S308 - built of escaped parts
    recognised = tuple((one.body, _since(one.stretches)) for one in chart.recognised)
    return DrawnCustody(title, svg, _bare_days(held), _spells(held), _doubt(held), recognised)


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


def _mark(one: Report, held: Held, pin: str) -> ActMark:
    told = plainly(one.act.value)
    apart = any(one.claim in pair for pair in held.account.contradicts)
    known = date.fromisoformat(one.known) if one.known else None
    return ActMark(one.earliest, one.latest, told.capitalize(), known, reverse("claim", args=[one.claim]) + pin, apart)


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
    return [Recognised(names.get(body, "not named"), _stretches(some, last)) for body, some in by_body.items()]


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
    return "no act seen since" if held.steps[-1].standing.certainly else "possibly still held"


def _title(held: Held) -> str:
    count = len(held.spells)
    if not count:
        return "No time in custody is told of"
    times = {1: "In custody once", 2: "In custody twice"}.get(count, f"In custody {count} times")
    return f"{times}, {_days(held)}"


def _days(held: Held) -> str:
    low, high = held.days
    if high is None:
        return f"for at least {_counted(low)}" if low else "for how long is not known"
    if low == high:
        return f"for {_counted(low)}"
    return f"for {words.number(low)} to {_counted(high)}"


def _counted(days: int) -> str:
    return f"{words.number(days)} day{'' if days == 1 else 's'}"


def _bare_days(held: Held) -> str:
    """The days as a figure: "1,257–1,316"; nothing where neither end is known."""
    low, high = held.days
    if high is None:
        return f"{words.number(low)} or more" if low else ""
    return words.number(low) if low == high else f"{words.number(low)}–{words.number(high)}"


def _doubt(held: Held) -> str:
    """Why the days are an interval, in a sentence."""
    low, high = held.days
    if high is None:
        return "No claim says when custody began."
    if low == high:
        return ""
    vague = sum(one.earliest != one.latest for one in held.reports)
    whose = f"{count_word(vague)} act{' has' if vague == 1 else 's have'} no certain day" if vague else "claims differ"
    return f"The difference of {_counted(high - low)} is there because {whose}."


def _since(stretches: Sequence[tuple[date, date | None]]) -> str:
    """From when to when somebody was recognised: "since 24 May 2020"."""
    if not stretches:
        return "not any more"
    told = (
        f"from {words.day(first)} to {words.day(last)}" if last else f"since {words.day(first)}"
        for first, last in stretches
    )
    return ", ".join(told)


def _spells(held: Held) -> str:
    if not held.spells:
        return ""
    return f"in {count_word(len(held.spells))} period{'' if len(held.spells) == 1 else 's'}"


def _description(held: Held) -> str:
    told = [f"{plainly(one.act.value)} {_day(one)}" for one in held.reports]
    said = f"{', '.join(told)}; {_days(held)} in custody"
    return f"{said[:1].upper()}{said[1:]}"


def _day(one: Report) -> str:
    if one.earliest == one.latest and one.earliest:
        return words.day(one.earliest)
    ends = [words.day(day) if day else "a day not known" for day in (one.earliest, one.latest)]
    return f"between {ends[0]} and {ends[1]}"
