"""From the TOML of a mapping to a mapping: every section and key looked at, every mistake told at its line."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from habeas.archive import extract
from habeas.claims.vocabulary import AgentSort
from habeas.claims.when import Meaning, When

from .. import planned
from ..case import parse_toml
from ..claim_draft import only_keys, text_in, whole
from ..lines import Lines
from ..list_terms import COUNTED_BY, act_column
from ..prepared import Prepared, RowError
from ..sheets.how import TYPES, How, Sort, sort_of
from ..sheets.report import NUMBER
from ..stretch import NOT_KNOWN
from .calendars import Calendar
from .days import DateForm, Order
from .durations import Counted
from .mapping import Column, Minors
from .mapping import Mapping as Made
from .report_written import entries_of
from .says import DETAILS, NEED_OF, WORDS, every_word, is_date

SECTIONS = ("list", "file", "dates", "columns", "constants", "left_out", "minors", "months", "words", "report")
LIST_KEYS = frozenset({"name", "keeper", "keeper_sort", "key", "repeated"})
FILE_KEYS = frozenset({"sort", "delimiter", "encoding", "sheet", "head", "entries", "keys_as", "skip"})
DATES_KEYS = frozenset({"order", "calendar", "first_year", "between"})
COLUMN_KEYS = frozenset({"column", "says", "words", "open", "separator", "of", "meaning", "duration"}) | DATES_KEYS
LEFT_OUT_KEYS = frozenset({"suppressed", "unused"})
MINORS_KEYS = frozenset({"age", "flag", "flagged", "of_age"})
_Word = TypeVar("_Word", bound=StrEnum)


def read_mapping(path: Path, file: str, prepared: Prepared) -> Made | None:
    """The mapping for a file of that name, or None where something is wrong in it, which is then among the problems."""
    tables, data = parse_toml(path)
    text = extract.decode(data)
    lines = Lines(path.name, text)
    for section in tables:
        if section not in SECTIONS:
            prepared.problems.append(
                f"{path.name}, [{section}]: it is no section of a mapping; known: {', '.join(SECTIONS)}"
            )
    found: dict[str, Any] = {}
    for section, read in _SECTIONS.items():
        with prepared.noting(lines.section(section)):
            found |= read(_section(tables, section), file)
    if prepared.problems:
        return None
    words = _section(tables, "words")
    columns: list[Column] = []
    for index, raw in enumerate(tables.get("columns", [])):
        with prepared.noting(lines.block("columns", index, "columns")):
            columns.append(_column(raw, found, words, columns))
    with prepared.noting(lines.section("list")):
        _agree(columns, found)
    if prepared.problems:
        return None
    if found["report"] is not None:
        found["how"], found["key"] = replace(found["how"], report=found["report"]), found["key"] or (NUMBER,)
    del found["dates"], found["months"], found["report"]
    return Made(text=text, columns=columns, **found)


def _list(raw: Mapping[str, Any], file: str) -> dict[str, Any]:
    only_keys(raw, LIST_KEYS, "[list]")
    for needed in ("name", "keeper"):
        if not str(raw.get(needed, "")).strip():
            raise RowError(f"`{needed}` is missing: what the list is called, and who keeps it")
    sort = _word(AgentSort, raw.get("keeper_sort", AgentSort.organisation.value), "keeper_sort")
    repeated = _yes(raw, "repeated")
    if repeated and not raw.get("key"):
        raise RowError("`repeated` is of rows with one key, and there is no `key`: without one, alike rows are several")
    made = {"name": text_in(raw, "name"), "keeper": text_in(raw, "keeper"), "sort": sort, "repeated": repeated}
    return made | {"key": tuple(_texts(raw, "key"))}


def _file(raw: Mapping[str, Any], file: str) -> dict[str, Any]:
    only_keys(raw, FILE_KEYS, "[file]")
    sort = _word(Sort, raw["sort"], "sort") if "sort" in raw else sort_of(file)
    delimiter = text_in(raw, "delimiter") if "delimiter" in raw else "\t" if file.lower().endswith(".tsv") else ","
    if len(delimiter) != 1:
        raise RowError(f'`delimiter` is {delimiter!r}: one character is expected, such as ";" or "\\t"')
    head = whole(raw, "head", 1)
    if head < 1 or (head > 1 and sort is Sort.json):
        raise RowError(f"`head` is {head}: the row of the head, from 1, is expected")
    texts: dict[str, Any] = {
        key: text_in(raw, key) for key in ("encoding", "sheet", "entries", "keys_as") if key in raw
    }
    return {"how": How(sort, delimiter, head=head, skip=frozenset(_texts(raw, "skip")), **texts)}


def _dates(raw: Mapping[str, Any], file: str) -> dict[str, Any]:
    only_keys(raw, DATES_KEYS, "[dates]")
    return {"dates": _form(raw, DateForm())}


def _months(raw: Mapping[str, Any], file: str) -> dict[str, Any]:
    return {"months": {name: _month(raw, name) for name in raw}}


def _month(raw: Mapping[str, Any], name: str) -> int:
    number = whole(raw, name)
    if not 1 <= number <= 12:
        raise RowError(f"`{name}` is {number}: a month from 1 to 12 is expected")
    return number


def _constants(raw: Mapping[str, Any], file: str) -> dict[str, Any]:
    for says in raw:
        value = text_in(raw, says)
        if says == "name" or not (is_date(says) or says in WORDS - NEED_OF):
            raise RowError(f"`{says}` cannot be said of every row; what can: {', '.join(every_word())}")
        if is_date(says) and not NOT_KNOWN.fullmatch(value):
            When.of(value)
    return {"constants": dict(raw)}


def _left_out(raw: Mapping[str, Any], file: str) -> dict[str, Any]:
    only_keys(raw, LEFT_OUT_KEYS, "[left_out]")
    return {key: frozenset(_texts(raw, key)) for key in sorted(LEFT_OUT_KEYS)}


def _minors(raw: Mapping[str, Any], file: str) -> dict[str, Any]:
    only_keys(raw, MINORS_KEYS, "[minors]")
    if ("flag" in raw) != ("flagged" in raw):
        raise RowError("`flag` names a column and `flagged` its words that mean under age: one needs the other")
    if "of_age" in raw and "flag" not in raw:
        raise RowError("`of_age` are the words of a `flag` that mean of age: name its column")
    flagged, of_age = (frozenset(one.casefold() for one in _texts(raw, key)) for key in ("flagged", "of_age"))
    if both := sorted(flagged & of_age):
        raise RowError(f"{both[0]!r} is in `flagged` and in `of_age`: one of the two")
    texts = {key: text_in(raw, key) for key in ("age", "flag") if key in raw}
    return {"minors": Minors(**texts, flagged=flagged, of_age=of_age)}


_SECTIONS: Mapping[str, Callable[[Mapping[str, Any], str], dict[str, Any]]] = {
    "list": _list,
    "file": _file,
    "dates": _dates,
    "months": _months,
    "constants": _constants,
    "left_out": _left_out,
    "minors": _minors,
    "report": lambda raw, file: {"report": entries_of(raw)},
}


def _column(raw: Any, found: Mapping[str, Any], words: Mapping[str, Any], before: list[Column]) -> Column:
    if not isinstance(raw, Mapping):
        raise RowError("`columns` is written [[columns]]: one block for each thing that a column says")
    only_keys(raw, COLUMN_KEYS, "[[columns]]")
    says, columns = str(raw.get("says", "")), _columns_of(raw)
    if not (is_date(says) or says in WORDS):
        empty = "is empty: say what the column means" if not says else f"is {says!r}, which no column says"
        raise RowError(f"`says` {empty}; known: {', '.join(every_word())}")
    if len(columns) > 1 and says != "name":
        raise RowError("`column` names several: only the parts of a name are joined")
    if ("of" in raw and says not in DETAILS) or ("of" not in raw and says in NEED_OF):
        raise RowError(f"`of` names the act of which this is a detail: {', '.join(sorted(DETAILS))} have one")
    for key in DATES_KEYS | {"meaning", "duration"}:
        if key in raw and not is_date(says):
            raise RowError(f"`{key}` is of dates, and {says} is none")
    if "separator" in raw and not (act_column(says) or planned.is_planned(says) or "of" in raw):
        raise RowError(f"`separator` is of several acts in a cell, and of what belongs to them: {says} is said once")
    table = text_in(raw, "words") if "words" in raw else ""
    if table and not _is_words(words.get(table)):
        raise RowError(f'`words` names [words.{table}], which is not there: "what stands there" = "what it means"')
    if says in COUNTED_BY and not table and not _yes(raw, "open"):
        raise RowError(
            f"`words` is missing: a count is divided by {says}, so say in a table of words what each value means, "
            "or `open = true`, every value as it stands"
        )
    made = Column(
        columns,
        says,
        _form(raw, found["dates"]),
        words[table] if table else None,
        table,
        _yes(raw, "open"),
        text_in(raw, "separator") if "separator" in raw else "",
        text_in(raw, "of") if "of" in raw else "",
        _word(Meaning, raw["meaning"], "meaning") if "meaning" in raw else None,
        _word(Counted, raw["duration"], "duration") if "duration" in raw else None,
        act_column(says) is not None and found["report"] is not None and columns[0] in found["report"].narrative,
    )
    if made.meaning and act_column(says) is None:
        raise RowError("`meaning` is of the date of an act")
    if any(one.plain == made.plain for one in before):
        raise RowError(f"`says` is {made.plain!r} again: a second stretch is {says}.2, several in a cell a `separator`")
    return made


def _form(raw: Mapping[str, Any], above: DateForm) -> DateForm:
    return DateForm(
        _word(Order, raw["order"], "order") if "order" in raw else above.order,
        _word(Calendar, raw["calendar"], "calendar") if "calendar" in raw else above.calendar,
        whole(raw, "first_year") if "first_year" in raw else above.first_year,
        above.months,
        text_in(raw, "between") if "between" in raw else above.between,
    )


def _agree(columns: list[Column], found: dict[str, Any]) -> None:
    """What no section shows alone: a name is there, an act has the details said of it, nothing is both in and out."""
    if not any(one.says == "name" for one in columns):
        raise RowError("no column says `name`: a row needs the name as the list writes it")
    said = {one.says for one in columns} | set(found["constants"])
    for one in columns:
        if one.of and one.of not in said:
            raise RowError(f"a column says {one.plain!r}, and nothing says {one.of}: give the act a column")
        if one.plain in found["constants"]:
            raise RowError(f"{one.plain!r} is said by a column and in [constants]: one of the two")
    if found["suppressed"] and found["how"].sort in TYPES:
        raise RowError("`suppressed` is of tables: a document is held whole, or cited and not held")
    read = {column for one in columns for column in one.columns}
    minors: Minors = found["minors"]
    for what, some in (("[[columns]]", read), ("`key`", set(found["key"])), ("[minors]", {minors.age, minors.flag})):
        if both := sorted(some & found["suppressed"]):
            raise RowError(f"the column {both[0]!r} is in {what} and suppressed: what is suppressed is never looked at")
    if both := sorted((read | set(found["key"])) & found["unused"] | found["suppressed"] & found["unused"]):
        raise RowError(f"the column {both[0]!r} is named as `unused` and elsewhere: one of the two")
    months: dict[str, int] = found["months"]
    if months:
        for index, one in enumerate(columns):
            columns[index] = _with_months(one, months)


def _with_months(one: Column, months: dict[str, int]) -> Column:
    return replace(one, form=replace(one.form, months=months))


def _columns_of(raw: Mapping[str, Any]) -> tuple[str, ...]:
    value = raw.get("column")
    columns = [value] if isinstance(value, str) else value
    if not isinstance(columns, list) or not columns or not all(isinstance(one, str) and one for one in columns):
        raise RowError("`column` is missing: the column of the file as its head has it (of a name, a list of them)")
    return tuple(columns)


def _section(tables: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = tables.get(name, {})
    if not isinstance(value, Mapping):
        raise RowError(f"`{name}` is {value!r}: a section [{name}] is expected")
    return value


def _is_words(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(one, str) for one in value.values())


def _texts(raw: Mapping[str, Any], key: str) -> list[str]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise RowError(f"`{key}` is {value!r}: a list of texts is expected, in quotes")
    return value


def _yes(raw: Mapping[str, Any], key: str) -> bool:
    value = raw.get(key, False)
    if not isinstance(value, bool):
        raise RowError(f"`{key}` is {value!r}: true or false is expected")
    return value


def _word(words: type[_Word], value: Any, key: str) -> _Word:
    try:
        return words(value)
    except ValueError:
        raise RowError(f"`{key}` is {value!r}: one of {', '.join(words)} is expected") from None
