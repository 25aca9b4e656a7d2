"""Whether an answer is the one that was given before: its tag is made of what it depends on, before it is made."""

import hashlib
from functools import cache
from pathlib import Path

from django.http import HttpRequest
from django.utils.http import parse_etags

import habeas
from habeas.answers import public
from habeas.exchange import kept_markets
from habeas.register import purge


def tag(request: HttpRequest) -> str:
    """The tag of the answer at an address: of the register's last entry and settings, the day, markets and our own code.

    An answer at an older entry has the newest in its tag too: what was sealed since is gone from it.
    """
    stands = str(public.view().at), str(public.settings()), kept_markets.stamp(), str(purge.unfinished())
    state = *stands, public.today().isoformat(), _code()
    said = "\n".join((*state, request.get_full_path()))
    return f'W/"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


def is_unchanged(request: HttpRequest, now: str) -> bool:
    """Whether whoever asks holds the answer with this tag."""
    return now in parse_etags(request.headers.get("If-None-Match", ""))


@cache
def _code() -> str:
    """A fingerprint of the code that makes the answers: another release may shape them otherwise."""
    package = Path(habeas.__file__).parent
    sources = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".toml"})
    return hashlib.sha256(b"\n".join(hashlib.sha256(one.read_bytes()).digest() for one in sources)).hexdigest()
