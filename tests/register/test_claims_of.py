"""The claims of somebody, which are asked for at once, stand in the order in which each part of them is asked alone."""

from pathlib import Path

from habeas.claims.vocabulary import Access
from habeas.register import people, read
from tests import zalesia

NAME, OTHER = "Zoya Lipen", "Iosif Kaliada"
DAYS = ("2021-05-03", "2020-09-09", "2021-05-03", "2022-01-31")


def test_all_that_is_claimed_of_somebody_stands_in_order(register: Path) -> None:
    acts = [
        zalesia.act(NAME, kind, day, start, latest=latest, known=f"2022-0{1 + start % 3}-10")
        for start, (kind, day, latest) in enumerate(
            (kind, day, latest)
            for kind in ("detained", "released")
            for day, latest in zip(DAYS, (None, "2021-01-01", "2021-06-01", None), strict=True)
        )
    ]
    zalesia.enter(
        *acts,
        *(zalesia.attribute(NAME, said, value, 900 + 40 * at) for at, (said, value) in enumerate((("sex", "f"),))),
        zalesia.attribute(NAME, "birth", "1990", 1200),
        zalesia.attribute(NAME, "name", "Зоя Ліпень", 1300),
        zalesia.act(OTHER, "detained", DAYS[0], 1400),
        access=Access.public,
        vouched_by=zalesia.KEEPER,
    )
    seen = read.view(None, Access.public)
    speaker = zalesia.agent().body["id"]
    for one in (*(zalesia.record(name).body["id"] for name in (NAME, OTHER, "Nobody At All")), speaker):
        ids = [str(one)]
        for known_on in (None, "2022-02-10", "2999-01-01"):
            found = people.claims_of(ids, seen, known_on)
            assert found.about == list(people.about(ids, seen, known_on).values_list(*read.STANDING))
            assert found.said == list(people.said(ids, seen, known_on).values_list(*read.STANDING))
            assert found.attributes == people.attributes(ids, seen, known_on)
    found = people.claims_of([str(zalesia.record(NAME).body["id"])], seen)
    assert (len(found.about), len(found.attributes)) == (11, 3)
    assert len(people.claims_of([str(speaker)], seen).said) == 12
