"""`habeas anchor`: the place and fingerprints of a passage, to be written into a case file."""

from pathlib import Path
from typing import Annotated

import typer

from . import show
from .opening import JsonOption


def anchor(
    file: Annotated[Path, typer.Argument(help="The document.")],
    words: Annotated[str, typer.Argument(help="The words that carry the claim, exactly as they stand.")],
    json: JsonOption = False,
) -> None:
    """Print where words stand in a document, with the fingerprints of passage and sentence, as a case file wants them.

    Example: `habeas anchor report.txt "put the number still held at 412"`
    """
    from habeas.archive import extract
    from habeas.claims.anchor import AnchorError, find_words
    from habeas.exchange.prepared import FileError

    try:
        text = extract.extract(file.read_bytes(), extract.media_type_of(file.name)).text
        found = find_words(text, words)
    except (extract.ExtractError, AnchorError) as error:
        raise FileError(f"{file.name}: {error}") from error
    if json:
        show.as_json({"start": found.start, "end": found.end, "passage": found.passage, "sentence": found.sentence})
        return
    show.line(f"start = {found.start}\nend = {found.end}")
    show.line(f'passage = "{found.passage}"\nsentence = "{found.sentence}"')
