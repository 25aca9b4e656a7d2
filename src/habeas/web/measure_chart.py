"""The chart of sanctions over time: what was said, what was issued, what was in effect."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.safestring import SafeString

from habeas.answers.measures import Measures, Stands, course
from habeas.charts.given_sanctions import (
    SanctionLevel,
    SanctionMark,
    SanctionRow,
    SanctionsChart,
    SanctionShape,
    SanctionStep,
)
from habeas.charts.sanctions import draw_sanctions
from habeas.charts.scale import shifted
from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.measures.event import Days, MeasureEvent
from habeas.measures.status import Answer, Status

from . import measure_words as told
from .addresses import url
from .drawing import as_read
from .tongue import months_short, tell

SHAPES: Mapping[Kind, SanctionShape] = {Kind.announce: "ring", Kind.license: "half"}
AROUND = 60  # days drawn before the first day of which anything is said


def drawn(found: Measures, some: Sequence[Stands], pin: str) -> SafeString | str:
    """The chart of some standings up to the day asked about; nothing where no act has a day by then."""
    courses = [course(found, one) for one in some]
    marks = [[mark for act in one.acts if (mark := _mark(act, found.as_of, pin))] for one in some]
    days = [day for steps in courses for day, _ in steps if day] + [mark.first for row in marks for mark in row]
    if not days:
        return ""
    first = shifted(min(days), -AROUND)
    rows = [
        SanctionRow(one.issuer.name, one.target.name, [_step(day or first, answer) for day, answer in steps], row)
        for one, steps, row in zip(some, courses, marks, strict=True)
    ]
    chart = SanctionsChart(
        title=tell("Said, issued, in effect"),
        description="; ".join(
            tell(
                "{target}, {issuer}: {status}",
                target=one.target.name,
                issuer=one.issuer.name,
                status=tell(told.STATUS[one.answer.status]),
            )
            for one in some
        ),
        first=first,
        last=shifted(found.as_of, 1),
        rows=rows,
        months=months_short(),
    )
    return as_read(draw_sanctions(chart, "measures"))


def _step(day: date, answer: Answer) -> SanctionStep:
    return SanctionStep(day, _level(answer), "" if answer.status is Status.none else tell(told.STATUS[answer.status]))


def _level(answer: Answer) -> SanctionLevel:
    if answer.status in (Status.listed, Status.restricted):
        return "full" if answer.certain else "possible"
    if answer.status in (Status.licensed, Status.suspended):
        return "eased"
    return "possible" if answer.possible & told.UNDER else "none"


def _mark(act: MeasureEvent, until: date, pin: str) -> SanctionMark | None:
    days = act.announced if act.kind is Kind.announce else act.holds_from
    if act.denied or days is None or days.latest > until or days.earliest == date.min:
        return None
    shape: SanctionShape = SHAPES.get(act.kind, "disc")
    what = tell("announced") if act.kind is Kind.announce else told.act_words(act)
    hint = tell("{what}, {when}", what=what, when=told.span(Days(days.first, days.last)))
    return SanctionMark(days.earliest, days.latest, shape, hint, url("claim", act.claim) + pin)
