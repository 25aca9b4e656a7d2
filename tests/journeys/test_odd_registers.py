"""Names of eighty letters, figures in words and a document of three hundred pages fit a screen, a hand and a sheet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Browser

from tests.conftest import fresh
from tests.odd_registers import ODD

from .addresses import everywhere
from .conftest import served
from .reading import Reader

pytestmark = pytest.mark.browser


@pytest.fixture(params=["odd names", "wordy figures", "long document"])
def odd(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an odd register."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # the browser's loop runs in this thread, and waits
    register = fresh(request, "sqlite", tmp_path)
    ODD[request.param](tmp_path)
    connections.close_all()
    yield from served(register)


def test_every_page_fits(chromium: Browser, odd: str) -> None:
    reader = Reader(chromium, odd)
    for address in everywhere(odd):
        reader.fit(address)
    reader.close()
    assert {way: told for way, told in reader.found.items() if told} == {}
