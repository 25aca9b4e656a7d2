"""A market in words and ranges: which numbers it needs, and what a measure that stands does to it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .parameter import ASSUMED, DERIVED, PUBLISHED, Range

Amount = tuple[str, ...]  # names of numbers, which are added up


@dataclass(frozen=True, slots=True)
class PlaceOf:
    """A region: the names of the numbers that it has. `supply_shock` and `demand_shock` multiply its quantities in
    every scenario: what else happened since the base year. `producers`: under what name its producers are among those
    who may keep a rent.
    """

    name: str
    price: str | None = None
    supply: str | None = None
    demand: str | None = None
    floor: str | None = None
    supply_shock: str | None = None
    demand_shock: str | None = None
    producers: str | None = None


@dataclass(frozen=True, slots=True)
class FeeOf:
    """A fee: who is paid, what it comes to, and which share of it is not cost."""

    name: str
    payee: str
    amount: Amount
    margin: str | None = None


@dataclass(frozen=True, slots=True)
class GateOf:
    """A gate, its capacity (None: no limit) and who may keep its rent."""

    name: str
    capacity: str | None = None
    keepers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WayOf:
    """A way of going: through which gates, for which fees."""

    name: str
    gates: tuple[str, ...] = ()
    fees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """What went from one region to another by a way in the base year; what a region used itself has no way."""

    origin: str
    destination: str
    way: str | None
    tonnes: Range


class Effect(StrEnum):
    """What a measure does to a market."""

    closes_gate = "closes_gate"
    closes_lane = "closes_lane"
    capacity = "capacity"
    wedge = "wedge"
    none = "none"


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to the market while `issuer` has `target` in one of the statuses `when`.

    `covers`: only where the measure that stands covers just this. `months`: only from so many months after it came to
    stand. `gate`; or the lane from `origin` to `destination`, or to everywhere (None); `number` is a capacity or a
    wedge, `keepers` who may keep that, `share` the number that says how much of the wedge is left (None: all of it).
    `stays`: what was made ready meanwhile is there still when the measure has ended or is eased. `why` is the reason
    in words; of an effect `none`, why nothing is done. `left_out`: what the measure spares and the model does not,
    which is told beside the result, until a day where it names one.
    """

    issuer: str
    target: str
    when: tuple[str, ...]
    effect: Effect
    why: str
    covers: str | None = None
    months: int = 0
    gate: str | None = None
    origin: str | None = None
    destination: str | None = None
    number: str | None = None
    keepers: tuple[str, ...] = ()
    share: str | None = None
    stays: bool = False
    left_out: str | None = None
    left_out_until: date | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A number that was published of a year: millions of tonnes through a gate, or to a region from another, at least
    `low` and (None: nobody says) at most `high`. `spread`: how far the model may be off before a draw weighs less;
    None: it does not weigh. `basis` is what must be said of it: a forecast, other months. `another`: what the tonnes
    are of, where that is not this commodity; then the model has no distance from them.
    """

    year: int
    what: str
    low: float
    high: float | None
    unit: str
    source: str
    gate: str | None = None
    lane: tuple[str, str] | None = None
    spread: float | None = None
    basis: str = ""
    another: str | None = None


@dataclass(frozen=True, slots=True)
class Paid:
    """What was published of a year of the price that one region paid for what came from another: from `low` to `high`
    dollars a tonne. `basis` is what must be said of it.
    """

    year: int
    what: str
    lane: tuple[str, str]
    low: float
    high: float
    source: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class StateOf:
    """A State, and what it is made of here: a region (None: it is none of them), and who else is its own among those
    who carry or may keep a rent.
    """

    name: str
    region: str | None
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Produced:
    """What was published of what a region produces: speaker, millions of tonnes, and the unit as it was told; and why
    the flows that are taken are others, or are not.
    """

    region: str
    said: tuple[tuple[str, float, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Contested:
    """What is disputed, and what each says of it: speaker and words."""

    question: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Described:
    """A market, before any number is chosen. `subject` is the region that measures are aimed at, `reference` the one
    whose price is compared with the one that is observed. `base` says of what the flows are. `cites` has, by
    the name of a number, a flow or what was seen, the statements of the claims that it rests on.
    """

    name: str
    unit: str
    base: str
    subject: str
    reference: str
    substitution: str | None
    places: tuple[PlaceOf, ...]
    fees: Mapping[str, FeeOf]
    gates: tuple[GateOf, ...]
    ways: Mapping[str, WayOf]
    flows: tuple[Flow, ...]
    numbers: Mapping[str, Range]
    changes: tuple[Change, ...] = ()
    seen: tuple[Seen, ...] = ()
    contested: tuple[Contested, ...] = ()
    paid: tuple[Paid, ...] = ()
    states: tuple[StateOf, ...] = ()
    produced: tuple[Produced, ...] = ()
    cites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Every number and every flow, in the order in which they are drawn."""
        return (*self.numbers.values(), *(one.tonnes for one in self.flows))

    @property
    def bases(self) -> Mapping[str, float]:
        """Which share of the tonnes of the base year, at their best values, is published, derived, assumed: 0 to 1."""
        every = sum(one.tonnes.best for one in self.flows)
        found = dict.fromkeys((PUBLISHED, DERIVED, ASSUMED), 0.0)
        for one in self.flows:
            found[one.tonnes.basis] += one.tonnes.best / every if every else 0.0
        return found

    def produces(self, region: str) -> tuple[float, float, float]:
        """What the flows of the base year have a region produce, at their low ends, at their best and at their high."""
        some = [one.tonnes for one in self.flows if one.origin == region]
        return sum(one.low for one in some), sum(one.best for one in some), sum(one.high for one in some)


def said_by(question: str, who: str) -> str:
    """Under what name `cites` has the claims of a speaker in what is contested."""
    return f"{question} {who}"


def groups(described: Described) -> Mapping[str, frozenset[str]]:
    """Which numbers are moved together when it is asked what a result hangs on: each alone, all flows as one."""
    found = {name: frozenset({name}) for name, one in described.numbers.items() if one.low < one.high}
    return found | {"flows of the base year": frozenset(one.tonnes.name for one in described.flows)}


def unknown(described: Described) -> Sequence[str]:
    """What the description speaks of and does not have: in words, each with where it stands."""
    regions = {one.name for one in described.places}
    gates = {one.name for one in described.gates}
    found: list[str] = []

    def must(what: str, name: str | None, among: Collection[str], where: str) -> None:
        if name is not None and name not in among:
            found.append(f"{where}: no {what} is called “{name}”")

    for head in (described.subject, described.reference):
        must("region", head, regions, "[market]")
    must("number", described.substitution, described.numbers, "[market]")
    for place in described.places:
        named = (place.price, place.supply, place.demand, place.floor, place.supply_shock, place.demand_shock)
        for name in named:
            must("number", name, described.numbers, f"region {place.name}")
    for fee in described.fees.values():
        for name in (*fee.amount, fee.margin):
            must("number", name, described.numbers, f"fee {fee.name}")
    for gate in described.gates:
        must("number", gate.capacity, described.numbers, f"gate {gate.name}")
    for way in described.ways.values():
        for name in way.gates:
            must("gate", name, gates, f"way {way.name}")
        for name in way.fees:
            must("fee", name, described.fees, f"way {way.name}")
    for flow in described.flows:
        for end in (flow.origin, flow.destination):
            must("region", end, regions, flow.tonnes.name)
        must("way", flow.way, described.ways, flow.tonnes.name)
    cited = {*described.numbers, *(one.tonnes.name for one in described.flows)}
    cited |= {one.what for one in described.seen} | {one.what for one in described.paid}
    cited |= {said_by(one.question, who) for one in described.contested for who, _ in one.said}
    for name in described.cites:
        must("number, flow or thing seen", name, cited, "[cites]")
    for change in described.changes:
        where = f"change of {change.issuer} on {change.target}"
        must("gate", change.gate, gates, where)
        must("region", change.origin, regions, where)
        must("region", change.destination, regions, where)
        must("number", change.number, described.numbers, where)
        must("number", change.share, described.numbers, where)
    for seen in described.seen:
        must("gate", seen.gate, gates, f"seen {seen.what}")
        for end in seen.lane or ():
            must("region", end, regions, f"seen {seen.what}")
    for paid in described.paid:
        for end in paid.lane:
            must("region", end, regions, f"paid {paid.what}")
    keepers = {one for gate in described.gates for one in gate.keepers} | {fee.payee for fee in described.fees.values()}
    keepers |= {one for change in described.changes for one in change.keepers}
    for place in described.places:
        must("keeper of a rent", place.producers, keepers, f"region {place.name}")
    for state in described.states:
        must("region", state.region, regions, f"state {state.name}")
        for party in state.parties:
            must("payee or keeper", party, keepers, f"state {state.name}")
    for produced in described.produced:
        must("region", produced.region, regions, f"produced in {produced.region}")
    return found
