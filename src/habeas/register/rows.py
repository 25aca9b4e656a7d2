"""Many rows at once, in plain SQL made from the models: the same statement for live writing, rebuild and verify."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

Row = tuple[Any, ...]
T = TypeVar("T")


def batched(values: Sequence[T], size: int = 500) -> Iterator[Sequence[T]]:
    """Slices of at most `size`: databases limit how many values one statement takes."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


@lru_cache
def columns(model: type[Model]) -> tuple[str, ...]:
    """The model's columns in order, without the row number that the database gives."""
    names = (str(field.column) for field in model._meta.concrete_fields)
    return tuple(name for name in names if name != "row")


@lru_cache
def _insert(model: type[Model]) -> str:
    names = ", ".join(f'"{column}"' for column in columns(model))
    marks = ", ".join(["%s"] * len(columns(model)))
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})'


def insert(database: BaseDatabaseWrapper, model: type[Model], rows: Sequence[Row]) -> None:
    """Insert rows given in the order of `columns(model)`; PostgreSQL takes them as one stream."""
    if rows and database.vendor == "postgresql":
        names = ", ".join(f'"{column}"' for column in columns(model))
        with (
            database.cursor() as cursor,
            cursor.cursor.copy(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN') as copy,
        ):
            for row in rows:
                copy.write_row(row)
    elif rows:
        with database.cursor() as cursor:
            cursor.executemany(_insert(model), rows)


def everything(database: BaseDatabaseWrapper, model: type[Model]) -> list[Row]:
    """Every row of the table, without row numbers, in whatever order."""
    names = ", ".join(f'"{column}"' for column in columns(model))
    with database.cursor() as cursor:
        cursor.execute(f'SELECT {names} FROM "{model._meta.db_table}"')
        return list(cursor.fetchall())
