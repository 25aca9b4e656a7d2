"""How the page of sanctions says what stands, what was said, and what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.answers.measures import Measures, Stands, course
from habeas.answers.plain import plainly
from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.measures.announced import Between, Gap
from habeas.measures.course import State
from habeas.measures.event import Days, MeasureEvent
from habeas.measures.status import Answer, Doubt, Standing, Status

from . import words

STATUS = {
    Status.none: "none on record",
    Status.restricted: "restricted",
    Status.listed: "listed",
    Status.licensed: "listed, licensed",
    Status.suspended: "suspended",
    Status.delisted: "delisted",
    Status.contradictory: "the sources disagree",
}
UNDER = frozenset({Status.restricted, Status.listed, Status.licensed})
DONE = {
    Kind.announce: "announced",
    Kind.impose: "imposed",
    Kind.amend: "amended",
    Kind.license: "licensed",
    Kind.extend: "extended",
    Kind.suspend: "suspended",
    Kind.expire: "ran out",
    Kind.revoke: "revoked",
    Kind.delist: "taken off the list",
}
NOUNS = {
    Kind.license: "a licence",
    Kind.delist: "taking it off the list",
    Kind.revoke: "lifting it",
    Kind.suspend: "suspending it",
    Kind.impose: "imposing it",
    Kind.amend: "amending it",
    Kind.extend: "extending it",
    Kind.expire: "letting it run out",
}
DOUBTS = {
    Doubt.days: "a day is uncertain",
    Doubt.unseen: "an act is not on record",
    Doubt.contradictions: "claims contradict each other",
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
        return "No measure is on record"
    if len(some) == 1:
        return f"{some[0].target.name}, {some[0].issuer.name}: {STATUS[some[0].answer.status]}"
    if asked and len({one.target.key for one in some}) == 1:
        by_status = {one.answer.status for one in some}
        if len(by_status) == 1:
            return f"{some[0].target.name}: {STATUS[by_status.pop()]} by {len(some)} issuers"
        return f"{some[0].target.name}: {', '.join(f'{one.issuer.name} {STATUS[one.answer.status]}' for one in some)}"
    targets = {one.target.key for one in some}
    under = {one.target.key for one in some if one.answer.status in UNDER}
    return f"{len(under)} of {len(targets)} targets stand under a measure"


def stand(found: Measures) -> str:
    """What a reader should know beside it: what was announced and not issued, and of how many there is doubt."""
    waiting = sum(bool(one.answer.announced) for one in found.standings)
    open_ = sum(not one.answer.certain for one in found.standings)
    one_alone = len(found.standings) == 1
    told = []
    if waiting:
        told.append("Something was announced and is not issued." if one_alone else f"Announced, not issued: {waiting}.")
    if open_:
        told.append(
            f"It is not certain: {doubt(found.standings[0].answer)}." if one_alone else f"Not certain: {open_}."
        )
    return " ".join(told)


def doubt(answer: Answer) -> str:
    """Which statuses are possible and why, in words; nothing where one alone is."""
    if answer.certain:
        return ""
    others = " or ".join(STATUS[one] for one in Status if one in answer.possible)
    return f"{others} ({', '.join(DOUBTS[one] for one in Doubt if one in answer.doubts)})"


def in_force(answer: Answer) -> list[str]:
    """The measures that are in force, and the licences where something is."""
    measures = [named(one) for one in answer.measures if one.state is State.in_force]
    licences = [named(one) for one in answer.licences if one.state is State.in_force]
    return measures + licences if measures else []


def named(one: Standing) -> str:
    """A measure or a licence by its name: listing (SDN); licence GL 13."""
    if one.instrument:
        return f"licence {one.instrument}"
    kind = plainly(one.measure.value) if one.measure else "a measure, not said which"
    return f"{kind} ({one.regime})" if one.regime else kind


def waiting(gap: Gap) -> str:
    """What was announced and on which day: taking it off the list, said 19 March 2026."""
    return f"{spoken_of(gap)}, said {span(gap.word.announced)}"


def spoken_of(gap: Gap) -> str:
    """What an announcement speaks of; where it does not say, that it does not."""
    kinds = [NOUNS[kind] for kind in Kind if kind in gap.speaks_of and kind in NOUNS]
    return " or ".join(kinds) or "an act, not said which"


def ledger(found: Measures, one: Stands) -> Ledger:
    """Everything that is known by the day of one target and issuer."""
    acts = [act for act in one.acts if not act.denied and act.kind is not Kind.announce and act.holds_from]
    done = [act for act in acts if _first(act) <= found.as_of]
    return Ledger(
        target=one.target.name,
        issuer=one.issuer.name,
        status=STATUS[one.answer.status],
        said=[_said(gap) for gap in one.answer.gaps],
        issued=[_issued(act) for act in sorted(done, key=lambda act: (_first(act), act.order))],
        stands=[_stands(each) for each in (*one.answer.measures, *one.answer.licences) if _begun(each)],
        course=[
            (words.day(day) if day else "before then", STATUS[answer.status], doubt(answer))
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
        return Said(span(gap.word.announced), spoken_of(gap), [f"nothing issued for {between(gap.waiting)}"], claims)
    more = [f"{act_words(gap.deed)}, {between(gap.waiting)} later"]
    more += [f"in effect {between(gap.coming)} after that"] if gap.coming else []
    return Said(span(gap.word.announced), spoken_of(gap), more, claims)


def _issued(act: MeasureEvent) -> Said:
    more = [f"in effect {span(act.effective)}"] if act.effective and act.issued else []
    more += [f"until {span(act.until)}"] if act.until else []
    return Said(span(act.issued or act.effective), act_words(act), [*more, *_scope(act)], [act.claim])


def act_words(act: MeasureEvent) -> str:
    """What was done and by which instrument: licensed, GL 13; licence GL 4 ran out."""
    if act.of_licence and act.instrument:
        return f"licence {act.instrument} {DONE[act.kind]}"
    kind = f"{plainly(act.measure.value)} " if act.measure and act.kind is not Kind.license else ""
    done = "listed" if kind == "listing " and act.kind is Kind.impose else f"{kind}{DONE[act.kind]}"
    done = DONE[act.kind] if act.kind is Kind.delist else done
    return f"{done}, {act.instrument}" if act.instrument else done


def _stands(one: Standing) -> Said:
    state = _state(one, one.state)
    others = [_state(one, each) for each in State if each in one.possible]
    state = state if len(others) == 1 else f"{state}; possible: {' or '.join(others)}"
    return Said(named(one), f"{state}{_since(one.since)}", _scope(one), one.claims)


def _since(days: Days | None) -> str:
    if days is None or days.last is None:
        return ""
    if days.first is None:
        return f" by {words.day(days.last)}; since when is not on record"
    return f" since {words.between(days.first, days.last)}"


def _state(one: Standing, state: State) -> str:
    if state is State.not_imposed:
        return "no licence seen" if one.instrument else "not seen to be imposed"
    return plainly(state.value)


def _scope(one: MeasureEvent | Standing) -> list[str]:
    covers = [f"covers {one.covers}"] if one.covers else []
    return covers + ([f"not {one.excludes}"] if one.excludes else [])


def between(days: Between) -> str:
    """A number of days, or from how many to how many."""
    if days.least is None or days.most is None:
        return "some days"
    if days.least == days.most:
        return f"{words.number(days.most)} day{'' if days.most == 1 else 's'}"
    return f"{words.number(days.least)} to {words.number(days.most)} days"


def span(days: Days | None) -> str:
    """A day, or between which days it lies, in words."""
    if days is None or (days.first is None and days.last is None):
        return "on a day that is not said"
    if days.first is None or days.last is None:
        return f"since {words.day(days.first)}" if days.first else f"by {words.day(days.last or date.max)}"
    return words.between(days.first, days.last)
