"""The addresses of the pages. An id in one is 32 or 64 hex digits; anything else is no page of ours."""

from django.urls import path, register_converter

from . import (
    about,
    arithmetic,
    bargains,
    changes,
    claims,
    compare,
    copies,
    counted,
    documents,
    door,
    front,
    lists,
    market,
    market_parameters,
    measures,
    method,
    pairs,
    people,
    revisions,
    series,
)


class IdConverter:
    """The id of a claim, document or person."""

    regex = "[0-9a-f]{32}|[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        """The id as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """The id as it stands."""
        return value


class PageConverter(IdConverter):
    """A page as its address has it, without the slash before; the front page is called a tally where it is copied."""

    regex = "market/parameters|[a-z]+(?:/(?:[0-9a-f]{64}|[0-9a-f]{32})){0,2}"


class FormConverter(IdConverter):
    """In which form a page is taken."""

    regex = "|".join(copies.FORMS)


register_converter(IdConverter, "id")
register_converter(PageConverter, "page")
register_converter(FormConverter, "form")

urlpatterns = [
    path("", front.front, name="front"),
    path("counted", counted.counted, name="counted"),
    path("changes", changes.changes, name="changes"),
    path("compare", compare.compare, name="compare"),
    path("series", series.series, name="series"),
    path("revisions", revisions.revisions, name="revisions"),
    path("bargains", bargains.all_bargains, name="bargains"),
    path("bargain", bargains.bargain, name="bargain"),
    path("measures", measures.measures, name="measures"),
    path("market", market.market, name="market"),
    path("market/parameters", market_parameters.parameters, name="market_parameters"),
    path("door", door.door, name="door"),
    path("arithmetic", arithmetic.arithmetic, name="arithmetic"),
    path("lists", lists.lists, name="lists"),
    path("people", people.people, name="people"),
    path("people/<id:person_id>", people.person, name="person"),
    path("pairs/<id:one_id>/<id:other_id>", pairs.pair, name="pair"),
    path("claims", claims.claims, name="claims"),
    path("claims/<id:claim_id>", claims.claim, name="claim"),
    path("documents", documents.documents, name="documents"),
    path("documents/<id:document_id>", documents.document, name="document"),
    path("about", about.about, name="about"),
    path("method", method.methods, name="methods"),
    path("method/<slug:name>", method.method, name="method"),
    path("codebook", method.codebook, name="codebook"),
    path("<page:page>.<form:form>", copies.copy, name="copy"),
    path("embed/<page:page>", copies.copy, {"form": copies.EMBED}, name=copies.EMBED),
]
