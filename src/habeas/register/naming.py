"""Where a name or an id stands that is to be forgotten: in entries, in held documents, in what was judged.

Names are compared by their letters and digits alone, folded: a line break or a hyphen hides nobody.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from habeas.names.fold import fold

from . import models
from .project import JUDGED
from .purge import archive
from .rows import batched


def bodies_of(seqs: Sequence[int]) -> list[str]:
    """The bodies of entries, as far as they are there."""
    rows = [models.Payload.objects.filter(seq__in=some, body__isnull=False) for some in batched(seqs)]
    return [str(body) for some in rows for body in some.values_list("body", flat=True)]


def documents_naming(names: Iterable[str]) -> set[str]:
    """Every held document whose text has one of the names: an unchanged row is entered once, and stands in many."""
    sought = {bare(name) for name in names} - {""}
    if not sought:
        return set()
    held = models.Document.objects.filter(text_sha256__isnull=False).values_list("id", flat=True).distinct()
    return {one for one in held if any(_has(archive().read_text(text) or "", sought) for text in texts_of(one))}


def bare(text: str) -> str:
    """The letters and digits alone, folded: no white space, line break, hyphen, quotation or direction mark counts."""
    return "".join(character for character in fold(text) if character.isalnum())


def _has(text: str, sought: Iterable[str]) -> bool:
    found = bare(text)
    return any(name in found for name in sought)


def entries_of_documents(documents: Iterable[str], names: Iterable[str]) -> set[int]:
    """The entries of the documents in whose title, author or address a name stands: all of a document's, or none."""
    seqs: set[int] = set()
    sought = {bare(name) for name in names} - {""}
    for document in documents:
        own = list(models.Document.objects.filter(id=document).values_list("entry", flat=True))
        said = [str(value) for body in bodies_of(own) for value in json.loads(body).values()]
        if any(_has(unquote(value), sought) for value in said):
            seqs.update(own)
    return seqs


def still_naming(names: Iterable[str], ids: Iterable[str]) -> list[str]:
    """Claims on record whose statement or participants still have one of the names, or that name one of the ids."""
    found: set[str] = set()
    for name in {fold(name) for name in names} - {""}:
        words = models.ClaimText.objects.filter(folded__contains=name).values("entry")
        found.update(models.Claim.objects.filter(entry__in=words).values_list("id", flat=True))
    for some in batched(mentioning(ids)):
        found.update(models.Claim.objects.filter(entry__in=some).values_list("id", flat=True))
    return sorted(found)


def mentioning(ids: Iterable[str]) -> list[int]:
    """The entries whose body has one of the ids, wherever in it."""
    found: set[int] = set()
    for one in ids:
        found.update(models.Payload.objects.filter(body__contains=one).values_list("seq", flat=True))
    return sorted(found)


def texts_of(document: str) -> list[str]:
    """The fingerprints of the texts that a document was known to have."""
    rows = models.Document.objects.filter(id=document, text_sha256__isnull=False)
    return sorted({text for text in rows.values_list("text_sha256", flat=True) if text})


def judged_naming(names: Iterable[str]) -> set[int]:
    """The entries of links, judgements and grades whose note or reason has one of the names, each in every version."""
    sought = {bare(name) for name in names} - {""}
    if not sought:
        return set()
    rows: list[int] = [seq for model in JUDGED for seq in model.objects.values_list("entry", flat=True)]
    said = models.Payload.objects.all()
    found = [
        seq
        for some in batched(rows)
        for seq, body in said.filter(seq__in=some, body__isnull=False).values_list("seq", "body")
        if _has(_words_of(json.loads(str(body))), sought)
    ]
    return versions_of(found)


def versions_of(entries: Sequence[int]) -> set[int]:
    """The entries themselves, and every other version of the links, judgements and grades among them."""
    found = set(entries)
    for model in JUDGED:
        for some in batched(entries):
            ids = model.objects.filter(entry__in=some).values("id")
            found.update(model.objects.filter(id__in=ids).values_list("entry", flat=True))
    return found


def _words_of(body: Mapping[str, Any]) -> str:
    return f"{body.get('note', '')} {body.get('reason', '')}"
