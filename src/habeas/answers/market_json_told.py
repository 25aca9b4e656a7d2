"""What was told of a market, as JSON has it: beside the model, and what goes into it."""

from typing import Any

from habeas.market.compared import distance
from habeas.market.described import Contested, Produced, said_by
from habeas.market.parameter import Range

from .market import Beside, BesidePrice, MarketAnswer
from .market_json_numbers import rounded, spread

Json = dict[str, Any]


def beside(one: Beside, found: MarketAnswer) -> Json:
    """A number of tonnes that was published, beside the model's."""
    seen = one.seen
    told: Json = {
        "what": seen.what,
        "year": seen.year,
        "low": rounded(seen.low),
        "high": None if seen.high is None else rounded(seen.high),
        "unit": f"{seen.unit.split()[0]} of {seen.another}" if seen.another else seen.unit,
        "basis": seen.basis,
        "source": seen.source,
        "weighs": seen.spread is not None,
        "modelled": {"best": rounded(one.best), **spread(one.spread)},
        "distance": None if seen.another else rounded(distance(found.compared.after, seen)),
        "claims": list(found.cited.get(seen.what, ())) or None,
    }
    return {key: value for key, value in told.items() if value is not None and value != ""}


def paid(one: BesidePrice, found: MarketAnswer) -> Json:
    """A price that was published, beside the model's at the end of that lane and the seller's netback."""
    paid, best = one.paid, one.best
    told: Json = {
        "what": paid.what,
        "year": paid.year,
        "low": rounded(paid.low),
        "high": rounded(paid.high),
        "unit": "USD/t",
        "basis": paid.basis or None,
        "source": paid.source,
        "delivered": {
            "best": {"if_buyers_keep_wedges": rounded(best[0]), "if_others_do": rounded(best[1])} if best else None,
            "if_buyers_keep_wedges": spread(one.least) if one.least else None,
            "if_others_do": spread(one.most) if one.most else None,
            "draws": one.having,
        },
        "netback": {"best": rounded(one.netback), **spread(one.in_draws)},
        "claims": list(found.cited.get(paid.what, ())) or None,
    }
    told["delivered"] = {key: value for key, value in told["delivered"].items() if value is not None}
    return {key: value for key, value in told.items() if value is not None}


def contested(one: Contested, found: MarketAnswer) -> Json:
    """What is disputed: who says what, and the claims on record here that say so."""
    said: list[Json] = []
    for who, what in one.said:
        claims = list(found.cited.get(said_by(one.question, who), ()))
        said.append({"who": who, "what": what} | ({"claims": claims} if claims else {}))
    return {"question": one.question, "said": said}


def produced(one: Produced, found: MarketAnswer) -> Json:
    """What was published of what a region produces, beside the flows that are taken."""
    low, best, high = found.described.produces(one.region)
    return {
        "region": one.region,
        "flows": {"low": rounded(low), "best": rounded(best), "high": rounded(high)},
        "said": [{"who": who, "tonnes": rounded(tonnes), "told_as": told} for who, tonnes, told in one.said],
        "chosen": one.chosen,
    }


def number(one: Range, found: MarketAnswer) -> Json:
    """A number that goes in, with its range, its source and the claims on record here."""
    claims = found.cited.get(one.name, ())
    return {
        "name": one.name,
        "low": rounded(one.low),
        "best": rounded(one.best),
        "high": rounded(one.high),
        "unit": one.unit,
        "basis": one.basis,
        "source": one.source,
        **({"claims": list(claims)} if claims else {}),
    }
