"""What is told of one person: plain shapes, each with the JSON that is documented for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.claims.wording import say
from habeas.register.read import View

from .held import Held
from .opened import Claim

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written: `of` is `record`, `agent`, `attribute` or `participant`; `claims` write it so."""

    name: str
    of: str
    claims: int
    language: str | None = None
    script: str | None = None

    def as_json(self) -> Json:
        """The documented shape."""
        said = {"name": self.name, "of": self.of, "claims": self.claims}
        return said | {key: getattr(self, key) for key in ("language", "script") if getattr(self, key)}


@dataclass(frozen=True, slots=True)
class Described:
    """What claims say that this person is: a property, one value of it, and the ids of the claims that say so.

    `day` is the last of which one of them says so, YYYY-MM-DD, or None where none has a day.
    """

    property: str
    value: str
    claims: tuple[str, ...]
    day: str | None = None

    def as_json(self) -> Json:
        """The documented shape."""
        said = {"property": self.property, "value": self.value, "claims": list(self.claims)}
        return said | ({"day": self.day} if self.day else {})


@dataclass(frozen=True, slots=True)
class Member:
    """A record or an agent (`kind`) that is this person; `document`: what is said of where the record stands.

    `judged`: a judgement joins it with the others; without one the person is this member alone.
    """

    id: str
    kind: str
    name: str
    document: Json | None = field(hash=False)
    judged: bool

    def as_json(self) -> Json:
        """The documented shape."""
        said = {"id": self.id, "kind": self.kind, "name": self.name, "judged": self.judged}
        return said | ({"document": self.document["id"]} if self.document else {})


@dataclass(frozen=True, slots=True)
class Parted:
    """Who was held to be this person until a day (YYYY-MM-DD), by a judgement that was taken back."""

    id: str
    name: str
    day: str

    def as_json(self) -> Json:
        """The documented shape."""
        return {"id": self.id, "name": self.name, "day": self.day}


@dataclass(frozen=True, slots=True)
class Stood:
    """Where the person stood at the end of a day, by the visible acts that were known: see `custody.standing`.

    `last` are the first and the last possible day of the last act that says anything of it, `claims` the acts that it
    rests on.
    """

    as_of: date
    known_on: date
    certainly: bool
    best: bool
    possibly: bool
    last: tuple[date, date]
    claims: tuple[str, ...]

    @property
    def words(self) -> str:
        """`in custody`, `possibly in custody` or `not in custody`."""
        if self.certainly:
            return say("in custody")
        return say("possibly in custody") if self.possibly else say("not in custody")

    def as_json(self) -> Json:
        """The documented shape."""
        days = {key: getattr(self, key).isoformat() for key in ("as_of", "known_on")}
        days["last"] = self.last[1].isoformat()
        told = {key: getattr(self, key) for key in ("certainly", "best", "possibly")}
        return {"words": self.words} | days | told | {"claims": list(self.claims)}


@dataclass(frozen=True, slots=True)
class Apart:
    """Two claims that cannot both be so, in the documented shape.

    `over` is the property in which they differ (birth, sex …), or None where they are linked `contradicts`.
    """

    one: Json = field(hash=False)
    other: Json = field(hash=False)
    over: str | None = None

    def as_json(self) -> Json:
        """The documented shape."""
        return {"claims": [self.one["id"], self.other["id"]]} | ({"over": self.over} if self.over else {})


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person. `id` is that of the member entered first; each member's id finds the same page.

    `parted` are records and agents that were held to be this person, and are not any more.

    `name` is that of the record or agent whom most claims name; `names` has every name, that one first. `about` are
    the claims in which they take part or of whom they speak, in the order of when (earliest day, those without one
    last), each with its words where they may be shown; `said` those that they say, anywhere in the chain, those known
    last first. At most MOST_CLAIMS of each: `about_count` and `said_count` are how many there are. `documents` has
    what is said of every document in which those claims were read, by id; `bodies` the names of those who recognise.
    `standing` and `custody` are None where no act tells of it.
    """

    seen: View
    as_of: date
    known_on: date
    id: str
    name: str
    names: list[Name]
    description: list[Described]
    members: list[Member]
    parted: list[Parted]
    standing: Stood | None
    custody: Held | None
    about: list[Claim]
    about_count: int
    said: list[Claim]
    said_count: int
    apart: list[Apart]
    documents: Mapping[str, Json] = field(hash=False)
    bodies: Mapping[str, str] = field(hash=False)

    def as_json(self) -> Json:
        """The documented shape."""
        days = {"as_of": self.as_of.isoformat(), "known_on": self.known_on.isoformat()}
        return (
            {"at": str(self.seen.at), **days, "id": self.id, "name": self.name}
            | {key: [one.as_json() for one in getattr(self, key)] for key in ("names", "description", "members")}
            | ({"parted": [one.as_json() for one in self.parted]} if self.parted else {})
            | ({"standing": self.standing.as_json()} if self.standing else {})
            | ({"custody": self.custody.as_json()} if self.custody else {})
            | {"about_count": self.about_count, "about": [one.as_json() for one in self.about]}
            | {"said_count": self.said_count, "said": [one.as_json() for one in self.said]}
            | {"apart": [one.as_json() for one in self.apart]}
        )
