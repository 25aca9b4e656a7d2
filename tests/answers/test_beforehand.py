"""What is worked out when a server begins is what its first readers ask, and they do not wait for it again."""

from pathlib import Path
from typing import Any

import pytest

from habeas.answers import beforehand, front, kept, public
from habeas.answers.called import called
from habeas.claims.vocabulary import Access
from habeas.register import counting, name_index
from tests import zalesia


def test_the_first_reader_reads_no_claims_and_no_names(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zalesia.enter(zalesia.act("Hanna Harbar", "detained", "2025-01-02"), access=Access.public, vouched_by="Marta Veres")
    kept.forget()
    beforehand.work_out()

    def must_not(*_: Any) -> None:
        raise AssertionError("it was read again")

    monkeypatch.setattr(counting, "counting", must_not)
    monkeypatch.setattr(name_index, "of_everybody", must_not)
    seen = public.view()
    assert front.front(front.Question(public.today()), seen).tally.count.best == 1
    assert called(seen).having("harbar") == called(seen).having("")


def test_of_a_new_register_there_is_nothing_to_work_out(register: Path) -> None:
    kept.forget()
    beforehand.work_out()
    assert called(public.view()).having("") == []
