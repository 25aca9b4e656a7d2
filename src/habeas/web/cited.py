"""How a page is cited: by its whole address at its entry of the log, and by what it is of, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix

from habeas.claims.wording import form as words_form
from habeas.claims.wording import joined
from habeas.register.read import View

from .addresses import url
from .copies import CHOSEN, EMBED, FRONT, Copies, form_of
from .tongue import digits, in_a_row, tell, told

VERSIONS = {"rule": words_form("rule {name}, version {version}"), "lens": words_form("lens {name}, version {version}")}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page stands: its whole address at its entry, the site's, and of what days, rule, lens and entry it is.

    `of_finding` says the same of what it finds alone: of a published figure without the rule and lens of the count.
    """

    page: str
    query: str
    base: str
    said: str
    of_finding: str
    seen: View

    @property
    def address(self) -> str:
        """The page itself, as it is cited."""
        return f"{self.base}{get_script_prefix()}{'' if self.page == FRONT else self.page}?{self.query}"

    def copy(self, form: str, **chosen: str) -> str:
        """The address of a copy, without the site's."""
        path = url(EMBED, self.page) if form == EMBED else url("copy", self.page, form)
        return f"{path}?{'&'.join([self.query, urlencode(chosen)] if chosen else [self.query])}"


def source(request: HttpRequest, copies: Copies, seen: View) -> Source:
    """Where the page of a request stands; what it was asked in words stands there as it was understood."""
    match = request.resolver_match
    page = str(match.kwargs["page"]) if match and "form" in match.kwargs else request.path_info.strip("/") or FRONT
    left_out = {"at", *copies.asked, *(CHOSEN if form_of(request) else ())}
    given = {name: some for name, some in request.GET.lists() if name not in left_out and any(map(str.strip, some))}
    asked = {name: value for name, value in copies.asked.items() if value}
    query = urlencode({**asked, **given, "at": str(seen.at)}, doseq=True)
    base = settings.PUBLIC_ADDRESS or f"{request.scheme}://{request.get_host()}"
    said = _said(copies, seen, VERSIONS)
    return Source(page, query, base, said, said if copies.by_rule else _said(copies, seen, {}), seen)


def _said(copies: Copies, seen: View, versions: Mapping[str, str]) -> str:
    """Of what days, by which rule and lens, at which entry; in words, without a full stop."""
    asked = copies.asked
    parts = [copies.days or _days(asked)]
    parts += [_version(form, str(asked[name])) for name, form in versions.items() if asked.get(name)]
    parts.append(tell("log entry {at}", at=str(seen.at)))
    return told(joined(words_form("{one}; {more}"), [one for one in parts if one]))


def _days(asked: Mapping[str, object]) -> str:
    as_of, known_on, first, last = (str(asked.get(name) or "") for name in ("as_of", "known_on", "from", "to"))
    said = [tell("as of {day}", day=_day(as_of))] if as_of else []
    said += [tell("from {first} to {last}", first=_day(first), last=_day(last))] if first and last else []
    said += [tell("as known on {day}", day=_day(known_on))] if known_on else []
    return in_a_row(said)


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _version(form: str, named: str) -> str:
    """A rule or lens by name and version; the newest is meant where no version is named."""
    name, at, version = named.rpartition("@")
    return tell(form, name=tell(name), version=digits(version)) if at else tell(named)


def at_entry(address: str, seen: View) -> str:
    """An address of the API as it is asked at the entry of a page."""
    parts = urlsplit(address)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name != "at"]
    return f"{parts.path}?{urlencode([*kept, ('at', str(seen.at))])}"
