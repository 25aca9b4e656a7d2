"""What cannot be answered, as RFC 9457 has it: a problem in JSON, with a sentence that says what to do."""

from contextlib import suppress
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.encoding import escape_uri_path

from habeas.answers import public
from habeas.register.folder import FolderError

PROBLEM = "application/problem+json"
SAID_OF_INVENTED = {"invented": "text?"}  # in every answer of a register of invented people


def problem(request: HttpRequest, status: int, sentence: str, parameter: str | None = None) -> HttpResponse:
    """The problem of a request; `parameter` is the one that it is about. It asks nothing of the record."""
    said: dict[str, Any] = {
        "type": "about:blank",  # the status says what sort it is, the sentence what to do
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": sentence,
        "instance": escape_uri_path(request.path),
    }
    with suppress(FolderError, OSError):
        said |= invented()
    said |= {"parameter": parameter} if parameter is not None else {}
    return JsonResponse(said, status=status, content_type=PROBLEM, json_dumps_params={"ensure_ascii": False})


def invented() -> dict[str, str]:
    """What every answer of a register of invented people says of them."""
    said = public.invented()
    return {"invented": said} if said else {}
