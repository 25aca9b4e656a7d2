"""The generated pages say what the code says today."""

import pytest
from docs.generate import PAGES, ROOT


@pytest.mark.parametrize("page", PAGES)
def test_a_generated_page_is_not_stale(page: str) -> None:
    path = ROOT / page
    assert path.exists()
    assert path.read_text(encoding="utf-8") == PAGES[page](), "run `./run docs` and commit the pages"
