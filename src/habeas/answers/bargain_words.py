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
from habeas.claims.wording import form, joined, say, say_many

from .bargain_told import ByLens, Row, Told
from .plain import count_word, plainly, speakers

Json = Mapping[str, Any]


def verdicts(row: Row, evidence: Mapping[str, Json]) -> list[tuple[str, str, str]]:
    """Each lens, its verdict and what that goes by; where all come to the same by the same, one line for every lens."""
    found = [(each.lens.name, each.judged.verdict.value, in_short(each, evidence)) for each in row.by_lens]
    if len(found) > 1 and len({one[1:] for one in found}) == 1:
        return [(say("every lens"), *found[0][1:])]
    return found


def in_short(found: ByLens, evidence: Mapping[str, Json]) -> str:
    """What the verdict goes by: "123 of 123, said by three; named here: 3"."""
    come = found.progress
    told = [] if come is None or come.prohibits else list(_how_far(come, evidence))
    told += found.judged.notes
    if found.judged.possible:
        some = joined(form("{one} or {more}"), (plainly(one.value) for one in found.judged.possible))
        told.append(say("{verdicts} is possible", verdicts=some))
    return joined(form("{one}; {more}"), told)


def evidence_of(row: Row, told: Told) -> list[dict[str, Any]]:
    """The claims that the verdicts on a commitment rest on, through whichever lens, each once."""
    every = (claim for each in row.by_lens if each.progress for claim in each.progress.claims)
    return [told.evidence[one] for one in dict.fromkeys(every) if one in told.evidence]


def touched(told: Told, act: Act) -> list[str]:
    """What a new act of this kind would break or strain, in sentences; a term first, whether or not one is broken."""
    what = say("New arrests")
    if act is not Act.detained:
        what = say("New acts of the kind {kind}", kind=plainly(act.value))
    broken, strained = told.broken_by(act), told.strained_by(act)
    terms = [one for one in broken if one.commitment.stage.is_term]
    said = [say("{what} break no reported term of this bargain.", what=what)]
    if terms:
        said = [
            say(
                "{what} break a term: {party} undertook {undertakes}.",
                what=what,
                party=told.name(one.commitment.party),
                undertakes=one.commitment.undertakes,
            )
            for one in terms
        ]
    said += [say("They break {what}.", what=_beside(one)) for one in broken if not one.commitment.stage.is_term]
    return [*said, *(say("They strain {what}.", what=_beside(one)) for one in strained)]


def hands(claim: Json) -> int:
    """Through how many mouths a claim came: 1 is first hand."""
    return len(claim["attribution"])


def _how_far(come: Progress, evidence: Mapping[str, Json]) -> Iterable[str]:
    if come.done is not None and come.spoken:
        yield say_many("{done} of {number} target", "{done} of {number} targets", come.needed, done=come.done)
    elif come.stated:
        yield _stated(come.stated)
    elif come.count is not None and come.count.spoken:
        yield _counted(come.count, come.needed, evidence)
        if come.count.aggregate:
            yield say("named here: {range}", range=_range(*come.count.named))


def _stated(some: Sequence[StatedNumber]) -> str:
    """The published numbers that it goes by: "20 or more and 24 to 36 published, said by two"; of many the last."""
    in_order = sorted(some, key=lambda one: (one.last or date.max, one.first or date.min, _least(one)))
    numbers = list(dict.fromkeys(map(_number, in_order)))
    told = joined(form("{one} and {more}"), numbers)
    if len(numbers) >= 4:
        told = say("{many} numbers, the last {last},", many=len(some), last=_number(in_order[-1]))
    speakers_ = count_word(len({one.speaker for one in some}))
    return say("{numbers} published, said by {speakers}", numbers=told, speakers=speakers_)


def _least(one: StatedNumber) -> Decimal:
    return next((end for end in (one.least, one.about, one.most) if end is not None), Decimal(0))


def _number(one: StatedNumber) -> str:
    if one.about is not None:
        return say("about {number}", number=one.about)
    if one.least is None:
        return say("up to {number}", number=one.most) if one.most is not None else say("a number")
    if one.most is None:
        return say("{number} or more", number=one.least)
    if one.least == one.most:
        return say("{number}", number=one.least)
    return say("{low} to {high}", low=one.least, high=one.most)


def _counted(count: Count, needed: int, evidence: Mapping[str, Json]) -> str:
    many = say("{range} of {needed}", range=_range(count.low, count.high), needed=needed)
    speakers = {evidence[one]["attribution"][-1]["agent"] for one in count.numbers if one in evidence}
    return say("{many}, said by {speakers}", many=many, speakers=count_word(len(speakers))) if speakers else many


def _range(low: int, high: int | None) -> str:
    if high is None:
        return say("{number} or more", number=low)
    return say("{number}", number=low) if low == high else say("{low} to {high}", low=low, high=high)


def _beside(row: Row) -> str:
    """An assurance or a demand, with who makes it: "a condition of Franak Viacorka, who is no party"."""
    one: Commitment = row.commitment
    claim = row.said[0]
    if one.stage is Stage.demanded:
        return say(
            "a condition of {agent}, which is no term of the bargain: {undertakes}",
            agent=claim["attribution"][-1]["agent"],
            undertakes=one.undertakes,
        )
    hand = {1: say("an assurance"), 2: say("a second-hand assurance"), 3: say("a third-hand assurance")}
    return say(
        "{hand}, {undertakes} ({speakers})",
        hand=hand.get(hands(claim)) or say("an assurance from far away"),
        undertakes=one.undertakes,
        speakers=speakers(claim["attribution"]),
    )
