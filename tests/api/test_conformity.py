"""Whatever the description of the API allows is answered in its shapes, and what it forbids is refused.

Schemathesis draws both from /api/openapi.json; it asks the WSGI application over what is public in Zalesia.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from jsonschema_rs import validator_for
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.core.result import Ok
from schemathesis.schemas import BaseSchema

from habeas.exchange import kept_markets
from tests import two_lists, zalesia
from tests.web.door_numbers import numbers
from tests.web.site import Stranger, enter, public_part

FEW, MANY = 6, 12
QUOTED = 40  # letters of the name of a parameter that a refusal says again
TIMBER = Path(__file__).parents[2] / "cases" / "zalesia" / "market" / "timber.toml"
HELD = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "allow_header_conformance",
]
REFUSED = [*HELD, "negative_data_rejection", "unsupported_method"]


def peopled(place: Path) -> Stranger:
    """Something of everything that the API tells of."""
    stranger = public_part(place)
    said = zalesia.claim("Norland will ease what it put on timber.", 700)
    enter(*numbers(), said, zalesia.measure("impose", "timber", "2024-03-01", 710), zalesia.round_of(3, 5, 720))
    enter(
        zalesia.bargain("Timber for people", zalesia.commitment("ease", str(said.body["id"]))),
        zalesia.coverage("2025-01-01"),
    )
    kept_markets.keep(TIMBER)
    two_lists.enter(place)
    two_lists.imported(place, "Third", "Harbour List", "2022-01-01", two_lists.DOCKET_ROWS)
    return stranger


def parts(stranger: Stranger) -> dict[str, str]:
    """What may stand in the path of an address: ids that are here."""
    one, other = (each["id"] for each in stranger.data("/api/people?text=harbar")["people"] * 2)
    other = next(each["id"] for each in stranger.data("/api/people")["people"] if each["id"] != one)
    claim = stranger.claim("Iosif Koliada-Nebesny is held in Prison No. 4.")
    ids = {"one_id": one, "other_id": other, "person_id": one}
    return ids | {"claim_id": claim["id"], "document_id": claim["document"]}


def drawing(operation: Any, mode: GenerationMode, here: dict[str, str], many: int, statuses: set[int]) -> None:
    """Ask at one address, and hold each answer against its description; what is not understood is named."""
    checks = CHECKS.get_by_names(REFUSED if mode is GenerationMode.NEGATIVE else HELD)

    @settings(max_examples=many, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode, path_parameters=here or None))
    def one(case: Any) -> None:
        answer = case.call(headers={"Accept-Encoding": "identity"})
        case.validate_response(answer, checks=checks)
        statuses.add(answer.status_code)
        if answer.status_code == 400:
            named = {*(name[:QUOTED] for name in case.query), *(one.name for one in operation.query)}
            assert answer.json()["parameter"] in named

    one()


def ask(described: BaseSchema, stranger: Stranger, mode: GenerationMode, many: int) -> dict[str, set[int]]:
    """Ask at every address, so often; the statuses of the answers by operation."""
    told: dict[str, set[int]] = {}
    ids = parts(stranger)
    for found in described.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        statuses = told.setdefault(operation.path, set())
        here = {name: one for name, one in ids.items() if f"{{{name}}}" in operation.path}
        drawing(operation, mode, here, many, statuses)
    return told


@pytest.fixture
def stranger(register_sqlite: Path, tmp_path: Path) -> Stranger:
    return peopled(tmp_path)


def described() -> BaseSchema:
    return schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())


def test_whatever_is_allowed_is_answered_in_its_shape(stranger: Stranger) -> None:
    told = ask(described(), stranger, GenerationMode.POSITIVE, FEW)
    assert len(told) > 20
    assert all(200 in statuses for statuses in told.values()), told


def test_whatever_is_forbidden_is_refused(stranger: Stranger) -> None:
    told = ask(described(), stranger, GenerationMode.NEGATIVE, FEW)
    assert sum(400 in statuses for statuses in told.values()) > 15, told


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_nor_is_there_anything_else_on_a_register_of_a_team(
    register_postgresql: Path, tmp_path: Path, mode: GenerationMode
) -> None:
    assert ask(described(), peopled(tmp_path), mode, MANY)


def addresses(stranger: Stranger) -> Iterator[str]:
    """Addresses that are answered with everything their shapes have a place for."""
    yield from ("/api/tally?by=state", "/api/tally?doubtful=yes", "/api/series?step=day", "/api/series?by=state")
    yield from ("/api/revisions?surface=yes&delays=yes", "/api/lists?a=lantern&b=docket", "/api/door?by_known=yes")
    yield from (
        "/api/lists?a=lantern&b=docket&c=third",
        "/api/measures?word=eased&course=yes",
        "/api/people?text=harbor",
    )
    yield from ("/api/people?order=longest", "/api/people?state=police", "/api/bargains", "/api/lists")
    yield from ("/api/bargains?name=Timber+for+people", "/api/changes?as_of=2022-01-01&to_as_of=2025-11-12")
    yield f"/api/compare?figure={stranger.claim('412 people are held as political prisoners.')['id']}"
    for listing in ("claims", "people", "documents"):
        for one in stranger.data(f"/api/{listing}")[listing]:
            yield f"/api/{listing}/{one['id']}"


def test_what_is_asked_for_with_all_there_is_has_the_shape_that_is_told(stranger: Stranger) -> None:
    told = stranger.data("/api/openapi.json")
    for address in addresses(stranger):
        path = re.sub(r"/[0-9a-f]{32,64}", "/{}", address.partition("?")[0])
        (operation,) = [one["get"] for name, one in told["paths"].items() if re.sub(r"{\w+}", "{}", name) == path]
        shape = operation["responses"]["200"]["content"]["application/json"]["schema"]
        validator_for({"components": told["components"], **shape}).validate(stranger.data(address))


def test_every_parameter_has_an_example_and_every_answer_one_in_its_shape(stranger: Stranger) -> None:
    told = stranger.data("/api/openapi.json")
    for path, each in told["paths"].items():
        for parameter in each["get"]["parameters"]:
            asked = validator_for({"components": told["components"], **parameter["schema"]})
            assert asked.is_valid(parameter["example"]), (path, parameter["name"])
            assert parameter["description"]
        content = each["get"]["responses"]["200"]["content"]["application/json"]
        for example in content["examples"].values():
            validator_for({"components": told["components"], **content["schema"]}).validate(example["value"])
