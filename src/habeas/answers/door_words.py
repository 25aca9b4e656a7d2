"""How the revolving door and the checks of arithmetic are told, by the commands and the pages alike."""

from collections.abc import Sequence
from dataclasses import replace

from habeas.bargain.check import Check, Explanation, Identity, Outcome
from habeas.bargain.door import Answer, Ratio
from habeas.bargain.number import Bounds, Number
from habeas.claims.vocabulary import Door
from habeas.claims.wording import Worded, form, joined, say

from .door import DoorAnswer
from .door_cells import Cell
from .door_questions import Question

ROWS = {
    Door.detained: say("detained"),
    Door.recognised: say("newly recognised"),
    Door.recognised_held: say("recognised in custody"),
    Door.recognised_freed: say("recognised after release"),
    Door.pardoned: say("pardoned"),
    Door.term_served: say("term served"),
    Door.sent_abroad: say("exchanged or deported"),
    Door.died: say("died"),
    Door.freed: say("went out on any ground"),
    Door.detained_again: say("detained again"),
}
QUESTIONS = {
    "recognised_than_pardoned": (say("Were more recognised than pardoned?"), say("recognised"), say("pardoned")),
    "detained_than_pardoned": (say("Were more arrested than pardoned?"), say("detained"), say("pardoned")),
    "came_than_went": (say("Did more come in than go out?"), say("came in"), say("went out")),
}
TWO_SPEAKERS = say("Two speakers need not count the same people.")
IDENTITIES = {
    Identity.former: say("ever recognised, less former prisoners, are those held"),
    Identity.recognised: say("ever recognised, and those newly recognised since, are ever recognised later"),
    Identity.door: say("held, and who came in, less who went out, are held later"),
    Identity.parts: say("the parts are the whole"),
    Identity.within: say("a part is no more than the whole"),
    Identity.rounds: say("those freed in shorter times are among those freed in the longer"),
    Identity.one_figure: say("one thing in the same days has one number"),
}
OUTCOMES = {
    Outcome.holds: say("holds"),
    Outcome.can_hold: say("can hold"),
    Outcome.off: say("off"),
    Outcome.unsaid: say("cannot be said"),
}
EXPLANATIONS = {
    Explanation.cut_off: say("a day’s cut-off: one of the numbers was taken before something of that day, or after it"),
    Explanation.hindsight: say("people recognised with hindsight, for days that had been told already"),
    Explanation.misprint: say("a misprint: one digit makes the difference"),
    Explanation.not_found: say("others of whom no number was found"),
    Explanation.other_people: say(
        "several speakers, or people called differently: they need not count the same people"
    ),
    Explanation.rough_day: say("the day is known only roughly: the numbers may be of two days"),
}


def so_many(bounds: Bounds) -> str:
    """Bounds in words: 209; 209 or more; up to 306; 147 to 453."""
    if bounds.high is None:
        return say("{number} or more", number=bounds.low)
    if bounds.low == bounds.high:
        return say("{number}", number=bounds.low)
    if not bounds.low:
        return say("up to {number}", number=bounds.high)
    return say("{low} to {high}", low=bounds.low, high=bounds.high)


def of_cell(cell: Cell | None) -> str:
    """A cell in words; a dash where no such number was published."""
    return so_many(cell.bounds) if cell else "–"


def finding(found: DoorAnswer) -> str:
    """What is found, in one line without a full stop; empty where nothing is decided."""
    recognised = next((one for one in found.questions if one.name == "recognised_than_pardoned"), None)
    change = found.net.low if found.net.low == found.net.high else None
    more = _told(recognised) if recognised else Answer.not_decided
    if more is Answer.not_decided:
        return "" if change is None else _held(change)
    found_alone = recognised is None or recognised.more.answer is Answer.not_decided
    if more is Answer.yes:
        first = say("More were recognised than were pardoned")
        first = say("More were recognised than were found pardoned") if found_alone else first
    else:
        first = say("No more were recognised than were pardoned")
        first = say("No more were recognised than were found pardoned") if found_alone else first
    if change is None:
        return first
    if change == 0:
        return say("{first}, and as many are held", first=first)
    if change < 0:
        return say("{first}, and still fewer are held", first=first)
    return say("{first}, and more are held", first=first)


def _held(change: int) -> str:
    if change == 0:
        return say("As many are held")
    return say("Fewer are held") if change < 0 else say("More are held")


def answered(one: Question, found: DoorAnswer) -> str:
    """A question answered in a sentence or two, with its numbers."""
    if one.name == "came_than_went":
        return _passed(one, found)
    told, other = _answered(one, _keeper(found)), one.elsewhere
    if other is None:
        return told
    told = say(
        "{keeper} published no number of those {left}. By the numbers of {other}: {answer}",
        keeper=_keeper(found),
        left=QUESTIONS[one.name][1],
        other=other.by,
        answer=_answered(other.question, other.by),
    )
    if not other.went:
        return told
    return say("{told} By the same numbers {many} went out on any ground.", told=told, many=so_many(other.went.bounds))


def _answered(one: Question, keeper: str) -> str:
    _, left, right = QUESTIONS[one.name]
    if one.left is None:
        return say(
            "Not decided by these numbers: {keeper} published no number of those {left}.",
            keeper=keeper,
            left=left,
        )
    if one.right is None:
        return say("Not decided by these numbers: nobody published a number of those {right}.", right=right)
    parts = {
        "both": say(
            "{many} {left}, {others} {right}",
            many=so_many(one.left.bounds),
            left=left,
            others=so_many(one.right.bounds),
            right=right,
        ),
        "by": one.right_by,
    }
    if one.more.answer is not Answer.not_decided:
        told = say("{answer}: {both} ({by}).", answer=_yes(one.more.answer), **parts)
    elif one.more.margin is None:
        told = say("Not decided by these numbers: {both} ({by}).", **parts)
    elif _told(one) is Answer.not_decided:
        told = say("Not decided by these numbers: {both} were found ({by}).", **parts)
    else:
        told = _as_found(one, left, right)
    return told if one.right_by == keeper else say("{told} {others}", told=told, others=TWO_SPEAKERS)


def _as_found(one: Question, left: str, right: str) -> Worded:
    margin = one.more.margin or 0
    shown = [
        say("{number}", number=cell.printed) for cell in (one.left, one.right) if cell and cell.printed is not None
    ]
    told = say(
        "{answer}, by what was found: {many} {left} against {others} {right} ({by}).",
        answer=_yes(one.more.as_found),
        many=shown[0],
        left=left,
        others=shown[1],
        right=right,
        by=one.right_by,
    )
    if margin > 0 and one.right and one.right.bounds.high is None:
        return say(
            "{told} What was not found could undo it only if it comes to {margin} or more.", told=told, margin=margin
        )
    return told


def _told(one: Question) -> Answer:
    """The answer that is told: that no more were found is none, where of the first only "so many or more" is known."""
    short = one.more.as_found is Answer.no and one.left is not None and one.left.bounds.high is None
    return one.more.answer if short else one.more.as_found


def _passed(one: Question, found: DoorAnswer) -> str:
    net = found.net
    if net.low is not None and net.low == net.high and net.low:
        if net.low < 0:
            return say(
                "No: the number held fell by {by}, so more went out than came in, on any ground.", by=abs(net.low)
            )
        return say("Yes: the number held rose by {by}, so more came in than went out, on any ground.", by=net.low)
    if net.low == net.high == 0:
        return say("No: as many are held as before, so as many went out as came in.")
    told = say("{came} came in, {went} went out", came=_published(one.left), went=_published(one.right))
    if one.more.answer is Answer.not_decided:
        return say("Not decided by these numbers: {told}.", told=told)
    return say("{answer}: {told}.", answer=_yes(one.more.answer), told=told)


def _published(cell: Cell | None) -> str:
    return so_many(cell.bounds) if cell else say("not published:")


def _yes(answer: Answer) -> str:
    return say("Yes") if answer is Answer.yes else say("No")


def _keeper(found: DoorAnswer) -> str:
    return found.name(found.leading.body) if found.leading else say("nobody")


def ratio(one: Ratio, above: str, below: str) -> str:
    """A ratio with what it is of: 325 recognised / 209 pardoned; at most this."""
    told = say(
        "{many} {above} / {others} {below}", many=one.above, above=say(above), others=one.below, below=say(below)
    )
    if one.bound == "as found":
        return say("{told}; by what was found", told=told)
    return say("{told}; {bound} this", told=told, bound=say(one.bound)) if one.bound else told


def between(one: Ratio, other: Ratio, above: str, below: str) -> str:
    """The least and the most that a ratio can be, with what each is of."""
    low, high = sorted((one, other), key=lambda each: each.value)
    return say(
        "from {low} to {high}: only how far the two numbers lie apart is known",
        low=ratio(replace(low, bound=""), above, below),
        high=ratio(replace(high, bound=""), above, below),
    )


def freed_besides(found: DoorAnswer) -> str:
    """Who is said to be freed on days of which no number of those pardoned speaks; empty where nobody is."""
    some = found.freed_besides
    if not some:
        return ""
    each = (
        say("{many}, {days}, said {speaker}", many=one.printed, days=_days(one), speaker=found.name(one.body))
        for one in some
    )
    return say(
        "The number of those pardoned does not cover these days, in which {many} were announced as freed: {each}. "
        "No ratio to it is given: it would be of unlike days.",
        many=sum(one.printed for one in some),
        each=joined(form("{one}; {more}"), each),
    )


def _days(one: Number) -> str:
    if one.first == one.last:
        return say("{day}", day=one.first)
    return say("{first} to {last}", first=one.first, last=one.last)


def equation(one: Check) -> str:
    """The numbers of a check as they are added up: 3,638 + 58 = 3,696, printed 3,697."""
    if one.identity is Identity.one_figure:
        return say("{one} and {more}", one=one.plus[0].printed, more=one.total.printed)
    if one.identity is Identity.within:
        return say("{one} of {more}", one=one.plus[0].printed, more=one.total.printed)
    numbers = joined(form("{one} + {more}"), (say("{number}", number=each.printed) for each in one.plus))
    for each in one.minus if len(one.numbers) > 2 else ():
        numbers = say("{one} − {more}", one=numbers, more=each.printed)
    if len(one.numbers) == 2:
        return say("{numbers}, against {total}", numbers=numbers, total=one.total.printed)
    return say("{numbers} = {sum}, against {total}", numbers=numbers, sum=one.sum, total=one.total.printed)


def outcome(one: Check) -> str:
    """How a check came out: holds; off by 1; can hold: 95 are not accounted for."""
    if one.outcome is Outcome.off:
        return say("off by {gap}", gap=abs(one.gap))
    if one.outcome is Outcome.can_hold and one.explanations == (Explanation.not_found,):
        return say("can hold: {gap} not accounted for", gap=one.gap)
    return OUTCOMES[one.outcome]


def left_out(some: Sequence[Number]) -> str:
    """Which numbers a cut-off would have left out."""
    each = (say("the {number} of {day}", number=one.printed, day=one.last.isoformat()) for one in some)
    return joined(form("{one} and {more}"), each)
