"""The market of potash: its base year, its signs over the ranges that were fixed before any was tested, and two
solvers.

The ranges stand in a commit of their own, from before the first result. Whoever changes one has to change its
fingerprint here too, and to say why. They were changed once: what a licence leaves of a wedge was added, in a commit
before the model had it, and three flows of China and one of India say that they are assumed. No range is another.
"""

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from habeas.answers.market_tables import unexplained
from habeas.exchange.market import read_market
from habeas.market.calibrate import calibrate
from habeas.market.compared import Draws, central, compare, draws
from habeas.market.described import Change, Effect
from habeas.market.equilibrium import equilibrium
from habeas.market.model import Market
from habeas.market.parameter import best, drawn
from habeas.market.quadratic import Solver
from habeas.market.scenario import base_of, changed

PLACE = Path(__file__).parents[2] / "cases" / "belarus" / "market"
POTASH = read_market(PLACE / "potash.toml")
MARKET = POTASH.described
FIXED = {
    "potash_numbers.csv": "cf5e97e0c5b5060fa70b784e08342b1caafbb245f2468c1175ded8eebb81a1c7",
    "potash_flows.csv": "b37c8a4d1d7215c09a132b86941df8aa6e22f62c2449e339a7e420c85e587d1c",
}
ROUTE = ("Lithuania", "Belaruskali rail transit to Klaipeda")
BAN = ("European Union", "potash")
US = ("United States", "Belaruskali")
EU = ("European Union", "Belaruskali")
MOST = 0.95


def standing(*measures: tuple[str, str]) -> list[Change]:
    """What these measures do in their first year, in full, and without a licence."""
    lines = [one for one in MARKET.changes if (one.issuer, one.target) in measures and not one.months]
    return [one for one in lines if one.effect is not Effect.none and one.share is None]


@pytest.fixture(scope="module")
def all_of_them() -> Draws:
    """Draws of the base year against all measures of the summer of 2022."""
    return draws(MARKET, (), standing(ROUTE, BAN, US, EU), [one for one in MARKET.seen if one.year == 2022], 400, 7)


@pytest.mark.parametrize("file", FIXED)
def test_the_ranges_are_those_that_were_fixed_before_any_result(file: str) -> None:
    assert hashlib.sha256((PLACE / file).read_bytes()).hexdigest() == FIXED[file]


def test_the_flows_of_the_base_year_come_out_to_the_gram() -> None:
    calm = central(MARKET, (), ()).before
    values = best(MARKET.ranges)
    for flow in MARKET.flows:
        if flow.way:
            assert calm.flows[flow.tonnes.name] == pytest.approx(values[flow.tonnes.name], abs=1e-9)
    assert calm.prices["Brazil"] == pytest.approx(POTASH.series.in_year(2021), abs=0.01)


def test_k2o_is_counted_in_kcl() -> None:
    india = next(one.tonnes for one in MARKET.flows if one.tonnes.name == "Belarus to India, Klaipeda")
    assert india.best == pytest.approx(0.8726 * 1.6)
    assert india.unit == "Mt KCl"


def test_what_a_number_cites_is_said_word_for_word_in_the_tables_of_the_demonstration() -> None:
    """The claims are made from these templates: each statement is one of them, with its cells filled in."""
    said = "".join(
        (PLACE.parent / f"{name}.toml").read_text("utf-8") for name in ("potash_volumes", "kcl_price_monthly")
    )
    templates = [re.escape(one) for one in re.findall(r'^statement = "(.*)"$', said, re.MULTILINE)]
    patterns = [re.compile(re.sub(r"\\{[^}]*\\}", ".+", one)) for one in templates]
    cited = [one for some in MARKET.cites.values() for one in some]
    assert len(cited) > 30
    assert [one for one in cited if not any(pattern.fullmatch(one) for pattern in patterns)] == []


def test_what_one_expects_of_the_measures_holds_in_nineteen_of_twenty_draws(all_of_them: Draws) -> None:
    for sign in (
        "Belarus sells less",
        "Belarus gets less for a tonne, before any rent",
        "the price in Brazil is higher",
        "every other producer gets more for a tonne",
        "a gate is full",
        "every full gate has a rent",
    ):
        assert all_of_them.share(sign) >= MOST, sign
    assert all_of_them.failed == 0


def test_ending_all_measures_undoes_all_of_it() -> None:
    worse = central(MARKET, (), standing(ROUTE, BAN, US, EU))
    back = central(MARKET, standing(ROUTE, BAN, US, EU), ())
    assert back.after.flows == pytest.approx(worse.before.flows, abs=1e-6)
    assert back.accounts.total == pytest.approx(-worse.accounts.total)


@pytest.mark.parametrize("left", [(BAN, US, EU), ()])
def test_in_the_draws_too_all_of_it_is_undone_when_the_way_is_open_again(left: tuple[tuple[str, str], ...]) -> None:
    """With the way opened, and with everything ended: the signs of the end of measures, and no rent is left."""
    found = draws(MARKET, standing(ROUTE, BAN, US, EU), standing(*left), (), 200, 7)
    for sign in (
        "Belarus sells more",
        "Belarus gets more for a tonne, before any rent",
        "the price in Brazil is lower",
    ):
        assert found.share(sign) >= MOST, sign
    assert sum(max(one["rent_a_tonne", gate.name] for gate in MARKET.gates) < 1e-3 for one in found.outcomes) >= 190


def test_in_every_draw_the_end_of_all_measures_brings_the_base_year_back() -> None:
    for values in drawn(MARKET.ranges, 40, 7):
        back = compare(MARKET, values, standing(ROUTE, BAN, US, EU), ())
        calm = compare(MARKET, values, (), ())
        assert back.after.flows == pytest.approx(calm.after.flows, abs=1e-5)
        assert back.after.prices == pytest.approx(calm.after.prices, abs=1e-3)


def test_what_was_made_ready_stays_when_the_way_is_open_again() -> None:
    lines = [one for one in MARKET.changes if (one.issuer, one.target) == ROUTE]
    assert {one.gate for one in lines if one.stays} == {"Russian ports", "rail to China"}
    assert all(one.stays == (one.effect is Effect.capacity) for one in lines)


def test_vintages_that_disagree_all_stand_with_why_the_flows_are_taken() -> None:
    said = {one.region: one.said for one in MARKET.produced}
    assert {one for one in said if len({round(tonnes, 2) for _, tonnes, _ in said[one]}) > 1} == set(said)
    assert dict.fromkeys(said) == dict.fromkeys(
        ("Belarus", "Russia", "Canada", "Israel and Jordan", "European Union", "China")
    )
    assert all(one.chosen for one in MARKET.produced)
    assert MARKET.bases["assumed"] == pytest.approx(0.7187, abs=1e-4)


def test_what_fees_leave_unexplained_is_told_by_where_it_comes_from() -> None:
    told = dict(unexplained(central(MARKET, (), ()).before.market))
    assert "to United States, North America: +10" in told["Canada"]
    assert "to European Union, rail to Europe: +40" in told["Belarus"]


def test_the_closed_route_alone_explains_a_small_part_of_the_rise() -> None:
    """Observed from January 2021 to January 2022, before it closed: three times the price."""
    before, month = POTASH.series.on(date(2021, 1, 1)), POTASH.series.before(date(2022, 2, 1))
    assert before is not None
    assert month is not None
    assert month / before > 3
    alone = draws(MARKET, (), standing(ROUTE), (), 200, 7).spread(("price_percent", "Brazil"))
    rise = 100 * (month / before - 1)
    assert 0 < alone.middle < alone.high < rise / 5


def test_relief_without_a_port_is_worth_less_than_relief_with_one() -> None:
    every = standing(ROUTE, BAN, US, EU)
    without_us = [one for one in every if (one.issuer, one.target) != US]
    with_route = [one for one in without_us if (one.issuer, one.target) != ROUTE]
    licence, port = (central(MARKET, every, rest) for rest in (without_us, with_route))
    assert licence.after.supplied["Belarus"] == pytest.approx(licence.before.supplied["Belarus"], abs=0.01)
    assert port.after.supplied["Belarus"] > port.before.supplied["Belarus"] + 1


def test_accounts_come_to_the_change_in_total_surplus_within_a_thousandth() -> None:
    found = central(MARKET, (), standing(ROUTE, BAN, US, EU)).accounts
    assert found.paid == pytest.approx(found.total, rel=1e-3)


@pytest.mark.parametrize("number", range(8))
def test_two_solvers_agree_to_a_cent_in_draws_too(number: int) -> None:
    market = drawn_market(number)
    one, other = (equilibrium(market, solver).prices for solver in Solver)
    assert one == pytest.approx(other, abs=0.01)


def test_the_same_seed_gives_the_same_draws_and_another_does_not() -> None:
    some = [draws(MARKET, (), standing(ROUTE, US), (), 25, seed).outcomes for seed in (7, 7, 8)]
    assert some[0] == some[1] != some[2]


def test_what_was_published_weighs_and_is_not_tuned_to(all_of_them: Draws) -> None:
    key = ("seen", "from Belarus by Russian ports")
    prior, weighed = all_of_them.spread(key), all_of_them.spread(key, weighed=True)
    assert abs(weighed.middle - 3.0) < abs(prior.middle - 3.0)
    assert 50 < all_of_them.effective < 400


def drawn_market(number: int) -> Market:
    values = list(drawn(MARKET.ranges, 8, 11))[number]
    calm = calibrate(base_of(MARKET, values))
    return changed(MARKET, calm, values, standing(ROUTE, BAN, US, EU))


def test_the_page_tells_the_closed_way_alone_and_all_but_it_and_both_are_so() -> None:
    page = (PLACE.parents[2] / "docs" / "method" / "market-potash.md").read_text("utf-8")
    assert "alone: 7 percent, at the best values; all but it, 0.3." in page
    alone, rest = (_brazil(some) for some in ((ROUTE,), (BAN, US)))
    assert alone == pytest.approx(7, abs=0.5)
    assert rest == pytest.approx(0.3, abs=0.05)


def _brazil(measures: tuple[tuple[str, str], ...]) -> float:
    found = central(MARKET, (), standing(*measures))
    return 100 * (found.after.prices["Brazil"] / found.before.prices["Brazil"] - 1)


def test_a_licence_leaves_a_share_of_the_wedge_which_is_a_range_from_nothing_to_all_of_it() -> None:
    (licensed,) = [one for one in MARKET.changes if (one.issuer, one.target) == US and "listed+licensed" in one.when]
    assert licensed.share is not None
    left = MARKET.numbers[licensed.share]
    assert (left.low, left.high, left.basis) == (0, 1, "assumed")
    drawn_left = draws(MARKET, standing(ROUTE, BAN, US, EU), [*standing(ROUTE, BAN, EU), licensed], (), 100, 7)
    gained = drawn_left.spread(("netback", "Belarus"))
    eased = draws(MARKET, standing(ROUTE, BAN, US, EU), standing(ROUTE, BAN, EU), (), 100, 7)
    assert gained.middle < eased.spread(("netback", "Belarus")).middle


def test_customs_are_given_the_numbers_of_both_years_and_no_conclusion() -> None:
    (discount,) = [one for one in MARKET.contested if "discount" in one.question]
    said = dict(discount.said)["China customs, by way of Interfax"]
    assert all(number in said for number in ("474", "518", "429", "367"))
    assert "no discount" not in said
