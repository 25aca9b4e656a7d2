"""Stocks from pieces: the same as the plain count of what was known, on every day as known on every other."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.custody.course import course
from habeas.custody.report import Account
from habeas.tally.count import Count, count
from habeas.tally.rectangle import count_rectangles, rectangles
from habeas.tally.rule import Rule
from tests.custody.drawn import days, the
from tests.tally.drawn import NAMES, stocks, told

TURN = date(2021, 5, 1)
accounts_in_turn = st.dictionaries(st.sampled_from(NAMES), st.tuples(told, told), max_size=3)


def figures(found: Count) -> tuple[int, int, int]:
    return found.low, found.best, found.high


@settings(deadline=None)
@given(accounts_in_turn, days, stocks, st.sampled_from((date(2021, 4, 1), date(2021, 4, 30), TURN, date(2022, 1, 1))))
def test_a_stock_of_pieces_is_the_count_of_what_was_known(
    named: dict[str, tuple[Account, Account]], day: int, rule: Rule, known_on: date
) -> None:
    spans = ((date(2021, 4, 1), TURN), (TURN, date.max))
    pieces = [
        piece
        for person, accounts in sorted(named.items())
        for account, span in zip(accounts, spans, strict=True)
        for piece in rectangles(person, account, course(account, rule.population), span, rule)
    ]
    known = {person: accounts[known_on >= TURN] for person, accounts in named.items()}
    plain, found = count(known, rule, the(day)), count_rectangles(pieces, the(day), known_on)
    assert figures(found) == figures(plain)
    assert [one.person for one in found.people] == [one.person for one in plain.people]
    assert set(found.claims) == set(plain.claims)
    assert count_rectangles(pieces, the(day), date(2021, 3, 31)) == count({}, rule, the(day)), "nothing was known"
