"""`habeas market`: what measures do to the market of a commodity between two days, or what easing one is worth."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.answers import market_words as words

from . import asked, show
from .counted_by import EVERY, LensOption, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.market import Alone, Beside, MarketAnswer
    from habeas.answers.market_rows import Row

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
    keep: Annotated[
        bool, typer.Option("--keep", help="Put the market's files into the register, for its pages, and stop.")
    ] = False,
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
    from habeas.exchange import kept_markets
    from habeas.exchange.market import read_market

    if keep:
        show.line(f"kept for the pages of this register: {kept_markets.keep(file)}")
        return
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

    described = found.described
    show.line(f"{described.name}, base year: {described.base}")
    show.line(words.illustrative(found))
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
    head = ("issuer", "target", str(found.before.day), str(found.after.day), "what it does")
    lines = words.measures(found)
    if lines:
        show.table(head, lines)
    else:
        show.line("none of the measures that this market knows stands on either day")
    if found.after.others:
        show.line(f"in force on {found.after.day} and no part of this market: {found.after.others}")


def _price(found: "MarketAnswer") -> None:
    key, region = found.headline, found.described.reference
    spread = found.draws.spread(key)
    weighed = f"; weighed: {words.percent(found.draws.spread(key, weighed=True))}" if found.draws.weights else ""
    best = words.points(found.best[key])
    show.line(f"price in {region}: {best} at the best values; in the draws {words.percent(spread)}{weighed}")
    for text in words.left_out(found):
        show.line(text)
    for one in found.observed:
        change = f"observed, {one.of}: {one.before:,.0f} to {one.after:,.0f} USD/t, {words.points(one.percent)}"
        show.line(f"{change}; {words.explained(one, found)}")
    if not found.observed and not found.asked.eased:
        show.line("no price of both days was known by then on the same terms: nothing is set beside the model")


def _table_of_alone(found: "MarketAnswer") -> None:
    if not found.alone:
        return
    show.line(f"price in {found.described.reference}, percent, at the best values:")
    head = ("measure", "if it alone differed", "if all but it did", "price observed in the month before it stood")
    show.table(head, [_alone(one) for one in found.alone], (1, 2, 3))


def _alone(one: "Alone") -> tuple[str, ...]:
    before = f"{one.month_before:,.0f} USD/t" if one.month_before is not None else ""
    return ": ".join(one.measure), words.points(one.alone), words.points(one.without), before


def _row(one: "Row") -> tuple[str, ...]:
    from habeas.answers.market_rows import MEANING

    middle = words.dollars(one.prior.middle) if one.attributed else ""
    weighed = words.interval(one.weighed) if one.weighed else ""
    return one.party, MEANING[one.sort], one.sign, middle, words.interval(one.prior), weighed


def _signs(found: "MarketAnswer") -> None:
    show.line("in so many of the draws: " + "; ".join(map(", ".join, words.signs(found))))


def _bars(found: "MarketAnswer") -> None:
    show.line(f"what the price in {found.described.reference} hangs on, one number at its ends:")
    lines = [
        (bar.name, *(words.points(end) if end is not None else "no equilibrium" for end in (bar.at_low, bar.at_high)))
        for bar in found.bars[:WIDEST]
    ]
    show.table(("number", "at its low end", "at its high end"), lines, (1, 2))


def _published(one: "Beside") -> tuple[str, ...]:
    seen = one.seen
    basis = f" ({seen.basis})" if seen.basis else ""
    model = f"{one.best:.1f}", f"{one.spread.low:.1f} to {one.spread.high:.1f}"
    return seen.what, words.published(seen), *model, seen.source + basis


def _told_under(found: "MarketAnswer") -> None:
    wanted, cited = found.asked, sum(map(bool, found.cited.values()))
    if found.described.cites:
        missing = f"; not on record here: {len(found.uncited)} of what they cite" if found.uncited else ""
        show.line(f"numbers that cite claims on record here: {cited}{missing}")
    show.line(
        f"{words.drawn(found)}; inputs {found.sha256[:16]}; certificates hold; prices: {found.series.source[:60]}"
    )
    show.line(
        f"measures of {wanted.before} and {wanted.after}, as known on {wanted.known_on}; "
        f"lens: {wanted.lens.name} (version {wanted.lens.version}); at {found.seen.at}"
    )
    show.since(found.seen.at, found.erased, found.hidden)
