"""What changed, as it is told: a few names at a time, each with the claims that are the reason as they read.

A claim that its source changed is told in the versions that it had between the two figures; one that is no longer on
record, as it stood at the entry of the earlier figure.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.vocabulary import Polarity, Review
from habeas.claims.when import When
from habeas.claims.wording import form, say
from habeas.register import read
from habeas.register.judged import Coverage
from habeas.register.query import Query

from .accounts import accounts
from .changes import Change, Changes
from .claims import as_json
from .compared import Compared
from .plain import count_word, plainly, review_of, speakers
from .reasons import Reason
from .taken_in import Declared, named

Json = dict[str, Any]
PAGE = 100  # changes that one answer lists


@dataclass(frozen=True, slots=True)
class Told:
    """One version of a claim as a change tells of it.

    `ended` is the day on which its source took it back or, if `replaced`, changed it; None where that was not by the
    later figure's known day. `gone`: the register itself has taken it out since the earlier figure's entry.
    """

    claim: Json
    ended: date | None
    replaced: bool
    gone: bool

    @property
    def what(self) -> str:
        """What is claimed, in a few words: detained; no longer recognised; sex: female."""
        said = _what(self.claim)
        return say("denied: {said}", said=said) if self.claim["polarity"] == Polarity.denied else said

    @property
    def who(self) -> str:
        """Who says so: said A, as told to B; nothing where nobody may be named."""
        told = speakers(self.claim["attribution"])
        return say("said {speaker}", speaker=told) if told else ""

    @property
    def when(self) -> str:
        """The day that it speaks of, in words; nothing where it has none."""
        return When.from_dict(self.claim["when"]).plain() if "when" in self.claim else ""

    @property
    def doubted(self) -> bool:
        """Whether it is under second look at the later figure's entry."""
        return review_of(self.claim) == Review.second_look

    @property
    def known(self) -> date:
        """The first day on which it was known."""
        return date.fromisoformat(self.claim["known"]["earliest"])

    @property
    def assumed(self) -> bool:
        """Whether the day on which it was known is assumed."""
        return bool(self.claim["known"]["basis"] == "assumed")


@dataclass(frozen=True, slots=True)
class Opened:
    """A change with the first of the claims that are its reason; `more` is how many others are, or bear it out."""

    change: Change
    told: Sequence[Told]
    more: int


@dataclass(frozen=True, slots=True)
class Share:
    """What one reason changes: how many come in and go out by best, of how many a bound alone changes.

    `declared`: what keepers declared to take in since, where that is the reason, and by how much each changes best;
    `recorded`: by how much what was known before changes it, that the register recorded since; None if nothing was.
    """

    reason: Reason
    by: int
    came: Sequence[Change]
    went: Sequence[Change]
    bounds: Sequence[Change]
    declared: Sequence[tuple[Declared, int]] = ()
    recorded: int | None = None

    @property
    def every(self) -> Sequence[Change]:
        """All of them: those who came in, then those who went out, then those of whom a bound changed."""
        return (*self.came, *self.went, *self.bounds)

    def first(self, most: int) -> list[Change]:
        """The first of those who came and of those who went, so many of each, and then of the others."""
        return [*self.came[:most], *self.went[:most], *self.bounds[:most]]


def shares(found: Changes) -> list[Share]:
    """What each reason changes, by best; a reason that changes nothing is left out."""
    told = []
    for reason, by in found.by_reason().items():
        some = found.of(reason)
        came, went = [one for one in some if one.by.best > 0], [one for one in some if one.by.best < 0]
        rest = [one for one in some if not one.by.best]
        told.append(Share(reason, by.best, came, went, rest, _declared(found, some), _recorded(some)))
    return told


def split(share: Share) -> list[str]:
    """How many came in and went out by best, who is counted less often since records were judged one, and the rest."""
    moved = [one for one in (*share.came, *share.went) if one.group or max(one.before.best, one.now.best) > 1]
    before, now = (sum(getattr(one, end).best for one in moved) for end in ("before", "now"))
    told = [
        (sum(one not in moved for one in share.came), form("{many} in")),
        (sum(one not in moved for one in share.went), form("{many} out")),
        (len(moved), form("{many} counted as {before} before and as {now} now")),
        (len(share.bounds), form("of {many} only how certain it is")),
    ]
    return [say(words, many=many, before=before, now=now) for many, words in told if many]


def _recorded(some: Sequence[Change]) -> int | None:
    since = [one.by.best for one in some if one.why.recorded and one.why.reason is Reason.coverage]
    return sum(since) if since else None


def _declared(found: Changes, some: Sequence[Change]) -> list[tuple[Declared, int]]:
    by: dict[Coverage, int] = defaultdict(int)
    for one in some:
        if one.why.coverage is not None:
            by[one.why.coverage] += one.by.best
    return [(one, by[one.coverage]) for one in named(by, found.later.seen)] if by else []


def opened(found: Changes, some: Sequence[Change], most: int) -> list[Opened]:
    """Some of the changes, each with up to so many of its claims."""
    wanted = {claim for one in some for claim in one.why.claims[:most]}
    versions = _versions(found, sorted(wanted))
    return [_opened(found, one, versions, most) for one in some]


def moved(one: Change) -> str:
    """How a change moves somebody, in words: in, out, or where only a bound changes, how.

    Of people who were judged to be one, or are so no longer, how often they are counted.
    """
    low, best, high = one.by
    if one.group and best:
        return say("{now} not named, before {before}", now=one.now.best, before=one.before.best)
    if best and max(one.before.best, one.now.best) > 1:
        before, now = _times(one.before.best), _times(one.now.best)
        if not one.before.best:
            return say("not counted, now {now}", now=now)
        return say("counted {before}, now {now}", before=before, now=now)
    if best:
        return say("in") if best > 0 else say("out")
    if low:
        return say("certain now") if low > 0 else say("no longer certain")
    return say("possible now") if high > 0 else say("no longer possible")


def judged(one: Change) -> str:
    """What was judged of who somebody is, in words; nothing where that is not the reason."""
    identity = one.why.identity
    if identity is None:
        return ""
    records = {"records": count_word(identity.records), "people": count_word(identity.now)}
    if identity.now > identity.before:
        return say("{records} records no longer judged one", **records)
    if identity.now == identity.before:
        return say("{records} records judged otherwise", **records)
    if identity.now == 1:
        return say("{records} records judged one", **records)
    return say("{records} records judged to be {people} people", **records)


def _times(count: int) -> str:
    often = {0: say("not counted"), 1: say("once"), 2: say("twice")}
    return often.get(count) or say("{many} times", many=count_word(count))


def note(found: Changes) -> str | None:
    """What a reader must be told first, or None."""
    every, later = accounts(found.later.seen), found.later
    if not found.changes and not every.peopled(found.lens, later.known_on, found.rule.territory):
        return say("nobody is named here")
    return None if found.changes else say("nothing changed between the two")


def as_page(found: Changes, after: int = 0) -> Json:
    """The documented shape, with a hundred of the changes from `after` on; `next` is the place to go on."""
    shown, told = found.as_json(found.listed[after : after + PAGE]), note(found)
    more = {"next": after + PAGE} if after + PAGE < len(found.changes) else {}
    return shown | ({"note": told} if told else {}) | more


def as_comparison(found: Compared, after: int = 0) -> Json:
    """The documented shape of a published figure beside the computed one, its changes as in `as_page`."""
    return found.as_json() | as_page(found.changes, after)


def _versions(found: Changes, ids: Sequence[str]) -> Mapping[str, list[tuple[Json, bool]]]:
    """By claim its versions that were known by the later figure's day, in order, and whether they are gone since."""
    versions: dict[str, list[tuple[Json, bool]]] = defaultdict(list)
    if not ids:
        return versions
    with read.snapshot():
        here = as_json(read.claims(Query(ids=ids), found.later.seen), found.later.seen)
        gone = sorted(set(ids).difference(one["id"] for one in here))
        then = as_json(read.claims(Query(ids=gone), found.earlier.seen), found.earlier.seen) if gone else []
    for one, is_gone in ((one, some is then) for some in (here, then) for one in some):
        if one["known"]["earliest"] <= found.later.known_on.isoformat():
            versions[one["id"]].append((one, is_gone))
    return versions


def _opened(found: Changes, one: Change, versions: Mapping[str, list[tuple[Json, bool]]], most: int) -> Opened:
    some = one.why.claims[:most]
    told = [each for claim in some if claim in versions for each in _told(found, one, versions[claim])]
    return Opened(one, told, len(one.why.claims) - len(some) + len(one.why.also))


def _told(found: Changes, one: Change, versions: Sequence[tuple[Json, bool]]) -> Iterable[Told]:
    """The version that stands on the later known day; of a correction also those that ended since the earlier one."""
    since, until = found.earlier.known_on, found.later.known_on
    every = [_version(claim, gone, versions, until) for claim, gone in versions]
    kept = [
        each for each in every if each.ended is None or (one.why.reason is Reason.correction and each.ended > since)
    ]
    return kept or every[-1:]


def _version(claim: Json, gone: bool, versions: Sequence[tuple[Json, bool]], until: date) -> Told:
    said = claim["known"].get("until")
    ended = date.fromisoformat(said) if said and said <= until.isoformat() else None
    replaced = ended is not None and any(each["known"]["earliest"] == said for each, _ in versions)
    return Told(claim, ended, replaced, gone)


def _what(claim: Json) -> str:
    if "act" in claim:
        return plainly(claim["act"]["kind"])
    if "recognition" in claim:
        return say("no longer recognised") if claim["recognition"].get("withdrawn") == "yes" else say("recognised")
    if "attribute" in claim:
        property_, value = plainly(claim["attribute"]["property"]), claim["attribute"]["value"]
        return say("{property}: {value}", property=property_, value=value)
    return plainly(claim["type"])
