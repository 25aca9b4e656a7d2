"""Whether a person has what a rule asks for: against every value that may be the person's, and by hand."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.custody.report import Account
from habeas.custody.standing import Standing
from habeas.tally.filters import filtered, fits

values = st.sampled_from(("x", "y", "z"))
told = st.lists(st.tuples(st.sampled_from(("sex", "trade")), values, st.sampled_from("abcd")), max_size=4).map(tuple)
wheres = st.lists(st.tuples(st.sampled_from(("sex", "trade")), values), max_size=2, unique_by=lambda each: each[0])


@given(told, wheres.map(tuple))
def test_certainly_and_possibly_are_all_and_some_of_what_may_be(
    said: tuple[tuple[str, str, str], ...], where: tuple[tuple[str, str], ...]
) -> None:
    fit = fits(Account((), attributes=said), where)
    may_be = {
        asked: {value for prop, value, _ in said if prop == asked} or {"x", "y", "z"} for asked in ("sex", "trade")
    }
    assert fit.possibly == all(value in may_be[prop] for prop, value in where)
    assert fit.certainly == all(may_be[prop] == {value} for prop, value in where)
    last = {prop: value for prop, value, _ in said}
    assert fit.best == all(last.get(prop) == value for prop, value in where)
    assert set(fit.claims) == {claim for prop, _, claim in said if prop in dict(where)}


def test_a_standing_is_filtered_by_what_a_person_is_said_to_be() -> None:
    account = Account((), attributes=(("sex", "male", "a"), ("sex", "female", "b")))
    standing = Standing(True, True, True, ("arrest",))
    woman, man = (filtered(standing, fits(account, (("sex", value),))) for value in ("female", "male"))
    assert woman == Standing(certainly=False, possibly=True, best=True, claims=("arrest", "a", "b"))
    assert man == Standing(certainly=False, possibly=True, best=False, claims=("arrest", "a", "b"))
    assert filtered(standing, fits(account, ())) == standing
