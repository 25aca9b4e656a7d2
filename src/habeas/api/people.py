"""The addresses of people: whoever is named, or by where they stood on a day."""

from typing import Any

from django.http import HttpRequest
from ninja import Query

from habeas.answers import front, public
from habeas.answers import people as named
from habeas.answers.people_counted import CountedAsked, Order, people_counted, rule_of_who_is_held
from habeas.claims.act import CustodyState
from habeas.register.read import View

from .answering import answers
from .asked import PeopleAsked

Json = dict[str, Any]


@answers("/people", PeopleAsked)
def people(request: HttpRequest, asked: Query[PeopleAsked]) -> Json:
    """The people whom public claims name, by name, as those claims write it; or those whom a rule counts on a day."""
    public.must_be_short("text", asked.text)
    seen = public.view(asked.at)
    if any((asked.rule, asked.as_of, asked.known_on, asked.state, asked.order)):
        return _counted(asked, seen)
    if asked.after:
        public.must_be_id("after", asked.after, "person")
    return named.people(seen, asked.text, asked.limit, asked.after).as_json()


def _counted(asked: PeopleAsked, seen: View) -> Json:
    """Those who were held on a day, by a rule, in a state, called so."""
    rule = rule_of_who_is_held(asked.rule, seen)
    known_on = public.day(asked.known_on, "known_on") if asked.known_on else public.today()
    as_of = public.day(asked.as_of, "as_of") if asked.as_of else front.latest_day(seen, known_on)
    state = CustodyState(asked.state) if asked.state else None
    wanted = CountedAsked(as_of, known_on, rule, state, asked.text, Order(asked.order or Order.name))
    return people_counted(wanted, seen, public.whole(asked.after, "after"), asked.limit).as_json()
