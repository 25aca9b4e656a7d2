"""Between the entry of an erasure and the end of its work the words still lie on the disk: nobody is shown them."""

from pathlib import Path

import pytest

from habeas.register import erase, purge, write
from tests import zalesia
from tests.web.site import Stranger, public_part

from .test_forgetting import record_of

NAME, SECRET = "Язэп Каляда-Нябесны", "his sister last saw him"
FIGURE = "412 people are held as political prisoners."
NOT_HERE = "not held here"


@pytest.fixture
def stranger(register: Path, tmp_path: Path) -> Stranger:
    """A stranger where one document, read end to end, has the words."""
    return public_part(tmp_path)


def begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """An erasure that is killed when its entry is in the log, and nothing is overwritten yet."""

    def killed() -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(erase, "finish", killed)
        with pytest.raises(KeyboardInterrupt):
            erase.erase(write.actor(zalesia.KEEPER), "asked to be forgotten", "the person", records=[record_of(NAME)])


def test_words_that_are_being_erased_are_not_shown_and_not_kept(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = stranger.claim(FIGURE)
    page = f"/documents/{claim['document']}"
    addresses = [page, f"{page}.csv", f"/embed{page}", f"/api{page}", f"/api{page}/mentions", f"/claims/{claim['id']}"]
    assert SECRET in stranger.get(page).content.decode(), "the words were never there: the test would not test"
    begin(monkeypatch)
    assert purge.unfinished()
    assert purge.archive().holds(claim["document"])
    for _ in ("while it is under way", "when it is finished"):
        for address in addresses:
            assert SECRET not in stranger.get(address).content.decode(), address
        assert stranger.data(f"/api{page}")["words"] == NOT_HERE
        assert stranger.data("/api/documents")["documents"][0]["words"] == NOT_HERE
        assert NOT_HERE in stranger.read(f"/claims/{claim['id']}")
        purge.finish()
    assert not purge.archive().holds(claim["document"])


def test_a_page_that_was_begun_before_the_mark_is_of_the_state_before(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looked for the mark before it was there is not kept for those who ask afterwards."""
    page = f"/documents/{stranger.claim(FIGURE)['document']}"
    stranger.get(page)
    begin(monkeypatch)
    monkeypatch.setattr("habeas.web.kept_pages.purge.unfinished", lambda: False)  # as one who looked too early
    assert SECRET not in stranger.get(page).content.decode()
