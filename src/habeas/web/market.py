"""What measures do to a market: the question as a sentence, the price with what is left over, who gains and loses."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import counted_by, public
from habeas.answers import market_tables as tables
from habeas.answers import market_words as told
from habeas.answers.market import ON_PAGES, Asked, MarketAnswer, market_kept
from habeas.answers.market_measures import several
from habeas.answers.market_rows import MEANING, Row, Sort, rows, summed
from habeas.answers.public import AskError
from habeas.exchange.kept_markets import kept, kept_market
from habeas.exchange.market import MarketFile
from habeas.market.described import said_by
from habeas.register.read import View
from habeas.tally.lens import EVERY

from . import market_charts as charts
from . import market_copies, words
from .addresses import url
from .copies import Copies
from .page import address, page, reads
from .question import choices, reader
from .tongue import months_short, tell
from .tongue import told as told_words


@reads("name", "as_of", "against", "ease", "known_on", "lens")
def market(request: HttpRequest) -> HttpResponse:
    """The answer; what cannot be read is told beside its field, and of a register without a market that it has none."""
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    file = _file(request, problems)
    found = _found(request, file, seen, problems) if file else None
    context = _form(request, file, found, seen, problems)
    if found is None:
        return page(request, "market.html", context, status=400 if request.GET else 200)
    return page(request, "market.html", context | _shown(request, found), seen=seen)


def _file(request: HttpRequest, problems: dict[str, str]) -> MarketFile | None:
    try:
        return kept_market(request.GET.get("name", ""))
    except AskError as error:
        problems["name"] = error.message
        return None


def _found(request: HttpRequest, file: MarketFile, seen: View, problems: dict[str, str]) -> MarketAnswer | None:
    """The answer; None where `problems`, which it adds to, says what cannot be read."""
    read = reader(request, problems)
    before = read("as_of", partial(public.day, parameter="as_of"), None)
    after = read("against", partial(public.day, parameter="against"), None)
    known_on = read("known_on", partial(public.day, parameter="known_on"), public.today())
    lens = read("lens", lambda text: counted_by.lens_named(text, seen), EVERY)
    try:
        eased = several(request.GET.get("ease", ""))
        days = file.days_asked(before, after, easing=bool(eased))
        wanted = Asked(*days, known_on, eased, lens, ON_PAGES)
        return None if problems else market_kept(file.described, file.series, file.sha256, wanted, seen)
    except AskError as error:
        problems[error.parameter] = error.message
        return None


def _form(
    request: HttpRequest, file: MarketFile | None, found: MarketAnswer | None, seen: View, problems: dict[str, str]
) -> dict[str, Any]:
    given = request.GET
    days = {name: given.get(name, "") for name in ("as_of", "against", "known_on")}
    if found:
        asked = found.asked
        days = {
            "as_of": words.day(asked.before),
            "against": words.day(asked.after),
            "known_on": words.day(asked.known_on),
        }
    issuers = list(dict.fromkeys(one.issuer for one in file.described.changes)) if file else []
    eased = given.get("ease", "").strip()
    return {
        "problems": {name: words.chosen(why) if name == "lens" else why for name, why in problems.items()},
        "names": list(kept()),
        "name_value": file.described.name if file else given.get("name", ""),
        "days": days,
        "issuers": [eased, *issuers] if eased and eased not in issuers else issuers,
        "ease_value": eased,
        "nobody": tell("nobody’s"),
        "lenses": choices(counted_by.lenses(seen), given.get("lens", "")),
        "lens_value": given.get("lens", "") or EVERY.name,
    }


def _shown(request: HttpRequest, found: MarketAnswer) -> dict[str, Any]:
    asked, described = found.asked, found.described
    spread = found.draws.spread(found.headline)
    query = {
        "name": described.name,
        "as_of": asked.before.isoformat(),
        "against": asked.after.isoformat(),
        "ease": "; ".join(asked.eased),
        "known_on": asked.known_on.isoformat(),
        "lens": f"{asked.lens.name}@{asked.lens.version}",
    }
    at = str(found.seen.at) if request.GET.get("at") else ""
    every = list(rows(found))
    standing = charts.standing(found)
    alone_head, alone = tables.alone(found)
    drawn = {
        "price": charts.price(found, standing),
        "ways": charts.ribbons(found),
        "gains": charts.gains(found, every),
        "depends": charts.depends(found),
        **{f"explained {one.of}": charts.explained(found, one, number) for number, one in enumerate(found.observed)},
    }
    return {
        "found": found,
        "market": described,
        "finding": told_words(told.finding(found)),
        "worth": told_words(told.worth_in_draws(found)) if asked.eased else "",
        "off_the_middle": told_words(told.off_the_middle(found)),
        "spread": told_words(told.percent(spread)),
        "than": tell("all that stood on {day}", day=asked.before)
        if asked.eased
        else tell("those of {day}", day=asked.before),
        "weighed": told_words(told.percent(found.draws.spread(found.headline, weighed=True)))
        if found.draws.weights
        else "",
        "left_out": [told_words(one) for one in told.left_out(found)],
        "illustrative": told_words(told.illustrative(found)),
        "observed": [
            (one, told.points(one.percent), told_words(told.explained(one, found)), drawn[f"explained {one.of}"])
            for one in found.observed
        ],
        "price": drawn["price"],
        "prices": charts.years(found),
        "month_names": months_short(),
        "standing": standing,
        "measures": [tuple(told_words(each) for each in one) for one in told.measures(found)],
        "alone_head": alone_head,
        "alone": [list(zip(alone_head, cells, strict=True)) for cells in alone],
        "ribbons": drawn["ways"],
        "gates": list(tables.gates(found)),
        "a_tonne": told_words(tables.a_tonne(found)),
        "lanes": list(tables.lanes(found)),
        "regions": list(tables.regions(found)),
        "gains": drawn["gains"],
        "adding": [_row(one) for one in every if one.adds or one.sort is Sort.total],
        "adds_up": told_words(tables.adds_up(summed(found))),
        "rows": [_row(one) for one in every if not one.adds and one.sort is not Sort.total],
        "signs": [(tell(name), share) for name, share in told.signs(found)],
        "depends": drawn["depends"],
        "bars": tables.hangs_on(found)[1],
        "still": told_words(tables.still(found)),
        "published": [_published(found, number) for number in range(len(found.beside))],
        "paid": [
            (*row, found.cited.get(one.paid.what, ()))
            for row, one in zip(tables.prices_paid(found), found.paid, strict=True)
        ],
        "delivered": tell(tables.DELIVERED),
        "contested": [
            (one.question, [(who, what, found.cited.get(said_by(one.question, who), ())) for who, what in one.said])
            for one in described.contested
        ],
        "parameters": address(url("market_parameters"), name=described.name, known_on=query["known_on"], at=at),
        "drawn": told_words(told.drawn(found)),
        "print": found.sha256[:16],
        "json": address("/api/market", **query, at=at),
        "copies": Copies(
            finding=told.finding(found),
            asked=query,
            days=f"measures of {words.day(asked.before)} and of {words.day(asked.after)}, "
            f"as known on {words.day(asked.known_on)}; the market’s files {found.sha256[:16]}",
            tables=market_copies.tables(found),
            charts=drawn,
            more=[f"{told.percent(spread)}, the middle of what 200 draws leave open with its range."],
        ),
    }


def _row(one: Row) -> tuple[str, ...]:
    middle = told.dollars(one.prior.middle) if one.attributed else tell("not known")
    weighed = told_words(told.interval(one.weighed)) if one.weighed else tell("nothing weighs")
    best, prior = told_words(tables.worth_between(*one.best)), told_words(told.interval(one.prior))
    return one.party, tell(MEANING[one.sort]), tell(one.sign), best, middle, prior, weighed


def _published(found: MarketAnswer, number: int) -> tuple[Any, ...]:
    one = found.beside[number]
    low, high = f"{one.spread.low:.1f}", f"{one.spread.high:.1f}"
    model = tell("{middle} ({low} to {high})", middle=f"{one.best:.1f}", low=low, high=high)
    return (
        one.seen.what,
        told_words(told.published(one.seen)),
        model,
        one.seen.source,
        one.seen.basis,
        found.cited.get(one.seen.what, ()),
    )
