"""`habeas market`: what measures do to the market of a commodity between two days, or what easing one is worth."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show
from .counted_by import EVERY, LensOption, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.market import Alone, Beside, MarketAnswer
    from habeas.answers.market_measures import Stood
    from habeas.answers.market_rows import Row
    from habeas.market.compared import Spread
    from habeas.market.observed import Observed

POTASH = Path(__file__).resolve().parents[3] / "cases" / "belarus" / "market" / "potash.toml"
WIDEST = 8  # of what a result hangs on, so many are printed


def market(
    file: Annotated[
        Path, typer.Argument(help="The market, as a file.", show_default="that of potash, in cases/belarus/market")
    ] = POTASH,
    as_of: Annotated[str | None, typer.Option(help="The measures of this day (YYYY-MM-DD); today without it.")] = None,
    against: Annotated[str | None, typer.Option(help="Against those of this day.", show_default="the same day")] = None,
    ease: Annotated[
        list[str] | None,
        typer.Option(metavar="ISSUER", help="Take an issuer's measures for ended on that day; or ISSUER: TARGET."),
    ] = None,
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    lens: LensOption = EVERY,
    draws: Annotated[int, typer.Option(help="How many draws from the ranges of the numbers.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Where the draws begin: the same gives the same.")] = 7,
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Tell what measures do to the market of a commodity, or what easing one is worth, with what is not known of it.

    The measures are those of the register on each day; what they do to routes and prices stands in the file, with the
    source of every number. Beside the price that is modelled stands the one that was observed, and what is left over.

    Examples:

    - `habeas market --as-of 2021-01-01 --against 2022-06-01`

    - `habeas market --as-of 2025-12-14 --ease "United States" --ease "Lithuania"`
    """
    open_register(register)
    from habeas.answers import counted_by
    from habeas.answers import market as answer
    from habeas.answers.market_json import as_json
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access
    from habeas.exchange.market import read_market

    before, known = asked.past_or_today(as_of, "--as-of"), asked.past_or_today(known_on, "--known-on")
    after = asked.past(against, "--against") if against else before
    read, seen = read_market(file), view(at, Access.staff)
    with refusing():
        through = counted_by.lens_named(lens, seen)
        wanted = answer.Asked(before, after, known, tuple(ease or ()), through, draws, seed)
        found = answer.market(read.described, read.series, read.sha256, wanted, seen)
    if json:
        show.as_json(as_json(found))
    else:
        _in_words(found)


def _in_words(found: "MarketAnswer") -> None:
    from habeas.answers.market_rows import rows

    described, share = found.described, found.described.bases
    show.line(f"{described.name}, base year: {described.base}")
    show.line(
        f"illustrative: of the tonnes of the base year {share['assumed']:.0%} are assumed, "
        f"{share['derived']:.0%} derived from a part that was published, {share['published']:.0%} published"
    )
    _measures(found)
    _price(found)
    _table_of_alone(found)
    head = ("who", "of what", "", "middle", "5 % to 95 %", "weighed by what was published")
    show.line("change in millions of dollars a year; where no middle stands, who keeps it is not known:")
    show.table(head, [_row(one) for one in rows(found)], (3, 4, 5))
    _signs(found)
    _bars(found)
    if found.beside:
        show.line(f"published of {found.asked.after.year}, and the model with its measures, in {described.unit}:")
        shown = ("what", "published", "model at best", "5 % to 95 %", "who says so")
        show.table(shown, [_published(one) for one in found.beside], (1, 2, 3))
    for one in described.contested:
        said = "; ".join(f"{who}: {what}" for who, what in one.said)
        show.line(f"contested: {one.question} {said}")
    _told_under(found)


def _measures(found: "MarketAnswer") -> None:
    from habeas.market.described import Effect

    then = {one.key: one for one in found.before.stood}
    head = ("issuer", "target", str(found.before.day), str(found.after.day), "what it does")
    lines = []
    for one in found.after.stood:
        old = then[one.key]
        if old.status == one.status == "none":
            continue
        done = "; ".join(
            f"nothing here: {change.why}" if change.effect is Effect.none else _does(change) for change in one.done
        )
        lines.append((one.issuer, one.target, _status(old), _status(one), done or "nothing any more"))
    if lines:
        show.table(head, lines)
    else:
        show.line("none of the measures that this market knows stands on either day")
    if found.after.others:
        show.line(f"in force on {found.after.day} and no part of this market: {found.after.others}")


def _does(change: object) -> str:
    from habeas.market.described import Change, Effect

    if not isinstance(change, Change):
        return ""
    lane = f"{change.origin} to {change.destination or 'everywhere'}"
    return {
        Effect.closes_gate: f"closes {change.gate}",
        Effect.closes_lane: f"closes {lane}",
        Effect.capacity: f"{change.gate}: {change.number}",
        Effect.wedge: f"{change.number}, {lane}",
        Effect.none: "",
    }[change.effect]


def _status(one: "Stood") -> str:
    said = one.status.value.replace("+", ", ") + (", taken for eased" if one.eased else "")
    if len(one.possible) == 1:
        return said
    return f"{said} (possible: {' or '.join(sorted(status.value for status in one.possible))})"


def _price(found: "MarketAnswer") -> None:
    key, region = found.headline, found.described.reference
    spread = found.draws.spread(key)
    weighed = f"; weighed: {_percent(found.draws.spread(key, weighed=True))}" if found.draws.weights else ""
    show.line(
        f"price in {region}: {found.best[key]:+.1f} % at the best values; in the draws {_percent(spread)}{weighed}"
    )
    for one in found.observed:
        change = f"observed, {one.of}: {one.before:,.0f} to {one.after:,.0f} USD/t, {_points(one.percent)}"
        show.line(f"{change}; {_explained(one, spread)}")
    if not found.observed and not found.asked.eased:
        show.line("no price was observed on both days on the same terms: nothing is set beside the model")


def _explained(one: "Observed", spread: "Spread") -> str:
    low, middle, high = (one.share(value) for value in (spread.low, spread.middle, spread.high))
    if low is None or middle is None or high is None:
        return "it hardly moved: no share is told"
    if middle < 0:
        return f"the model moves it the other way; not explained: {one.unexplained(spread.middle):+.0f} points"
    return (
        f"the model has {middle:.0%} of it ({low:.0%} to {high:.0%}); not explained: "
        f"{one.unexplained(spread.middle):.0f} points, with the model at its most {one.unexplained(spread.high):.0f}"
    )


def _table_of_alone(found: "MarketAnswer") -> None:
    if not found.alone:
        return
    show.line(f"price in {found.described.reference}, percent, at the best values:")
    head = ("measure", "if it alone differed", "if all but it did", "price observed in the month before it stood")
    show.table(head, [_alone(one) for one in found.alone], (1, 2, 3))


def _alone(one: "Alone") -> tuple[str, ...]:
    before = f"{one.month_before:,.0f} USD/t" if one.month_before is not None else ""
    return ": ".join(one.measure), _points(one.alone), _points(one.without), before


def _row(one: "Row") -> tuple[str, ...]:
    from habeas.answers.market_rows import MEANING

    middle = _dollars(one.prior.middle) if one.attributed else ""
    weighed = f"{_dollars(one.weighed.low)} to {_dollars(one.weighed.high)}" if one.weighed else ""
    return (
        one.party,
        MEANING[one.sort],
        one.sign,
        middle,
        f"{_dollars(one.prior.low)} to {_dollars(one.prior.high)}",
        weighed,
    )


def _signs(found: "MarketAnswer") -> None:
    names = [name for kind, name in found.draws.outcomes[0] if kind == "sign"]
    show.line("in so many of the draws: " + "; ".join(f"{name}, {found.draws.share(name):.1%}" for name in names))


def _bars(found: "MarketAnswer") -> None:
    show.line(f"what the price in {found.described.reference} hangs on, one number at its ends:")
    lines = [
        (bar.name, *(_points(end) if end is not None else "no equilibrium" for end in (bar.at_low, bar.at_high)))
        for bar in found.bars[:WIDEST]
    ]
    show.table(("number", "at its low end", "at its high end"), lines, (1, 2))


def _published(one: "Beside") -> tuple[str, ...]:
    seen = one.seen
    published = f"{seen.low:g} or more" if seen.high is None else f"{seen.low:g}"
    basis = f" ({seen.basis})" if seen.basis else ""
    return (
        seen.what,
        published,
        f"{one.best:.1f}",
        f"{one.spread.low:.1f} to {one.spread.high:.1f}",
        seen.source + basis,
    )


def _percent(one: "Spread") -> str:
    return f"{_points(one.middle)} ({_points(one.low)} to {_points(one.high)})"


def _points(percent: float) -> str:
    """Percent with one place and its sign: +5.0 %, −0.4 %, 0.0 %."""
    tenths = round(percent, 1) + 0.0
    return (f"{tenths:+.1f} %" if tenths else "0.0 %").replace("-", "−")


def _dollars(value: float) -> str:
    return show.signed(round(value))


def _told_under(found: "MarketAnswer") -> None:
    wanted, drawn = found.asked, found.draws
    failed = f", {drawn.failed} without an equilibrium" if drawn.failed else ""
    worth = f", weighed as good as {drawn.effective:.0f}" if drawn.weights else ""
    show.line(
        f"{show.counted(wanted.draws, 'draw')} from seed {wanted.seed}{failed}{worth}; inputs {found.sha256[:16]}; "
        f"certificates hold; prices: {found.prices[:60]}"
    )
    show.line(
        f"measures of {wanted.before} and {wanted.after}, as known on {wanted.known_on}; "
        f"lens: {wanted.lens.name} (version {wanted.lens.version}); at {found.seen.at}"
    )
    show.since(found.seen.at, found.erased, found.hidden)
