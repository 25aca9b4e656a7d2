"""Reading the bargains that were entered: every version, as it stands for ever, for whoever may see it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from habeas.bargain.terms import (
    NO_WINDOW,
    Acted,
    Bargain,
    Commitment,
    Condition,
    Crosses,
    EachOfList,
    Keeps,
    NoLater,
    Query,
    Reaches,
    Window,
)
from habeas.claims.act import Act
from habeas.claims.bargain import Comparison, HangsOn, MeasureGoal, Stage

from . import models, read
from .query import View, standing

Body = Mapping[str, Any]


def bargains(seen: View) -> tuple[Bargain, ...]:
    """Every version of every bargain that this reader may see, in the order in which they were entered."""
    bodies = read.bodies_of(standing(models.Bargain, seen.at.seq).filter(level__lte=seen.ceiling))
    return tuple(_bargain(bodies[seq]) for seq in sorted(bodies))


def _bargain(body: Body) -> Bargain:
    return Bargain(
        name=body["name"],
        version=body["version"],
        sentence=body["sentence"],
        parties=tuple(body["parties"]),
        commitments=tuple(_commitment(one) for one in body["commitments"]),
        mediators=tuple(body.get("mediators", ())),
        lenses=tuple(body.get("lenses", ())),
    )


def _commitment(body: Body) -> Commitment:
    return Commitment(
        key=body["key"],
        party=body["party"],
        undertakes=body["undertakes"],
        stage=Stage(body["stage"]),
        rests_on=tuple(body["rests_on"]),
        to=body.get("to"),
        window=_window(body),
        condition=_condition(body["condition"]) if "condition" in body else None,
        query=_query(body),
        verification=body.get("verification", ""),
        strained_by=_acts(body, "strained_by"),
    )


def _condition(body: Body) -> Condition:
    return Condition(HangsOn(body["on"]), body["words"], _query(body), _window(body))


def _window(body: Body, key: str = "window") -> Window:
    said = body.get(key)
    return Window(_day(said.get("earliest")), _day(said.get("latest")), said["original"]) if said else NO_WINDOW


def _query(body: Body) -> Query | None:
    said = body.get("query")
    return _QUERIES[said["kind"]](said) if said else None


def _acts(said: Body, key: str = "acts") -> frozenset[Act]:
    return frozenset(Act(one) for one in said.get(key, ()))


_QUERIES: Mapping[str, Any] = {
    "acted": lambda said: Acted(
        _acts(said), said["count"], said.get("territory"), said.get("subject"), said.get("population")
    ),
    "each_of_list": lambda said: EachOfList(said["list"], _acts(said)),
    "no_later": lambda said: NoLater(_acts(said), said.get("territory"), _acts(said, "of"), _window(said, "freed")),
    "reaches": lambda said: Reaches(said["issuer"], tuple(said["targets"]), MeasureGoal(said["status"])),
    "keeps": lambda said: Keeps(said["issuer"], tuple(said["targets"]), MeasureGoal(said["status"])),
    "crosses": lambda said: Crosses(
        said["subject"], said.get("population"), said["unit"], Comparison(said["comparison"]), said["threshold"]
    ),
}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
