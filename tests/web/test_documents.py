"""Every document that may be spoken of: those that public claims were read in, and those that they cite."""

from habeas.claims.vocabulary import Access
from habeas.register import write
from tests import zalesia

from .site import EDITOR, Stranger

QUERIES = 3


def test_each_is_there_with_what_is_known_of_it_and_whether_its_words_are_here(stranger: Stranger) -> None:
    said = stranger.read("/documents")
    assert "6 documents" in said
    assert "Families count the days as the talks go on The Bystritsa Courier 14 November 2025 shown" in said
    assert "Bulletin 46 Lantern Group 13 November 2025 not held here" in said
    assert "Вячэрнія навіны not said 12 November 2025, approximately not held here" in said
    assert "court list 7 not said not said not held here" in said


def test_a_title_has_its_language(stranger: Stranger) -> None:
    assert '<bdi lang="be">Вячэрнія навіны</bdi>' in stranger.get("/documents").content.decode()


def test_words_that_may_not_be_seen_are_told_as_such(stranger: Stranger) -> None:
    document = stranger.claim("412 people are held as political prisoners.")["document"]
    write.set_access(Access.staff, write.actor(EDITOR), EDITOR, documents=[document])
    assert "14 November 2025 not shown here" in stranger.read("/documents")


def test_nothing_is_there_in_a_new_register(newcomer: Stranger) -> None:
    assert "0 documents" not in newcomer.read("/documents")
    assert "No document is public here" in newcomer.read("/documents")


def test_many_are_given_a_hundred_to_a_page(newcomer: Stranger) -> None:
    documents = [zalesia.document(f"{number:064x}", title=f"Issue {number}") for number in range(150)]
    write.enter(documents, write.actor(EDITOR), access=Access.public, vouched_by=EDITOR)
    html = newcomer.get("/documents").content.decode()
    assert "Issue 99<" in html
    assert "Issue 100<" not in html
    assert f'href="/documents?after={99:064x}"' in html
    last = newcomer.get(f"/documents?after={99:064x}").content.decode()
    assert "Issue 100<" in last
    assert "The next documents" not in last


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries("/documents") == QUERIES
