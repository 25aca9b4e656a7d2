"""What changed between two figures: the question as a sentence, the steps that add up, and the names by reason."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import between, counted_by, public, told
from habeas.answers.changes import Changes, Figure
from habeas.answers.flow_changes import changes as answer
from habeas.answers.public import AskError
from habeas.answers.reasons import Reason
from habeas.register.read import View
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD

from . import change_finding, change_words, copied_rows, words
from .addresses import url
from .copies import Copies
from .page import address, page, reads
from .question import choices, lens_of, reader, trusted
from .tongue import tell

FIRST, PAGE = 4, 50
CHOSEN = frozenset({"rule", "lens"})


@reads(*between.DAYS, "rule", "lens", "from_at", "reason", "after")
def changes(request: HttpRequest) -> HttpResponse:
    """What lies between two figures; what cannot be read is told beside its field."""
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    found = _found(request, seen, problems)
    context = _form(request, seen, problems, found)
    if found is None:
        return page(request, "changes.html", context, status=400)
    return page(request, "changes.html", context | _shown(request, found), seen=seen)


def _found(request: HttpRequest, seen: View, problems: dict[str, str]) -> Changes | None:
    """The answer; None where `problems`, which it adds to, says what cannot be read."""
    read = reader(request, problems)
    days = {name: read(name, partial(public.day, parameter=name), None) for name in between.DAYS}
    rule = read("rule", lambda text: counted_by.rule_named(text, seen), HELD)
    lens = lens_of(request, rule, seen, problems)
    then = _entry(request, seen)
    if problems:
        return None
    try:
        return answer(*between.figures(between.Days(**days), then, seen), rule, lens)
    except AskError as error:
        if error.parameter == "from_at":
            raise
        problems[error.parameter] = error.message
        return None


def _entry(request: HttpRequest, seen: View) -> View:
    """The register at the entry of the earlier figure, which stands in no field."""
    cited = request.GET.get("from_at", "").strip()
    return public.view(cited, "from_at") if cited else seen


def _form(request: HttpRequest, seen: View, problems: dict[str, str], found: Changes | None) -> dict[str, Any]:
    given = request.GET
    rules = counted_by.rules(seen)
    days = {f"{name}_value": given.get(name, "") for name in between.DAYS}
    if found:
        earlier, later = found.earlier, found.later
        asked = (earlier.as_of, earlier.known_on, later.as_of, later.known_on)
        days = {f"{name}_value": words.day(day) for name, day in zip(between.DAYS, asked, strict=True)}
    return days | {
        "problems": {name: words.chosen(why) if name in CHOSEN else why for name, why in problems.items()},
        "rules": choices(rules, given.get("rule", "")),
        "lenses": choices(counted_by.lenses(seen), given.get("lens", "")),
        "rule_value": given.get("rule", "") or HELD.name,
        "its_own": trusted(found.lens if found and not given.get("lens", "").strip() else None, rules),
        "lens_value": given.get("lens", "") or EVERY.name,
        "from_at": given.get("from_at", ""),
    }


def _shown(request: HttpRequest, found: Changes) -> dict[str, Any]:
    at = str(found.later.seen.at) if request.GET.get("at") else ""
    query = of_changes(found)
    here = address(url("changes"), **query, at=at)
    reason = request.GET.get("reason", "").strip()
    shared = {
        "found": found,
        "finding": change_finding.finding(found),
        "figures": [_figure(found, one, at) for one in (found.earlier, found.later)],
        "steps": change_words.steps(found) if found.changes else [],
        "bounds": change_finding.bounds(found),
        "columns": change_words.columns(found, FIRST, here, at),
        "whole": here,
        "json": address("/api/changes", **query, at=at),
        "reason": reason,
    }
    shared["copies"] = _copies(request, found, reason, query)
    return shared | (_of_reason(request, found, reason, here, at) if reason else {})


def _figure(found: Changes, one: Figure, at: str) -> str:
    """The page of one of the two figures, at the entry that it is read at."""
    asked = of_changes(found)
    days = {"as_of": one.as_of.isoformat(), "known_on": one.known_on.isoformat()}
    pinned = at or one.seen.at != found.later.seen.at
    entry = str(one.seen.at) if pinned else ""
    return address(url("front"), **days, rule=asked["rule"], lens=asked["lens"], at=entry)


def _copies(request: HttpRequest, found: Changes, reason: str, query: dict[str, str]) -> Copies:
    """The names and figures that stand on the page: of one reason its names alone."""
    after = public.whole(request.GET.get("after", ""), "after")
    steps = change_words.steps(found) if found.changes else []
    some = change_words.first(found, FIRST)
    if reason:
        some = [each for one in told.shares(found) if one.reason == reason for each in one.every[after : after + PAGE]]
    tables = {"changes": lambda: copied_rows.of_changes(some)}
    days = [
        tell("as of {day}, as known on {known}", day=one.as_of, known=one.known_on)
        for one in (found.earlier, found.later)
    ]
    return Copies(
        finding=change_finding.finding(found),
        asked=query,
        days=" and ".join(days),
        tables=tables if reason else tables | {"steps": lambda: copied_rows.of_steps(steps)},
        more=[f"{one.number} {one.what}." for one in steps],
    )


def _of_reason(request: HttpRequest, found: Changes, reason: str, here: str, at: str) -> dict[str, Any]:
    """The names of one reason, a page of them."""
    if reason not in set(Reason):
        raise AskError("reason", f"“{reason[:40]}” is not a reason: write one of {', '.join(Reason)}")
    share = next((one for one in told.shares(found) if one.reason == reason), None)
    after = public.whole(request.GET.get("after", ""), "after")
    every = share.every if share else ()
    last = min(after + PAGE, len(every))
    rest = f"{here}{'&' if '?' in here else '?'}reason={reason}"
    return {
        "head": tell(change_words.HEADS[Reason(reason)]),
        "split": change_words.split(share) if share else "",
        "taken": change_words.taken(share) if share else [],
        "recorded": change_words.recorded(found, share) if share else "",
        "names": change_words.names(found, share, after, PAGE, at) if share else [],
        "first_place": after + 1,
        "last_place": last,
        "all": len(every),
        "first": rest if after else "",
        "next": f"{rest}&after={last}" if last < len(every) else "",
    }


def of_changes(found: Changes | between.Month) -> dict[str, str]:
    """What asks for the same two figures again, rule and lens in the version that they have now."""
    earlier, later = found.earlier, found.later
    days = (earlier.as_of, earlier.known_on, later.as_of, later.known_on)
    asked = {name: day.isoformat() for name, day in zip(between.DAYS, days, strict=True)}
    asked |= {"rule": f"{found.rule.name}@{found.rule.version}", "lens": f"{found.lens.name}@{found.lens.version}"}
    return asked | ({} if earlier.seen.at == later.seen.at else {"from_at": str(earlier.seen.at)})
