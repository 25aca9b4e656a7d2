"""`habeas import`: a case or a list, read whole, then recorded in batches."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.claims.vocabulary import AgentSort

from . import listed, show
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.claims.when import When
    from habeas.exchange.importing import Outcome
    from habeas.exchange.mapped_list import Mapped
    from habeas.exchange.people import ListTerms
    from habeas.exchange.prepared import Prepared
    from habeas.register.draft import Receipt

_NAMES = {  # of kinds whose own name is not how one counts them
    "claim_link": ("link",),
    "reliability": ("grade of a source", "grades of sources"),
    "credibility": ("grade of a claim", "grades of claims"),
    "coverage": ("coverage", "coverages"),
    "lens": ("lens", "lenses"),
}
MOST = 50  # problems, refusals and missing ids that are printed


def import_file(
    file: Annotated[
        Path, typer.Argument(help="A case (.toml), a list of people (.csv), or with --mapping any list or report.")
    ],
    register: RegisterOption = HERE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be recorded; record nothing.")] = False,
    document: Annotated[
        Path | None, typer.Option(help="The document that a case was read in: it is checked, and held from now on.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(help="What the columns of somebody's list mean (.toml): of a CSV, XLSX or JSON.")
    ] = None,
    quarantine: Annotated[
        Path | None,
        typer.Option(help="Leave out the rows of a list that do not parse, and write to this new file which and why."),
    ] = None,
    list_name: Annotated[str | None, typer.Option("--list", help="What the list is called, in every edition.")] = None,
    keeper: Annotated[str | None, typer.Option(help="Who keeps the list.")] = None,
    keeper_sort: Annotated[
        AgentSort, typer.Option(help="What sort of agent keeps the list: authorities, for an official one.")
    ] = AgentSort.organisation,
    date: Annotated[str | None, typer.Option(help="The day of this edition of the list (EDTF).")] = None,
    vouched_by: Annotated[str | None, typer.Option(help="Who vouches for a list: your name.")] = None,
    as_said: Annotated[
        bool, typer.Option("--as-said", help="Record stretches that end before they start as the list has them.")
    ] = False,
    correct_date: Annotated[
        bool,
        typer.Option("--correct-date", help="This very list is on record under an earlier day, which was wrong."),
    ] = False,
    json: JsonOption = False,
) -> None:
    """Record a case or a list. A file with anything wrong in it is refused whole, with every error at its place.

    Importing a file again adds nothing twice; a changed row is a correction; what a file no longer has is listed as
    missing and stays. An import that was broken off goes on where it stopped when the file is imported again.

    Examples:

    - `habeas import report.toml --dry-run`

    - `habeas import held.xlsx --mapping held.toml --date 2025-11-14 --vouched-by Veres --dry-run`

    - `habeas import people.csv --list "Held in Zalesia" --keeper Lantern --date 2025-11-14 --vouched-by Veres`
    """
    open_register(register)
    from habeas.exchange import importing
    from habeas.exchange.prepared import FileError
    from habeas.exchange.quarantine import write_quarantine

    today = datetime.now(UTC).date()
    if mapping is not None:
        terms: ListTerms | Mapped | None = _mapped(mapping, date, vouched_by, as_said, list_name or keeper)
    else:
        terms = _terms(list_name, keeper, date, vouched_by, as_said, keeper_sort)
    apart = dry_run or quarantine is not None
    prepared = importing.prepare(file, today, terms, document, quarantine=apart, correct_date=correct_date)
    if prepared.problems:
        listed.unknown(prepared)
        for problem in prepared.problems[:MOST]:
            show.step(problem)
        left_out = len(prepared.problems) - MOST
        more = f" (and {left_out} more)" if left_out > 0 else ""
        raise FileError(prepared.refusal(more))
    for warning in prepared.warnings:  # each tells of something as recorded
        show.step(f"note: {warning}")
    if dry_run:
        _would(prepared, importing.compare(prepared), json)
        listed.unknown(prepared)
        listed.set_apart(prepared)
        if prepared.set_apart and quarantine is None:
            raise FileError(listed.refusal(prepared))
        return
    if quarantine is not None:
        left_out = write_quarantine(prepared, quarantine)
        show.step(f"{show.counted(left_out, 'row')} set apart" + (f" in {quarantine}" if left_out else ""))
    outcome = _recorded(prepared)
    _did(prepared, outcome, json)


def _recorded(prepared: "Prepared") -> "Outcome":
    """Record it; if that is broken off, say first how far it came."""
    from django.db import DatabaseError

    from habeas.exchange import importing

    done = [0]
    tell = acknowledge(len(prepared.drafts), done)
    try:
        return importing.record(prepared, tell)
    except (DatabaseError, OSError):
        show.step(f"{prepared.file}: {show.number(done[0])} of {show.number(len(prepared.drafts))} are recorded")
        raise


def _mapped(mapping: Path, date: str | None, vouched_by: str | None, as_said: bool, said_twice: str | None) -> "Mapped":
    from habeas.exchange.mapped_list import Mapped
    from habeas.exchange.prepared import FileError

    if said_twice:
        raise FileError("a mapping says the list and its keeper: leave out --list and --keeper; nothing was recorded")
    if vouched_by is None:
        raise FileError("a list needs --vouched-by: nothing was recorded")
    return Mapped(mapping, vouched_by, _day(date), as_said)


def _terms(
    list_name: str | None,
    keeper: str | None,
    date: str | None,
    vouched_by: str | None,
    as_said: bool,
    sort: AgentSort,
) -> "ListTerms | None":
    from habeas.exchange.people import ListTerms
    from habeas.exchange.prepared import FileError

    if list_name is None:
        return None
    if keeper is None or vouched_by is None:
        raise FileError("a list needs --list, --keeper and --vouched-by: nothing was recorded")
    return ListTerms(list_name, keeper, vouched_by, _day(date), as_said, sort)


def _day(date: str | None) -> "When | None":
    from habeas.claims.when import DateError, Meaning, When
    from habeas.exchange.prepared import FileError

    try:
        return When.of(date, meaning=Meaning.published) if date else None
    except DateError as error:
        raise FileError(f"--date: {error}") from error


def acknowledge(total: int, done: list[int] | None = None) -> Any:
    """A function that tells of each batch after its commit; `done` holds how many drafts that were."""
    count = [0] if done is None else done

    def told(receipt: "Receipt") -> None:
        count[0] += receipt.added + receipt.corrected + receipt.same + len(receipt.refused)
        show.step(f"read {count[0]} of {total}; head {receipt.head.whole}")

    return told


def _would(prepared: "Prepared", outcome: "Outcome", json: bool) -> None:
    kinds = {kind: sum(draft.kind == kind for draft in prepared.drafts) for kind in _kinds(prepared)}
    if json:
        drafts = [{"where": one.where, "kind": one.kind, "body": one.body} for one in prepared.drafts]
        show.as_json(
            {"file": prepared.file, "would_record": kinds, "warnings": prepared.warnings, "drafts": drafts}
            | {"added": outcome.receipt.added, "same": outcome.receipt.same, "corrected": outcome.receipt.corrected}
            | {"missing": outcome.missing}
            | listed.as_json(prepared, outcome.changes)
        )
        return
    from habeas.exchange import words

    rows = [(words.place(one.where), str(one.body["type"]), str(one.body["statement"])) for one in prepared.claims()]
    tables = (
        (("where", "type", "claim"), rows),
        (("where", "judged", "of what"), words.judged_in_words(prepared)),
        (("where", "rule, lens or bargain", "in full"), words.versioned_in_words(prepared)),
    )
    if prepared.entries:
        show.table(("entry", "name", "what was found in it"), prepared.entries)
        show.line("")
    for head, found in tables:
        if found:
            show.table(head, found if outcome.changes is None else found[: listed.EXAMPLES])
            if outcome.changes is not None and len(found) > listed.EXAMPLES:
                show.line(f"and {show.number(len(found) - listed.EXAMPLES)} more")
            show.line("")
    show.line(f"the file says {_list_of(kinds)}; vouched for by {prepared.vouched_by}; access {prepared.access.name}")
    show.line(f"would be {_summary(outcome)}; nothing was recorded")
    listed.tell(prepared, outcome.changes)
    _details(outcome)


def _did(prepared: "Prepared", outcome: "Outcome", json: bool) -> None:
    receipt = outcome.receipt
    if json:
        show.as_json(
            {
                "file": prepared.file,
                "added": receipt.added,
                "same": receipt.same,
                "corrected": receipt.corrected,
                "refused": [{"where": where, "why": why} for where, why in receipt.refused],
                "missing": outcome.missing,
                "not_held": outcome.not_held,
                "otherwise_open": outcome.otherwise_open,
                "head": receipt.head.whole,
            }
            | listed.as_json(prepared, outcome.changes)
        )
        return
    show.line(f"{prepared.file}: {_summary(outcome)}; head {receipt.head.whole}")
    listed.tell(prepared, outcome.changes)
    _details(outcome)
    if outcome.otherwise_open:
        show.line(
            f"note: {show.counted(outcome.otherwise_open, 'claim')} of this file not {prepared.access.name}: "
            "an import opens or closes only what it newly enters; `habeas access` changes what stands"
        )
    for digest in outcome.not_held:
        show.line(f"not held: {digest} was erased, or has a row that was; its bytes are not kept")


def _summary(outcome: "Outcome") -> str:
    receipt = outcome.receipt
    what = f" ({_list_of(receipt.kinds)})" if receipt.kinds else ""
    corrected, same = show.number(receipt.corrected), show.number(receipt.same)
    return f"{show.number(receipt.added)} added{what}, {corrected} corrected, {same} already on record"


def _details(outcome: "Outcome") -> None:
    for where, why in outcome.receipt.refused[:MOST]:
        show.line(f"not entered: {where}: {why}")
    for one in outcome.missing[:MOST]:
        show.line(f"missing: {one} is on record and not in this file; it stays")


def _kinds(prepared: "Prepared") -> list[str]:
    return list(dict.fromkeys(draft.kind for draft in prepared.drafts))


def _list_of(kinds: dict[str, int]) -> str:
    return ", ".join(show.counted(count, *_NAMES.get(kind, (kind,))) for kind, count in kinds.items())
