"""How the API answers: GET and HEAD, from one state of the register; what goes wrong is JSON that says what to do."""

import logging
from collections.abc import Callable
from functools import wraps
from inspect import Signature, signature
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from habeas.answers import public
from habeas.answers.public import AskError

from .asked import Problem

Json = dict[str, Any]
REPEATED = frozenset({"claim"})
LISTS = {"claim": "claims", "document": "documents", "person": "people"}
OTHERS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


class Letters(JSONRenderer):
    """JSON with the letters of every script as they are."""

    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 - as the class above has it


api = NinjaAPI(
    title="habeas",
    version="1",
    description="The public part of this register: claims, the figures counted from them, and the documents.",
    docs_url=None,
    renderer=Letters(),
    urls_namespace="api",
)


def answers(path: str, asks: type[Schema]) -> Callable[[Callable[..., Json]], Callable[..., Json]]:
    """Answer GET and HEAD at `path` from one state of the register; refuse what is not a parameter of `asks`."""

    def decorate(view: Callable[..., Json]) -> Callable[..., Json]:
        @wraps(view)
        def answered(request: HttpRequest, **given: Any) -> Json:
            _refuse_unknown(request, asks)
            with public.snapshot():
                return view(request, **given) | _invented()

        said = {200: dict[str, Any], 400: Problem, 404: Problem}
        api.api_operation(["GET"], path, response=said, operation_id=view.__name__)(answered)
        api.api_operation(["HEAD"], path, response=said, include_in_schema=False)(answered)
        api.api_operation(OTHERS, path, include_in_schema=False)(_only_read(view))
        return answered

    return decorate


def missing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """There is no such address in the API."""
    return _problem(request, 404, "there is no such address: /api/openapi.json lists those there are")


@api.exception_handler(AskError)
def _asked_wrongly(request: HttpRequest, error: AskError) -> HttpResponse:
    return _problem(request, 400, error.message, error.parameter)


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    first = error.errors[0]
    name = str(first["loc"][-1])
    if first["type"] == "string_pattern_mismatch":
        return _problem(request, 400, "this is not a day: write it as 2025-02-15", name)
    if first["type"] == "not_a_day":
        return _problem(request, 400, str(first["msg"]), name)
    return _problem(request, 400, f"this cannot be read: {first['msg']}", name)


@api.exception_handler(Http404)
def _not_here(request: HttpRequest, error: Http404) -> HttpResponse:
    what = str(error)
    return _problem(request, 404, f"there is no {what} with this id here that may be shown: look at /api/{LISTS[what]}")


@api.exception_handler(Exception)
def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    logging.getLogger("django.request").error("a fault in the API", exc_info=error)
    return _problem(request, 500, "something failed here, and it was not you: try again in a moment")


def _only_read(view: Callable[..., Json]) -> Callable[..., HttpResponse]:
    """The refusal of every other method at the address of a view; it takes the same parts of the path."""

    def refused(request: HttpRequest, **given: str) -> HttpResponse:
        response = _problem(request, 405, "this register is only read from here: ask with GET")
        response.headers["Allow"] = "GET, HEAD"
        return response

    path = [one for one in signature(view).parameters.values() if one.annotation in (HttpRequest, str)]
    vars(refused)["__signature__"] = Signature(path)
    return refused


def _problem(request: HttpRequest, status: int, sentence: str, parameter: str | None = None) -> HttpResponse:
    about = {"parameter": parameter} if parameter else {}
    return api.create_response(request, {"error": sentence, **about, **_invented()}, status=status)


def _invented() -> Json:
    """What every answer of a register of invented people says of them."""
    said = public.invented()
    return {"invented": said} if said else {}


def _refuse_unknown(request: HttpRequest, asks: type[Schema]) -> None:
    known = [field.alias or name for name, field in asks.model_fields.items()]
    for name in request.GET:
        if name not in known:
            raise AskError(name[:40], f"this is not a parameter here; known: {', '.join(known)}")
        if len(request.GET.getlist(name)) > 1 and name not in REPEATED:
            raise AskError(name, "this is given more than once: give it once")
