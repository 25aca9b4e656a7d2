"""Two processes serve one register: whichever of them answers, the page is the same to the last byte.

What Python keeps in a set has another order in every process. Where such an order decided which of several claims is
named, a page that is cited would say one thing to one reader and another to the next.
"""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from .commands import environment, habeas, list_terms

WALK = """
import json, sys
from hashlib import sha256
from pathlib import Path
from habeas.cli.opening import open_register
open_register(Path(sys.argv[1]))
from tests.web.site import Stranger, Ways
stranger, ahead, ways, found = Stranger(), json.loads(sys.argv[2]), Ways(2), {}
while ahead:
    address = ahead.pop(0)
    if address not in found and not address.startswith("/static/"):
        answer = stranger.client.get(address)
        content = answer.getvalue()
        found[address] = [answer.status_code, sha256(content).hexdigest()]
        if answer.headers["Content-Type"].startswith("text/html"):
            ahead.extend(ways.new(content.decode()))
print(json.dumps(found))
"""
LEARNED = "/changes?as_of=2021-05-30&known_on=2021-07-15&to_as_of=2021-06-30&to_known_on=2021-08-15"
ASKED = ["/", LEARNED, "/?as_of=2021-06-30&by=state", "/lists", "/door", "/series"]
ACTS = ("detained", "remanded", "sentenced", "transferred")
PEOPLE, LEAST = 24, 60


def walked(register: Path, seed: int) -> dict[str, list[int | str]]:
    """The fingerprint of each page that one process answers with."""
    root = str(Path(__file__).resolve().parents[2])
    own = environment() | {"PYTHONHASHSEED": str(seed)}
    own["PYTHONPATH"] = f"{own['PYTHONPATH']}:{root}"
    asked = [sys.executable, "-c", WALK, str(register), json.dumps(ASKED)]
    done = subprocess.run(asked, env=own, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[int | str]] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_every_process_answers_with_the_same_bytes(tmp_path: Path) -> None:
    lines = [["name", "key", *ACTS, "published"]]
    for number in range(1, PEOPLE):
        days = [f"2021-{month:02d}-{number:02d}" for month in range(2, 2 + len(ACTS))]
        lines.append([f"Person {number}", str(number), *days, "2021-08-10"])
    file, register = tmp_path / "people.csv", tmp_path / "register"
    file.write_text("\n".join(map(",".join, lines)) + "\n", encoding="utf-8")
    habeas("init", register, "--name", "Register of Zalesia")
    habeas("import", file, "--register", register, *list_terms("Held in Zalesia"))
    read_in = sha256(file.read_bytes()).hexdigest()
    habeas("access", "public", "--by", "Marta Veres", "--register", register, "--read-in", read_in)
    one, other = (walked(register, seed) for seed in (1, 2))
    assert len(one) >= LEAST, len(one)
    assert {address: said for address, said in one.items() if other.get(address) != said} == {}
    assert {status for status, _ in one.values()} == {200}
