"""`habeas mentions`: who and what that is known here may stand in a document."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.register.refusals import CommandError

from . import asked, show
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.mentions import Mentioned, Mentions
    from habeas.register.read import View

KINDS = ("person", "place", "body")
_DIGITS = re.compile(r"[0-9a-f]{8,64}")


def mentions(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A file, or 8 digits of a document held here.")],
    kind: Annotated[str | None, typer.Option(help="Only these: person, place or body.")] = None,
    anchors: Annotated[bool, typer.Option("--anchors", help="Print each as `habeas anchor` does.")] = False,
    register: RegisterOption = HERE,
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Find the people, places and bodies that are known here in a document: candidates, to be judged one by one.

    They are found in other scripts, spellings and cases too. Of whom only the surname stands there, everybody who has
    it is named. Nothing is recorded.

    Examples:

    - `habeas mentions report.txt`

    - `habeas mentions report.txt --kind person --anchors`
    """
    asked.one_of(KINDS, kind, "--kind")
    open_register(register)
    from habeas.answers import mentions as answer
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access

    seen = tally.view(at, Access.staff)
    found = answer.mentions(seen, _text(document, seen))
    some = [one for one in found.mentions if kind in (None, one.mention.kind)]
    if json:
        show.as_json(found.as_json() | {"mentions": [one.as_json() for one in some]})
    elif anchors:
        for one in some:
            _print_anchor(one)
    else:
        _print(found, some)


def _text(document: str, seen: "View") -> str:
    """The text of a file, or of a document held here; raises FileError or CommandError where neither is there."""
    from habeas.answers.mentions import held
    from habeas.archive import extract
    from habeas.exchange.prepared import FileError

    file = Path(document)
    if not file.is_file() and _DIGITS.fullmatch(document):
        ids, text = held(seen, document)
        if len(ids) > 1:
            raise CommandError(f"several documents begin with {document}: write more digits of the one that is meant")
        if ids and text is None:
            raise CommandError(f"the document {ids[0][:8]} is not held here: give its file instead")
        if text is not None:
            return text
    if not file.is_file():
        raise CommandError(
            f"{document} is neither a file nor a document held here: write the path of a file, "
            "or at least 8 digits of a document's id"
        )
    try:
        return extract.extract(file.read_bytes(), extract.media_type_of(file.name)).text
    except extract.ExtractError as error:
        raise FileError(f"{file.name}: {error}") from error


def _print(found: "Mentions", some: "list[Mentioned]") -> None:
    if some:
        rows = [
            (
                f"{one.mention.start}–{one.mention.end}",
                " ".join(one.mention.words.split()),
                one.mention.kind,
                _names(one),
                f"{one.mention.part}, {one.mention.how}"
                + (f", beside {one.mention.beside}" * bool(one.mention.beside)),
            )
            for one in some
        ]
        show.table(("characters", "words", "kind", "may be", "found by"), rows)
    else:
        show.line("the record does not say: nobody and nothing that is known here was found in it")
    people, places, bodies = (found.looked_for[key] for key in ("people", "places", "bodies"))
    show.line(
        f"{show.counted(len(some), 'candidate')}; looked for {show.counted(people, 'person', 'people')}, "
        f"{show.counted(places, 'place')}, {show.counted(bodies, 'body', 'bodies')}; nothing was recorded; "
        f"at {found.seen.at}"
    )


def _print_anchor(one: "Mentioned") -> None:
    show.line(f"# {_names(one)}: {one.mention.part}, {one.mention.how}")
    show.line(f"start = {one.mention.start}\nend = {one.mention.end}")
    show.line(f'passage = "{one.passage}"\nsentence = "{one.sentence}"\n')


def _names(one: "Mentioned") -> str:
    """Whom or what it may be, with the digits by which a person or body can be asked for."""
    return " or ".join(
        candidate.name if candidate.id == candidate.name else f"{candidate.name} ({candidate.id[:8]})"
        for candidate in one.candidates
    )
