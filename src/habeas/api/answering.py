"""How the API answers: GET and HEAD, from one state of the register; what goes wrong is told as a problem."""

import json
import logging
from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from ninja import Schema
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from habeas.answers import public
from habeas.answers.public import AskError

from .described import Described
from .manners import SENTENCES
from .problems import invented, problem
from .unchanged import is_unchanged, tag

Json = dict[str, Any]
REPEATED = frozenset({"claim", "c"})
LISTS = {"claim": "claims", "document": "documents", "person": "people"}


class Letters(JSONRenderer):
    """JSON with the letters of every script as they are."""

    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 - as the class above has it


api = Described(
    title="habeas",
    version="1",
    description="The public part of this register: claims, the figures counted from them, and the documents.",
    docs_url=None,
    openapi_url=None,
    renderer=Letters(),
    urls_namespace="api",
)


def answers(path: str, asks: type[Schema]) -> Callable[[Callable[..., Json]], Callable[..., HttpResponse]]:
    """Answer GET and HEAD at `path` from one state of the register; refuse what is not a parameter of `asks`.

    Whoever holds the answer already is told so before it is made again.
    """

    def decorate(view: Callable[..., Json]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answered(request: HttpRequest, **given: Any) -> HttpResponse:
            _refuse_unknown(request, asks)
            with public.snapshot():
                now = tag(request)
                if is_unchanged(request, now):
                    response: HttpResponse = HttpResponseNotModified()
                else:
                    response = api.create_response(request, view(request, **given) | invented(), status=200)
            response.headers["ETag"] = now
            return response

        api.api_operation(["GET"], path, operation_id=view.__name__)(answered)
        api.api_operation(["HEAD"], path, include_in_schema=False)(answered)
        return answered

    return decorate


def described(request: HttpRequest) -> HttpResponse:
    """Every address of the API with what may stand in it and what is answered, for machines."""
    return HttpResponse(_described(settings.PUBLIC_ADDRESS), "application/json; charset=utf-8")


@cache
def _described(address: str) -> bytes:
    """The same for everybody, so that a process writes it once."""
    return json.dumps(api.get_openapi_schema(), ensure_ascii=False).encode()


def missing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """There is no such address in the API."""
    return problem(request, 404, SENTENCES[404])


@api.exception_handler(AskError)
def _asked_wrongly(request: HttpRequest, error: AskError) -> HttpResponse:
    return problem(request, 400, error.message, error.parameter)


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    first = error.errors[0]
    name = str(first["loc"][-1])
    if first["type"] == "string_pattern_mismatch":
        return problem(request, 400, "this is not a day: write it as 2025-02-15", name)
    if first["type"] == "not_a_day":
        return problem(request, 400, str(first["msg"]), name)
    return problem(request, 400, f"this cannot be read: {first['msg']}", name)


@api.exception_handler(Http404)
def _not_here(request: HttpRequest, error: Http404) -> HttpResponse:
    what = str(error)
    return problem(request, 404, f"there is no {what} with this id here that may be shown: look at /api/{LISTS[what]}")


@api.exception_handler(Exception)
def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    logging.getLogger("django.request").error("a fault in the API", exc_info=error)
    return problem(request, 500, SENTENCES[500])


def _refuse_unknown(request: HttpRequest, asks: type[Schema]) -> None:
    known = [field.alias or name for name, field in asks.model_fields.items()]
    for name in request.GET:
        if name not in known:
            raise AskError(name[:40], f"this is not a parameter here; known: {', '.join(known)}")
        if len(request.GET.getlist(name)) > 1 and name not in REPEATED:
            raise AskError(name, "this is given more than once: give it once")
