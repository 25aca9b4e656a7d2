"""What the chart of the front page says: its title, what is drawn, the names of its rows, what happened beneath it."""

from collections.abc import Sequence
from datetime import date

from habeas.answers.chronicle import Event, Published
from habeas.answers.front import Front
from habeas.answers.stated import Stated
from habeas.charts.given import StockWords
from habeas.claims.wording import form

from . import tongue, words
from .tongue import first_up, in_a_row, tell, tell_many

OWN_VOICE = "the document's own voice"
DOES = {
    "impose": form("imposed"),
    "extend": form("extended"),
    "license": form("licensed"),
    "suspend": form("suspended"),
    "delist": form("taken off the list"),
    "revoke": form("revoked"),
    "announce": form("announced, not issued"),
    "amend": form("amended"),
    "expire": form("ran out"),
}


def span(figure: Stated) -> tuple[date, date]:
    """The days that a figure of all who are held speaks of: it has one at least."""
    first, last = figure.first or figure.last, figure.last or figure.first
    return first or date.min, last or date.min


def of_rows(found: Front) -> StockWords:
    """What stands beside the rows of the drawing."""
    rounds, freed = tell("in announced rounds"), tell("Freed")
    by_month = bool(found.line.months)
    return StockWords(
        held=tell("Held"),
        held_more=tell("named here") if by_month else tell("as published"),
        entered=tell("Entered"),
        left=tell("Left") if by_month else freed,
        left_more=tell("by the month") if by_month else rounds,
        rounds=freed,
        rounds_more=rounds if by_month else "",
        line=tongue.number(found.line.points[-1][2]) if found.line.points else "",
        no_figure=tell("no figure"),
        no_claim=tell("no claims since"),
        months=tongue.months_short(),
    )


def title(found: Front, shown: Sequence[Published]) -> str:
    """What the chart finds, in one sentence without a full stop; only of numbers that stand in it."""
    if found.line.points:
        day, low, most, high = max(found.line.points, key=lambda point: point[2])
        told = tell("Of those named here the most were held on {day}: {number}", day=day, number=most)
        bounds = "" if low == high else tell(" (at least {low}, at most {high})", low=low, high=high)
        return f"{told}{bounds}"
    leading = shown[0]
    latest = leading.figures[-1]
    if leading.agent is None:
        return tell("The latest figure is {figure}, {said}", figure=_said(latest), said=_told_by(leading.speaker))
    most_said = max(leading.figures, key=lambda one: (one.best or 0, span(one)[1]))
    if most_said is latest:
        return tell("{speaker} never counted more than {figure}", speaker=leading.speaker, figure=_said(latest))
    return tell(
        "{speaker} counted {figure}, and {latest}",
        speaker=leading.speaker,
        figure=_said(most_said),
        latest=_said(latest),
    )


def _said(one: Stated) -> str:
    when = words.dated(one.claim["when"]).replace("as of ", "on ")
    return tell("{figure} {when}", figure=words.figure(one.figure), when=when)


def under(found: Front, shown: Sequence[Published]) -> str:
    """What is drawn."""
    known = found.tally.known_on
    if found.line.points and found.line.by_month:
        return tell(
            "People named here, counted at the end and the height of each month, as known on {known}: "
            "from the least to the most that the claims allow",
            known=known,
        )
    if found.line.points:
        return tell(
            "People named here, counted from day to day, as known on {known}: "
            "from the least to the most that the claims allow",
            known=known,
        )
    return tell(
        "{of_whom}: each mark is a published figure, on the day that it was said for, as known on {known}",
        of_whom=first_up(words.of_whom(shown[0].figures[-1].figure)),
        known=known,
    )


def when(event: Event) -> str:
    """The day of an event, or between which days it lies."""
    return words.between(event.first, event.last)


def on(event: Event) -> str:
    """The same in a sentence."""
    return tell("what happened: {when}", when=when(event))


def measure(event: Event) -> str:
    """What happened to a measure."""
    return tell("{who}, {does}: {what}", who=event.who, does=tell(DOES[event.kind]), what=in_a_row(event.what))


def release(event: Event) -> str:
    """How many were freed, how, and who says so."""
    low, high = event.low, event.high
    how, said = in_a_row(words.plainly(one) for one in event.what), _told_by(event.who)
    if low == high or high is None:
        return tell_many(
            "{number} people freed ({how}), {said}",
            "{number} people freed ({how}), {said}",
            low or 0,
            how=how,
            said=said,
        )
    return tell("{low} to {high} people freed ({how}), {said}", low=low or 0, high=high, how=how, said=said)


def _told_by(speaker: str) -> str:
    return tell("told in a document’s own voice") if speaker == OWN_VOICE else tell("said {speaker}", speaker=speaker)
