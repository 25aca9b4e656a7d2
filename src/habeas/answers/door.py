"""The revolving door over a window: what each body published of it, what follows, and what the register itself names.

Numbers of two bodies are never merged: they stand in two lines. A question ("were more recognised than pardoned?") is
answered by bounds where they decide it, and apart from that by what was found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.bargain import door as pure
from habeas.bargain.door import AFTER, BEFORE, EVER_AFTER, EVER_BEFORE, NET, Ratio, Window
from habeas.bargain.number import STOCKS, Number
from habeas.bargain.sums import Solved
from habeas.claims.vocabulary import Door
from habeas.register import read
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens

from .accounts import accounts
from .arithmetic import told
from .door_cells import OPEN, Cell, cells
from .door_here import HereAtTheDoor, at_the_door
from .door_questions import Question, elsewhere, recognised_for
from .door_questions import pardons as found_pardons
from .door_questions import questions as answered
from .gone import Gone, gone
from .numbers import Numbers, numbers
from .public import AskError

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """The window, as known on a day, through a lens; `keeper` is the name of the body whose door leads."""

    first: date
    last: date
    known_on: date
    lens: Lens = EVERY
    keeper: str = ""
    by_known: bool = False


@dataclass(frozen=True, slots=True)
class DoorAnswer:
    """The door of the body that leads (None where none published anything in the window), of the others, and here."""

    asked: Asked
    seen: View
    leading: Window | None
    others: tuple[Window, ...]
    questions: tuple[Question, ...]
    came_for_went: Ratio | None
    recognised_for_pardoned: Ratio | None
    rounds: tuple[Number, ...]
    freed_besides: tuple[Number, ...]
    here: HereAtTheDoor
    published: Numbers = field(hash=False)
    gone: Gone

    def name(self, body: str) -> str:
        """Who a body is."""
        return self.published.names[body]

    @property
    def net(self) -> Solved:
        """By how much the number held changed, if both its ends are published."""
        return self.leading.solved.get(NET, OPEN) if self.leading else OPEN

    def as_json(self) -> Json:
        """The documented shape."""
        asked, shown = self.asked, self.here
        found: Json = {
            "from": asked.first.isoformat(),
            "to": asked.last.isoformat(),
            "known_on": asked.known_on.isoformat(),
            "lens": asked.lens.name,
            "lens_version": asked.lens.version,
            "access": self.seen.ceiling.name,
            "at": str(self.seen.at),
            **self.gone.as_json(),
            "keepers": [self._window(one) for one in ((self.leading,) if self.leading else ()) + self.others],
            "questions": [self._question(one) for one in self.questions],
            "rounds": {"number": sum(one.printed for one in self.rounds), "numbers": self._numbers(self.rounds)},
            "here": _here(shown),
            "not_admitted": len(self.published.refused),
        }
        ratios = {"came_for_went": self.came_for_went, "recognised_for_pardoned": self.recognised_for_pardoned}
        found["rounds"]["freed_besides"] = self._numbers(self.freed_besides)
        found["ratios"] = {name: _ratio(one) for name, one in ratios.items() if one}
        return found

    def _window(self, one: Window) -> Json:
        stocks = {"held": (BEFORE, AFTER), "ever": (EVER_BEFORE, EVER_AFTER)}
        shown: Json = {"by": self.name(one.body), "from": one.first.isoformat(), "to": one.last.isoformat()}
        for key, ends in stocks.items():
            said = {
                end: self._numbers(one.given.get(name, ())[:1])
                for end, name in zip(("before", "after"), ends, strict=True)
            }
            shown[key] = {end: some[0] for end, some in said.items() if some}
        net = one.solved.get(NET, OPEN)
        if net.low is not None and net.low == net.high:
            shown["net"] = net.low
        shown["rows"] = {door.value: self._cell(cell) for door, cell in cells(one).items()}
        return shown | ({"impossible": sorted(one.impossible)} if one.impossible else {})

    def _cell(self, cell: Cell) -> Json:
        ends = {"low": cell.bounds.low} | ({} if cell.bounds.high is None else {"high": cell.bounds.high})
        printed = {} if cell.printed is None else {"number": cell.printed}
        return ends | printed | {"how": cell.how, "numbers": self._numbers(cell.numbers)}

    def _question(self, one: Question) -> Json:
        sides = {side: self._cell(cell) for side, cell in (("left", one.left), ("right", one.right)) if cell}
        by = {"right_by": one.right_by} if one.right_by else {}
        margin = {} if one.more.margin is None else {"margin": one.more.margin}
        answers = {"answer": one.more.answer.value, "as_found": one.more.as_found.value}
        return {"question": one.name} | answers | margin | sides | by

    def _numbers(self, some: Iterable[Number]) -> list[Json]:
        return [told(one, self.published.names) for one in some]


def door(asked: Asked, seen: View) -> DoorAnswer:
    """The door over a window. Raises AskError where the window is no window, or nobody of that name counts here."""
    if asked.first >= asked.last:
        raise AskError("from", f"{asked.first} is not before {asked.last}: a window begins before it ends")
    with read.snapshot():
        found = numbers(seen, asked.known_on, asked.lens)
        bodies = list(dict.fromkeys(one.body for one in found.numbers))
        every = [pure.window(found.numbers, body, asked.first, asked.last) for body in bodies]
        every = sorted((one for one in every if _told_of(one)), key=_how_much, reverse=True)
        leading = _leading(every, asked.keeper, found)
        others_here = [one for one in every if one is not leading]
        others = (*others_here, *_elsewhere(found.numbers, asked))
        begins = leading.begins if leading else asked.first
        rounds = pure.found_by_all(found.numbers, Door.pardoned, begins, asked.last)
        pardons = found_pardons(rounds, every, found)
        asked_of = answered(leading, found.names[leading.body], pardons) if leading else ()
        asked_of = elsewhere(asked_of, others_here, found, pardons)
        counted, ends = pardons[0].numbers if pardons else (), (begins, asked.last)
        besides = pure.freed_besides(found.numbers, counted, *ends) if counted else ()
        here = at_the_door(accounts(seen), asked.lens, *ends, asked.known_on, by_known=asked.by_known)
        return DoorAnswer(
            asked=asked,
            seen=seen,
            leading=leading,
            others=others,
            questions=tuple(asked_of),
            came_for_went=pure.came_for_each_who_went(leading) if leading else None,
            recognised_for_pardoned=None if besides else recognised_for(leading, pardons),
            rounds=rounds,
            freed_besides=besides,
            here=here,
            published=found,
            gone=gone(seen),
        )


def _told_of(one: Window) -> bool:
    ends = (BEFORE, AFTER), (EVER_BEFORE, EVER_AFTER)
    return bool(one.rows) or any(all(end in one.given for end in pair) for pair in ends)


def _how_much(one: Window) -> tuple[int, int]:
    pairs = sum(all(end in one.given for end in pair) for pair in ((BEFORE, AFTER), (EVER_BEFORE, EVER_AFTER)))
    return 2 * pairs + sum(row.whole for row in one.rows.values()), len(one.rows)


def _leading(every: Sequence[Window], keeper: str, found: Numbers) -> Window | None:
    if not keeper:
        return next(iter(every), None)
    for one in every:
        if found.names[one.body].casefold() == keeper.casefold():
            return one
    known = ", ".join(sorted({found.names[one.body] for one in every}))
    others = f": write one of {known}" if known else ", nor did anybody else"
    raise AskError("keeper", f"“{keeper[:40]}” published no number of this window{others}")


def _elsewhere(some: Iterable[Number], asked: Asked) -> list[Window]:
    """The doors of other windows, longer than a month, of which a body published who moved, the newest first."""
    published = [one for one in some if one.door and one.door not in STOCKS and not one.stock and one.days > 31]
    keys = dict.fromkeys((one.body, one.first, one.last) for one in published)
    other = [key for key in keys if key[1:] != (asked.first, asked.last)]
    windows = [pure.window(some, *key) for key in sorted(other, key=lambda key: (key[2], key[1]), reverse=True)]
    return [one for one in windows if one.rows]


def _ratio(one: Ratio) -> Json:
    bound = {"bound": one.bound} if one.bound else {}
    return {"numerator": one.above, "denominator": one.below, "ratio": f"{one.value:.1f}"} | bound


def _here(one: HereAtTheDoor) -> Json:
    ends = {"held_before": one.before, "came": one.came, "went": one.went, "held_after": one.after}
    rows = {row.value: bounds for row, bounds in one.rows.items()}
    shown: dict[str, Json] = {key: dict(bounds._asdict()) for key, bounds in (ends | rows).items()}
    for row, people in one.named.items():
        shown[row.value]["named"] = [{"record": record, "name": name} for record, name in people]
    return {"people": one.people, "by_known": one.by_known, "rows": shown}
