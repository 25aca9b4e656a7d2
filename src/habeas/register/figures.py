"""Reading published figures: the claims that state a number, or that one is more than another."""

from django.db.models import Exists, OuterRef

from . import models, read
from .query import Query, asked
from .read import ReadClaim, View


def figures(query: Query, seen: View, sort: str | None = None) -> list[ReadClaim]:
    """The claims with a figure that a query finds, of one sort of number if `sort` is given, in the order of entry."""
    wanted = {"kind": sort} if sort else {}
    stated = Exists(models.StatedFigure.objects.filter(entry=OuterRef("entry"), **wanted))
    return read.of_rows(asked(query, seen).filter(stated).order_by("entry"))
