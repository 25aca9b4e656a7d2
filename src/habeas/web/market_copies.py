"""The tables of a market as they are taken: the rows that stand on the page, with plain numbers.

Levels are those at the best values; `p5` and `p95` are where the middle nine tenths of the draws lie.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from habeas.answers import market_tables, market_words
from habeas.answers.market import MarketAnswer
from habeas.answers.market_inputs import Inputs
from habeas.answers.market_json import depends_on, observed
from habeas.answers.market_json_numbers import rounded
from habeas.answers.market_json_told import beside, paid
from habeas.answers.market_measures import Stood
from habeas.answers.market_rows import MEANING, Sort, rows
from habeas.answers.market_rows import Row as Account
from habeas.market.compared import Spread
from habeas.market.described import Produced
from habeas.market.outcome import Key
from habeas.market.parameter import Range

from .market_charts import prices
from .table_copy import Row

Part = Callable[[MarketAnswer], Iterable[Row]]
Spreads = dict[str, float]


def tables(found: MarketAnswer) -> dict[str, Callable[[], Iterable[Row]]]:
    """Each table that the page has by its name, who gains and who loses first."""
    shown = (name for name in PARTS if name not in WHERE_ANY or any(True for _ in PARTS[name](found)))
    return {name: partial(PARTS[name], found) for name in shown}


def _accounts(found: MarketAnswer) -> Iterator[Row]:
    return (_account(one) for one in rows(found) if one.adds or one.sort is Sort.total)


def _other_names(found: MarketAnswer) -> Iterator[Row]:
    return (_account(one) for one in rows(found) if not one.adds and one.sort is not Sort.total)


def _account(one: Account) -> Row:
    of = {"party": one.party, "of": one.sort.value, "meaning": MEANING[one.sort], "sign": one.sign}
    best = {"best_low": rounded(one.best[0]), "best_high": rounded(one.best[1])}
    median = rounded(one.prior.middle) if one.attributed else ""
    return of | best | {"median": median} | _ends(one.prior) | {"weighed": _ends(one.weighed) if one.weighed else {}}


def _prices(found: MarketAnswer) -> Iterator[Row]:
    """A year a row, on what terms, and its months."""
    known = dict(prices(found))
    for year in sorted({year for year, _ in known}):
        terms = dict.fromkeys(found.series.terms[month] for month in known if month[0] == year)
        yield {"year": year, "terms": list(terms)} | {f"{month:02}": known.get((year, month)) for month in range(1, 13)}


def _measures(found: MarketAnswer) -> Iterator[Row]:
    for before, after in market_words.on_both_days(found):
        whose = {"issuer": after.issuer, "target": after.target}
        yield whose | {"before": _stood(before), "after": _stood(after), "does": market_words.done(after)}


def _stood(one: Stood) -> Row:
    possible = sorted(status.value for status in one.possible)
    return {"status": one.status.value, "possible": possible, "eased": one.eased}


def _alone(found: MarketAnswer) -> Iterator[Row]:
    for one in found.alone:
        whose = {"issuer": one.measure[0], "target": one.measure[1]}
        percent = {"alone": rounded(one.alone), "without": rounded(one.without)}
        takings = {"takings_alone": one.worth_alone, "takings_without": one.worth_without} if found.asked.eased else {}
        yield whose | percent | {name: _least_most(*ends) for name, ends in takings.items()}


def _least_most(least: float, most: float) -> Spreads:
    return {"least": rounded(least), "most": rounded(most)}


def _gates(found: MarketAnswer) -> Iterator[Row]:
    for one in found.described.gates:
        names = ("through_before", "through", "rent_a_tonne_before", "rent_a_tonne")
        yield {"gate": one.name} | _levels(found, {each: (each, one.name) for each in names}) | {"keepers": one.keepers}


def _destinations(found: MarketAnswer) -> Iterator[Row]:
    for to, keys in market_tables.lanes_of(found):
        names = ("from_subject_before", "from_subject", "from_others_before", "from_others")
        yield {"to": to} | _levels(found, dict(zip(names, keys, strict=True)))


def _regions(found: MarketAnswer) -> Iterator[Row]:
    for one in found.described.places:
        keys: dict[str, Key] = {
            "sold_before": ("supplied_before", one.name),
            "sold": ("supplied", one.name),
            "price_before": ("price_before", one.name),
            "price": ("price_after", one.name),
        }
        yield {"region": one.name} | _levels(found, keys)


def _levels(found: MarketAnswer, keys: dict[str, Key]) -> dict[str, float | Spreads | None]:
    """Each level; after the measures with where the draws lie. Nothing of what there is none."""
    told: dict[str, float | Spreads | None] = {}
    for name, key in keys.items():
        best = rounded(found.best[key]) if key in found.best else None
        told[name] = best if best is None or name.endswith("_before") else _spread(best, found.draws.spread(key))
    return told


def _published(found: MarketAnswer) -> Iterator[Row]:
    for one in found.beside:
        said = beside(one, found)
        names = ("what", "low", "high", "unit", "basis", "source", "claims")
        yield {name: said.get(name) for name in names} | {"model": _spread(one.best, one.spread)}


def _paid(found: MarketAnswer) -> Iterator[Row]:
    for one in found.paid:
        said = paid(one, found)
        names = ("what", "low", "high", "unit", "basis", "source", "claims")
        delivered = _least_most(*one.best) if one.best else {}
        if one.least and one.most:
            delivered |= {"p5": rounded(one.least.low), "p95": rounded(one.most.high)}
        netback = _spread(one.netback, one.in_draws)
        yield {name: said.get(name) for name in names} | {"delivered": delivered, "netback": netback}


def _depends_on(found: MarketAnswer) -> list[Row]:
    """The numbers that move the result by something that shows, the widest first."""
    moving = {name for name, *_ in market_tables.hangs_on(found)[1]}
    return [one for one in depends_on(found) if one["number"] in moving]


def of_inputs(found: Inputs) -> dict[str, Callable[[], Iterable[Row]]]:
    """Every number that goes in, the flows of the base year, what each region makes, and what calibration left."""
    market = found.market
    flows = [one.tonnes for one in market.flows]
    told: dict[str, Callable[[], Iterable[Row]]] = {
        "numbers": lambda: (_number(one, found) for one in market.numbers.values()),
        "flows": lambda: (_number(one, found) for one in flows),
    }
    if market.produced:
        told["produced"] = lambda: (_produced(one, found) for one in market.produced)
    if found.unexplained:
        told["unexplained"] = lambda: map(_left_over, found.unexplained.items())
    return told


def _number(one: Range, found: Inputs) -> Row:
    span = {"best": one.best, "low": one.low, "high": one.high}
    said = {"unit": one.unit, "basis": one.basis, "source": one.source, "claims": found.claims.get(one.name, ())}
    return {"name": one.name, **span, **said}


def _left_over(one: tuple[str, Mapping[str, float]]) -> Row:
    origin, routes = one
    return {"from": origin} | {way: rounded(left) for way, left in routes.items()}


def _produced(one: Produced, found: Inputs) -> Row:
    low, best, high = map(rounded, found.market.produces(one.region))
    flows = {"best": best, "low": low, "high": high}
    return {"region": one.region, "flows": flows, "said": market_tables.vintages(one), "chosen": one.chosen}


def _spread(best: float, one: Spread) -> Spreads:
    return {"best": rounded(best), **_ends(one)}


def _ends(one: Spread) -> Spreads:
    return {"p5": rounded(one.low), "p95": rounded(one.high)}


PARTS: dict[str, Part] = {
    "accounts": _accounts,
    "other_names": _other_names,
    "prices": _prices,
    "observed": lambda found: [observed(one, found) for one in found.observed],
    "measures": _measures,
    "alone": _alone,
    "gates": _gates,
    "destinations": _destinations,
    "regions": _regions,
    "published": _published,
    "paid": _paid,
    "depends_on": _depends_on,
}
WHERE_ANY = frozenset({"observed", "measures", "alone", "gates", "published", "paid"})  # else they do not stand there
