"""How an answer of a market is worded, the same at every door."""

from typing import TYPE_CHECKING

from habeas.claims.wording import say

if TYPE_CHECKING:  # nothing of what is worded is needed to word it: a command begins without it
    from collections.abc import Iterator

    from habeas.market.compared import Spread
    from habeas.market.described import Change, Described, Seen
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
    rest, model, seen = dollars(one.dollars - spread.middle), f"{begin:,.0f}", f"{one.before:,.0f}"
    elsewhere = "" if model == seen else f" (the model begins at {model}, not at {seen})"
    return (
        f"{said}; in dollars a tonne {dollars(spread.middle)} of {dollars(one.dollars)}, {_share(shares)}, "
        f"not explained: {rest}{elsewhere}"
    )


def _in_percent(one: "Observed", spread: "Spread") -> str:
    shares = [share for value in spread.ends if (share := one.share(value)) is not None]
    if not shares:
        return "it hardly moved: no share is told"
    left = sorted(one.unexplained(value) for value in spread.ends)
    rest = f"{dollars(left[1])} points (from {dollars(left[0])} to {dollars(left[2])})".replace("+", "")
    if shares[1] < 0:
        return f"the model moves it the other way; not explained: {rest}"
    return f"the model has {_share(shares, ' of it')}; not explained: {rest}"


def _share(shares: list[float], of: str = "") -> str:
    """The share of the middle draw, and from the least to the most."""
    low, high = min(shares), max(shares)
    return f"{shares[1]:.0%}{of} (from {low:.0%} to {high:.0%})".replace("-", "−")


def the(name: str) -> str:
    """A name as it stands in a sentence: the United States, the European Union, Lithuania."""
    return f"the {name}" if name.startswith("United ") or name.endswith(" Union") else name


def eased(found: "MarketAnswer") -> str:
    """Whose measures are taken for ended: of the United States on Belaruskali."""
    told = []
    for text in found.asked.eased:
        issuer, _, target = (part.strip() for part in text.partition(":"))
        told.append(f"of {the(issuer)}" + (f" on {target}" if target else ""))
    return " and ".join(told)


def worth(found: "MarketAnswer") -> str:
    """What the subject's producers would take in, at the middle of the draws: 180 to 1,120 million dollars a year more.

    From the least to the most that it is by who keeps the rents.
    """
    low, high = (round(found.draws.spread(key).middle) + 0 for key in found.worth)
    if low < 0 < high:
        return f"between {-low:,} million dollars a year less and {high:,} more"
    ends = sorted((abs(low), abs(high)))
    if ends[1] == 0:
        return "as much as before"
    less = "less" if low < 0 or high < 0 else "more"
    return f"{f'{ends[0]:,} to ' if ends[0] != ends[1] else ''}{ends[1]:,} million dollars a year {less}"


def worth_in_draws(found: "MarketAnswer") -> str:
    """The same with where the middle nine tenths of the draws lie."""
    least, most = (found.draws.spread(key) for key in found.worth)
    one, other = (f"{dollars(each.middle)} ({interval(each)})" for each in (least, most))
    subject = found.described.subject
    if one == other:
        return f"netback times volume of {subject}, in millions of dollars a year: {one}"
    return (
        f"what producers of {subject} take in, in millions of dollars a year: {one} at the least and "
        f"{other} at the most, by who keeps the rents"
    )


def finding(found: "MarketAnswer") -> str:
    """What the model finds, in one sentence without a full stop."""
    spread, region, subject = found.draws.spread(found.headline), found.described.reference, found.described.subject
    if found.asked.eased:
        form = "Without the measures {issuers}, producers of {subject} would take in {worth}, in this model"
        return say(form, issuers=eased(found), subject=subject, worth=worth(found))
    what = say("With the measures of {day}", day=found.asked.after)
    parts = {"what": what, "region": region, "by": f"{abs(spread.middle):.0f}"}
    if abs(spread.middle) < 0.05:
        return say("{what} the price in {region} would hardly be another, in this model", **parts)
    if spread.middle > 0:
        return say("{what} the price in {region} would be higher by {by} percent, in this model", **parts)
    return say("{what} the price in {region} would be lower by {by} percent, in this model", **parts)


def off_the_middle(found: "MarketAnswer") -> str:
    """Why what is told at the best values is not the middle of the draws; empty where it is, to a tenth."""
    best, middle = points(found.best[found.headline]), points(found.draws.spread(found.headline).middle)
    if best == middle:
        return ""
    return (
        f"at the best values it is {best}, in the middle of the draws {middle}: each number’s best value is the middle "
        "of its own draws, but the price does not follow them in a straight line (a gate that is narrower moves it "
        "more than one that is as much wider), so the middle of the results is another than the result of the middles"
    )


def does(change: "Change") -> str:
    """What a measure does while it stands, or why it does nothing."""
    lane = f"{change.origin} to {change.destination or 'everywhere'}"
    return {
        "closes_gate": f"closes {change.gate}",
        "closes_lane": f"closes {lane}",
        "capacity": f"{change.gate}: {change.number}",
        "wedge": f"{change.number}, {lane}" + (f"; times the {change.share}" if change.share else ""),
        "none": f"nothing here: {change.why}",
    }[change.effect.value]


def done(one: "Stood") -> str:
    """Everything that a measure does on a day."""
    stay = one.stays
    return "; ".join(does(each) + (", which stays" if each in stay else "") for each in one.done) or "nothing"


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
        for text in dict.fromkeys(line.left_out for line in one.done if _is_left_out(line, found)):
            rest = f": with all but it {points(without[one.key])} at the best values" if one.key in without else ""
            told.append(f"not in the model of {one.issuer}, {one.target}: {text}{rest}")
    return told


def _is_left_out(line: "Change", found: "MarketAnswer") -> bool:
    until = line.left_out_until
    return line.left_out is not None and (until is None or found.asked.after <= until)


def measures(found: "MarketAnswer") -> list[tuple[str, str, str, str, str]]:
    """Issuer, target, how it stands on either day and what it does on the later, of each that stands on one of them."""
    return [(one.issuer, one.target, status(then), status(one), done(one)) for then, one in on_both_days(found)]


def on_both_days(found: "MarketAnswer") -> "Iterator[tuple[Stood, Stood]]":
    """How each measure that stands, or does something, on one of the days stood on either."""
    before = {one.key: one for one in found.before.stood}
    for one in found.after.stood:
        then = before[one.key]
        if not then.status == one.status == "none" or one.works or then.works:
            yield then, one


def published(seen: "Seen") -> str:
    """A number that was published, with what was left open."""
    if seen.high is None:
        return f"{seen.low:g} or more"
    return f"{seen.low:g}" if seen.low == seen.high else f"{seen.low:g} to {seen.high:g}"


def illustrative(found: "MarketAnswer") -> str:
    """Which share of the base year's tonnes nobody published."""
    return share_of_bases(found.described)


def share_of_bases(described: "Described") -> str:
    """Of the tonnes of the base year: which share is assumed, derived, published."""
    share = described.bases
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
