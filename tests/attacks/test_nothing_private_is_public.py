"""A stranger walks every address of the site and finds nothing that is not public, in no body and in no header.

Planted at each level above public, and as withdrawn for consent: a claim, a name, a document with its words, a stated
figure, a speaker; a rule and a lens. Every planted word holds the mark of its level, every planted number stands in no
other place.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from habeas.answers import public
from habeas.claims.anchor import row_fingerprint
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import read, write
from habeas.register.draft import Draft
from habeas.register.query import Query
from habeas.register.read import View
from habeas.web.languages import NAMES
from tests import zalesia
from tests.web.site import EDITOR, Stranger, Ways, case, public_part

MARKS = {"partners": "Qorvanta", "staff": "Xelmira", "sealed": "Zundoko", "consent": "Wyrmala"}
MANY = 100  # addresses of one sort that pages lead to
COPIES = re.compile(r"/(static|embed)/|[^?]*\.(csv|svg|png)(\?|$)")  # test_planted_word asks them
NUMBERS = {"partners": 717171, "staff": 727272, "sealed": 737373, "consent": 747474}
LEVELS = {"partners": Access.partners, "staff": Access.staff, "sealed": Access.sealed, "consent": Access.public}
ROW = ["Каця Ліпень-Бор", "2", "2022-02-03", "2025-11-12", "1971-03-04", "court list 7"]

PRIVATE = """
[case]
vouched_by = "Marta Veres"
[document]
file = "MARK.txt"
title = "MARK title"
publisher = "MARK publisher"
author = "MARK author"
address = "https://MARK.example/"
[agents.speaker]
name = "MARK speaker"
[records.held]
name = "MARK Koliada"
[groups.some]
name = "MARK group"
[cited.source]
citation = "MARK citation"
[[claims]]
words = "MARK Koliada was taken"
type = "act"
topics = ["tally"]
statement = "MARK Koliada was detained."
when = { edtf = "2025-01-02", original = "MARK day" }
act = { kind = "detained", record = "held", facility = "MARK prison", body = "MARK body", ground = "MARK ground" }
place = { name = "MARK place" }
participants = [{ role = "subject", record = "held", name = "MARK Koliada" }, { role = "others", group = "some" }]
attribution = [{ agent = "speaker", kind = "anonymous", terms = "MARK terms", setting = "MARK setting" }]
cites = ["source"]
[[claims]]
words = "NUMBER are held"
type = "figure"
topics = ["tally"]
statement = "NUMBER are held, said MARK."
when = { edtf = "2025-11-14", meaning = "as_of" }
figure = { subject = "people in custody", population = "MARK", kind = "stock", unit = "persons", value = NUMBER }
attribution = [{ agent = "speaker", kind = "on_record" }]
"""
RULES = """
[case]
vouched_by = "Marta Veres"
access = "LEVEL"
[agents.speaker]
name = "MARK keeper"
[[rules]]
name = "MARK rule"
version = NUMBER
sentence = "Counts whom MARK counts."
quantity = "stock"
unit = "persons"
states = ["serving"]
recognised_by = ["speaker"]
[[lenses]]
name = "MARK lens"
version = NUMBER
sentence = "Admits what MARK says."
speakers = ["speaker"]
"""
# In the Courier, whose words are public: a claim that is not, on words beside those of one that is.
WITHIN = """
[case]
vouched_by = "Marta Veres"
[document]
file = "courier.txt"
[records.koliada]
name = "Xelmira-Nebesny"
[[claims]]
words = "“A good many more could follow,” a senior official told an envoy, one of those at the dinner recalled."
type = "event"
topics = ["negotiation"]
statement = "Xelmira dined."
attribution = [{ kind = "reporter_voice" }]
"""


def plant(place: Path) -> dict[str, list[str]]:
    """Record what is not public; the ids of the claims planted at each level."""
    planted: dict[str, list[str]] = {}
    for level, mark in MARKS.items():
        text = f"{mark} Koliada was taken in the night. {NUMBERS[level]} are held, it was said.\n"
        (place / f"{mark}.txt").write_text(text, encoding="utf-8")
        toml = PRIVATE.replace("MARK", mark).replace("NUMBER", str(NUMBERS[level]))
        made = case(place, level, toml, LEVELS[level])
        planted[level] = [str(draft.body["id"]) for draft in made.claims()]
        if level != "consent":  # nobody withdraws a rule for consent
            asked = RULES.replace("MARK", mark).replace("NUMBER", str(NUMBERS[level])).replace("LEVEL", level)
            case(place, f"rules of {level}", asked, LEVELS[level])
    by = write.actor(EDITOR)
    write.withdraw(planted["consent"], WithdrawalReason.consent, by)
    documents = [str(read_in) for level in MARKS for read_in in documents_of(planted[level])]
    write.set_access(Access.sealed, by, EDITOR, documents=documents)
    case(place, "within", WITHIN)
    born = [one["id"] for one in Stranger().data("/api/claims?subject=Каця&type=attribute")["claims"]]
    assert len(born) == 1
    write.set_access(Access.sealed, by, EDITOR, claims=born)
    return planted


def documents_of(claims: list[str]) -> set[str]:
    """The documents, read in or cited, of claims at any level."""
    everything = View(read.view(None, Access.sealed).at, Access.nobody)
    bodies = [claim.body for claim in read.claims(Query(ids=tuple(claims)), everything)]
    return {one for body in bodies for one in (body["document"], *body.get("cites", ()))}


def patterns(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address of the URL map, what varies in it as {}."""
    for one in resolver.url_patterns:
        here = before + re.sub(r"<[^>]*>", "{}", str(one.pattern))
        if isinstance(one, URLPattern):
            yield here
        else:
            yield from patterns(one, here)


def every_id() -> set[str]:
    """Every id there is, at every level: of claims, documents, records, agents, groups and protected sources."""
    everything = View(read.view(None, Access.sealed).at, Access.nobody)
    found: set[str] = set()
    for claim in read.claims(Query(), everything):
        found.update(re.findall(r"\b(?:[0-9a-f]{64}|[0-9a-f]{32})\b", str(claim.body)))
        found.add(claim.id)
    return found


def addresses(planted: dict[str, list[str]], at: str) -> Iterator[str]:
    """Every address with every id, at the head and at a cited entry, and every way to ask for what is planted."""
    ids = sorted(every_id())
    for pattern in set(patterns(get_resolver())):
        for one in ids if "{}" in pattern else [""]:
            address = pattern.replace("{}", one)
            yield address
            yield f"{address}?at={at}"
            if not address.startswith(("/api/", "/embed/", "/static/")):
                yield f"/fa{address}"
    words = [*MARKS.values(), "Koliada", *map(str, NUMBERS.values())]
    for listing in ("/claims", "/api/claims"):
        for word in words:
            for name in ("text", "subject", "speaker"):
                yield f"{listing}?{name}={word}"
        for claims in planted.values():
            yield f"{listing}?" + "&".join(f"claim={one}" for one in claims)
        for one in ids:
            yield f"{listing}?document={one}"
    for day in ("2025-01-02", "2025-11-14", "2026-01-01"):
        yield f"/?as_of={day}"
        yield f"/api/tally?as_of={day}"


def walk(stranger: Stranger, planted: dict[str, list[str]], at: str) -> str:
    """Everything that a stranger is told on the way, and on every page that it leads to: bodies and headers."""
    told: dict[str, str] = {}
    ahead = list(addresses(planted, at))
    ways = Ways(MANY)
    while ahead:
        address = ahead.pop()
        if address in told or COPIES.match(address):
            continue
        answer = stranger.client.get(address)
        assert answer.status_code in {200, 400, 404}, address
        body = answer.content.decode()
        told[address] = f"{dict(answer.headers)}\n{_without_the_question(body, address)}"
        ahead.extend(ways.new(body))
    assert len(told) > 150
    return "\n".join(told.values())


def _without_the_question(body: str, address: str) -> str:
    """A page shows the reader again what the reader asked: in its form, and in the addresses that ask the same."""
    asked_of = urlsplit(address)
    for _, asked in parse_qsl(asked_of.query):
        for shown_again in (f'value="{asked}"', f"={quote(asked)}&amp;", f'={quote(asked)}"'):
            body = body.replace(shown_again, "")
    page = re.sub(r"^/[a-z]{2}(?=/)", "", asked_of.path)
    for language in ("", *(f"/{one}" for one in NAMES)):
        body = body.replace(f'href="{language}{page}', 'href="')  # the page itself in every language
    return body.replace(f'"instance": "{asked_of.path}"', "")


def secrets(planted: dict[str, list[str]]) -> dict[str, str]:
    """What must not be told, by what it is."""
    found = {f"the mark of {level}": mark for level, mark in MARKS.items()}
    found |= {f"the figure of {level}": str(number) for level, number in NUMBERS.items()}
    found |= {f"the figure of {level}, as it is read": f"{number:,}" for level, number in NUMBERS.items()}
    found |= {f"an id of {level}": one for level, claims in planted.items() for one in claims}
    found["a protected source"] = "0123456789abcdef"
    found["words of a protected source"] = "A good many"
    found["words of a claim for the staff"] = "a senior official told"
    found["a sealed day of birth"] = "1971-03-04"
    found["a sealed day of birth, in words"] = "4 March 1971"
    found["the fingerprint of a row with a sealed cell"] = row_fingerprint(ROW)
    return found


@pytest.fixture
def planted(register: Path, tmp_path: Path) -> dict[str, list[str]]:
    """A register with a public part, and everything that is not public beside it; on both databases."""
    public_part(tmp_path)
    return plant(tmp_path)


@pytest.fixture
def planted_once(register_sqlite: Path, tmp_path: Path) -> dict[str, list[str]]:
    """The same, on one."""
    public_part(tmp_path)
    return plant(tmp_path)


def found_by_walking(planted: dict[str, list[str]]) -> list[str]:
    """Which secrets a stranger finds."""
    at = str(read.view(None, Access.public).at)
    told = walk(Stranger(), planted, at)
    return sorted(what for what, secret in secrets(planted).items() if secret.lower() in told.lower())


def test_no_stranger_finds_anything_that_is_not_public(planted: dict[str, list[str]]) -> None:
    assert found_by_walking(planted) == []


@pytest.mark.parametrize(("ceiling", "levels"), [(Access.partners, 1), (Access.staff, 2), (Access.sealed, 3)])
def test_the_walk_finds_it_where_the_ceiling_is_raised(
    planted_once: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch, ceiling: Access, levels: int
) -> None:
    monkeypatch.setattr(public, "CEILING", ceiling)
    found = found_by_walking(planted_once)
    for level in list(MARKS)[:levels]:
        assert f"the mark of {level}" in found
        assert f"the figure of {level}" in found
    for level in list(MARKS)[levels:]:
        assert f"the figure of {level}" not in found
        assert f"an id of {level}" not in found


def test_what_is_withdrawn_for_consent_is_gone_from_pages_cited_before(register: Path, tmp_path: Path) -> None:
    stranger = public_part(tmp_path)
    claim = stranger.claim("Iosif Koliada-Nebesny is held in Prison No. 4.")["id"]
    at = stranger.data("/api/tally")["at"]
    assert "Koliada" in stranger.read(f"/?at={at}") or "Koliada" in stranger.read(f"/claims/{claim}?at={at}")
    write.withdraw([claim], WithdrawalReason.consent, write.actor(EDITOR))
    stranger.get(f"/claims/{claim}?at={at}", 404)
    for address in (f"/?at={at}", f"/claims?at={at}", f"/api/tally?at={at}", f"/api/claims?at={at}"):
        assert "Koliada" not in stranger.get(address).content.decode()


def test_no_name_that_only_a_private_case_gives_a_speaker_finds_its_public_claims(
    register: Path, tmp_path: Path
) -> None:
    stranger = public_part(tmp_path)
    made = zalesia.agent("Lantern Group")
    alias = {"name": "Zundoko Lamp", "script": "Latn"}
    zalesia.enter(Draft(made.kind, {**made.body, "names": [alias]}, "test"))
    assert read.count(Query(speaker="Zundoko"), read.view(None, Access.staff)) > 0
    for address in ("/api/claims", "/claims"):
        assert "412 people are held" not in stranger.get(f"{address}?speaker=Zundoko").content.decode()
        assert "412 people are held" in stranger.get(f"{address}?speaker=lantern").content.decode()


def test_somebody_whom_no_public_claim_names_is_not_named_by_the_count(register: Path) -> None:
    record, act = zalesia.act("Zundoko Koliada", "detained", "2025-01-02")
    act.body["statement"] = "A prisoner was detained."
    del act.body["participants"]
    zalesia.enter(record, act, access=Access.public, vouched_by=EDITOR)
    assert read.people(read.view(None, Access.staff), [str(record.body["id"])]) == {
        record.body["id"]: "Zundoko Koliada"
    }
    stranger = Stranger()
    counted = stranger.data("/api/tally?as_of=2025-02-01")["counted"]
    assert [one["name"] for one in counted] == ["not named"]
    assert "Zundoko" not in stranger.get("/?as_of=2025-02-01").content.decode()
