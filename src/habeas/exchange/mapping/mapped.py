"""A table read by a mapping: each row becomes a row of a list, or says what keeps it from being one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from habeas.claims.when import When

from ..list_row import ListCell, ListRow
from ..list_terms import ARTICLES
from ..prepared import WRONG, RowError
from ..sheet import SheetRow, Table
from ..stretch import NOT_KNOWN
from ..under_age import OF_AGE
from .days import edtf_of
from .durations import begun
from .mapping import Column, Mapping
from .says import is_date

EVERY_OTHER = "*"
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Reader:
    """Reads the rows of one table. `unknown` counts the words that no table of words has, by column."""

    mapping: Mapping
    as_of: When | None
    unknown: dict[tuple[str, str], int] = field(default_factory=dict)
    times: dict[tuple[str, ...], int] = field(default_factory=dict)

    def rows(self, table: Table) -> Iterator[ListRow]:
        """The rows of the table, those with something wrong in them included."""
        used = self.mapping.used()
        for row in table.rows:
            made = ListRow(row.number, row.line, {})
            made.wrong = [(column, why) for column, why in row.faults.items() if not column or column in used]
            if "" not in row.faults:
                self._read(row, made)
            yield made

    def _read(self, row: SheetRow, made: ListRow) -> None:
        for one in self.mapping.columns:
            column = self._where(row, one)
            if not any(name in row.faults for name in one.columns):
                try:
                    made.cells |= self._cells(row, one, column)
                except WRONG as error:
                    made.wrong.append((column, str(error)))
                    made.minor = made.minor or one.says == "born"  # what cannot be read is doubt
        named = made.cells.get("name")
        if named is not None:
            for says, value in self.mapping.constants.items():
                made.cells[says] = ListCell(value, named.column, named.text, span=named.span)
        made.minor = self._is_minor(row) or made.minor
        if self.mapping.key:
            self._key(row, made)

    @staticmethod
    def _where(row: SheetRow, one: Column) -> str:
        """The column in which a thing is read: of a name in several, the first that is not empty."""
        return next((column for column in one.columns if row.cells[column].strip()), one.columns[0])

    def _cells(self, row: SheetRow, one: Column, column: str) -> dict[str, ListCell]:
        if column in row.days and not is_date(one.says):
            raise RowError(f"it is a day of the spreadsheet, {row.cells[column]}, not words: write it as text")
        text = " ".join(row.cells[name].strip() for name in one.columns if row.cells[name].strip())
        stands = row.cells[column]
        if one.says == ARTICLES:
            pieces = [self._value(one, column, piece)[0] for piece in _pieces(text, one.separator)]
            joined = "\n".join(filter(None, pieces))
            return {one.plain: ListCell(joined, column, stands, span=row.spans.get(column))}
        made: dict[str, ListCell] = {}
        span, reckoned = row.spans.get(column), one.duration is not None
        for index, piece in enumerate(_pieces(text, one.separator)):
            value, original = self._value(one, column, piece, day=column in row.days)
            name = one.plain if not index else _again(one, index + 1)
            made[name] = ListCell(value, column, stands, original, one.meaning, reckoned, span)
        return made

    def _value(self, one: Column, column: str, words: str, *, day: bool = False) -> tuple[str, str]:
        """What the words of a cell say, and the words themselves where they are a date in another form."""
        if not words:
            return "", ""
        if one.words is not None and (known := one.words.get(words, one.words.get(EVERY_OTHER))) is not None:
            value = known.replace("{}", words)
            return value, (words if is_date(one.says) and value and value != words else "")
        if not is_date(one.says):
            if one.words is not None and not one.open:
                self.unknown[column, words] = self.unknown.get((column, words), 0) + 1
                raise RowError(f"{words!r} is not in [words.{one.words_name}]: say there what it means")
            return words, ""
        if one.duration is not None:
            if self.as_of is None:
                raise RowError(f"{words!r} is a time by the day of the list: say --date")
            value = begun(words, self.as_of, one.duration)
        elif NOT_KNOWN.fullmatch(words):
            value = words
        elif day and one.form.calendar != "gregorian":
            raise RowError(f"it is a day of the spreadsheet, {words}, in a column in the calendar {one.form.calendar}")
        else:
            value = words if day else edtf_of(words, one.form)
        return value, (words if value != words else "")

    def _key(self, row: SheetRow, made: ListRow) -> None:
        """The key columns name the row; a day of the spreadsheet is no name."""
        made.key = [row.cells[column].strip() for column in self.mapping.key]
        if not any(made.key):
            made.wrong.append((self.mapping.key[0], "the key of the row is empty: it could not be found again"))
        if any(column in row.days and column not in row.faults for column in self.mapping.key):
            made.wrong.append((self.mapping.key[0], "the key of the row is a day of the spreadsheet: write it as text"))
        if self.mapping.repeated:
            key = tuple(made.key)
            self.times[key] = self.times.get(key, 0) + 1
            made.key += [str(self.times[key])] if self.times[key] > 1 else []

    def _is_minor(self, row: SheetRow) -> bool:
        """Whether a column of [minors] says that somebody is or may be under age; their birth is asked for every list.

        Each is enough. In doubt they are: an age that is no number, a word that is neither `flagged` nor `of_age`.
        """
        minors = self.mapping.minors
        flag = row.cells[minors.flag].strip() if minors.flag else ""
        word = flag.casefold()
        if flag and word not in minors.flagged | minors.of_age:
            self.unknown[minors.flag, flag] = self.unknown.get((minors.flag, flag), 0) + 1
        age = row.cells[minors.age].strip() if minors.age else ""
        numbers = [int(number) for number in _NUMBER.findall(age.partition(".")[0] if _is_decimal(age) else age)]
        return bool(flag and word not in minors.of_age) or bool(age and (not numbers or min(numbers) < OF_AGE))


def _is_decimal(text: str) -> bool:
    return re.fullmatch(r"\d+\.\d+", text) is not None


def _pieces(text: str, separator: str) -> list[str]:
    return [piece.strip() for piece in text.split(separator)] if separator else [text.strip()]


def _again(one: Column, number: int) -> str:
    """The name of another of the same: `detained.2`, `facility of detained.2`."""
    if one.of:
        return f"{one.says} of {one.of}.{number}"
    name, _, first = one.says.partition(".")
    return f"{name}.{int(first or 1) + number - 1}{one.plain.removeprefix(one.says)}"
