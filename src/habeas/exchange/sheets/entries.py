"""JSON as a table: an array of objects, or an object whose every value is one; numbers as they are printed.

Row 1 is the head, which is all keys in the order in which they first stand; the first object is row 2.
"""

import json
from typing import Any

from ..prepared import FileError
from ..sheet import SheetRow, Table
from .how import How, checked_head

SEVERAL = "; "  # between the texts of a list inside an object


class _Number(str):
    """A number as it is printed."""


def read_entries(name: str, data: bytes, how: How) -> Table:
    """The table in a JSON file; raises FileError where it holds none."""
    found = _loaded(name, data)
    for part in filter(None, how.entries.split(".")):
        if not isinstance(found, dict) or part not in found:
            raise FileError(f"{name}: `entries` names {how.entries!r}, which is not there; nothing was recorded")
        found = found[part]
    if isinstance(found, list):
        entries = [("", one) for one in found]
    elif isinstance(found, dict):
        entries = [(key, one) for key, one in found.items() if key not in how.skip]
    else:
        raise FileError(f"{name}: an array of objects, or an object of objects, is expected; nothing was recorded")
    flat = [(key, _flat(one) if isinstance(one, dict) else None) for key, one in entries]
    named = [how.keys_as] if isinstance(found, dict) else []
    head = checked_head(name, 1, list(dict.fromkeys([*named, *(key for _, one in flat for key in one or ())])))
    rows = []
    for number, (key, one) in enumerate(flat, 2):
        cells = dict.fromkeys(head, "") | (one or {}) | dict.fromkeys(named, key)
        line = [cells[column] for column in head]
        faults = {} if one is not None else {"": "it is no object: say in [file] `skip`, if it is nobody"}
        rows.append(SheetRow(number, cells, line, faults))
    return Table(head, rows)


def _loaded(name: str, data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig")
        return json.loads(
            text, parse_float=_Number, parse_int=_Number, parse_constant=_Number, object_pairs_hook=_without_twins
        )
    except UnicodeDecodeError as error:
        raise FileError(f"{name}: byte {error.start} is not UTF-8; nothing was recorded") from error
    except RecursionError as error:
        raise FileError(f"{name}: it is nested too deeply; nothing was recorded") from error
    except ValueError as error:
        raise FileError(f"{name}: it is no whole JSON: {error}; nothing was recorded") from error


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(f"the key {key!r} stands twice in one object: give each its own")
        made[key] = value
    return made


def _flat(entry: dict[str, Any], above: str = "") -> dict[str, str]:
    """An object's texts by key; what is inside another object has its key in front, with a point."""
    made: dict[str, str] = {}
    for key, value in entry.items():
        more = _flat(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}": _text(value)}
        if twice := sorted(made.keys() & more.keys()):
            raise FileError(f"the key {twice[0]!r} can be read in two ways in one object; nothing was recorded")
        made |= more
    return made


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return SEVERAL.join(_text(one) for one in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
