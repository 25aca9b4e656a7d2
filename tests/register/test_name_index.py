"""The index of names: whoever looks, it is in the order of the names that this reader may see."""

from pathlib import Path

from habeas.answers.people import people
from habeas.claims.vocabulary import Access
from habeas.register import read
from tests import zalesia


def test_a_stranger_meets_a_record_where_its_public_name_stands(register: Path) -> None:
    record, act = zalesia.act("Arkadz Bely", "detained", "2025-01-02", 40)
    act.body["participants"][0]["name"] = "Zed Kay"
    others = [zalesia.act("Hanna Sokalich", "detained", "2025-01-02"), zalesia.act("Zofia", "held", "2025-01-02", 80)]
    zalesia.enter(record, act, *others, access=Access.public, vouched_by=zalesia.EDITOR)
    assert names_a_page_at_a_time(Access.public) == ["Hanna Sokalich", "Zed Kay", "Zofia"]
    assert names_a_page_at_a_time(Access.staff) == ["Arkadz Bely", "Hanna Sokalich", "Zofia"]


def names_a_page_at_a_time(ceiling: Access) -> list[str]:
    """The names in the order of the index, one to a page; at most six pages, so that one that goes in a ring ends."""
    seen, after, names = read.view(None, ceiling), "", list[str]()
    for _ in range(6):
        found = people(seen, limit=1, after=after)
        names += [one.name for one in found.people]
        if found.next is None:
            break
        after = found.next
    return names
