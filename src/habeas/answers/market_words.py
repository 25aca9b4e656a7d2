"""How an answer of a market is worded, the same at every door."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # nothing of what is worded is needed to word it: a command begins without it
    from habeas.market.compared import Spread
    from habeas.market.described import Change, Seen
    from habeas.market.observed import Observed

    from .market import MarketAnswer
    from .market_measures import Stood


def points(percent: float) -> str:
    """Percent with one place and its sign: +5.0 %, −0.4 %, 0.0 %."""
    tenths = round(percent, 1) + 0.0
    return (f"{tenths:+.1f} %" if tenths else "0.0 %").replace("-", "−")


def percent(spread: "Spread") -> str:
    """The middle of a spread, and where the middle nine tenths lie."""
    return f"{points(spread.middle)} ({points(spread.low)} to {points(spread.high)})"


def dollars(value: float) -> str:
    """A change in millions of dollars, as it is read: +5, −1,208, 0."""
    whole = round(value)
    return (f"{whole:+,}" if whole else "0").replace("-", "−")


def interval(spread: "Spread") -> str:
    """Both ends of a change in millions of dollars."""
    return f"{dollars(spread.low)} to {dollars(spread.high)}"


def explained(one: "Observed", found: "MarketAnswer") -> str:
    """Which share of an observed change the model has, and what is left over: in percent, and in dollars."""
    said = _in_percent(one, found.draws.spread(found.headline))
    region = found.described.reference
    spread, begin = found.draws.spread(("price", region)), found.compared.before.prices[region]
    shares = [share for value in spread.ends if (share := one.share_in_dollars(value)) is not None]
    if not shares:
        return said
    low, middle, high = shares
    rest, model, seen = dollars(one.dollars - spread.middle), f"{begin:,.0f}", f"{one.before:,.0f}"
    elsewhere = "" if model == seen else f" (the model begins at {model}, not at {seen})"
    return (
        f"{said}; in dollars a tonne {dollars(spread.middle)} of {dollars(one.dollars)}, {middle:.0%} "
        f"({low:.0%} to {high:.0%}), not explained: {rest}{elsewhere}"
    )


def _in_percent(one: "Observed", spread: "Spread") -> str:
    low, middle, high = (one.share(value) for value in (spread.low, spread.middle, spread.high))
    if low is None or middle is None or high is None:
        return "it hardly moved: no share is told"
    if middle < 0:
        return f"the model moves it the other way; not explained: {dollars(one.unexplained(spread.middle))} points"
    most = f"{one.unexplained(spread.high):.0f}".replace("-", "−")
    return (
        f"the model has {middle:.0%} of it ({low:.0%} to {high:.0%}); not explained: "
        f"{one.unexplained(spread.middle):.0f} points, with the model at its most {most}"
    )


def does(change: "Change") -> str:
    """What a measure does while it stands, or why it does nothing."""
    lane = f"{change.origin} to {change.destination or 'everywhere'}"
    return {
        "closes_gate": f"closes {change.gate}",
        "closes_lane": f"closes {lane}",
        "capacity": f"{change.gate}: {change.number}",
        "wedge": f"{change.number}, {lane}",
        "none": f"nothing here: {change.why}",
    }[change.effect.value]


def done(one: "Stood") -> str:
    """Everything that a measure does on a day."""
    return "; ".join(map(does, one.done)) or "nothing"


def status(one: "Stood") -> str:
    """How a measure stands, with its doubt."""
    said = one.status.value.replace("+", ", ") + (", taken for eased" if one.eased else "")
    if len(one.possible) == 1:
        return said
    return f"{said} (possible: {' or '.join(sorted(status.value for status in one.possible))})"


def signs(found: "MarketAnswer") -> list[tuple[str, str]]:
    """In which share of the draws each sign holds; that nothing moved is told where it happens."""
    names = [name for kind, name in found.draws.outcomes[0] if kind == "sign"]
    shares = [(name, found.draws.share(name)) for name in names]
    return [(name, f"{share:.1%}") for name, share in shares if share or not name.endswith("before")]


def left_out(found: "MarketAnswer") -> list[str]:
    """What measures that work on the later day spare and the model does not, with the price with all but them."""
    without = {one.measure: one.without for one in found.alone}
    told = []
    for one in found.after.stood:
        for text in dict.fromkeys(line.left_out for line in one.done if line.left_out):
            rest = f": with all but it {points(without[one.key])} at the best values" if one.key in without else ""
            told.append(f"not in the model of {one.issuer}, {one.target}: {text}{rest}")
    return told


def measures(found: "MarketAnswer") -> list[tuple[str, str, str, str, str]]:
    """Issuer, target, how it stands on either day and what it does on the later, of each that stands on one of them."""
    then = {one.key: one for one in found.before.stood}
    return [
        (one.issuer, one.target, status(then[one.key]), status(one), done(one))
        for one in found.after.stood
        if not then[one.key].status == one.status == "none"
    ]


def published(seen: "Seen") -> str:
    """A number that was published, with what was left open."""
    if seen.high is None:
        return f"{seen.low:g} or more"
    return f"{seen.low:g}" if seen.low == seen.high else f"{seen.low:g} to {seen.high:g}"


def illustrative(found: "MarketAnswer") -> str:
    """Which share of the base year's tonnes nobody published."""
    share = found.described.bases
    return (
        f"illustrative: of the tonnes of the base year {share['assumed']:.0%} are assumed, "
        f"{share['derived']:.0%} derived from a part that was published, {share['published']:.0%} published"
    )


def drawn(found: "MarketAnswer") -> str:
    """How many draws, from which seed, what they are worth when weighed."""
    draws = found.draws
    failed = f", {draws.failed} without an equilibrium" if draws.failed else ""
    worth = f", weighed as good as {draws.effective:.0f}" if draws.weights else ""
    return f"{found.asked.draws:,} draws from seed {found.asked.seed}{failed}{worth}"
