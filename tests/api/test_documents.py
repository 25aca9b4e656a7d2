"""/api/documents and /api/documents/{id}: what is said about a document, and its claims in their order."""

from tests.web.site import Stranger

FIGURE = "412 people are held as political prisoners."
QUERIES = {"/api/documents": 3, "/api/documents/": 17}


def test_every_document_says_whether_its_words_are_here(stranger: Stranger) -> None:
    found = stranger.data("/api/documents")
    assert found["count"] == 6
    told = {one.get("title", one.get("citation")): one["words"] for one in found["documents"]}
    assert told["Families count the days as the talks go on"] == "shown"
    assert told["Вячэрнія навіны"] == "not held here"


def test_a_page_at_a_time(stranger: Stranger) -> None:
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        found = stranger.data(f"/api/documents?limit=4{after}")
        seen += [one["id"] for one in found["documents"]]
        after = f"&after={found['next']}" if "next" in found else None
    assert len(seen) == len(set(seen)) == 6


def test_one_document_has_its_claims_in_order_with_their_words(stranger: Stranger) -> None:
    found = stranger.data(f"/api/documents/{stranger.claim(FIGURE)['document']}")
    assert [one["start"] for one in found["claims"]] == sorted(one["start"] for one in found["claims"])
    assert found["claims"][1]["words"]["exact"] == "The Harbour List has 431"
    assert found["count"] == len(found["claims"]) == 5
    assert (found["cited"], found["cited_by"]) == (0, [])


def test_a_cited_source_names_the_claims_that_cite_it(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)
    found = stranger.data(f"/api/documents/{claim['cites'][0]}")
    assert (found["words"], found["count"], found["cited_by"]) == ("not held here", 0, [claim["id"]])


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries("/api/documents") == QUERIES["/api/documents"]
    assert stranger.queries(f"/api/documents/{stranger.claim(FIGURE)['document']}") == QUERIES["/api/documents/"]
