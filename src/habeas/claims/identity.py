"""Ids come from content: the same thing said in the same place has the same id in one register, for ever.

An id is the first 128 bits of HMAC-SHA-256, under a key the register draws once, over a canonical array.
Without the key an id tells nothing; with it, importing the same file again makes the same ids.
"""

import hashlib
import hmac

from .canonical import Value, canonical_body
from .vocabulary import LinkKind

ID_LENGTH = 32  # hex digits
COVERED = ("region", "country", "period", "list")  # what tells one coverage of a keeper from another


def content_id(key: bytes, *array: Value) -> str:
    """32 hex digits for `array` under the register's `key` (32 bytes)."""
    return hmac.digest(key, canonical_body(array).encode(), "sha256").hex()[:ID_LENGTH]


def claim_in_text(key: bytes, document: str, start: int, end: int, kind: str, ordinal: int) -> str:
    """The id of a claim read at characters start to end of a document."""
    return content_id(key, "claim", document, start, end, kind, ordinal)


def claim_on_page(key: bytes, document: str, page: int, kind: str, ordinal: int) -> str:
    """The id of a claim read on a page of a document that has no text layer."""
    return content_id(key, "claim", document, "page", page, kind, ordinal)


def claim_of_record(key: bytes, record: str, field: str, ordinal: int) -> str:
    """The id of a claim that a row of a list makes: the same in every edition of the list."""
    return content_id(key, "claim", "record", record, field, ordinal)


def record_in_list(key: bytes, list_name: str, row_key: list[str]) -> str:
    """The id of a row of a list (the list, not the file), by its key columns."""
    return content_id(key, "record", "list", list_name, row_key)


def record_in_document(key: bytes, document: str, name: str, ordinal: int) -> str:
    """The id of somebody named in a document; `ordinal` tells two of one name apart."""
    return content_id(key, "record", document, name, ordinal)


def group_in_document(key: bytes, document: str, name: str) -> str:
    """The id of a group that a document counts and does not name."""
    return content_id(key, "group", document, name)


def agent_by_name(key: bytes, name: str) -> str:
    """The id of a named person or organisation that speaks, acts, keeps a list, issues or undertakes."""
    return content_id(key, "agent", name)


def agent_in_document(key: bytes, document: str, description: str) -> str:
    """The id of a speaker known only by a description ("people who attended"): one document's, no other's."""
    return content_id(key, "agent", document, description)


def cited_document(key: bytes, citation: str) -> str:
    """The id of a source that is known of and not held, by its citation as printed."""
    return content_id(key, "document", "cited", citation)


def claim_link(key: bytes, kind: str, claim: str, other: str) -> str:
    """The id of a link between two claims; a contradiction is the same link from either side."""
    pair = sorted((claim, other)) if kind == LinkKind.contradicts else [claim, other]
    return content_id(key, "claim_link", kind, pair)


def judgement(key: bytes, one: str, other: str) -> str:
    """The id of what is judged of two records, of a record and an agent, or of two claims, whichever is named first."""
    return content_id(key, "judgement", sorted((one, other)))


def grade(key: bytes, kind: str, target: str) -> str:
    """The id of the grade (kind `reliability` or `credibility`) of an agent, a document or a claim."""
    return content_id(key, kind, target)


def review(key: bytes, claim: str) -> str:
    """The id of what a review says of a claim: the last word counts."""
    return content_id(key, "review", claim)


def coverage(key: bytes, keeper: str, **covers: str) -> str:
    """The id of what a keeper takes in: its region, country, period (EDTF) and list, as far as each is said."""
    return content_id(key, "coverage", keeper, *(covers.get(name, "") for name in COVERED))


def counted_by(key: bytes, kind: str, name: str, version: int) -> str:
    """The id of one version of a rule or a lens (`kind`)."""
    return content_id(key, kind, name, version)


def fingerprint(text: str) -> str:
    """SHA-256 of a passage of held text as it is, in lower hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
