"""How the revolving door and the checks of arithmetic are told, by the commands and the pages alike."""

from collections.abc import Sequence

from habeas.bargain.check import Check, Explanation, Identity, Outcome
from habeas.bargain.door import Answer, Ratio
from habeas.bargain.number import Bounds, Number
from habeas.claims.vocabulary import Door

from .door import DoorAnswer
from .door_cells import Cell
from .door_questions import Question

ROWS = {
    Door.detained: "detained",
    Door.recognised: "newly recognised",
    Door.recognised_held: "recognised in custody",
    Door.recognised_freed: "recognised after release",
    Door.pardoned: "pardoned",
    Door.term_served: "term served",
    Door.sent_abroad: "exchanged or deported",
    Door.died: "died",
    Door.freed: "went out on any ground",
    Door.detained_again: "detained again",
}
QUESTIONS = {
    "recognised_than_pardoned": ("Were more recognised than pardoned?", "recognised", "pardoned"),
    "detained_than_pardoned": ("Were more arrested than pardoned?", "detained", "pardoned"),
    "came_than_went": ("Did more come in than go out?", "came in", "went out"),
}
TWO_SPEAKERS = "Two speakers need not count the same people."
IDENTITIES = {
    Identity.former: "ever recognised, less former prisoners, are those held",
    Identity.recognised: "ever recognised, and those newly recognised since, are ever recognised later",
    Identity.door: "held, and who came in, less who went out, are held later",
    Identity.parts: "the parts are the whole",
    Identity.within: "a part is no more than the whole",
    Identity.rounds: "those freed in shorter times are among those freed in the longer",
    Identity.one_figure: "one thing in the same days has one number",
}
OUTCOMES = {
    Outcome.holds: "holds",
    Outcome.can_hold: "can hold",
    Outcome.off: "off",
    Outcome.unsaid: "cannot be said",
}
EXPLANATIONS = {
    Explanation.cut_off: "a day’s cut-off: one of the numbers was taken before something of that day, or after it",
    Explanation.hindsight: "people recognised with hindsight, for days that had been told already",
    Explanation.misprint: "a misprint: one digit makes the difference",
    Explanation.not_found: "others of whom no number was found",
    Explanation.other_people: "several speakers, or people called differently: they need not count the same people",
    Explanation.rough_day: "the day is known only roughly: the numbers may be of two days",
}


def so_many(bounds: Bounds) -> str:
    """Bounds in words: 209; 209 or more; up to 306; 147 to 453."""
    if bounds.high is None:
        return f"{bounds.low:,} or more"
    if bounds.low == bounds.high:
        return f"{bounds.low:,}"
    return f"{bounds.low:,} to {bounds.high:,}" if bounds.low else f"up to {bounds.high:,}"


def of_cell(cell: Cell | None) -> str:
    """A cell in words; a dash where no such number was published."""
    return so_many(cell.bounds) if cell else "–"


def finding(found: DoorAnswer) -> str:
    """What is found, in one line without a full stop; empty where nothing is decided."""
    recognised = next((one for one in found.questions if one.name == "recognised_than_pardoned"), None)
    change = found.net.low if found.net.low == found.net.high else None
    more = {Answer.yes: "More", Answer.no: "No more"}.get(_told(recognised)) if recognised else None
    held = "" if change is None else "as many" if change == 0 else "fewer" if change < 0 else "more"
    if not more:
        return f"{held.capitalize()} are held" if held else ""
    pardoned = "pardoned" if recognised and recognised.more.answer is not Answer.not_decided else "found pardoned"
    first = f"{more} were recognised than were {pardoned}"
    return f"{first}, and {held if held != 'fewer' else 'still fewer'} are held" if held else first


def answered(one: Question, found: DoorAnswer) -> str:
    """A question answered in a sentence or two, with its numbers."""
    if one.name == "came_than_went":
        return _passed(one, found)
    _, left, right = QUESTIONS[one.name]
    if one.left is None:
        return f"Not decided by these numbers: {_keeper(found)} published no number of those {left}."
    if one.right is None:
        return f"Not decided by these numbers: nobody published a number of those {right}."
    others = "" if one.right_by == _keeper(found) else f" {TWO_SPEAKERS}"
    both = f"{so_many(one.left.bounds)} {left}, {so_many(one.right.bounds)} {right}"
    if one.more.answer is not Answer.not_decided:
        return f"{_yes(one.more.answer)}: {both} ({one.right_by}).{others}"
    if one.more.margin is None:
        return f"Not decided by these numbers: {both} ({one.right_by}).{others}"
    if _told(one) is Answer.not_decided:
        return f"Not decided by these numbers: {both} were found ({one.right_by}).{others}"
    return _as_found(one, left, right) + others


def _as_found(one: Question, left: str, right: str) -> str:
    margin = one.more.margin or 0
    shown = [f"{cell.printed:,}" for cell in (one.left, one.right) if cell and cell.printed is not None]
    told = (
        f"{_yes(one.more.as_found)}, by what was found: {shown[0]} {left} against {shown[1]} {right} ({one.right_by})."
    )
    if margin > 0 and one.right and one.right.bounds.high is None:
        return f"{told} What was not found could undo it only if it comes to {margin:,} or more."
    return told


def _told(one: Question) -> Answer:
    """The answer that is told: that no more were found is none, where of the first only "so many or more" is known."""
    short = one.more.as_found is Answer.no and one.left is not None and one.left.bounds.high is None
    return one.more.answer if short else one.more.as_found


def _passed(one: Question, found: DoorAnswer) -> str:
    net = found.net
    if net.low is not None and net.low == net.high and net.low:
        way, more, less = ("fell", "went out", "came in") if net.low < 0 else ("rose", "came in", "went out")
        answer = "No" if net.low < 0 else "Yes"
        return f"{answer}: the number held {way} by {abs(net.low):,}, so more {more} than {less}, on any ground."
    if net.low == net.high == 0:
        return "No: as many are held as before, so as many went out as came in."
    told = f"{of_cell(one.left)} came in, {of_cell(one.right)} went out"
    told = told.replace("–", "not published:")
    if one.more.answer is Answer.not_decided:
        return f"Not decided by these numbers: {told}."
    return f"{_yes(one.more.answer)}: {told}."


def _yes(answer: Answer) -> str:
    return "Yes" if answer is Answer.yes else "No"


def _keeper(found: DoorAnswer) -> str:
    return found.name(found.leading.body) if found.leading else "nobody"


def ratio(one: Ratio, above: str, below: str) -> str:
    """A ratio with what it is of: 325 recognised / 209 pardoned; at most this."""
    bound = {"as found": "; by what was found", "": ""}.get(one.bound, f"; {one.bound} this")
    return f"{one.above:,} {above} / {one.below:,} {below}{bound}"


def equation(one: Check) -> str:
    """The numbers of a check as they are added up: 3,638 + 58 = 3,696, printed 3,697."""
    if one.identity is Identity.one_figure:
        return f"{one.plus[0].printed:,} and {one.total.printed:,}"
    if one.identity is Identity.within:
        return f"{one.plus[0].printed:,} of {one.total.printed:,}"
    plus = " + ".join(f"{each.printed:,}" for each in one.plus)
    minus = "".join(f" − {each.printed:,}" for each in one.minus)
    if len(one.numbers) == 2:
        return f"{plus}, against {one.total.printed:,}"
    return f"{plus}{minus} = {one.sum:,}, against {one.total.printed:,}"


def outcome(one: Check) -> str:
    """How a check came out: holds; off by 1; can hold: 95 are not accounted for."""
    if one.outcome is Outcome.off:
        return f"off by {abs(one.gap):,}"
    if one.outcome is Outcome.can_hold and one.explanations == (Explanation.not_found,):
        return f"can hold: {one.gap:,} not accounted for"
    return OUTCOMES[one.outcome]


def left_out(some: Sequence[Number]) -> str:
    """Which numbers a cut-off would have left out."""
    return " and ".join(f"the {one.printed:,} of {one.last.isoformat()}" for one in some)
