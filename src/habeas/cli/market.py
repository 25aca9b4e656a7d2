"""`habeas market`: what measures do to the market of a commodity between two days, or what easing one is worth."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.answers import market_tables as tables
from habeas.answers import market_words as words

from . import asked, show
from .counted_by import EVERY, LensOption, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.market import Beside, MarketAnswer
    from habeas.answers.market_rows import Row

POTASH = Path(__file__).resolve().parents[3] / "cases" / "belarus" / "market" / "potash.toml"
WIDEST = 8  # of what a result hangs on, so many are printed
IN_BRACKETS = "at the best values (5 % to 95 % of the draws)"


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
    if against is None and not ease:
        raise typer.BadParameter(
            "with it alone nothing is compared: name another day with --against, or whose measures to ease with --ease",
            param_hint="--as-of",
        )
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
    described = found.described
    show.line(f"{words.finding(found)}.")
    show.line(f"{described.name}, base year: {described.base}")
    show.line(words.illustrative(found))
    _measures(found)
    _price(found)
    _alone(found)
    _what_moves(found)
    _gains(found)
    show.line("in so many of the draws: " + "; ".join(map(", ".join, words.signs(found))))
    _bars(found)
    _published(found)
    for one in described.contested:
        said = "; ".join(f"{who}: {what}{_claims(found, one.question, who)}" for who, what in one.said)
        show.line(f"contested: {one.question} {said}")
    _told_under(found)


def _claims(found: "MarketAnswer", question: str, who: str) -> str:
    """The claims on record that a speaker's side rests on."""
    from habeas.market.described import said_by

    ids = found.cited.get(said_by(question, who), ())
    return f" (claims {', '.join(one[:8] for one in ids)})" if ids else ""


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
    show.line(f"{words.worth_in_draws(found)} (median, 5 % to 95 % of the draws)")
    spread = found.draws.spread(key)
    weighed = f"; weighed: {words.percent(found.draws.spread(key, weighed=True))}" if found.draws.weights else ""
    best = words.points(found.best[key])
    show.line(f"price in {region}: {best} at the best values; in the draws {words.percent(spread)}{weighed}")
    for text in (words.off_the_middle(found), *words.left_out(found)):
        if text:
            show.line(text)
    for one in found.observed:
        change = f"observed, {one.of}: {one.before:,.0f} to {one.after:,.0f} USD/t, {words.points(one.percent)}"
        show.line(f"{change}; {words.explained(one, found)}")
    if not found.observed and not found.asked.eased:
        show.line("no price of both days was known by then on the same terms: nothing is set beside the model")


def _alone(found: "MarketAnswer") -> None:
    if not found.alone:
        return
    head, lines = tables.alone(found)
    worth = f", and what producers of {found.described.subject} take in, in millions of dollars"
    show.line(f"price in {found.described.reference}, percent{worth if found.asked.eased else ''}, at the best values:")
    before = [f"{one.month_before:,.0f} USD/t" if one.month_before is not None else "" for one in found.alone]
    lines = [(*line, month) for line, month in zip(lines, before, strict=True)]
    show.table((*head, "price observed in the month before it stood"), lines, range(1, len(head) + 1))


def _what_moves(found: "MarketAnswer") -> None:
    """Tonnes, prices, ways and gates, before and after."""
    unit, subject = found.described.unit, found.described.subject
    show.line(f"what is sold ({unit}) and the price there (dollars a tonne; a producer’s netback), {IN_BRACKETS}:")
    show.table(("region", "sold before", "after", "price before", "after"), list(tables.regions(found)), (1, 2, 3, 4))
    show.line(tables.a_tonne(found))
    show.line(f"where it goes, in {unit}, {IN_BRACKETS}:")
    others = "from all others before"
    show.table(("to", f"from {subject} before", "after", others, "after"), list(tables.lanes(found)), (1, 2, 3, 4))
    if found.described.gates:
        show.line(f"through gates, in {unit}, and what a full one makes scarce, in dollars a tonne:")
        head = ("gate", "through before", "after", "rent before", "after", "who may keep it")
        show.table(head, list(tables.gates(found)), (1, 2, 3, 4))
    left = list(tables.unexplained(found.compared.before.market))
    if left:
        show.line("left unexplained by fees in the base year, dollars a tonne at the best values, in both scenarios:")
        show.table(("from", "to, by"), left)


def _gains(found: "MarketAnswer") -> None:
    from habeas.answers.market_rows import Sort, rows, summed

    head = ("who", "of what", "", "at the best values", "middle", "5 % to 95 %", "weighed by what was published")
    show.line("change in millions of dollars a year; where no middle stands, who keeps it is not known:")
    some = list(rows(found))
    add = [one for one in some if one.adds or one.sort is Sort.total]
    show.table(head, [_row(one) for one in add], (3, 4, 5, 6))
    show.line(tables.adds_up(summed(found)))
    show.line("the same money by other names, which is not to be added to that:")
    show.table(head, [_row(one) for one in some if one not in add], (3, 4, 5, 6))


def _row(one: "Row") -> tuple[str, ...]:
    from habeas.answers.market_rows import MEANING

    middle = words.dollars(one.prior.middle) if one.attributed else ""
    weighed = words.interval(one.weighed) if one.weighed else ""
    best = tables.worth_between(*one.best)
    return one.party, MEANING[one.sort], one.sign, best, middle, words.interval(one.prior), weighed


def _bars(found: "MarketAnswer") -> None:
    head, lines = tables.hangs_on(found, WIDEST)
    of = f"the price in {found.described.reference}"
    if found.asked.eased:
        of = f"what producers of {found.described.subject} take in (millions of dollars a year)"
    show.line(f"what {of} hangs on, one number at its ends:")
    show.table(head, lines, (1, 2))
    if tables.still(found) and len(lines) < WIDEST:
        show.line(tables.still(found))


def _published(found: "MarketAnswer") -> None:
    if found.beside:
        show.line(f"published of {found.asked.after.year}, and the model with its measures, in {found.described.unit}:")
        shown = ("what", "published", "model at best", "5 % to 95 %", "who says so")
        show.table(shown, [_beside(one) for one in found.beside], (1, 2, 3))
    if found.paid:
        show.line(f"prices published of {found.asked.after.year}, in dollars a tonne, and the model’s, {IN_BRACKETS}:")
        head = ("what is paid", "published", "delivered, in the model", "netback of the seller", "who says so")
        lines = [(*some, f"{source} ({basis})" if basis else source) for *some, source, basis in _paid(found)]
        show.table(head, lines, (1, 2, 3))
        show.line(tables.DELIVERED)
    if found.described.produced:
        show.line(
            f"what each was said to produce, in {found.described.unit} a year, beside the flows of the base year:"
        )
        show.table(("region", "flows", "who says what", "what is taken"), list(tables.produced(found.described)), (1,))


def _paid(found: "MarketAnswer") -> list[tuple[str, ...]]:
    return list(tables.prices_paid(found))


def _beside(one: "Beside") -> tuple[str, ...]:
    seen = one.seen
    basis = f" ({seen.basis})" if seen.basis else ""
    model = f"{one.best:.1f}", f"{one.spread.low:.1f} to {one.spread.high:.1f}"
    return seen.what, words.published(seen), *model, seen.source + basis


def _told_under(found: "MarketAnswer") -> None:
    wanted, cited = found.asked, sum(map(bool, found.cited.values()))
    if found.described.cites:
        missing = f"; not on record here: {len(found.uncited)} of what they cite" if found.uncited else ""
        show.line(f"numbers that cite claims on record here: {cited}{missing}")
    show.line(f"{words.drawn(found)}; inputs {found.sha256[:16]}; certificates hold")
    show.line(f"prices: {found.series.source}")
    show.line(
        f"measures of {wanted.before} and {wanted.after}, as known on {wanted.known_on}; "
        f"lens: {wanted.lens.name} (version {wanted.lens.version}); at {found.seen.at}"
    )
    show.since(found.seen.at, found.erased, found.hidden)
