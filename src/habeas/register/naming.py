"""Where a name or an id stands that is to be forgotten: in entries, in held documents, in what was judged.

Names are compared by their letters and digits alone, folded: a line break or a hyphen hides nobody.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from habeas.claims.shape import some_id
from habeas.names.fold import fold

from . import models
from .project import JUDGED
from .purge import archive
from .rows import batched

TOLD = {  # kinds of entry in which a name may stay, by the word of the option that erases them
    "claim": "claim",
    "record": "record",
    "document": "document",
    "agent": "agent",
    "group": "group",
    "import": "entry",
    "actor": "entry",
    "access": "entry",
}

_WORDED = ("note", "reason", "name", "sentence", "region", "list")  # keys of what is judged that hold words of ours


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
    return "".join(filter(str.isalnum, fold(text)))


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


def still_naming(names: Iterable[str], ids: Iterable[str]) -> dict[str, list[str]]:
    """What stays on record although a text of its body has one of the names, or it names one of the ids.

    By the word of the option that erases it: ids, and of entries the numbers. A word without any is left out.
    """
    sought, gone = {bare(name) for name in names} - {""}, set(ids)
    found: dict[str, set[str]] = {}
    for kind, option in TOLD.items() if sought or gone else ():
        entries = models.Entry.objects.filter(kind=kind).values("seq")
        rows = models.Payload.objects.filter(seq__in=entries, body__isnull=False).values_list("seq", "body")
        for seq, text in rows.iterator():
            body = json.loads(str(text))
            if any(one in gone or _says(one, sought) for one in _texts(body)):
                found.setdefault(option, set()).add(str(seq) if option == "entry" else body["id"])
    return {option: sorted(some) for option, some in found.items()}


def _texts(value: object) -> Iterator[str]:
    """Every text in a body, wherever in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _says(text: str, sought: Iterable[str]) -> bool:
    """Whether a text of a body has one of the names; in the digits of an id nobody is named."""
    return some_id(text) is not None and _has(unquote(text), sought)


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
    """The entries of what was judged whose own words have one of the names, each in every version.

    Those words are the note or the reason; of a rule, a lens or a bargain its name, its sentence and what it asks for.
    """
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
    """The entries themselves, and every other entry of the same link, judgement, grade, rule, lens or bargain."""
    found = set(entries)
    for model in JUDGED:
        for some in batched(entries):
            ids = model.objects.filter(entry__in=some).values("id")
            found.update(model.objects.filter(id__in=ids).values_list("entry", flat=True))
    return found


def _words_of(body: Mapping[str, Any]) -> str:
    asked = [one["value"] for one in body.get("where", ())]
    undertaken = [one for one in _texts(body.get("commitments", ())) if some_id(one) is not None]
    return " ".join([*(body.get(key, "") for key in _WORDED), *asked, *undertaken])
