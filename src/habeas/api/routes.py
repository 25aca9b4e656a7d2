"""The addresses of the API, each with the answer that it gives."""

import re
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query

from habeas.answers import arithmetic as arithmetic_answer
from habeas.answers import bargains as bargains_answer
from habeas.answers import claims as claims_answer
from habeas.answers import counted, counted_by, front, list_alone, list_editions, lists_told, opened, public
from habeas.answers import door as door_answer
from habeas.answers import doubtful as doubt
from habeas.answers import figures as figures_answer
from habeas.answers import lists as lists_answer
from habeas.answers import market as market_answer
from habeas.answers import mentions as mentions_answer
from habeas.answers import person as person_answer
from habeas.answers import revisions as revisions_answer
from habeas.answers import series as series_answer
from habeas.answers.door_window import window_asked
from habeas.answers.market_json import as_json as market_json
from habeas.answers.market_measures import several
from habeas.answers.measures import measures as measures_answer
from habeas.answers.pair import pair as pair_answer
from habeas.answers.tally import SHOWN_PEOPLE
from habeas.answers.tally import tally as tally_answer
from habeas.exchange import kept_markets
from habeas.register.query import Query as Conditions
from habeas.register.read import View

from . import about, comparing, people
from .answering import answers, api, described, missing
from .asked import (
    ArithmeticAsked,
    Asked,
    BargainsAsked,
    ClaimsAsked,
    DocumentAsked,
    DocumentsAsked,
    DoorAsked,
    FiguresAsked,
    ListsAsked,
    MarketAsked,
    MeasuresAsked,
    MentionsAsked,
    PersonAsked,
    RevisionsAsked,
    SeriesAsked,
    TallyAsked,
)

__all__ = ["about", "api", "comparing", "described", "missing", "people"]

Json = dict[str, Any]
MOST_ROWS = 1_000  # of one answer
ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")


@answers("/tally", TallyAsked)
def tally(request: HttpRequest, asked: Query[TallyAsked]) -> Json:
    """A figure by a rule, through a lens, as of a day, as known on another: low, best and high."""
    seen = public.view(asked.at)
    known_on = public.day(asked.known_on, "known_on") if asked.known_on else public.today()
    as_of = public.day(asked.as_of, "as_of") if asked.as_of else front.latest_day(seen, known_on)
    rule = counted_by.rule_named(asked.rule, seen)
    lens = counted_by.lens_asked(asked.lens, rule, seen)
    by = public.divided_by(asked.by) if asked.by else ""
    found = tally_answer(as_of, known_on, seen, rule, lens, by)
    if asked.doubtful == "no":
        return counted.as_page(found, asked.after)
    found = doubt.doubtful(found)
    whys = {one.opened.counted.person: one.why for one in doubt.doubts(found, asked.after, SHOWN_PEOPLE, 0)}
    return counted.as_page(found, asked.after) | {"doubtful": whys}


@answers("/lists", ListsAsked)
def lists(request: HttpRequest, asked: Query[ListsAsked]) -> Json:
    """Two lists side by side with the bridge between their totals; who is on which of more; one; or which there are."""
    seen = public.view(asked.at)
    known_on = _day(asked.known_on, "known_on") or public.today()
    named = [name.strip() for name in (asked.a, asked.b, *asked.c) if name.strip()]
    if not named:
        every = list_editions.every_edition(seen, known_on)
        return lists_told.every_as_json(every, seen, asked.after, lists_told.MOST)
    if not asked.a.strip():
        raise public.AskError("a", "name the first list here, or the one list")
    if len(named) == 1:
        return list_alone.list_alone(asked.a, seen, known_on).as_json(asked.after)
    if len(named) > 2:
        return lists_told.many_as_json(lists_answer.many_lists(named, seen, known_on))
    return lists_told.as_page(lists_answer.two_lists(named[0], named[1], seen, known_on), asked.after)


@answers("/series", SeriesAsked)
def series(request: HttpRequest, asked: Query[SeriesAsked]) -> Json:
    """A figure on every day or in every month, as known on a day; beside a stock, who entered and left."""
    seen = public.view(asked.at)
    known_on = _day(asked.known_on, "known_on") or public.today()
    rule = counted_by.rule_named(asked.rule, seen)
    lens = counted_by.lens_asked(asked.lens, rule, seen)
    days = series_answer.days(rule, lens, seen, known_on, _day(asked.first, "from"), _day(asked.last, "to"))
    by = public.divided_by(asked.by) if asked.by else ""
    wanted = series_answer.Asked(*days, known_on, asked.step, rule, lens, by, asked.by_known == "yes")
    return series_answer.series(wanted, seen).as_json(asked.after, MOST_ROWS)


@answers("/revisions", RevisionsAsked)
def revisions(request: HttpRequest, asked: Query[RevisionsAsked]) -> Json:
    """How the figure of one day was revised: every known day on which it changed."""
    seen = public.view(asked.at)
    known_on = _day(asked.known_on, "known_on") or public.today()
    as_of = _day(asked.as_of, "as_of") or front.latest_day(seen, known_on)
    rule = counted_by.rule_named(asked.rule, seen)
    named = rule, counted_by.lens_asked(asked.lens, rule, seen)
    more = asked.surface == "yes", asked.delays == "yes"
    months = _day(asked.first, "from"), _day(asked.last, "to")
    wanted = revisions_answer.Asked(as_of, known_on, *named, *months, *more)
    return revisions_answer.revisions(wanted, seen).as_json(asked.after, MOST_ROWS)


@answers("/bargains", BargainsAsked)
def bargains(request: HttpRequest, asked: Query[BargainsAsked]) -> Json:
    """What was undertaken in a bargain, or in each, and the verdicts by lens, with the claims that they rest on."""
    seen = public.view(asked.at)
    as_of = _day(asked.as_of, "as_of") or public.today()
    known_on = _day(asked.known_on, "known_on") or public.today()
    lens = counted_by.lens_named(asked.lens, seen) if asked.lens else None
    if asked.name:
        return bargains_answer.told(bargains_answer.named(asked.name, seen), seen, as_of, known_on, lens).as_json()
    every = bargains_answer.every(seen)
    last = asked.after + asked.limit
    found = bargains_answer.all_told(every[asked.after : last], seen, as_of, known_on, lens)
    shown = {"at": str(seen.at), "count": len(every), "bargains": [one.as_json() for one in found]}
    return shown | ({"next": last} if last < len(every) else {})


@answers("/measures", MeasuresAsked)
def measures(request: HttpRequest, asked: Query[MeasuresAsked]) -> Json:
    """Which sanctions stand on a day, by target and issuer, and what was announced and not issued."""
    for name in ("target", "issuer"):
        public.must_be_short(name, getattr(asked, name))
    seen = public.view(asked.at)
    days = (_day(asked.as_of, "as_of") or public.today(), _day(asked.known_on, "known_on") or public.today())
    lens = counted_by.lens_named(asked.lens, seen)
    found = measures_answer(seen, *days, target=asked.target, issuer=asked.issuer, lens=lens, word=asked.word)
    return found.as_json(asked.after, MOST_ROWS, courses=asked.course == "yes")


@answers("/market", MarketAsked)
def market(request: HttpRequest, asked: Query[MarketAsked]) -> Json:
    """What the measures of a day do to a market beside those of another, or what easing some is worth, in 200 draws."""
    public.must_be_short("name", asked.name)
    seen = public.view(asked.at)
    if not asked.name.strip() and not kept_markets.kept():
        return {"at": str(seen.at), "note": kept_markets.NONE}
    file = kept_markets.kept_market(asked.name)
    known_on, lens = _day(asked.known_on, "known_on") or public.today(), counted_by.lens_named(asked.lens, seen)
    eased = several(asked.ease)
    days = file.days_asked(_day(asked.as_of, "as_of"), _day(asked.against, "against"), easing=bool(eased))
    wanted = market_answer.Asked(*days, known_on, eased, lens, market_answer.ON_PAGES)
    return market_json(market_answer.market_kept(file.described, file.series, file.sha256, wanted, seen))


@answers("/door", DoorAsked)
def door(request: HttpRequest, asked: Query[DoorAsked]) -> Json:
    """The revolving door over a window: what each keeper published, what follows, and who is named here."""
    public.must_be_short("keeper", asked.keeper)
    seen = public.view(asked.at)
    known_on = _day(asked.known_on, "known_on") or public.today()
    lens = counted_by.lens_named(asked.lens, seen)
    days = window_asked(seen, known_on, lens, _day(asked.first, "from"), _day(asked.last, "to"))
    wanted = door_answer.Asked(*days, known_on, lens, asked.keeper.strip(), asked.by_known == "yes")
    return door_answer.door(wanted, seen).as_json()


@answers("/arithmetic", ArithmeticAsked)
def arithmetic(request: HttpRequest, asked: Query[ArithmeticAsked]) -> Json:
    """Which published numbers must add up, and whether they do: those that fail first."""
    seen = public.view(asked.at)
    known_on = _day(asked.known_on, "known_on") or public.today()
    found = arithmetic_answer.arithmetic(seen, known_on, counted_by.lens_named(asked.lens, seen))
    return found.as_json(asked.after, MOST_ROWS)


@answers("/claims", ClaimsAsked)
def claims(request: HttpRequest, asked: Query[ClaimsAsked]) -> Json:
    """The claims that a query finds, in the order in which they were recorded."""
    seen = public.view(asked.at)
    return claims_answer.find(_conditions(asked, seen), seen, asked.limit, asked.after)


@answers("/figures", FiguresAsked)
def figures(request: HttpRequest, asked: Query[FiguresAsked]) -> Json:
    """The published figures that a query finds, each with the others that cannot be so together with it."""
    public.must_be_short("of", asked.of)
    seen = public.view(asked.at)
    query = _conditions(asked, seen)
    return figures_answer.figures(query, seen, asked.of, asked.sort, asked.limit, asked.after).as_json()


@answers("/people/{person_id}", PersonAsked)
def person(request: HttpRequest, person_id: str, asked: Query[PersonAsked]) -> Json:
    """One person: what is said of them and by whom, what they said, and where they stood on a day."""
    as_of = public.day(asked.as_of, "as_of") if asked.as_of else public.today()
    known_on = public.day(asked.known_on, "known_on") if asked.known_on else public.today()
    found = person_answer.person(_id(person_id, "person"), public.view(asked.at), as_of, known_on)
    if found is None:
        raise Http404("person")
    return found.as_json()


@answers("/pairs/{one_id}/{other_id}", Asked)
def pair(request: HttpRequest, one_id: str, other_id: str, asked: Query[Asked]) -> Json:
    """Two records side by side: what each source says, what of it agrees, and what was judged of the two."""
    both = _id(one_id, "person"), _id(other_id, "person")
    found = pair_answer(*both, public.view(asked.at), public.today())
    if found is None:
        raise Http404("person")
    return found.as_json()


@answers("/claims/{claim_id}", Asked)
def claim(request: HttpRequest, claim_id: str, asked: Query[Asked]) -> Json:
    """One claim, with the words that carry it where they may be shown."""
    seen = public.view(asked.at)
    found = opened.claim(_id(claim_id, "claim"), seen)
    if found is None:
        raise Http404("claim")
    return {"at": str(seen.at), **found.claim.as_json()}


@answers("/documents", DocumentsAsked)
def documents(request: HttpRequest, asked: Query[DocumentsAsked]) -> Json:
    """What is said about every document that public claims were read in or cite."""
    return opened.documents(public.view(asked.at), asked.limit, asked.after)


@answers("/documents/{document_id}", DocumentAsked)
def document(request: HttpRequest, document_id: str, asked: Query[DocumentAsked]) -> Json:
    """One document, with the claims that were read in it, in order of position."""
    found = opened.document(_id(document_id, "document"), public.view(asked.at), asked.after)
    if found is None:
        raise Http404("document")
    return found.as_json()


@answers("/documents/{document_id}/mentions", MentionsAsked)
def mentions(request: HttpRequest, document_id: str, asked: Query[MentionsAsked]) -> Json:
    """Where a document may name whom that public claims name: candidates with their places."""
    found = mentions_answer.in_document(public.view(asked.at), _id(document_id, "document"))
    if found is None:
        raise Http404("document")
    return found.as_json(asked.kind, asked.after)


def _day(text: str | None, parameter: str) -> date | None:
    return public.day(text, parameter) if text else None


def _id(text: str, what: str) -> str:
    if not ID.fullmatch(text):
        raise Http404(what)
    return text


def _conditions(asked: ClaimsAsked, seen: View) -> Conditions:
    """What an address asks of the claims."""
    given = {name: str(value) for name, value in asked if name in public.FILTERS and value is not None}
    return public.about_whom(public.query(given, asked.claim), seen)
