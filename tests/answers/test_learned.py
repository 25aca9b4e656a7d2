"""What became known last, by name; honest where nothing did."""

from datetime import date, timedelta
from pathlib import Path

from habeas.answers import learned, public, register_told
from habeas.answers.learned import DAYS
from tests.web.site import public_part


def test_where_nothing_is_held_nothing_became_known(register: Path) -> None:
    lately = learned.lately(public.view(), public.today())
    assert (lately.last, lately.people, list(lately.shown)) == (None, 0, [])
    assert register_told.in_custody(public.view(), public.today()).people == 0


def test_the_last_days_in_which_anything_did_are_told_where_none_of_the_last_thirty_had_any(
    register: Path, tmp_path: Path
) -> None:
    public_part(tmp_path)
    seen = public.view()
    custody = register_told.in_custody(seen, public.today())
    assert custody.known_last is not None
    late = learned.lately(seen, custody.known_last + timedelta(days=DAYS))
    assert late.is_late
    assert late.last == custody.known_last
    fresh = learned.lately(seen, custody.known_last + timedelta(days=DAYS - 1))
    assert not fresh.is_late
    assert {one.person for one in late.shown} >= {one.person for one in fresh.shown}


def test_what_was_not_known_yet_is_not_told(register: Path, tmp_path: Path) -> None:
    public_part(tmp_path)
    seen = public.view()
    custody = register_told.in_custody(seen, public.today())
    assert custody.known is not None
    before = learned.lately(seen, custody.known - timedelta(days=1))
    assert before.last is None
    first = learned.lately(seen, custody.known)
    assert all(date.fromisoformat(one.act.known) <= custody.known for one in first.shown)
