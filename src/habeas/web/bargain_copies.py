"""The tables of bargains as they are taken: each commitment with its verdict over all lenses, or by each of them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from habeas.answers import bargain_words
from habeas.answers.bargain_told import Row, Told

from .table_copy import Row as Copied


def terms(bargains: Iterable[Told]) -> Iterator[Copied]:
    """A term of a bargain a row, with what all lenses come to."""
    for told in bargains:
        for row in told.terms:
            yield _commitment(told, row) | {"verdict": row.verdict.value if row.verdict else "not said yet"}


def verdicts(told: Told, rows: Sequence[Row]) -> Iterator[Copied]:
    """A commitment and a lens a row, with the verdict that this lens has and what it goes by; without a lens, where
    nobody had said by then what was undertaken.
    """
    for row in rows:
        said = _commitment(told, row)
        for lens, verdict, short in bargain_words.verdicts(row, told.evidence) or [("", "not said yet", "")]:
            yield said | {"by_lens": lens, "verdict": verdict, "by_what": short}


def _commitment(told: Told, row: Row) -> dict[str, Any]:
    one, days = row.commitment, (row.commitment.window.first, row.commitment.window.last)
    window = {name: day.isoformat() if day else "" for name, day in zip(("first", "last"), days, strict=True)}
    return {
        "bargain": told.bargain.name,
        "key": one.key,
        "party": told.name(one.party),
        "to": told.name(one.to) if one.to else "",
        "undertakes": one.undertakes,
        "stage": one.stage.value,
        "window": {"original": one.window.original, **window},
        "condition": {"on": one.condition.on.value, "words": one.condition.words} if one.condition else {},
        "verification": one.verification,
        "rests_on": [claim["id"] for claim in row.said],
    }
