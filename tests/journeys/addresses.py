"""An address of every sort of page, found in the table of addresses and in what the register has.

Whatever route there is gets one here by itself, as long as the ids in it are of a sort that is known; one that is not
must be named in `PARTS`, or nothing would be walked.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

from django.urls import reverse
from django.urls.resolvers import URLPattern

from habeas.web.urls import urlpatterns

REFUSED = (
    "/series?from=never",
    "/door?from=never&keeper=Nobody",
    "/arithmetic?known_on=never",
    "/revisions?as_of=never&from=2025-01-01",
    "/?as_of=never&rule=weather",
    "/claims?topic=weather",
    "/claims?at=1-00000000",
    "/?asof=2025",
    "/changes?rule=weather",
    "/lists?a=lantern",
    "/bargain?name=potash&as_of=someday",
    "/measures?target=Belaruskaly",
    "/market?as_of=never&ease=Nobody",
    "/nope",
)
ASKED = (
    "/?rule=freed+in+the+year&as_of=2025-12-31",
    "/?by=state",
    "/?as_of=2025-02-15&known_on=2025-02-20",
    "/?as_of=2019-01-01",
    "/changes?as_of=2024-12-31&to_as_of=2025-12-31",
    "/changes?as_of=2024-12-31&to_as_of=2025-12-31&reason=new_event",
    "/counted?rule=freed+in+the+year&as_of=2025-12-31",
    "/series?rule=freed+in+the+year&from=2024-01-01&to=2025-12-31",
    "/series?step=day&from=2025-01-01&to=2025-03-31&by=state",
    "/revisions?as_of=2025-02-15",
    "/revisions?rule=freed+in+the+year&as_of=2025-12-31",
    "/bargain?name=Prisoners+and+potash,+December+2025&as_of=2026-04-30",
    "/bargain?name=The+grand+bargain+of+February+2025",
    "/measures?target=Belaruskali&as_of=2026-04-30",
    "/measures?target=potash&as_of=2022-03-02",
    "/market?as_of=2025-12-14&against=2025-12-14&ease=United+States",
    "/door?from=2024-07-31&to=2025-01-31",
    "/door?from=2025-01-01&to=2025-12-01&keeper=Dissidentby&by_known=yes",
    "/people?text=nobody-of-the-name",
    "/claims?type=figure&speaker=Viasna",
    "/claims?text=nothing-of-the-kind",
    "/method/market",
    "/tally.svg?as_of=2025-12-31",
    "/tally.png?as_of=2025-12-31",
    "/embed/series?rule=freed+in+the+year&from=2024-01-01&to=2025-12-31",
    "/embed/measures?target=Belaruskali&as_of=2026-04-30",
)


PARTS = {"name": "tally", "page": "tally", "form": "csv"}  # a method, and what is copied; ids are found in the register


def routes() -> Iterator[URLPattern]:
    """Every route of the pages."""
    for one in urlpatterns:
        assert isinstance(one, URLPattern)
        yield one


def pages(site: str) -> list[str]:
    """The demonstration: each route once, then with and without acts, chains, held words, citations and answers."""

    def data(address: str) -> Any:
        with urlopen(f"{site}{address}", timeout=60) as answer:  # noqa: S310 - our own server
            return json.load(answer)

    def claims(asked: str) -> list[Any]:
        return list(data(f"/api/claims?{asked}&limit=200")["claims"])

    figures, of_people = claims("type=figure"), "record_id"
    some = {
        "figure": figures[0],
        "act": next(one for one in claims("type=act") if any(of_people in part for part in one["participants"])),
        "chain": max(claims("kind=anonymous"), key=lambda one: len(one["attribution"])),
        "cell": next(one for one in figures if "row" in one),
        "linked": next(iter(claims("linked=contradicts"))),
    }
    who = [part[of_people] for one in claims("type=act") for part in one["participants"] if of_people in part]
    cited = next(one["cites"][0] for one in figures if "cites" in one)
    parts = {
        "claim_id": some["act"]["id"],
        "document_id": some["act"]["document"],
        "person_id": who[0],
        "one_id": who[0],
        "other_id": next(one for one in who if one != who[0]),
    }
    with urlopen(f"{site}/compare", timeout=60) as answer:  # noqa: S310 - our own server
        (compared, *_) = re.findall(r"/compare\?figure=[0-9a-f]{32}", answer.read().decode())
    return list(
        dict.fromkeys(
            [
                *one_of_each(parts),
                *ASKED,
                f"/?as_of=2025-12-13&at={data('/api/tally')['at']}",
                compared,
                *(f"/claims/{one['id']}" for one in some.values()),
                *sorted({f"/documents/{one['document']}" for one in some.values()}),
                f"/documents/{cited}",
                f"/embed/people/{who[0]}",
                "/be/",
                "/fa/",
                f"/fa/people/{who[0]}",
                f"/fa/documents/{some['figure']['document']}",
                "/fa/measures?target=Belaruskali",
            ]
        )
    )


def everywhere(site: str) -> list[str]:
    """Any register that names somebody: each route once, whoever is named, and lists side by side."""

    def ids(of: str) -> list[str]:
        with urlopen(f"{site}/api/{of}?limit=200", timeout=60) as answer:  # noqa: S310 - our own server
            return [str(one["id"]) for one in json.load(answer)[of]]

    people, claims, documents = ids("people"), ids("claims"), ids("documents")
    parts = {"claim_id": claims[-1], "document_id": documents[0], "person_id": people[0]}
    parts |= {"one_id": people[0], "other_id": people[-1]}
    asked = ["/?by=state", "/?as_of=2021-12-31", "/series?by=state", "/door?from=2021-01-01&to=2021-12-31"]
    return [*one_of_each(parts), *asked, *(f"/people/{one}" for one in people[1:7]), f"/documents/{documents[-1]}"]


def one_of_each(parts: dict[str, str]) -> list[str]:
    """An address of every route; fails for one with a part that neither `parts` nor `PARTS` has."""
    found, known = [], PARTS | parts
    for route in routes():
        wanted = route.pattern.converters
        lacking = wanted.keys() - known.keys()
        assert not lacking, f"{route.name}: no example is known of {', '.join(lacking)}"
        found.append(reverse(str(route.name), kwargs={name: known[name] for name in wanted}))
    return found
