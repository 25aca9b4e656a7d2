"""How long after an entry is committed the next figure is right, and the front page: what the server's way to it costs.

In this process, on the register of `bench.page`: somebody is entered as detained or released and made public; then the
figure is asked that `habeas tally` prints, and after the next entry the page. Beside it the same figure where nothing
is held and everything is read again, also no snapshot. Both must be the same before a time is printed.
"""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from . import page
from .measure import Task

AS_OF = date(2019, 5, 1)
ANEW = "all read again"
MOST_ANEW = 2  # everything is read again so many times: each takes seconds


class Took(NamedTuple):
    """Milliseconds on the clock, and of the processor."""

    clock: float
    processor: float


def tasks(quick: bool) -> dict[str, Task]:
    """Milliseconds until a figure, and until the page, by the number of people."""
    found: dict[str, Task] = {}
    for people in (12_000,) if quick else (12_000, 56_000):
        found |= measured(people, runs=5 if quick else 15)
    sys.stderr.write(f"load {os.getloadavg()[0]:.1f} at the end, {os.cpu_count()} cores\n")
    return found


def measured(people: int, runs: int) -> dict[str, Task]:
    """The same for that many people: medians of so many entries."""
    place = Path(tempfile.mkdtemp(prefix="habeas-bench-"))
    try:
        page.record(list(page.draw(people)), place)
        open_register(place / "register")
        return _measured(people, runs, place / "register")
    finally:
        shutil.rmtree(place, ignore_errors=True)


def open_register(register: Path) -> None:
    """Open a register in this process."""
    from habeas.register import folder

    os.environ[folder.VARIABLE] = str(register)
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.server.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    connections.close_all()
    settings.REGISTER = register
    connections["default"].settings_dict["NAME"] = str(register / "register.db")


def _measured(people: int, runs: int, register: Path) -> dict[str, Task]:
    from habeas.answers import kept
    from habeas.register import snapshots

    numbers = iter(range(people, people + 10_000))

    def began(ask: Callable[[], object]) -> None:
        kept.forget()
        snapshots.remove(register)
        ask()

    found: dict[str, Task] = {}
    for name, ask in (("figure", _figure), ("page", _page)):
        ask()
        _enter(next(numbers))
        ask()  # where the statements were prepared once
        on = [_took(ask, next(numbers)) for _ in range(runs)]
        anew = [_took(partial(began, ask), next(numbers)) for _ in range(MOST_ANEW)]
        _enter(next(numbers))
        going_on = ask()
        began(lambda: None)
        assert ask() == going_on, f"after an entry the {name} is another than where everything is read again"
        for of, place in (("", 0), (", processor", 1)):
            ours, theirs = (statistics.median(one[place] for one in some) for some in (on, anew))
            found[f"{name}, {people:,}{of}"] = Task(ours, theirs, ANEW, theirs / ours, "ms", people)
    return found


def _took(ask: Callable[[], object], number: int) -> Took:
    """How long an answer takes from when somebody's entry is committed."""
    _enter(number)
    clock, processor = perf_counter(), process_time()
    ask()
    return Took((perf_counter() - clock) * 1000, (process_time() - processor) * 1000)


def _figure() -> object:
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access

    return tally.tally(AS_OF, page.KNOWN, tally.view(None, Access.public)).as_json()


def _page() -> object:
    from django.test import Client

    address = f"/?as_of={AS_OF}&known_on={page.KNOWN}"
    answer = Client().get(address, HTTP_HOST="localhost")
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.content


def _enter(number: int) -> None:
    """Somebody new, detained and public: committed when this returns."""
    from habeas.claims import identity
    from habeas.claims.canonical import Body
    from habeas.claims.vocabulary import Access
    from habeas.register import write
    from habeas.register.draft import Draft

    key, document, name, place = write.register_key(), "d" * 64, f"Late-{number}", 20 * number
    day, fingerprint = "2019-04-01", identity.fingerprint(name)
    record = identity.record_in_document(key, document, name, number)
    agent = identity.agent_by_name(key, "Lantern Group")
    body: Body = {
        "id": identity.claim_in_text(key, document, place, place + 10, "act", 0),
        "document": document,
        "anchor": {"kind": "characters", "start": place, "end": place + 10, "passage": fingerprint},
        "ordinal": 0,
        "type": "act",
        "topics": ["tally"],
        "statement": f"{name} was detained.",
        "modality": "asserted",
        "polarity": "affirmed",
        "known": {"basis": "published", "earliest": day},
        "attribution": [{"agent": agent, "kind": "on_record"}],
        "when": {
            "original": day, "edtf": day, "earliest": day, "latest": day, "extent": "within", "meaning": "happened",
        },
        "participants": [{"role": "subject", "name": name, "record": record}],
        "act": {"kind": "detained", "record": record},
    }  # fmt: skip
    drafts = [
        Draft("document", {"id": document, "sha256": document, "title": "Courier"}, "bench"),
        Draft("agent", {"id": agent, "name": "Lantern Group", "sort": "organisation"}, "bench"),
        Draft("record", {"id": record, "document": document, "name": name, "ordinal": number}, "bench"),
        Draft("claim", body, "bench"),
    ]
    write.enter(drafts, write.actor("Marta Veres"), access=Access.public, vouched_by="Marta Veres")
