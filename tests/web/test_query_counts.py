"""No page asks the database more often because the register has more people: every address is asked of few and many."""

from habeas.web.urls import urlpatterns
from tests import zalesia

from .site import Stranger, enter

FEW, MANY = 3, 40
DAY = "2025-01-02"
ADDRESSES = {
    "front": "/?as_of=2025-06-30",
    "counted": "/counted?as_of=2025-06-30",
    "changes": "/changes?as_of=2024-12-31&to_as_of=2025-06-30",
    "series": "/series?from=2025-01-01&to=2025-06-30",
    "revisions": "/revisions?as_of=2025-06-30",
    "bargains": "/bargains",
    "measures": "/measures",
    "door": "/door?from=2025-01-01&to=2025-06-30",
    "arithmetic": "/arithmetic",
    "lists": "/lists",
    "people": "/people",
    "person": "/people/{person}",
    "pair": "/pairs/{person}/{other}",
    "claims": "/claims",
    "claim": "/claims/{claim}",
    "documents": "/documents",
    "document": "/documents/{document}",
    "about": "/about",
    "methods": "/method",
    "method": "/method/tally",
    "codebook": "/codebook",
}
# of what nobody here has: their own tests count
ELSEWHERE = {"bargain", "compare", "market", "market_parameters", "copy", "embed"}


def _people(first: int, number: int) -> None:
    for one in range(first, number):
        enter(*zalesia.act(f"Somebody {one}", "detained", DAY, start=one * 20))


def _asked(stranger: Stranger, address: str, ids: dict[str, str]) -> int:
    return stranger.queries(address.format(**ids))


def test_every_page_is_counted_here_or_by_tests_of_its_own() -> None:
    assert {one.name for one in urlpatterns} == ADDRESSES.keys() | ELSEWHERE


def test_no_page_asks_more_often_where_there_are_more_people(newcomer: Stranger) -> None:
    _people(0, FEW)
    people, claims = newcomer.data("/api/people")["people"], newcomer.data("/api/claims")["claims"]
    ids = {"person": people[0]["id"], "other": people[1]["id"]}
    ids |= {"claim": claims[0]["id"], "document": claims[0]["document"]}
    few = {name: _asked(newcomer, address, ids) for name, address in ADDRESSES.items()}
    _people(FEW, MANY)
    assert {name: _asked(newcomer, address, ids) for name, address in ADDRESSES.items()} == few
    assert max(few.values()) <= 22
    assert few["person"] <= 14
