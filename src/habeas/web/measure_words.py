"""How the page of sanctions says what stands, what was said, and what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.answers.measures import Measures, Stands, course
from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.when import since_within
from habeas.claims.wording import form, joined, say
from habeas.measures.announced import Between, Gap
from habeas.measures.course import State
from habeas.measures.event import Days, MeasureEvent
from habeas.measures.status import Answer, Doubt, Standing, Status

from . import words
from .tongue import tell, tell_many, told

STATUS = {
    Status.none: form("none on record"),
    Status.restricted: form("restricted"),
    Status.listed: form("listed"),
    Status.licensed: form("listed, licensed"),
    Status.suspended: form("suspended"),
    Status.delisted: form("delisted"),
    Status.contradictory: form("the sources disagree"),
}
UNDER = frozenset({Status.restricted, Status.listed, Status.licensed})
DONE = {
    Kind.announce: form("announced"),
    Kind.impose: form("imposed"),
    Kind.amend: form("amended"),
    Kind.license: form("licensed"),
    Kind.extend: form("extended"),
    Kind.suspend: form("suspended"),
    Kind.expire: form("ran out"),
    Kind.revoke: form("revoked"),
    Kind.delist: form("taken off the list"),
}
NOUNS = {
    Kind.license: form("a licence"),
    Kind.delist: form("taking it off the list"),
    Kind.revoke: form("lifting it"),
    Kind.suspend: form("suspending it"),
    Kind.impose: form("imposing it"),
    Kind.amend: form("amending it"),
    Kind.extend: form("extending it"),
    Kind.expire: form("letting it run out"),
}
DOUBTS = {
    Doubt.days: form("a day is uncertain"),
    Doubt.unseen: form("an act is not on record"),
    Doubt.contradictions: form("claims contradict each other"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a ledger: the day, what was said or done, what more there is to it, and the claims that tell of it."""

    day: str
    what: str
    more: Sequence[str]
    claims: Sequence[str]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Of one issuer and one target: what was said, what was issued, each measure as it stands, and the course."""

    target: str
    issuer: str
    status: str
    said: Sequence[Said]
    issued: Sequence[Said]
    stands: Sequence[Said]
    course: Sequence[tuple[str, str, str]]
    later: int


def finding(found: Measures, asked: str) -> str:
    """What the page found, without a full stop."""
    some = found.standings
    if not some:
        return tell("No measure is on record")
    target = some[0].target.name
    if len(some) == 1:
        return tell(
            "{target}, {issuer}: {status}",
            target=target,
            issuer=some[0].issuer.name,
            status=tell(STATUS[some[0].answer.status]),
        )
    if asked and len({one.target.key for one in some}) == 1:
        by_status = {one.answer.status for one in some}
        if len(by_status) == 1:
            status = tell(STATUS[by_status.pop()])
            return tell_many(
                "{target}: {status} by {number} issuer",
                "{target}: {status} by {number} issuers",
                len(some),
                target=target,
                status=status,
            )
        each = (
            tell("{issuer} {status}", issuer=one.issuer.name, status=tell(STATUS[one.answer.status])) for one in some
        )
        return tell("{target}: {statuses}", target=target, statuses=", ".join(each))
    targets = {one.target.key for one in some}
    under = {one.target.key for one in some if one.answer.status in UNDER}
    return tell_many(
        "{under} of {number} target stand under a measure",
        "{under} of {number} targets stand under a measure",
        len(targets),
        under=len(under),
    )


def stand(found: Measures) -> str:
    """What a reader should know beside it: what was announced and not issued, and of how many there is doubt."""
    waiting = sum(bool(one.answer.announced) for one in found.standings)
    open_ = sum(not one.answer.certain for one in found.standings)
    one_alone = len(found.standings) == 1
    some = []
    if waiting:
        said = tell("Announced, not issued: {number}.", number=waiting)
        some.append(tell("Something was announced and is not issued.") if one_alone else said)
    if open_:
        said = tell("Not certain: {number}.", number=open_)
        some.append(tell("It is not certain: {why}.", why=doubt(found.standings[0].answer)) if one_alone else said)
    return " ".join(some)


def doubt(answer: Answer) -> str:
    """Which statuses are possible and why, in words; nothing where one alone is."""
    if answer.certain:
        return ""
    others = told(joined(form("{one} or {more}"), (say(STATUS[one]) for one in Status if one in answer.possible)))
    why = ", ".join(tell(DOUBTS[one]) for one in Doubt if one in answer.doubts)
    return tell("{statuses} ({why})", statuses=others, why=why)


def in_force(answer: Answer) -> list[str]:
    """The measures that are in force, and the licences where something is."""
    measures = [named(one) for one in answer.measures if one.state is State.in_force]
    licences = [named(one) for one in answer.licences if one.state is State.in_force]
    return measures + licences if measures else []


def named(one: Standing) -> str:
    """A measure or a licence by its name: listing (SDN); licence GL 13."""
    if one.instrument:
        return tell("licence {instrument}", instrument=one.instrument)
    kind = words.plainly(one.measure.value) if one.measure else tell("a measure, not said which")
    return tell("{kind} ({regime})", kind=kind, regime=one.regime) if one.regime else kind


def waiting(gap: Gap) -> str:
    """What was announced and on which day: taking it off the list, said 19 March 2026."""
    return tell("{what}, said {when}", what=spoken_of(gap), when=span(gap.word.announced))


def spoken_of(gap: Gap) -> str:
    """What an announcement speaks of; where it does not say, that it does not."""
    kinds = [say(NOUNS[kind]) for kind in Kind if kind in gap.speaks_of and kind in NOUNS]
    return told(joined(form("{one} or {more}"), kinds)) or tell("an act, not said which")


def ledger(found: Measures, one: Stands) -> Ledger:
    """Everything that is known by the day of one target and issuer."""
    acts = [act for act in one.acts if not act.denied and act.kind is not Kind.announce and act.holds_from]
    done = [act for act in acts if _first(act) <= found.as_of]
    return Ledger(
        target=one.target.name,
        issuer=one.issuer.name,
        status=tell(STATUS[one.answer.status]),
        said=[_said(gap) for gap in one.answer.gaps],
        issued=[_issued(act) for act in sorted(done, key=lambda act: (_first(act), act.order))],
        stands=[_stands(each) for each in (*one.answer.measures, *one.answer.licences) if _begun(each)],
        course=[
            (words.day(day) if day else tell("before then"), tell(STATUS[answer.status]), doubt(answer))
            for day, answer in course(found, one)
        ],
        later=len(acts) - len(done),
    )


def _first(act: MeasureEvent) -> date:
    return (act.holds_from or Days(None, None)).earliest


def _begun(one: Standing) -> bool:
    return one.possible != {State.not_imposed}


def _said(gap: Gap) -> Said:
    claims = [gap.word.claim]
    if gap.deed is None:
        nothing = tell("nothing issued for {days}", days=between(gap.waiting))
        return Said(span(gap.word.announced), spoken_of(gap), [nothing], claims)
    more = [tell("{what}, {days} later", what=act_words(gap.deed), days=between(gap.waiting))]
    more += [tell("in effect {days} after that", days=between(gap.coming))] if gap.coming else []
    return Said(span(gap.word.announced), spoken_of(gap), more, claims)


def _issued(act: MeasureEvent) -> Said:
    more = [tell("in effect {when}", when=span(act.effective))] if act.effective and act.issued else []
    more += [tell("until {last}", last=span(act.until))] if act.until else []
    return Said(span(act.issued or act.effective), act_words(act), [*more, *_scope(act)], [act.claim])


def act_words(act: MeasureEvent) -> str:
    """What was done and by which instrument: licensed, GL 13; licence GL 4 ran out."""
    if act.of_licence and act.instrument:
        return tell("licence {instrument} {done}", instrument=act.instrument, done=tell(DONE[act.kind]))
    done = tell(DONE[act.kind])
    if act.measure == "listing" and act.kind is Kind.impose:
        done = tell("listed")
    elif act.measure and act.kind not in (Kind.license, Kind.delist):
        done = tell("{kind} {done}", kind=words.plainly(act.measure.value), done=done)
    return tell("{done}, {instrument}", done=done, instrument=act.instrument) if act.instrument else done


def _stands(one: Standing) -> Said:
    state = _state(one, one.state)
    others = [_state(one, each) for each in State if each in one.possible]
    if len(others) > 1:
        some = told(joined(form("{one} or {more}"), map(say, others)))
        state = tell("{state}; possible: {others}", state=state, others=some)
    return Said(named(one), _since(state, one.since), _scope(one), one.claims)


def _since(state: str, days: Days | None) -> str:
    if days is None or days.last is None:
        return state
    if days.first is None:
        return tell("{state} by {day}; since when is not on record", state=state, day=days.last)
    return tell("{state} {since}", state=state, since=since_within(days.first, days.last))


def _state(one: Standing, state: State) -> str:
    if state is State.not_imposed:
        return tell("no licence seen") if one.instrument else tell("not seen to be imposed")
    return words.plainly(state.value)


def _scope(one: MeasureEvent | Standing) -> list[str]:
    covers = [tell("covers {what}", what=one.covers)] if one.covers else []
    return covers + ([tell("not {what}", what=one.excludes)] if one.excludes else [])


def between(days: Between) -> str:
    """A number of days, or from how many to how many."""
    if days.least is None or days.most is None:
        return tell("some days")
    if days.least == days.most:
        return tell_many("{number} day", "{number} days", days.most)
    return tell_many("{low} to {number} day", "{low} to {number} days", days.most, low=days.least)


def span(days: Days | None) -> str:
    """A day, or between which days it lies, in words."""
    if days is None or (days.first is None and days.last is None):
        return tell("on a day that is not said")
    if days.first is None:
        return tell("by {day}", day=days.last)
    if days.last is None:
        return tell("since {first}", first=days.first)
    return words.between(days.first, days.last)
