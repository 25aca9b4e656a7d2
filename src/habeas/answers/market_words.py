"""How an answer of a market is worded, the same at every door."""

from typing import TYPE_CHECKING

from habeas.claims.wording import form, joined, say

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
    return say(
        "{middle} ({low} to {high})", middle=points(spread.middle), low=points(spread.low), high=points(spread.high)
    )


def dollars(value: float) -> str:
    """A change in millions of dollars, as it is read: +5, −1,208, 0."""
    whole = round(value)
    return (f"{whole:+,}" if whole else "0").replace("-", "−")


def interval(spread: "Spread") -> str:
    """Both ends of a change in millions of dollars."""
    return say("{low} to {high}", low=dollars(spread.low), high=dollars(spread.high))


def explained(one: "Observed", found: "MarketAnswer") -> str:
    """Which share of an observed change the model has, and what is left over: in percent, and in dollars."""
    said = _in_percent(one, found.draws.spread(found.headline))
    region = found.described.reference
    spread, begin = found.draws.spread(("price", region)), found.compared.before.prices[region]
    shares = [share for value in spread.ends if (share := one.share_in_dollars(value)) is not None]
    if not shares:
        return said
    low, middle, high = shares
    model, seen = f"{begin:,.0f}", f"{one.before:,.0f}"
    told = say(
        "{said}; in dollars a tonne {middle} of {dollars}, {share} ({low} to {high}), not explained: {rest}",
        said=said,
        middle=dollars(spread.middle),
        dollars=dollars(one.dollars),
        share=f"{middle:.0%}",
        low=f"{low:.0%}",
        high=f"{high:.0%}",
        rest=dollars(one.dollars - spread.middle),
    )
    if model == seen:
        return told
    return say("{told} (the model begins at {model}, not at {seen})", told=told, model=model, seen=seen)


def _in_percent(one: "Observed", spread: "Spread") -> str:
    low, middle, high = (one.share(value) for value in (spread.low, spread.middle, spread.high))
    if low is None or middle is None or high is None:
        return say("it hardly moved: no share is told")
    if middle < 0:
        rest = dollars(one.unexplained(spread.middle))
        return say("the model moves it the other way; not explained: {rest} points", rest=rest)
    return say(
        "the model has {share} of it ({low} to {high}); not explained: {rest} points, "
        "with the model at its most {most}",
        share=f"{middle:.0%}",
        low=f"{low:.0%}",
        high=f"{high:.0%}",
        rest=f"{one.unexplained(spread.middle):.0f}",
        most=f"{one.unexplained(spread.high):.0f}".replace("-", "−"),
    )


def does(change: "Change") -> str:
    """What a measure does while it stands, or why it does nothing."""
    lane = say("{origin} to {destination}", origin=change.origin, destination=change.destination or say("everywhere"))
    return {
        "closes_gate": say("closes {gate}", gate=change.gate),
        "closes_lane": say("closes {lane}", lane=lane),
        "capacity": say("{gate}: {number}", gate=change.gate, number=str(change.number)),
        "wedge": say("{number}, {lane}", number=str(change.number), lane=lane),
        "none": say("nothing here: {why}", why=change.why),
    }[change.effect.value]


def done(one: "Stood") -> str:
    """Everything that a measure does on a day."""
    return joined(form("{one}; {more}"), map(does, one.done)) or say("nothing")


def status(one: "Stood") -> str:
    """How a measure stands, with its doubt."""
    said: str = say(one.status.value.replace("+", ", "))
    said = say("{status}, taken for eased", status=said) if one.eased else said
    if len(one.possible) == 1:
        return said
    others = joined(form("{one} or {more}"), (say(each) for each in sorted(status.value for status in one.possible)))
    return say("{status} (possible: {others})", status=said, others=others)


def signs(found: "MarketAnswer") -> list[tuple[str, str]]:
    """In which share of the draws each sign holds; that nothing moved is told where it happens."""
    names = [name for kind, name in found.draws.outcomes[0] if kind == "sign"]
    shares = [(name, found.draws.share(name)) for name in names]
    return [(name, f"{share:.1%}") for name, share in shares if share or not name.endswith("before")]


def left_out(found: "MarketAnswer") -> list[str]:
    """What measures that work on the later day spare and the model does not, with the price with all but them."""
    without = {one.measure: one.without for one in found.alone}
    told: list[str] = []
    for one in found.after.stood:
        for text in dict.fromkeys(line.left_out for line in one.done if line.left_out):
            said: str = say(
                "not in the model of {issuer}, {target}: {text}", issuer=one.issuer, target=one.target, text=text
            )
            if one.key in without:
                rest = points(without[one.key])
                said = say("{said}: with all but it {change} at the best values", said=said, change=rest)
            told.append(said)
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
        return say("{number} or more", number=f"{seen.low:g}")
    if seen.low == seen.high:
        return f"{seen.low:g}"
    return say("{low} to {high}", low=f"{seen.low:g}", high=f"{seen.high:g}")


def illustrative(found: "MarketAnswer") -> str:
    """Which share of the base year's tonnes nobody published."""
    share = found.described.bases
    return say(
        "illustrative: of the tonnes of the base year {assumed} are assumed, "
        "{derived} derived from a part that was published, {published} published",
        **{basis: f"{share[basis]:.0%}" for basis in ("assumed", "derived", "published")},
    )


def drawn(found: "MarketAnswer") -> str:
    """How many draws, from which seed, what they are worth when weighed."""
    draws = found.draws
    told = [say("{draws} draws from seed {seed}", draws=found.asked.draws, seed=str(found.asked.seed))]
    told += [say("{failed} without an equilibrium", failed=str(draws.failed))] if draws.failed else []
    told += [say("weighed as good as {draws}", draws=f"{draws.effective:.0f}")] if draws.weights else []
    return joined(form("{one}, {more}"), told)
