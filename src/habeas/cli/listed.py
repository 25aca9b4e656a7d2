"""What `habeas import` says of a list beside the rest: its rows, what the edition brings, what was set apart."""

from typing import TYPE_CHECKING, Any

from . import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.exchange.edition_changes import Changes
    from habeas.exchange.prepared import Prepared

MOST = 50  # rows, words and names that are printed
EXAMPLES = 20  # claims of a list that a dry run prints


def tell(prepared: "Prepared", changes: "Changes | None") -> None:
    """Print what an edition brings by row and column, what it leaves out, and who is or may be under age."""
    if changes is None:
        return
    touched = {row for columns in (changes.changed, changes.said) for rows in columns.values() for row in rows}
    same = changes.rows - len(changes.new) - len(touched)
    parts = [f"{show.number(len(changes.new))} new", f"{show.number(len(touched))} changed"]
    parts += [f"{show.number(same)} as before", f"{show.number(len(changes.missing))} missing"]
    parts += [f"{show.number(len(prepared.set_apart))} set apart"] if prepared.set_apart else []
    show.line(f"rows: {', '.join(parts)}")
    for word, columns in (("changed", changes.changed), ("said now", changes.said)):
        for column, rows in columns.items():
            show.line(f"{word}: column {column}, {_rows(rows)}")
    for (property_name, value), count in list(changes.values.items())[:MOST]:
        show.line(f"new value: {property_name} {value!r} ({show.counted(count, 'row')}), which nobody has used before")
    for one in changes.perhaps[:MOST]:
        show.line(f"perhaps one: {one}: a list without key columns cannot say whether a row was changed")
    if prepared.minors:
        who = show.counted(len(prepared.minors), "person", "people")
        show.line(f"under age, or may be: {who}; what is told of them is for the staff at most")


def unknown(prepared: "Prepared") -> None:
    """Print on the other stream the words that no table of the mapping has, each with how often it stands."""
    for (column, word), count in list(prepared.unknown.items())[:MOST]:
        show.step(f"not known: column {column}: {word!r} ({show.counted(count, 'row')})")


def set_apart(prepared: "Prepared") -> None:
    """Print on the other stream the rows that do not parse, each with column and reason."""
    told = [line for one in prepared.set_apart for line in one.problems(prepared.file, prepared.rows_are)]
    for line in told[:MOST]:
        show.step(line)
    if len(told) > MOST:
        show.step(f"and {len(told) - MOST:,} more")


def refusal(prepared: "Prepared") -> str:
    """Why a list with rows that do not parse is refused, and what to do."""
    rows = show.counted(len(prepared.set_apart), "row")
    return (
        f"{prepared.file}: {rows} do not parse; mend them, or leave them out with --quarantine FILE; "
        "nothing was recorded"
    ).replace("1 row do not", "1 row does not")


def as_json(prepared: "Prepared", changes: "Changes | None") -> dict[str, Any]:
    """The same as values."""
    if changes is None:
        return {}
    apart = [
        {"row": one.row, "column": column, "reason": reason}
        for one in prepared.set_apart
        for column, reason in one.wrong
    ]
    return {
        "entries": [{"entry": number, "name": name, "found": found} for number, name, found in prepared.entries],
        "rows": changes.rows,
        "new": changes.new,
        "changed": changes.changed,
        "said_now": changes.said,
        "new_values": [
            {"property": what, "value": value, "rows": count} for (what, value), count in changes.values.items()
        ],
        "perhaps_one": changes.perhaps,
        "set_apart": apart,
        "unknown": [
            {"column": column, "words": words, "rows": count} for (column, words), count in prepared.unknown.items()
        ],
        "under_age": len(prepared.minors),
    }


def _rows(numbers: "Sequence[int]") -> str:
    shown = ", ".join(str(number) for number in numbers[:MOST])
    return f"{show.counted(len(numbers), 'row')} ({shown}{', …' if len(numbers) > MOST else ''})"
