"""Every reason for which a figure changes has its words, on the pages and on the command line."""

import pytest

from habeas.answers.reasons import Reason
from habeas.cli.changes import REASONS
from habeas.web.change_words import HEADS, STEPS


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_has_its_words_at_every_door(reason: Reason) -> None:
    assert HEADS[reason]
    assert REASONS[reason.value]
    assert reason in STEPS or reason is Reason.new_event, "new events are told with the day since which they are"
