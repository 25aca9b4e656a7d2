"""The texts of documents that are held here, as far as nothing of them is erased."""

from typing import Any

from .purge import archive, unfinished
from .read import erased_ids

JsonBody = dict[str, Any]


def is_held(body: JsonBody) -> bool:
    """Whether the text of a document is held here, and was not erased: its files stay until an erasure is finished.

    That one is under way is asked before the files are: whoever finds no mark reads the state from before it, or files
    that are gone.
    """
    digest, leaving = body.get("text_sha256"), unfinished()
    if not digest or not archive().holds(body["id"]):
        return False
    return not (leaving and erased_ids([body["id"], digest]))


def text_of(body: JsonBody) -> str | None:
    """The held text of a document, or None where it is not held here. The caller asks `words_visible` first."""
    return archive().read_text(body["text_sha256"]) if is_held(body) else None


def written(body: JsonBody) -> tuple[int, int] | None:
    """When the held text of a document was last written, and its bytes: another one, and it must be read again."""
    digest = body.get("text_sha256")
    return archive().written(digest) if digest else None
