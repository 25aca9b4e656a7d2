"""The page on JSON tells every key that the API gives, its examples are JSON, and it tells no key that is not there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests import two_lists
from tests.web.door_numbers import numbers
from tests.web.site import Stranger, enter, same

PAGE = (Path(__file__).parents[2] / "docs" / "guide" / "json.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"(?s)```json\n(.*?)```", PAGE)
TOLD = set(re.findall(r"`(\w+)`", re.sub(r"(?s)```.*?```", "", PAGE)))
ELSEWHERE = {"attribute", "recognition", "commitment", "measure_event"}  # kept as entered: the codebook has their keys


def keys(value: Any) -> Iterator[str]:
    """Every key of an answer, at every depth."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from () if key in ELSEWHERE else keys(item)
    if isinstance(value, list):
        for item in value:
            yield from keys(item)


def section(title: str) -> str:
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_every_key_that_the_api_gives_is_told(stranger: Stranger, tmp_path: Path) -> None:
    claims = stranger.data("/api/claims")["claims"]
    people = stranger.data("/api/people?limit=2")["people"]
    some = ["/api/claims?limit=1", "/api/tally", "/api/figures", "/api/documents?limit=1", "/api/people?limit=1"]
    some += [
        "/api/changes",
        f"/api/compare?figure={stranger.claim('412 people are held as political prisoners.')['id']}",
    ]
    some += ["/api/series?by=state", "/api/series?step=day", "/api/revisions?surface=yes&delays=yes"]
    enter(*numbers())
    some += ["/api/door?from=2024-12-31&to=2025-06-30", "/api/arithmetic"]
    two_lists.enter(tmp_path)
    two_lists.imported(tmp_path, "Third", "Harbour List", "2022-01-01", two_lists.DOCKET_ROWS)
    some += [
        "/api/lists",
        "/api/lists?a=lantern",
        "/api/lists?a=lantern&b=docket",
        "/api/lists?a=lantern&b=docket&c=third",
    ]
    some += [f"/api/people/{one['id']}" for one in people]
    some += [f"/api/claims/{one['id']}" for one in claims]
    one, other = (one["id"] for one in people)
    enter(same(one, other))
    some += [f"/api/pairs/{one}/{other}"]
    documents = {claim["document"] for claim in claims}
    some += [f"/api/documents/{one}{more}" for one in documents for more in ("", "/mentions")]
    for address in some:
        assert set(keys(stranger.data(address))) <= TOLD, address
    assert set(keys(stranger.data("/api/tally?x=1", 400))) <= TOLD


def test_every_example_is_json_with_the_keys_of_its_section() -> None:
    assert len(EXAMPLES) == 18
    for example in EXAMPLES:
        assert set(keys({k: v for k, v in json.loads(example).items() if k != "would_record"})) <= TOLD


def test_the_example_of_a_tally_has_the_keys_of_a_tally(stranger: Stranger) -> None:
    (example,) = re.findall(r"(?s)```json\n(.*?)```", section("A tally"))
    assert list(json.loads(example)) == list(stranger.data("/api/tally?as_of=2025-11-12"))


def test_the_example_of_a_person_has_the_keys_of_a_person(stranger: Stranger) -> None:
    (example,) = re.findall(r"(?s)```json\n(.*?)```", section("A person"))
    (one,) = stranger.data("/api/people?text=harbar")["people"]
    found = stranger.data(f"/api/people/{one['id']}")
    assert list(json.loads(example)) == list(found)
    assert set(keys(found["standing"])) == set(keys(json.loads(example)["standing"]))
