"""The answer of a market in its documented JSON shape. The same question gives the same bytes."""

from typing import Any

from habeas.market.compared import Bar, Key, Spread, distance
from habeas.market.observed import Observed
from habeas.market.parameter import Range

from .market import Alone, Beside, MarketAnswer
from .market_measures import Day, Stood
from .market_rows import MEANING, Row, rows

Json = dict[str, Any]
PLACES = 4


def as_json(found: MarketAnswer) -> Json:
    """The documented shape."""
    described, asked, drawn = found.described, found.asked, found.draws
    certificates = {"before": found.compared.before, "after": found.compared.after}
    shown: Json = {
        "market": described.name,
        "unit": described.unit,
        "base": described.base,
        "base_flows": {basis: _round(share) for basis, share in described.bases.items()},
        "as_of": asked.before.isoformat(),
        "against": asked.after.isoformat(),
        "eased": list(asked.eased),
        "known_on": asked.known_on.isoformat(),
        "at": str(found.seen.at),
        "lens": asked.lens.name,
        "lens_version": asked.lens.version,
        "access": found.seen.ceiling.name,
        "inputs_sha256": found.sha256,
        "seed": asked.seed,
        "draws": {
            "asked": asked.draws,
            "without_equilibrium": drawn.failed,
            "weighed": drawn.weights is not None,
            "worth": _round(drawn.effective),
        },
        "certificates": {
            name: {"solver": one.solver.value, "steps": one.steps, "holds": one.certificate.holds}
            for name, one in certificates.items()
        },
        "measures": {"before": _day(found.before), "after": _day(found.after)},
        "price": {
            "region": described.reference,
            "unit": "percent",
            "best": _round(found.best[found.headline]),
            **_both(found, found.headline),
            "alone": [_alone(one) for one in found.alone],
        },
        "observed": [_observed(one, found) for one in found.observed],
        "observed_source": found.series.source,
        "regions": [_region(found, one.name) for one in described.places],
        "gates": [_gate(found, one.name) for one in described.gates],
        "accounts": [_account(one) for one in rows(found)],
        "signs": {name: _round(drawn.share(name)) for kind, name in drawn.outcomes[0] if kind == "sign"},
        "depends_on": [_bar(one) for one in found.bars],
        "published": [_beside(one, found) for one in found.beside],
        "contested": [
            {"question": one.question, "said": [{"who": who, "what": what} for who, what in one.said]}
            for one in described.contested
        ],
        "numbers": [_number(one, found) for one in described.ranges],
        "not_on_record": list(found.uncited),
        "erased_since": found.erased,
        "hidden_since": found.hidden,
    }
    return shown


def _day(day: Day) -> Json:
    return {"day": day.day.isoformat(), "standing": [_stood(one) for one in day.stood], "others_in_force": day.others}


def _stood(one: Stood) -> Json:
    said: Json = {
        "issuer": one.issuer,
        "target": one.target,
        "status": one.status.value,
        "possible": sorted(status.value for status in one.possible),
        "since": one.since.isoformat() if one.since else None,
        "eased": one.eased,
        "does": [{"effect": change.effect.value, "why": change.why} for change in one.done],
        "claims": list(one.claims),
    }
    return {key: value for key, value in said.items() if value is not None}


def _alone(one: Alone) -> Json:
    said: Json = {
        "issuer": one.measure[0],
        "target": one.measure[1],
        "alone": _round(one.alone),
        "without": _round(one.without),
        "since": one.since.isoformat() if one.since else None,
        "price_in_the_month_before": one.month_before,
    }
    return {key: value for key, value in said.items() if value is not None}


def _observed(one: Observed, found: MarketAnswer) -> Json:
    spread = found.draws.spread(found.headline)
    ends = {"p5": spread.low, "median": spread.middle, "p95": spread.high}
    return {
        "of": one.of,
        "before": _round(one.before),
        "after": _round(one.after),
        "percent": _round(one.percent),
        **({"explained_share": shares} if (shares := _shares(one, ends)) else {}),
        "unexplained_points": {name: _round(one.unexplained(value)) for name, value in ends.items()},
        "in_dollars": _in_dollars(one, found),
    }


def _in_dollars(one: Observed, found: MarketAnswer) -> Json:
    """The same in dollars a tonne: the model begins at a price of its own."""
    region = found.described.reference
    ends = dict(zip(("p5", "median", "p95"), found.draws.spread(("price", region)).ends, strict=True))
    shares = {name: share for name, value in ends.items() if (share := one.share_in_dollars(value)) is not None}
    return {
        "model_before": _round(found.compared.before.prices[region]),
        "observed_change": _round(one.dollars),
        "modelled_change": {name: _round(value) for name, value in ends.items()},
        **({"explained_share": {name: _round(share) for name, share in shares.items()}} if shares else {}),
        "unexplained": {name: _round(one.dollars - value) for name, value in ends.items()},
    }


def _shares(one: Observed, ends: Json) -> Json:
    """The modelled over the observed change; empty where the price hardly moved."""
    return {name: _round(share) for name, value in ends.items() if (share := one.share(value)) is not None}


def _region(found: MarketAnswer, name: str) -> Json:
    told: Json = {"region": name, "price_percent": _both(found, ("price_percent", name))}
    if ("supplied", name) in found.best:
        told |= {key: _both(found, (key, name)) for key in ("supplied", "tonnes", "netback")}
    return told


def _gate(found: MarketAnswer, name: str) -> Json:
    return {
        "gate": name,
        "through_before": _both(found, ("through_before", name)),
        "through": _both(found, ("through", name)),
        "rent_a_tonne": _both(found, ("rent_a_tonne", name)),
    }


def _account(row: Row) -> Json:
    told: Json = {
        "party": row.party,
        "of": row.sort.value,
        "meaning": MEANING[row.sort],
        "attributed": row.attributed,
        "prior": _spread(row.prior, middle=row.attributed),
    }
    if row.weighed:
        told["weighed"] = _spread(row.weighed, middle=row.attributed)
    return told


def _beside(one: Beside, found: MarketAnswer) -> Json:
    seen = one.seen
    told: Json = {
        "what": seen.what,
        "year": seen.year,
        "low": _round(seen.low),
        "high": None if seen.high is None else _round(seen.high),
        "unit": f"{seen.unit.split()[0]} of {seen.another}" if seen.another else seen.unit,
        "basis": seen.basis,
        "source": seen.source,
        "weighs": seen.spread is not None,
        "modelled": {"best": _round(one.best), **_spread(one.spread)},
        "distance": None if seen.another else _round(distance(found.compared.after, seen)),
        "claims": list(found.cited.get(seen.what, ())) or None,
    }
    return {key: value for key, value in told.items() if value is not None and value != ""}


def _bar(one: Bar) -> Json:
    ends = {"at_low": one.at_low, "at_high": one.at_high}
    return {"number": one.name} | {name: _round(end) for name, end in ends.items() if end is not None}


def _number(one: Range, found: MarketAnswer) -> Json:
    claims = found.cited.get(one.name, ())
    return {
        "name": one.name,
        "low": _round(one.low),
        "best": _round(one.best),
        "high": _round(one.high),
        "unit": one.unit,
        "basis": one.basis,
        "source": one.source,
        **({"claims": list(claims)} if claims else {}),
    }


def _both(found: MarketAnswer, key: Key) -> Json:
    told: Json = {"prior": _spread(found.draws.spread(key))}
    if found.draws.weights:
        told["weighed"] = _spread(found.draws.spread(key, weighed=True))
    return told


def _spread(one: Spread, *, middle: bool = True) -> Json:
    ends: Json = {"p5": _round(one.low), "p95": _round(one.high)}
    return {"p5": ends["p5"], "median": _round(one.middle), "p95": ends["p95"]} if middle else ends


def _round(value: float) -> float:
    return round(value, PLACES) + 0.0  # no minus before a nought
