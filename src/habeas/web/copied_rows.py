"""The rows of the tables that are taken from pages, where the documented shape of an answer has them on several levels.

One row is one thing that is counted, said or undertaken; its keys are the words of the JSON.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from habeas.answers.changes import Change
from habeas.answers.front import Front
from habeas.answers.line import Point
from habeas.answers.plain import speakers
from habeas.answers.tally import Tally
from habeas.claims.vocabulary import ClaimType

from .words import MINUS

Json = dict[str, Any]
OF_CLAIM = ("id", "type", "statement", "modality", "polarity")
OF_CHANGE = ("record", "group", "name", "low", "best", "high", "reason", "claims", "counted", "judgements")
SAID = ("original", "edtf", "earliest", "latest", "meaning")


def of_claims(claims: Iterable[Mapping[str, Any]]) -> Iterator[Json]:
    """A claim a row: what it says, who says so (the innermost speaker first), when, since when it is known, where."""
    for one in claims:
        row = {name: one[name] for name in OF_CLAIM}
        row |= {"said_by": speakers(one["attribution"]), "topics": one.get("topics", [])}
        row |= when(one)
        row |= {"known": one["known"], "grade": one["grade"], "document": one["document"]}
        row |= {"named": [part["name"] for part in one["participants"]]}
        if one["type"] == ClaimType.figure and "figure" in one:
            row |= {"figure": one["figure"]}
        yield row


def of_figures(claims: Iterable[Mapping[str, Any]]) -> Iterator[Json]:
    """A published figure a row: who says it, of whom, of when."""
    for one in claims:
        yield {"claim": one["id"], "said_by": speakers(one["attribution"]), "figure": one["figure"], **when(one)}


def of_changes(changes: Iterable[Change]) -> Iterator[Json]:
    """Who counts otherwise: by how much, for which reason, and the claims that are it."""
    for one in changes:
        yield {name: value for name, value in one.as_json().items() if name in OF_CHANGE}


def when(claim: Mapping[str, Any]) -> Json:
    """When it is said to have been: in the words of the source, and its first and last day."""
    return {f"when_{name}": claim.get("when", {}).get(name, "") for name in SAID}


def of_leading(found: Front) -> Iterator[Json]:
    """The published figure that leads, with its speaker and days, and beside it the figure that is counted here.

    Each with the rule that it is counted by: whoever publishes counts by one of their own.
    """
    if not (found.leads and found.nearest):
        yield from of_tally(found.tally)
        return
    one = found.nearest
    day = {"from": one.first.isoformat() if one.first else "", "to": one.last.isoformat() if one.last else ""}
    rule, lens = found.tally.rule, found.tally.lens
    counted_by = {"rule": f"{rule.name}@{rule.version}", "lens": f"{lens.name}@{lens.version}"}
    yield {
        "figure": "published",
        "best": str(one.best),
        "said_by": speakers(one.claim["attribution"]),
        **day,
        "claim": one.id,
        "rule": counted_by["rule"] if rule.publisher else "of its own",
        "lens": "",
    }
    for row in of_tally(found.tally):
        yield {"figure": "counted here", **row, **counted_by}


def of_tally(tally: Tally) -> Iterator[Json]:
    """The figure, and where it is divided each part of it: by what, from the least to the most, percent of all."""
    told, by = tally.as_json(), tally.by.split(",") if tally.by else []
    whole = dict.fromkeys(by, "all") | {name: told[name] for name in ("low", "best", "high")}
    shares = bool(by and tally.count.best)
    yield whole | ({"percent": 100} if shares else {}) | {name: told[name] for name in ("named", "quantity", "unit")}
    for one in tally.cells:
        values = {name: "not said" if value is None else value for name, value in zip(by, one.values, strict=True)}
        percent = {"percent": round(100 * one.best / tally.count.best, 4)} if shares else {}
        yield values | {"low": one.low, "best": one.best, "high": one.high} | percent


def of_line(points: Iterable[Point]) -> Iterator[Json]:
    """Each day from which a line stands where it does."""
    for day, low, best, high in points:
        yield {"from": day.isoformat(), "low": low, "best": best, "high": high}


def of_steps(steps: Iterable[Any]) -> Iterator[Json]:
    """The large figures that add up, as they stand on the page."""
    for one in steps:
        yield {"step": one.what, "number": plain_number(one.number)}


def plain_number(words: str) -> int | str:
    """A number out of the words that it stands in; the words where they say more than that."""
    digits = words.replace(MINUS, "-").replace(",", "").replace(" ", "").removeprefix("=")
    return int(digits) if digits.lstrip("+-").isdecimal() else words


def of_checks(checks: Sequence[Json], equations: Iterable[str]) -> Iterator[Json]:
    """A check a row: the sum as it is written, what came of it, and the claims of its numbers."""
    for one, equation in zip(checks, equations, strict=True):
        found = {"equation": equation} | {name: one[name] for name in ("identity", "outcome")}
        found |= {name: one.get(name, "") for name in ("sum", "gap", "least")}
        numbers = [one["total"], *one["plus"], *one["minus"]]
        yield found | {"explanations": one["explanations"], "claims": [each["claim"] for each in numbers]}


def of_editions(every: Mapping[str, Sequence[Any]]) -> Iterator[Json]:
    """A list a row: if it is a table, how many editions it has, the day of the last and if that is of its own saying,
    and how many rows of people the last has.
    """
    for name, some in every.items():
        last = some[-1]
        day = {"last": last.day.isoformat(), "dated": last.dated}
        yield {"list": name, "table": last.table, "editions": len(some), **day, "rows": len(last.records)}


def of_patterns(rows: Iterable[tuple[Any, ...]], lists: Sequence[str]) -> Iterator[Json]:
    """On just which lists, how many people, of how many that is settled."""
    for on, people, settled, _ in rows:
        yield dict(zip(lists, map(bool, on), strict=True)) | {"people": people, "settled": settled}
