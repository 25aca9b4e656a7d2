"""Pages as they were made: what was answered to one reader serves the next who asks the same, compressed already.

For as long as the register, its settings and its markets stand as they stood (see `answers.kept`), and until the day
ends; not while an erasure is under way. Refusals are not kept, nor what is asked for at greater length than any page of
ours asks. Nothing secret stands in a page, so that its length when compressed tells nobody anything. Where several
processes serve, what one of them made serves all.
"""

import gzip
import json
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from habeas.answers import public
from habeas.answers.kept import Kept, state
from habeas.answers.packing import takes_gzip
from habeas.answers.shared_pages import common
from habeas.exchange import kept_markets
from habeas.register import purge

MOST, LONGEST = 32_000_000, 100_000  # bytes of all the pages that are kept, and of one
LONGEST_ADDRESS = 2000
AROUND = 2000  # bytes that are kept of a page beside its content
SHORT = 200  # bytes that are not worth compressing
PACKED = 4  # how hard it is compressed: 6 takes twice as long for a fortieth less


@dataclass(frozen=True, slots=True)
class Made:
    """A page: its status, its headers, its bytes, and whether these are compressed."""

    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    packed: bool

    @property
    def lasting(self) -> bool:
        """Whether it is worth keeping: a page that was asked for, and not too long."""
        return self.status == HTTPStatus.OK and len(self.content) <= LONGEST

    @property
    def whole(self) -> bytes:
        """Its bytes, unpacked."""
        return gzip.decompress(self.content) if self.packed else self.content

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page for a reader, whose browser may not know how to unpack it."""
        unpacks = takes_gzip(request.headers.get("Accept-Encoding", ""))
        content = self.content if unpacks else self.whole
        answer = HttpResponse(content, status=self.status, headers=dict(self.headers))
        if self.packed and unpacks:
            answer.headers["Content-Encoding"] = "gzip"
        patch_vary_headers(answer, ("Accept-Encoding",))
        return answer

    def as_bytes(self) -> bytes:
        """The page in one piece, for another process."""
        return json.dumps([self.status, self.headers, self.packed]).encode() + b"\n" + self.content

    @classmethod
    def of_bytes(cls, said: bytes) -> "Made":
        """The page that another process made."""
        head, _, content = said.partition(b"\n")
        status, headers, packed = json.loads(head)
        return cls(status, tuple((name, value) for name, value in headers), content, packed)


class _Pages(Kept[Made]):
    """The pages of this process, and beside them those of all, where several serve."""

    def of_others(self, key: Hashable) -> Made | None:
        """The page as another process made it."""
        pages = common()
        said = pages.get(repr(key)) if pages else None
        return Made.of_bytes(said) if said else None

    def _stored(self, key: Hashable, made: Made) -> None:
        pages = common()
        if pages and made.lasting:
            pages.put(repr(key), made.as_bytes())

    def _forget(self, *, hidden: bool) -> None:
        super()._forget(hidden=hidden)
        if pages := common():
            pages.forget()


_PAGES = _Pages(MOST, weighs=lambda made: min(len(made.content), LONGEST) + AROUND)


def kept(request: HttpRequest, make: Callable[[], HttpResponse]) -> Made:
    """The page of an address, made where it is not kept; within a read transaction."""
    address = request.build_absolute_uri()
    if len(address) > LONGEST_ADDRESS or purge.unfinished():
        return _packed(make())
    stands = state()
    key = (address, public.today(), public.settings(), kept_markets.stamp(), stands)
    made = _PAGES.get(stands, key, lambda: _PAGES.of_others(key) or _packed(make()))
    if not made.lasting:
        _PAGES.let_go(key)
    return made


def forget() -> None:
    """Keep no page; what they were made of stays."""
    for key, _ in _PAGES.items():
        _PAGES.let_go(key)
    if pages := common():
        pages.forget()


def _packed(made: HttpResponse) -> Made:
    packed = gzip.compress(made.content, PACKED, mtime=0) if len(made.content) >= SHORT else made.content
    shorter = len(packed) < len(made.content)
    return Made(made.status_code, tuple(made.headers.items()), packed if shorter else made.content, shorter)
