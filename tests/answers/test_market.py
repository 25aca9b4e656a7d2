"""What measures do to a market, from the register: which stand, which are eased, what is known, and what is refused."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import tally
from habeas.answers.market import Asked, MarketAnswer, market
from habeas.answers.market_json import as_json
from habeas.answers.market_rows import Sort, rows, summed
from habeas.answers.market_words import (
    explained,
    finding,
    left_out,
    measures,
    off_the_middle,
    points,
    signs,
    the,
    worth,
)
from habeas.answers.public import AskError
from habeas.claims.vocabulary import Access
from habeas.exchange.market import read_market
from habeas.market.described import Effect
from habeas.market.outcome import signs as expected
from habeas.market.parameter import Range
from habeas.register.draft import Draft
from tests import zalesia

TIMBER = read_market(Path(__file__).parents[2] / "cases" / "zalesia" / "market" / "timber.toml")
BAN, BANK = "timber from Zalesia", "Bank of Zareche"
DAYS_OF_THE_BANK = "2024-06-19", "2024-06-25"  # it is listed, and then licensed


def norland(*more: Draft) -> None:
    """Norland bans the timber in June 2020 and suspends that in July 2024; it lists the bank and licenses it."""
    zalesia.enter(
        zalesia.measure("impose", BAN, "2020-06-01", 0, measure="trade_ban", covers="sawn timber"),
        zalesia.measure("impose", BANK, "2020-06-15", 20),
        zalesia.measure("license", BANK, "2024-06-20", 40, instrument="Licence 2024/9"),
        zalesia.measure("suspend", BAN, "2024-07-01", 60, measure="trade_ban"),
        zalesia.measure("impose", "matches", "2020-06-15", 80, measure="trade_ban"),
        *more,
    )


def ask(before: str, after: str = "", known_on: str = "2026-01-01", *eased: str, **more: Any) -> MarketAnswer:
    days = date.fromisoformat(before), date.fromisoformat(after or before)
    access = more.pop("access", Access.staff)
    wanted = Asked(*days, date.fromisoformat(known_on), eased, **{"draws": 40, **more})
    return market(TIMBER.described, TIMBER.series, TIMBER.sha256, wanted, tally.view(None, access))


def effects(found: MarketAnswer) -> list[Effect]:
    return [one.effect for one in found.after.changes]


def test_measures_of_the_ledger_change_the_market(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01")
    assert found.before.changes == ()
    assert effects(found) == [Effect.closes_gate, Effect.closes_lane, Effect.wedge]
    assert found.after.others == 1
    assert found.compared.after.flows["Zalesia to Norland, river"] == 0
    assert found.best["price_percent", "Zalesia"] < 0 < found.best["price_percent", "Abroad"]
    assert {one.measure for one in found.alone} == {("Norland", BAN), ("Norland", BANK)}
    ban = next(one for one in found.alone if one.measure[1] == BAN)
    assert (ban.since, ban.month_before) == (date(2020, 6, 1), 87.5)


def test_months_after_it_came_to_stand_more_is_done(register: Path) -> None:
    norland()
    assert Effect.capacity not in effects(ask("2020-01-01", "2022-05-31"))
    assert Effect.capacity in effects(ask("2020-01-01", "2022-06-01"))


def test_a_licence_and_a_suspension_end_what_they_end(register: Path) -> None:
    norland()
    assert effects(ask("2020-01-01", "2024-06-25")) == [
        Effect.closes_gate,
        Effect.closes_lane,
        Effect.capacity,
        Effect.wedge,
    ]
    found = ask("2020-01-01", "2024-07-02")
    assert effects(found) == [Effect.capacity, Effect.wedge]
    assert found.compared.after.flows["Zalesia to Norland, river"] > 0


def test_a_licence_leaves_a_share_of_the_wedge(register: Path) -> None:
    norland()
    listed, licensed = (ask("2020-01-01", day).compared.after.market.routes[0].wedges for day in DAYS_OF_THE_BANK)
    assert [one.amount for one in listed] == [4]
    assert [one.amount for one in licensed] == [4 * 0.25]
    assert ask(*DAYS_OF_THE_BANK).compared.eases


def test_what_was_made_ready_stays_when_the_measure_is_eased_or_has_ended(register: Path) -> None:
    norland(zalesia.measure("revoke", BAN, "2024-08-01", 100, measure="trade_ban"))
    eased = ask("2023-06-01", "", "2026-01-01", f"Norland: {BAN}")
    wide = TIMBER.described.numbers["capacity of the pass later"].best
    for found in (eased, ask("2020-01-01", "2024-07-02"), ask("2020-01-01", "2024-09-01")):
        (ban,) = [one for one in found.after.stood if one.target == BAN]
        assert [one.gate for one in ban.stays] == ["pass"]
        assert [one.capacity for one in found.compared.after.market.gates if one.name == "pass"] == [wide]
        assert "pass: capacity of the pass later, which stays" in [row[4] for row in measures(found)]
    early = ask("2021-06-01", "", "2026-01-01", f"Norland: {BAN}")
    assert all(one.stays == () for one in early.after.stood)


def test_what_was_not_known_by_the_day_changes_nothing(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01", "2021-07-01")
    assert found.after.changes == ()
    assert found.best[found.headline] == 0


def test_a_measure_can_be_taken_for_eased_and_an_issuer_as_well(register: Path) -> None:
    norland()
    day = "2023-06-01"
    bank, all_ = ask(day, "", "2026-01-01", f"Norland: {BANK}"), ask(day, "", "2026-01-01", "norland")
    assert Effect.wedge in [one.effect for one in bank.before.changes]
    assert [one.target for one in bank.after.stood if one.eased] == [BANK]
    assert Effect.wedge not in effects(bank)
    assert effects(all_) == [Effect.capacity]
    assert all_.best["tonnes", "Zalesia"] > bank.best["tonnes", "Zalesia"]
    assert all_.observed == ()


def test_of_easing_the_other_signs_are_expected(register: Path) -> None:
    norland()
    found = ask("2023-06-01", "", "2026-01-01", "Norland")
    told = dict(signs(found))
    assert found.compared.eases
    assert told["Zalesia sells more"] == "100.0%"
    assert told["the price in Abroad is lower"] == "100.0%"
    assert "Zalesia sells less" not in told
    assert not ask("2020-01-01", "2021-06-01").compared.eases


def test_what_does_not_move_is_no_gain_and_no_loss(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2020-02-01")  # nothing works on either day
    told = dict(signs(found))
    assert told["Zalesia sells as much as before"] == told["the price in Abroad is as before"] == "100.0%"
    assert told["Zalesia sells less"] == told["Zalesia gets less for a tonne, before any rent"] == "0.0%"
    assert "Zalesia sells as much as before" not in dict(signs(ask("2020-01-01", "2021-06-01")))
    after = found.compared.after
    noise = replace(after, prices={name: price - 1e-5 for name, price in after.prices.items()})
    assert not expected(TIMBER.described, replace(found.compared, after=noise))[
        "Zalesia gets less for a tonne, before any rent"
    ]


@pytest.mark.parametrize(
    ("asked", "parameter", "said"),
    [
        (("2023-06-01",), "as_of", "nothing is compared"),
        (("2023-06-01", "", "2026-01-01", "Norlandia"), "ease", "near it: Norland"),
        (("2023-06-01", "", "2026-01-01", "Norland: matches"), "ease", f"it knows {BAN}, {BANK}"),
        (("2023-06-01", "", "2026-01-01", "Norlandia"), "ease", "it knows those of Norland"),
    ],
)
def test_what_cannot_be_asked_is_refused(register: Path, asked: tuple[str, ...], parameter: str, said: str) -> None:
    norland()
    with pytest.raises(AskError, match=said) as refused:
        ask(*asked)
    assert refused.value.parameter == parameter


def test_too_few_draws_and_too_many_are_refused(register: Path) -> None:
    norland()
    for count in (1, 100_000):
        with pytest.raises(AskError, match="ask for 2 to"):
            ask("2020-01-01", "2021-06-01", draws=count)


def test_a_market_that_cannot_be_solved_says_why(register: Path) -> None:
    felling = Range("cost of felling", 200.0, 200.0, 200.0, "USD/t", "assumed")
    described = replace(TIMBER.described, numbers={**TIMBER.described.numbers, felling.name: felling})
    wanted = Asked(date(2020, 1, 1), date(2021, 6, 1), date(2026, 1, 1))
    with pytest.raises(AskError, match="this market cannot be solved: a curve of constant elasticity needs"):
        market(described, TIMBER.series, TIMBER.sha256, wanted, tally.view(None, Access.staff))


def test_a_register_without_measures_answers_that_nothing_changes(register: Path) -> None:
    found = ask("2020-01-01", "2021-06-01")
    assert all(one.status == "none" for one in found.after.stood)
    assert list(rows(found)) == []
    assert found.compared.accounts.total == 0


def test_a_reader_sees_the_measures_that_they_may_see(register: Path) -> None:
    norland()
    assert ask("2020-01-01", "2021-06-01", access=Access.public).after.changes == ()


def test_published_numbers_stand_beside_the_model_and_weigh(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01", draws=200)
    assert [one.seen.what for one in found.beside] == ["over the pass", "from Zalesia abroad"]
    assert found.draws.weights is not None
    assert found.draws.effective < 200
    later = ask("2020-01-01", "2022-06-01")
    assert (later.beside, later.draws.weights) == ((), None)


def test_the_share_is_told_in_dollars_too_for_the_model_begins_at_another_price(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01")
    (first, *_), (months, *_) = found.observed, as_json(found)["observed"]
    told = months["in_dollars"]
    assert told["observed_change"] == pytest.approx(first.after - first.before, abs=1e-3)
    moved = found.draws.spread(("price", "Abroad")).middle
    assert told["explained_share"]["median"] == pytest.approx(moved / (first.after - first.before), abs=1e-3)
    assert told["unexplained"]["median"] == pytest.approx(first.after - first.before - moved, abs=1e-3)
    assert told["model_before"] == pytest.approx(found.compared.before.prices["Abroad"], abs=1e-3)
    assert f"the model begins at {told['model_before']:,.0f}, not at {first.before:,.0f}" in explained(first, found)


def test_what_was_not_known_by_the_day_is_neither_observed_nor_does_it_weigh(register: Path) -> None:
    norland()
    early, later = (ask("2020-01-01", "2021-06-01", day, draws=4) for day in ("2021-06-30", "2022-01-01"))
    assert (early.observed, early.beside, early.draws.weights) == ((), (), None)
    assert max(early.series.prices) == (2021, 5)
    assert (len(later.observed), len(later.beside)) == (2, 2)
    assert ask("2021-06-01", "2021-06-20", draws=4).observed == ()


def test_what_a_measure_spares_and_the_model_does_not_is_told_with_what_hangs_on_it(register: Path) -> None:
    norland()
    lines = [replace(one, left_out="old contracts") if one.target == BAN else one for one in TIMBER.described.changes]
    wanted = Asked(date(2020, 1, 1), date(2021, 6, 1), date(2026, 1, 1), draws=4)
    given = replace(TIMBER.described, changes=tuple(lines)), TIMBER.series, TIMBER.sha256, wanted
    found = market(*given, tally.view(None, Access.staff))
    (told,) = left_out(found)
    without = next(one.without for one in found.alone if one.measure == ("Norland", BAN))
    assert told.startswith(f"not in the model of Norland, {BAN}: old contracts: with all but it ")
    assert points(without) in told
    assert left_out(ask("2020-01-01", "2021-06-01", draws=4)) == []


def test_a_ban_that_was_widened_works_since_it_covers_what_the_table_says(register: Path) -> None:
    zalesia.enter(
        zalesia.measure("impose", BAN, "2020-06-01", 0, measure="trade_ban", covers="planks"),
        zalesia.measure("amend", BAN, "2020-11-01", 20, measure="trade_ban", covers="sawn timber"),
    )
    lines = [replace(one, covers="sawn timber") if one.target == BAN else one for one in TIMBER.described.changes]
    wanted = Asked(date(2020, 1, 1), date(2021, 6, 1), date(2026, 1, 1), draws=4)
    given = replace(TIMBER.described, changes=tuple(lines)), TIMBER.series, TIMBER.sha256, wanted
    (ban,) = market(*given, tally.view(None, Access.staff)).alone
    assert (ban.since, ban.month_before) == (date(2020, 11, 1), TIMBER.series.prices[2020, 10])


def test_of_another_commodity_no_distance_is_told(register: Path) -> None:
    first, *rest = TIMBER.described.seen
    seen = (replace(first, spread=None, another="wood of every kind"), *rest)
    wanted = Asked(date(2020, 1, 1), date(2021, 6, 1), date(2026, 1, 1), draws=4)
    given = replace(TIMBER.described, seen=seen), TIMBER.series, TIMBER.sha256, wanted
    told = as_json(market(*given, tally.view(None, Access.staff)))["published"]
    assert (told[0]["unit"], "distance" in told[0]) == ("Mt of wood of every kind", False)
    assert (told[1]["unit"], "distance" in told[1]) == ("Mt", True)


def test_rows_are_intervals_where_nobody_knows_who_keeps_it(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01", draws=200)
    by = {(one.party, one.sort): one for one in rows(found)}
    assert by["sawmills of Zalesia", Sort.keeper].attributed is False
    assert by["sawmills of Zalesia", Sort.keeper].prior.low == 0 < by["sawmills of Zalesia", Sort.keeper].prior.high
    assert by["Zalesia", Sort.producers].sign == "loses"
    assert by["Southland", Sort.producers].sign == "gains"
    assert by["bargemen", Sort.margin].attributed is True


def test_a_state_has_one_interval_with_the_rents_that_it_may_keep(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01", draws=200)
    by = {(one.party, one.sort): one for one in rows(found)}
    state, takings = by["Zalesia", Sort.state], by["Zalesia", Sort.takings]
    rent = by["rent of pass", Sort.rent].best[0]
    assert rent > 0
    assert state.best[1] - state.best[0] == pytest.approx(rent)
    assert takings.best == pytest.approx((by["Zalesia", Sort.revenue].best[0], takings.best[0] + rent))
    passland, margin = by["Passland", Sort.state], by["the Pass", Sort.margin]
    assert passland.best == pytest.approx((margin.best[0], margin.best[0] + rent))
    assert not passland.attributed


def test_the_rows_that_add_up_come_to_the_change_in_total_surplus(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01")
    some = list(rows(found))
    (everybody,) = [one for one in some if one.sort is Sort.total]
    assert sum(one.best[0] for one in some if one.adds) == pytest.approx(everybody.best[0], rel=1e-3)
    assert summed(found).widest < 1e-6
    told = as_json(found)
    assert sum(one["best"] for one in told["accounts"] if one["adds"]) == pytest.approx(
        told["accounts_sum"]["by_what_is_done"], abs=1e-2
    )


def test_asked_for_relief_it_tells_what_that_is_worth_and_on_what_it_hangs(register: Path) -> None:
    norland()
    found = ask("2023-06-01", "", "2026-01-01", "Norland")
    assert finding(found) == (
        f"Without the measures of Norland, producers of Zalesia would take in {worth(found)}, in this model"
    )
    least, most = (found.draws.spread(key).middle for key in found.worth)
    assert worth(found).startswith(f"{min(least, most):.0f} to {max(least, most):.0f} million")
    told = as_json(found)
    assert "at_low_most" in told["depends_on"][0]
    assert told["takings"]["most"]["best"] == pytest.approx(found.best["takings_most", "Zalesia"], abs=1e-3)
    assert {one.worth_without for one in found.alone} != {found.alone[0].worth_without}
    assert as_json(ask("2020-01-01", "2021-06-01"))["depends_on"][0].keys() >= {"at_low", "at_high"}


def test_what_was_paid_stands_beside_what_it_costs_there_in_the_model(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01")
    (one,) = found.paid
    after = found.compared.after
    assert one.best is not None
    wedge = TIMBER.described.numbers["wedge of the bank's listing"].best
    assert one.best[1] - one.best[0] == pytest.approx(wedge)
    (used,) = [route for route in after.market.routes if route.lane == one.paid.lane and after.flows[route.name]]
    on_the_way = used.cost + sum(after.rents[gate] for gate in used.gates)
    assert one.best[1] == pytest.approx(after.prices["Zalesia"] + on_the_way, abs=1e-3)
    assert as_json(found)["paid"][0]["delivered"]["draws"] == 40
    assert ask("2020-01-01", "2022-06-01").paid == ()


def test_shares_and_what_is_left_are_told_from_low_to_high(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01")
    fell = replace(found.observed[0], after=found.observed[0].before * 0.8)
    for one in (*found.observed, fell):
        ends = re.findall(r"\(from (−?\d+)%? to (−?\d+)%?\)", explained(one, found))
        assert len(ends) >= 2
        assert all(int(low.replace("−", "-")) <= int(high.replace("−", "-")) for low, high in ends)


def test_where_the_best_values_are_not_the_middle_it_says_why(register: Path) -> None:
    norland()
    found = ask("2020-01-01", "2021-06-01")
    assert points(found.best[found.headline]) in off_the_middle(found)
    assert "the middle of the results is another" in off_the_middle(found)
    assert [the(name) for name in ("United States", "European Union", "Norland")] == [
        "the United States",
        "the European Union",
        "Norland",
    ]


def test_what_a_measure_spared_until_a_day_is_not_told_after_it(register: Path) -> None:
    norland()
    until = date(2021, 6, 1)
    lines = [replace(one, left_out="old contracts", left_out_until=until) for one in TIMBER.described.changes]
    described = replace(TIMBER.described, changes=tuple(lines))
    for day, told in ((until, True), (date(2021, 6, 2), False)):
        wanted = Asked(date(2020, 1, 1), day, date(2026, 1, 1), draws=4)
        found = market(described, TIMBER.series, TIMBER.sha256, wanted, tally.view(None, Access.staff))
        assert bool(left_out(found)) is told
    standing = as_json(found)["measures"]["after"]["standing"]
    assert standing[0]["does"][0]["left_out"] == "old contracts"


def test_the_same_question_gives_the_same_bytes(register: Path) -> None:
    norland()
    one, again = (as_json(ask("2020-01-01", "2021-06-01")) for _ in range(2))
    assert repr(one) == repr(again)
    assert repr(as_json(ask("2020-01-01", "2021-06-01", seed=8))) != repr(one)


def test_the_json_tells_what_an_answer_rests_on(register: Path) -> None:
    norland()
    told = as_json(ask("2020-01-01", "2021-06-01"))
    assert told["certificates"]["after"]["holds"] is True
    assert told["base_flows"]["assumed"] == pytest.approx(0.4915, abs=1e-4)
    assert told["inputs_sha256"] == TIMBER.sha256
    assert {one["basis"] for one in told["numbers"]} == {"assumed", "derived", "published"}
    standing = {one["target"]: one for one in told["measures"]["after"]["standing"]}
    assert standing[BAN]["status"] == "restricted"
    assert len(standing[BAN]["claims"]) == 1
    (months, years) = told["observed"]
    assert months["of"] == "2020-01 to 2021-06"
    assert months["explained_share"]["median"] == pytest.approx(
        told["price"]["prior"]["median"] / months["percent"], abs=1e-3
    )
    assert years["unexplained_points"]["median"] == pytest.approx(
        years["percent"] - told["price"]["prior"]["median"], abs=1e-3
    )
    unattributed = [one for one in told["accounts"] if not one["attributed"]]
    assert unattributed
    assert all("median" not in one["prior"] for one in unattributed)


def test_numbers_cite_claims_by_their_statements(register: Path) -> None:
    barge = zalesia.claim("A barge takes 8 to 12 dollars a tonne.", 200, topics=["market"], known="2021-03-01")
    norland(barge)
    cites = {"barge": (barge.body["statement"], "The guild says so."), "over the pass": ("Nobody says it.",)}
    described = replace(TIMBER.described, cites=cites)

    def asked(known_on: str, access: Access = Access.staff) -> MarketAnswer:
        wanted = Asked(date(2020, 1, 1), date(2021, 6, 1), date.fromisoformat(known_on), draws=4)
        return market(described, TIMBER.series, TIMBER.sha256, wanted, tally.view(None, access))

    found = asked("2026-01-01")
    assert found.cited == {"barge": (barge.body["id"],), "over the pass": ()}
    assert found.uncited == ("The guild says so.", "Nobody says it.")
    (number,) = [one for one in as_json(found)["numbers"] if one["name"] == "barge"]
    assert number["claims"] == [barge.body["id"]]
    for nobody in (asked("2021-02-28"), asked("2026-01-01", Access.public)):
        assert nobody.cited["barge"] == ()


def test_doubt_about_a_day_is_told(register: Path) -> None:
    norland(zalesia.measure("revoke", BAN, "2021-05-01", 100, latest="2021-12-31", measure="trade_ban"))
    found = ask("2020-01-01", "2021-06-01")
    (ban,) = [one for one in found.after.stood if one.target == BAN]
    assert len(ban.possible) == 2
    assert as_json(found)["measures"]["after"]["standing"][0]["possible"] == ["none", "restricted"]
