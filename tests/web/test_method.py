"""How it is worked out and what the words mean: read on the site, each linked from where it is used."""

import csv
import re
from io import StringIO
from pathlib import Path
from urllib.parse import urljoin

import pytest

from habeas.bargain.verdict import Verdict
from habeas.claims.act import ACTS, CustodyState
from habeas.claims.vocabulary import AttributionKind, ClaimType, Modality, Polarity, Topic
from habeas.web import method, writings
from habeas.web.codebook_links import word
from habeas.web.page import SECTIONS, WORKED_OUT

from .site import Stranger, cells

ROOT = Path(__file__).parents[2]
WORDS = [
    *(("acts", one) for one in ACTS),
    *(("claim type", one) for one in ClaimType),
    *(("modality", one) for one in Modality),
    *(("polarity", one) for one in Polarity),
    *(("topic", one) for one in Topic),
    *(("custody state", one) for one in CustodyState),
    *(("bargains", one) for one in Verdict),
    *(("attribution kind", one) for one in AttributionKind),
]


def test_every_method_is_named_with_its_question_and_can_be_read(newcomer: Stranger) -> None:
    index = newcomer.get("/method").content.decode()
    files = sorted((ROOT / "docs" / "method").glob("*.md"))
    for file in files:
        assert f'href="/method/{file.stem}"' in index
        title = file.read_text("utf-8").partition("\n")[0].removeprefix("# ")
        assert title in newcomer.read(f"/method/{file.stem}")
    assert len(files) == len(set(re.findall(r'href="/method/([a-z-]+)"', index)))


def test_every_method_has_its_place_among_others() -> None:
    assert sorted(name for _, names in method.GROUPS for name in names) == writings.methods()


def test_links_between_writings_work_and_others_are_words_alone(newcomer: Stranger) -> None:
    for name in writings.methods():
        html = newcomer.get(f"/method/{name}").content.decode()
        found = re.findall(r'href="([^"]*)"', html.partition('class="written"')[2].partition("</main>")[0])
        for address in {urljoin(f"/method/{name}", one.partition("#")[0]) for one in found}:
            newcomer.get(address)
        assert ".md" not in "".join(found)
    for address, leads_to in (("/method/tally", "custody"), ("/codebook", "method/custody")):
        assert f'href="{leads_to}">' in newcomer.get(address).content.decode()


def test_each_table_of_the_codebook_is_taken_word_for_word(newcomer: Stranger) -> None:
    tables = re.findall(r"(?s)<table.*?</table>", newcomer.get("/codebook").content.decode())
    taken = [_taken(newcomer, name) for name in ("acts", "measures", "measures_2", "measures_3", "bargains")]
    assert [cells(one) for one in tables] == taken
    assert taken[0][1][0] == "held"
    assert "gives the same answer" not in newcomer.read("/codebook")  # a newer habeas may have other words


def _taken(stranger: Stranger, table: str) -> list[list[str]]:
    """The head and the rows, without what stands beside them all."""
    content = stranger.get(f"/codebook.csv?table={table}").content.decode("utf-8-sig")
    return [[cell.strip() for cell in row[:-2]] for row in csv.reader(StringIO(content))]


def test_a_writing_is_escaped_and_has_no_style_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "method").mkdir()
    (tmp_path / "codebook.md").write_text("# Codebook\n", encoding="utf-8")
    table = "| a | b |\n| - | -: |\n| 1 | 2 |\n"
    said = f"# A <b>title</b>\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n{table}"
    (tmp_path / "method" / "sample.md").write_text(said, encoding="utf-8")
    monkeypatch.setattr(writings, "PLACES", (tmp_path,))
    for cached in (writings._docs, writings._written):
        cached.cache_clear()
    try:
        written = writings.writing("method/sample")
    finally:
        for cached in (writings._docs, writings._written):
            cached.cache_clear()
    assert written is not None
    assert "<script" not in written.html
    assert "href=" not in written.html
    assert "style=" not in written.html
    assert '<th scope="row">1</th>\n<td class="n">2</td>' in written.html


@pytest.mark.parametrize("name", ["nothing", "..", "codebook"])
def test_another_name_is_not_here(newcomer: Stranger, name: str) -> None:
    newcomer.get(f"/method/{name}", status=404)


@pytest.mark.parametrize(("under", "value"), WORDS)
def test_every_word_has_a_place_in_the_codebook(under: str, value: str) -> None:
    written = writings.codebook()
    assert writings.codebook_anchor(under, value) in written.anchors


def test_a_place_in_the_codebook_is_one_place(newcomer: Stranger) -> None:
    ids = re.findall(r'\sid="([^"]*)"', newcomer.get("/codebook").content.decode())
    assert len(ids) == len(set(ids))
    assert word("detained", "acts") == '<a class="word" href="/codebook#acts-detained">detained</a>'


def test_a_claim_leads_to_its_words(stranger: Stranger) -> None:
    written = writings.codebook()
    for claim in stranger.data("/api/claims")["claims"]:
        found = re.findall(r'href="/codebook#([^"]*)"', stranger.get(f"/claims/{claim['id']}").content.decode())
        assert f"claim-type-{claim['type'].replace('_', '-')}" in found
        assert set(found) <= set(written.anchors)


@pytest.mark.parametrize("name", dict(SECTIONS))
def test_a_page_leads_to_how_it_is_worked_out(stranger: Stranger, name: str) -> None:
    address = {"front": "/", "methods": "/method"}.get(name, f"/{name}")
    html = stranger.get(address).content.decode()
    assert 'href="/codebook"' in html
    if name in WORKED_OUT:
        assert f'href="/method/{WORKED_OUT[name]}"' in html


def test_every_method_that_a_page_names_is_there() -> None:
    assert set(WORKED_OUT.values()) <= set(writings.methods())


@pytest.mark.parametrize("name", ["a" * 300, "tally-and-more", "..", "codebook"])
def test_what_is_no_method_of_ours_is_told(stranger: Stranger, name: str) -> None:
    stranger.get(f"/method/{name}", 404)
