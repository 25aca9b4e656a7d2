"""The shape of what is said: the body of each kind of entry, version 1. What is not known is a key left out.

These shapes are the record's format. They grow by new versions, which are lifted on reading; they are never edited.
"""

from collections.abc import Mapping

from .act import Act, CustodyState
from .bargain import BARGAIN
from .canonical import Body
from .counted_by import COUNTED_BY
from .identifiers import IDENTIFIER, identifier
from .judged import CLAIM_LINK, CREDIBILITY, JUDGEMENT, RELIABILITY, REVIEW, SUPERSEDING
from .shape import (
    Check,
    Fault,
    any_text,
    country,
    day,
    decimal,
    fault,
    insist,
    level,
    list_of,
    matching,
    one_of,
    shape,
    some_id,
    text,
    variant,
    whole,
    yes,
)
from .vocabulary import (
    AgentSort,
    AttributionKind,
    ClaimType,
    Comparator,
    Door,
    FigureKind,
    KnownBasis,
    MeasureEventKind,
    MeasureKind,
    Modality,
    Polarity,
    Topic,
    WithdrawalReason,
)
from .when import Extent, Meaning

sha256 = matching(r"[0-9a-f]{64}", "a SHA-256 (64 hex digits)")
language = matching(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", "a language tag such as en or be-Latn")
script = matching(r"[A-Z][a-z]{3}", "a script code such as Latn or Cyrl")

WHEN = shape(
    {"original": text, "edtf": text, "extent": one_of(Extent), "meaning": one_of(Meaning)},
    {"earliest": day, "latest": day},
)
KNOWN = shape({"basis": one_of(KnownBasis)}, {"earliest": day})
PLACE = shape({"name": text}, {"country": country})
ANCHOR = variant(
    "kind",
    {
        "characters": shape({"kind": text, "start": whole(), "end": whole(1), "passage": sha256}, {"sentence": sha256}),
        "page": shape({"kind": text, "page": whole(1)}, {"passage": sha256}),
        "cell": shape(
            {
                "kind": text,
                "sheet": any_text,
                "row": whole(1),
                "column": text,
                "passage": sha256,
                "sentence": sha256,
            }
        ),
    },
)
_link = shape(
    {"kind": one_of(AttributionKind)},
    {"agent": some_id, "source": some_id, "record": some_id, "terms": text, "setting": text},
)


def LINK(value: object) -> Fault | None:  # noqa: N802 - a shape like the others
    """A link of the chain of speakers; a protected source is never linked to an agent or a record."""
    if isinstance(value, Mapping) and "source" in value and ("agent" in value or "record" in value):
        return fault("is linked: a protected source has no agent and no record", "source")
    return _link(value)


PARTICIPANT = shape(
    {"role": text, "name": text},
    {"record": some_id, "agent": some_id, "group": some_id, "script": script, "start": whole(), "end": whole(1)},
)
ACT = shape(
    {"kind": one_of(Act)},
    {
        "record": some_id,
        "group": some_id,
        "state": one_of(CustodyState),
        "facility": text,
        "place": PLACE,
        "body": text,
        "ground": text,
        "articles": list_of(text, 1),
        "term": text,
        "planned_end": WHEN,
    },
)
FIGURE = shape(
    {"subject": text, "kind": one_of(FigureKind), "comparator": one_of(Comparator), "unit": text},
    {
        "population": text,
        "low": decimal,
        "high": decimal,
        "printed": text,
        "basis": text,
        "than": text,
        "part_of": text,
        "door": one_of(Door),
        "split": text,
    },
)
_attribute = shape(
    {"property": text, "value": text},
    {"record": some_id, "agent": some_id, "language": language, "script": script},
)


def ATTRIBUTE(value: object) -> Fault | None:  # noqa: N802 - a shape like the others
    """What somebody is or is called; an identifier is of a scheme that is known."""
    found = _attribute(value)
    if found is None and isinstance(value, Mapping) and value["property"] == IDENTIFIER:
        try:
            identifier(value["value"])
        except ValueError as error:
            return fault(str(error), "value")
    return found


RECOGNITION = shape(
    {"record": some_id, "bodies": list_of(some_id, 1)},
    {"criteria": list_of(text, 1), "demand": text, "ex_post_facto": yes, "withdrawn": yes},
)
COMMITMENT = shape(
    {"party": text, "undertakes": text},
    {"to": text, "condition": text, "in_return_for": text, "window": WHEN},
)
MEASURE_EVENT = shape(
    {"kind": text, "issuer": text, "target": text},
    {
        "measure": one_of(MeasureKind),
        "regime": text,
        "instrument": text,
        "licence": yes,
        "covers": text,
        "excludes": text,
        "announces": list_of(one_of(MeasureEventKind), 1),
        "announced": WHEN,
        "issued": WHEN,
        "effective": WHEN,
        "until": WHEN,
    },
)

CLAIM = shape(
    {
        "id": some_id,
        "document": some_id,
        "anchor": ANCHOR,
        "ordinal": whole(),
        "type": one_of(ClaimType),
        "topics": list_of(one_of(Topic), 1),
        "statement": text,
        "modality": one_of(Modality),
        "polarity": one_of(Polarity),
        "known": KNOWN,
        "attribution": list_of(LINK, 1),
    },
    {
        "record": some_id,
        "field": text,
        "edition": day,
        "cites": list_of(some_id, 1),
        "when": WHEN,
        "place": PLACE,
        "participants": list_of(PARTICIPANT, 1),
        "act": ACT,
        "attribute": ATTRIBUTE,
        "recognition": RECOGNITION,
        "figure": FIGURE,
        "commitment": COMMITMENT,
        "measure_event": MEASURE_EVENT,
        **SUPERSEDING,
    },
)
DOCUMENT = shape(
    {"id": some_id},
    {
        "sha256": sha256,
        "text_sha256": sha256,
        "extractor": text,
        "media_type": text,
        "citation": text,
        "title": text,
        "publisher": text,
        "author": text,
        "language": language,
        "address": text,
        "published": WHEN,
        **SUPERSEDING,
    },
)
AGENT = shape(
    {"id": some_id, "name": text, "sort": one_of(AgentSort)},
    {"document": some_id, "names": list_of(shape({"name": text}, {"language": language, "script": script}), 1)}
    | SUPERSEDING,
)
RECORD = shape(
    {"id": some_id, "document": some_id, "name": text},
    {
        "list": text,
        "key": list_of(any_text, 1),
        "row": whole(1),
        "ordinal": whole(),
        "script": script,
        "edition": day,
        "minor": yes,
    }
    | SUPERSEDING,
)
GROUP = shape(
    {"id": some_id, "document": some_id, "name": text},
    {"low": whole(), "high": whole(), "unit": text, "list": text, "edition": day} | SUPERSEDING,
)
LIST_VERSION = shape(
    {"id": some_id, "list": text, "document": some_id, "records": list_of(some_id)},
    {"date": day, "keeper": some_id} | SUPERSEDING,
)

_coverage = shape(
    {"id": some_id, "keeper": some_id, "known": day, "sentence": text, "access": level},
    {"region": text, "country": country, "period": WHEN, "list": text, "retracted": yes} | SUPERSEDING,
)


def COVERAGE(value: object) -> Fault | None:  # noqa: N802 - a shape like the others
    """What a keeper takes in from a known day on: at least a region, a country or a period."""
    found = _coverage(value)
    if found is None and isinstance(value, Mapping) and not {"region", "country", "period"} & value.keys():
        return fault("is missing, and so are `country` and `period`: one of them says what is covered", "region")
    return found


WITHDRAWAL = shape({"claim": some_id, "reason": one_of(WithdrawalReason)}, {"day": day, "note": text})
ACCESS = shape(
    {"level": level, "vouched_by": text},
    {"claims": list_of(some_id, 1), "documents": list_of(some_id, 1), "note": text},
)
ERASE = shape(
    {"entries": list_of(whole(1), 1), "ground": text, "authority": text},
    {
        "claims": list_of(some_id, 1),
        "records": list_of(some_id, 1),
        "documents": list_of(some_id, 1),
        "agents": list_of(some_id, 1),
        "groups": list_of(some_id, 1),
    },
)
REGISTER = shape({"format": text, "key": sha256}, {"name": text})
ACTOR = shape({"id": some_id, "name": text})
IMPORT = shape({"file": text, "sha256": sha256, "vouched_by": text}, {"list": text, "mapping": text})

SAID: Mapping[str, Check] = {
    "document": DOCUMENT,
    "agent": AGENT,
    "record": RECORD,
    "group": GROUP,
    "claim": CLAIM,
    "list_version": LIST_VERSION,
}
LATER: Mapping[str, Check] = {  # judged of what was said; each has an id, and a later entry of it supersedes
    "claim_link": CLAIM_LINK,
    "judgement": JUDGEMENT,
    "coverage": COVERAGE,
    "reliability": RELIABILITY,
    "credibility": CREDIBILITY,
    "review": REVIEW,
}
VERSIONED: Mapping[str, Check] = {**COUNTED_BY, "bargain": BARGAIN}  # named; each version has an id and stands for ever
JUDGED: Mapping[str, Check] = {"withdrawal": WITHDRAWAL, "access": ACCESS, "erase": ERASE, **LATER, **VERSIONED}
HOUSE: Mapping[str, Check] = {"register": REGISTER, "actor": ACTOR, "import": IMPORT}
KINDS: Mapping[str, Check] = {**SAID, **JUDGED, **HOUSE}


def check_body(kind: str, body: Body) -> None:
    """Raise ShapeError unless `body` is a body of `kind`; names the key that is wrong."""
    insist(KINDS[kind], body, kind)
