"""The answer of a market in its documented JSON shape. The same question gives the same bytes."""

from typing import Any

from habeas.market.compared import Bar
from habeas.market.described import Change
from habeas.market.model import Route
from habeas.market.observed import Observed
from habeas.market.outcome import Key

from . import market_json_told as told
from .market import Alone, MarketAnswer
from .market_json_numbers import both, interval, rounded, spread
from .market_measures import Day, Stood
from .market_rows import MEANING, Row, Sum, rows, summed

Json = dict[str, Any]


def as_json(found: MarketAnswer) -> Json:
    """The documented shape."""
    described, asked, drawn = found.described, found.asked, found.draws
    certificates = {"before": found.compared.before, "after": found.compared.after}
    shown: Json = {
        "market": described.name,
        "unit": described.unit,
        "base": described.base,
        "base_flows": {basis: rounded(share) for basis, share in described.bases.items()},
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
            "worth": rounded(drawn.effective),
        },
        "certificates": {
            name: {"solver": one.solver.value, "steps": one.steps, "holds": one.certificate.holds}
            for name, one in certificates.items()
        },
        "measures": {"before": _day(found.before), "after": _day(found.after)},
        "price": {
            "region": described.reference,
            "unit": "percent",
            "best": rounded(found.best[found.headline]),
            **both(found, found.headline),
            "alone": [_alone(one) for one in found.alone],
        },
        "observed": [observed(one, found) for one in found.observed],
        "observed_source": found.series.source,
        **_worth(found),
        "regions": [_region(found, one.name) for one in described.places],
        "flows": [_flow(found, one) for one in found.compared.before.market.routes],
        "gates": [_gate(found, one.name) for one in described.gates],
        "accounts": [_account(one) for one in rows(found)],
        "accounts_sum": _sum(summed(found)),
        "signs": {name: rounded(drawn.share(name)) for kind, name in drawn.outcomes[0] if kind == "sign"},
        "depends_on": depends_on(found),
        "published": [told.beside(one, found) for one in found.beside],
        "paid": [told.paid(one, found) for one in found.paid],
        "contested": [told.contested(one, found) for one in described.contested],
        "produced": [told.produced(one, found) for one in described.produced],
        "numbers": [told.number(one, found) for one in described.ranges],
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
        "does": [_does(change) for change in one.done],
        "claims": list(one.claims),
    }
    return {key: value for key, value in said.items() if value is not None}


def _does(change: Change) -> Json:
    told: Json = {
        "effect": change.effect.value,
        "why": change.why,
        "share": change.share,
        "stays": change.stays or None,
        "left_out": change.left_out,
    }
    return {key: value for key, value in told.items() if value is not None}


def _alone(one: Alone) -> Json:
    said: Json = {
        "issuer": one.measure[0],
        "target": one.measure[1],
        "alone": rounded(one.alone),
        "without": rounded(one.without),
        "takings_alone": _least_most(one.worth_alone),
        "takings_without": _least_most(one.worth_without),
        "since": one.since.isoformat() if one.since else None,
        "price_in_the_month_before": one.month_before,
    }
    return {key: value for key, value in said.items() if value is not None}


def observed(one: Observed, found: MarketAnswer) -> Json:
    """An observed change of the price, how much of it the model has, and what is left over."""
    spread = found.draws.spread(found.headline)
    ends = {"p5": spread.low, "median": spread.middle, "p95": spread.high}
    return {
        "of": one.of,
        "before": rounded(one.before),
        "after": rounded(one.after),
        "percent": rounded(one.percent),
        **({"explained_share": shares} if (shares := _shares(one, ends)) else {}),
        "unexplained_points": {name: rounded(one.unexplained(value)) for name, value in ends.items()},
        "in_dollars": _in_dollars(one, found),
    }


def _in_dollars(one: Observed, found: MarketAnswer) -> Json:
    """The same in dollars a tonne: the model begins at a price of its own."""
    region = found.described.reference
    ends = dict(zip(("p5", "median", "p95"), found.draws.spread(("price", region)).ends, strict=True))
    shares = {name: share for name, value in ends.items() if (share := one.share_in_dollars(value)) is not None}
    return {
        "model_before": rounded(found.compared.before.prices[region]),
        "observed_change": rounded(one.dollars),
        "modelled_change": {name: rounded(value) for name, value in ends.items()},
        **({"explained_share": {name: rounded(share) for name, share in shares.items()}} if shares else {}),
        "unexplained": {name: rounded(one.dollars - value) for name, value in ends.items()},
    }


def _shares(one: Observed, ends: Json) -> Json:
    """The modelled over the observed change; empty where the price hardly moved."""
    return {name: rounded(share) for name, value in ends.items() if (share := one.share(value)) is not None}


def _region(found: MarketAnswer, name: str) -> Json:
    told: Json = {"region": name, "price_percent": both(found, ("price_percent", name))}
    if ("supplied", name) in found.best:
        told |= {key: both(found, (key, name)) for key in ("supplied_before", "supplied", "tonnes", "netback")}
        told["a_tonne_with_rents"] = interval(found, "a_tonne", name)
    told |= {key: both(found, (key, name)) for key in ("price_before", "price_after")}
    return told


def _worth(found: MarketAnswer) -> Json:
    """What the subject's producers take in more: at least and at most, by who keeps the rents."""
    subject = found.described.subject
    return {"takings": {"region": subject, "unit": "USD m a year", **interval(found, "takings", subject)}}


def _least_most(ends: tuple[float, float]) -> Json:
    return {"least": rounded(ends[0]), "most": rounded(ends[1])}


def _flow(found: MarketAnswer, route: Route) -> Json:
    keys: dict[str, Key] = {"before": ("flow_before", route.name), "after": ("flow", route.name)}
    return {
        "from": route.origin,
        "to": route.destination,
        "by": route.name.rpartition(", ")[2],
        "unexplained": rounded(route.unexplained),
        **{name: {"best": rounded(found.best[key]), **both(found, key)} for name, key in keys.items()},
    }


def _sum(one: Sum) -> Json:
    return {
        "rows_that_add": rounded(one.paid),
        "by_what_is_done": rounded(one.done),
        "residual": round(one.residual, 9) + 0.0,
        "residual_share": round(one.share, 9),
        "widest_in_draws": round(one.widest, 9),
        "allowed": one.allowed,
    }


def depends_on(found: MarketAnswer) -> list[Json]:
    """The price with each number at its ends; where something is eased, what the subject's producers take in."""
    if len(found.bars) == 1:
        return [_bar(one) for one in found.bars[0]]
    ends = zip(*found.bars, strict=True)
    return [_bar(least, "_least") | _bar(most, "_most") for least, most in ends]


def _gate(found: MarketAnswer, name: str) -> Json:
    return {
        "gate": name,
        "through_before": both(found, ("through_before", name)),
        "through": both(found, ("through", name)),
        "rent_a_tonne_before": both(found, ("rent_a_tonne_before", name)),
        "rent_a_tonne": both(found, ("rent_a_tonne", name)),
    }


def _account(row: Row) -> Json:
    told: Json = {
        "party": row.party,
        "of": row.sort.value,
        "meaning": MEANING[row.sort],
        "attributed": row.attributed,
        "adds": row.adds,
        "best": rounded(row.best[0]) if row.attributed else {"low": rounded(row.best[0]), "high": rounded(row.best[1])},
        "prior": spread(row.prior, middle=row.attributed),
    }
    if row.weighed:
        told["weighed"] = spread(row.weighed, middle=row.attributed)
    return told


def _bar(one: Bar, whoever: str = "") -> Json:
    ends = {f"at_low{whoever}": one.at_low, f"at_high{whoever}": one.at_high}
    return {"number": one.name} | {name: rounded(end) for name, end in ends.items() if end is not None}
