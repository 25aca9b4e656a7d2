"""What was judged of who is one person: the judgements that stand, in the order in which they were made."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from habeas.register import judged, read
from habeas.register import people as reading
from habeas.register.judged import Judged
from habeas.register.people import Somebody
from habeas.register.read import View

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement, and the two whom it is about."""

    by: Judged
    one: Somebody
    other: Somebody

    def as_json(self) -> Json:
        """The documented shape."""
        by = self.by
        ends = {name: end_as_json(end) for name, end in (("one", self.one), ("other", self.other))}
        told: Json = {"id": by.id, "verdict": by.verdict, **ends, "seq": by.seq, "day": by.day}
        for key in ("by", "reason", "score"):
            if getattr(by, key):
                told[key] = getattr(by, key)
        return told | ({"evidence": list(by.evidence)} if by.evidence else {})


@dataclass(frozen=True, slots=True)
class Judgements:
    """Some of them; `count` is how many there are, `next` the entry to go on after, None at the end."""

    seen: View
    judgements: tuple[Judgement, ...]
    count: int
    next: int | None

    def as_json(self) -> Json:
        """The documented shape."""
        told = {"at": str(self.seen.at), "count": self.count, "judgements": [one.as_json() for one in self.judgements]}
        return told | ({"next": self.next} if self.next else {})


def judgements(
    seen: View, verdict: str = "", of: Collection[str] = (), after: int = 0, limit: int | None = None
) -> Judgements:
    """The judgements that stand at the view: of a verdict, and with an end among the ids `of`, where they are said."""
    with read.snapshot():
        found, count = judged.judgements_listed(seen, verdict, of, after, limit + 1 if limit else None)
        some = found[:limit]
        return Judgements(seen, told(some, seen), count, some[-1].seq if len(found) > len(some) else None)


def told(found: Iterable[Judged], seen: View) -> tuple[Judgement, ...]:
    """Each with its two ends; whom no visible claim names is not named."""
    every = list(found)
    met = reading.somebodies({end for one in every for end in (one.one, one.other)}, seen)

    def end(one: str) -> Somebody:
        return met.get(one, nobody(one))

    return tuple(Judgement(one, end(one.one), end(one.other)) for one in every)


def nobody(one: str) -> Somebody:
    """A record of whom no visible claim tells."""
    return Somebody(one, reading.RECORD, reading.NOT_NAMED, None, 0)


def end_as_json(one: Somebody) -> Json:
    """The documented shape of one of two."""
    return {"id": one.id, "kind": one.kind, "name": one.name}
