"""A rule that is about what one keeper says carries its lens: it is asked with that, unless another is named."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import counted_by, tally
from habeas.answers.compared import beside, comparable, compared
from habeas.answers.public import AskError
from habeas.claims.vocabulary import Access
from habeas.tally.lens import EVERY
from tests import zalesia

DAY, KNOWN = date(2021, 6, 1), date(2021, 12, 31)
HARBOUR = "Harbour List"


@pytest.fixture
def figure(register: Path) -> str:
    """Alice by the Lantern Group, Bob by the Harbour List, which publishes that it has one: the claim of that."""
    harbour = zalesia.agent(HARBOUR)
    speaks: dict[str, Any] = {
        "attribution": [{"agent": str(harbour.body["id"]), "kind": "on_record"}],
        "known": "2021-05-04",
    }
    zalesia.enter(
        harbour,
        zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"),
        zalesia.act("Bob", "detained", "2021-05-03", 20, **speaks),
        zalesia.lens("the Harbour List", speakers=[str(harbour.body["id"])]),
        zalesia.rule("on the Harbour List", lens="the Harbour List", publisher=str(harbour.body["id"])),
    )
    return zalesia.enter(zalesia.figure(1, "2021-06-01", 900, **speaks | {"known": "2021-06-02"})).claims[-1]


def test_it_is_asked_with_its_lens_unless_another_is_named(figure: str) -> None:
    seen = tally.view(None, Access.staff)
    rule = counted_by.rule_named("on the Harbour List", seen)
    own = counted_by.lens_asked("", rule, seen)
    assert own.name == "the Harbour List"
    assert tally.tally(DAY, KNOWN, seen, rule, own).count.best == 1
    assert counted_by.lens_asked(EVERY.name, rule, seen) == EVERY
    assert counted_by.lens_asked("", counted_by.rule_named("held", seen), seen) == EVERY


def test_a_published_figure_is_compared_through_the_lens_of_its_publishers_rule(figure: str) -> None:
    seen = tally.view(None, Access.staff)
    found = compared(figure, seen, KNOWN)
    assert (found.own_rule, found.lens.name, found.now.best) == (True, "the Harbour List", 1)
    assert found.bridge() == [("published", 1), ("not named then", 0), ("computed now", 1)]
    assert compared(figure, seen, KNOWN, through=EVERY).now.best == 2
    ((rule, counted),) = beside(comparable(seen), seen, KNOWN).values()
    assert (rule.name, counted.best) == ("on the Harbour List", 1)


def test_whoever_may_not_see_the_lens_must_name_another(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.lens("friends", access="staff"), zalesia.rule("of friends", lens="friends"))
    seen = tally.view(None, Access.public)
    with pytest.raises(AskError, match="a lens that may not be seen here: name another"):
        counted_by.lens_asked("", counted_by.rule_named("of friends", seen), seen)


def test_the_newest_version_of_the_lens_is_meant(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.lens("friends"), zalesia.lens("friends", 2), zalesia.rule("of friends", lens="friends"))
    seen = tally.view(None, Access.staff)
    assert counted_by.lens_of(counted_by.rule_named("of friends", seen), seen).version == 2


@pytest.mark.parametrize(("text", "meant"), [("Held", "held"), ("in custody", "in custody, home included")])
def test_a_name_that_is_nearly_one_is_told_which(register_sqlite: Path, text: str, meant: str) -> None:
    zalesia.enter(zalesia.rule("in custody, home included"))
    with pytest.raises(AskError, match=f"is “{meant}” meant\\? Else write one of “held”, “in custody, home included”"):
        counted_by.rule_named(text, tally.view(None, Access.staff))
