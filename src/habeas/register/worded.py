"""Questions of the tables that are worded once: to word who may see what takes Django longer than a database to answer.

A question is a function from values to rows. It is asked once with marks in the place of the values; from then on its
SQL is used again, and the values are put where the marks stood. What is no value (a kind, a column, whether a day is
named at all, how many ids there are, the ceiling of who asks) makes another question.
"""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from functools import update_wrapper
from itertools import count
from typing import Any

from django.db import connection

from .chain import Head
from .query import Rows, View
from .rows import batched

Value = View | str | int | Collection[str] | Collection[int] | None
Row = tuple[Any, ...]
_FIRST = 2**61  # of the marks that are numbers: no entry has such a one
_NEVER = "\x1fmark-"  # of the marks that are words: no id and no day begins so


class Worded:
    """A question: what is given by place is a value, what is given by name belongs to its wording.

    A word that a column is asked to contain is a value, too. A collection of ids may have any size: each id is asked
    about once, some at a time, and none gives no rows. Ids in a tuple are asked about all at once, for what is counted
    or put in order over all of them.
    """

    def __init__(self, rows: Callable[..., Rows]) -> None:
        self._rows = rows
        self._known: dict[Hashable, tuple[str, tuple[tuple[int, int] | None, ...], tuple[Any, ...]]] = {}
        update_wrapper(self, rows)

    def __call__(self, *values: Value, **wording: Hashable) -> list[Row]:
        """The rows that Django would give, as tuples of what stands in the database."""
        place = next((n for n, one in enumerate(values) if not isinstance(one, View | str | int | None)), None)
        if place is None:
            return self._asked(values, wording)
        ids: Any = values[place]
        if isinstance(ids, tuple):
            return self._asked((*values[:place], _filled(ids), *values[place + 1 :]), wording) if ids else []
        found: list[Row] = []
        for some in batched(sorted(set(ids))):
            found += self._asked((*values[:place], _filled(some), *values[place + 1 :]), wording)
        return found

    def _asked(self, values: Sequence[Any], wording: dict[str, Hashable]) -> list[Row]:
        shapes = tuple(_shape(one) for one in values)
        key = (connection.vendor, shapes, *sorted(wording.items()))
        if key not in self._known:
            self._known[key] = self._worded(values, wording)
        sql, places, constants = self._known[key]
        given = [_parts(one) for one in values]
        params = [
            constant if where is None else _param(given[where[0]][where[1]], constant)
            for where, constant in zip(places, constants, strict=True)
        ]
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())

    def _worded(
        self, values: Sequence[Any], wording: dict[str, Hashable]
    ) -> tuple[str, tuple[tuple[int, int] | None, ...], tuple[Any, ...]]:
        numbers = count(_FIRST)
        marked = [_marked(one, numbers) for one in values]
        rows = self._rows(*marked, **wording)
        sql, params = rows.query.sql_with_params()
        where = {mark: (n, m) for n, one in enumerate(marked) for m, mark in enumerate(_parts(one))}
        where |= {_within(mark): place for mark, place in where.items() if isinstance(mark, str)}
        return sql, tuple(where.get(one) for one in params), tuple(params)


def worded(rows: Callable[..., Rows]) -> Worded:
    """The function as a question that is worded once."""
    return Worded(rows)


def _filled(some: Sequence[Any]) -> tuple[Any, ...]:
    """The ids, the last of them again and again, so that there are 1, 2, 4, 8 …: few sizes, and so few wordings."""
    size = 1 << (len(some) - 1).bit_length()
    return (*some, *[some[-1]] * (size - len(some)))


def _within(word: str) -> str:
    """What a column is like that contains the word."""
    return f"%{connection.ops.prep_for_like_query(word)}%"


def _param(value: Any, mark: Any) -> Any:
    """The value as it stands in the place of a mark, which is within marks of its own where it may be contained."""
    return _within(value) if isinstance(mark, str) and mark.startswith("%") else value


def _shape(one: Any) -> Hashable:
    """What of a value changes the wording."""
    if isinstance(one, View):
        return one.ceiling
    return len(one) if isinstance(one, tuple) else one is None


def _parts(one: Any) -> Sequence[Any]:
    """The values within a value, each of which may stand in the SQL."""
    if isinstance(one, View):
        return (one.at.seq,)
    return one if isinstance(one, tuple) else () if one is None else (one,)


def _marked(one: Any, numbers: Iterator[int]) -> Any:
    """A mark for every value within a value."""
    if isinstance(one, View):
        return View(Head(next(numbers), ""), one.ceiling)
    if isinstance(one, tuple):
        return tuple(_marked(each, numbers) for each in one)
    if isinstance(one, int):
        return next(numbers)
    return None if one is None else f"{_NEVER}{next(numbers)}"
