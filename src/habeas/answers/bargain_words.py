"""How what a lens found of a commitment is told in a line: how many of how many, by whose count, what is unsure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from habeas.bargain.evidence import Count, StatedNumber
from habeas.bargain.progress import Progress
from habeas.bargain.terms import Commitment
from habeas.claims.act import Act
from habeas.claims.bargain import Stage

from .bargain_told import ByLens, Row, Told
from .plain import count_word, plainly, speakers

Json = Mapping[str, Any]


def verdicts(row: Row, evidence: Mapping[str, Json]) -> list[tuple[str, str, str]]:
    """Each lens, its verdict and what that goes by; where all come to the same by the same, one line for every lens."""
    found = [(each.lens.name, each.judged.verdict.value, in_short(each, evidence)) for each in row.by_lens]
    if len(found) > 1 and len({one[1:] for one in found}) == 1:
        return [("every lens", *found[0][1:])]
    return found


def in_short(found: ByLens, evidence: Mapping[str, Json]) -> str:
    """What the verdict goes by: "123 of 123, said by three; named here: 3"."""
    come = found.progress
    told = [] if come is None or come.prohibits else list(_how_far(come, evidence))
    told += found.judged.notes
    if found.judged.possible:
        told.append(f"{' or '.join(plainly(one.value) for one in found.judged.possible)} is possible")
    return "; ".join(told)


def evidence_of(row: Row, told: Told) -> list[dict[str, Any]]:
    """The claims that the verdicts on a commitment rest on, through whichever lens, each once."""
    every = (claim for each in row.by_lens if each.progress for claim in each.progress.claims)
    return [told.evidence[one] for one in dict.fromkeys(every) if one in told.evidence]


def touched(told: Told, act: Act) -> list[str]:
    """What a new act of this kind would break or strain, in sentences; a term first, whether or not one is broken."""
    what = f"New acts of the kind {plainly(act.value)}" if act is not Act.detained else "New arrests"
    broken, strained = told.broken_by(act), told.strained_by(act)
    terms = [one for one in broken if one.commitment.stage.is_term]
    said = [f"{what} break no reported term of this bargain."]
    if terms:
        said = [
            f"{what} break a term: {told.name(one.commitment.party)} undertook {one.commitment.undertakes}."
            for one in terms
        ]
    said += [f"They break {_beside(one)}." for one in broken if not one.commitment.stage.is_term]
    return said + [f"They strain {_beside(one)}." for one in strained]


def hands(claim: Json) -> int:
    """Through how many mouths a claim came: 1 is first hand."""
    return len(claim["attribution"])


def _how_far(come: Progress, evidence: Mapping[str, Json]) -> Iterable[str]:
    if come.done is not None and come.spoken:
        yield f"{come.done:,} of {come.needed:,} target{'' if come.needed == 1 else 's'}"
    elif come.stated:
        yield _stated(come.stated)
    elif come.count is not None and come.count.spoken:
        yield _counted(come.count, come.needed, evidence)
        if come.count.aggregate:
            yield f"named here: {_range(*come.count.named)}"


def _stated(some: Sequence[StatedNumber]) -> str:
    """The published numbers that it goes by: "20 or more and 24 to 36 published, said by two"; of many the last."""
    in_order = sorted(some, key=lambda one: (one.last or date.max, one.first or date.min, _least(one)))
    numbers = list(dict.fromkeys(map(_number, in_order)))
    told = " and ".join(numbers) if len(numbers) < 4 else f"{len(some):,} numbers, the last {_number(in_order[-1])},"
    return f"{told} published, said by {count_word(len({one.speaker for one in some}))}"


def _least(one: StatedNumber) -> Decimal:
    return next((end for end in (one.least, one.about, one.most) if end is not None), Decimal(0))


def _number(one: StatedNumber) -> str:
    if one.about is not None:
        return f"about {one.about:,}"
    if one.least is None:
        return f"up to {one.most:,}" if one.most is not None else "a number"
    if one.most is None:
        return f"{one.least:,} or more"
    return f"{one.least:,}" if one.least == one.most else f"{one.least:,} to {one.most:,}"


def _counted(count: Count, needed: int, evidence: Mapping[str, Json]) -> str:
    many = f"{_range(count.low, count.high)} of {needed:,}"
    speakers = {evidence[one]["attribution"][-1]["agent"] for one in count.numbers if one in evidence}
    return f"{many}, said by {count_word(len(speakers))}" if speakers else many


def _range(low: int, high: int | None) -> str:
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _beside(row: Row) -> str:
    """An assurance or a demand, with who makes it: "a condition of Franak Viacorka, who is no party"."""
    one: Commitment = row.commitment
    claim = row.said[0]
    if one.stage is Stage.demanded:
        return f"a condition of {claim['attribution'][-1]['agent']}, which is no term of the bargain: {one.undertakes}"
    hand = {1: "an assurance", 2: "a second-hand assurance", 3: "a third-hand assurance"}
    return (
        f"{hand.get(hands(claim), 'an assurance from far away')}, {one.undertakes} ({speakers(claim['attribution'])})"
    )
