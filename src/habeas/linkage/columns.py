"""People of lists as rows of plain columns, prepared for linking by a database: what sounds, not what is spelled.

A database that compares letters knows nothing of scripts. So the sounds and bones of a name, the class of its given
name, the keys by which it is found and the ends of uncertain days are worked out here, once for each person.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from habeas.names.given import given_class
from habeas.names.keys import forms, is_word
from habeas.names.sound import bones, sound

from .candidates import LIKELY, joint_keys
from .evidence import sexes
from .listed import Day, Listed

Row = dict[str, str | list[str] | None]
DAYS = ("born", "detained", "sentenced")


def columns(one: Listed) -> Row:
    """A row: `id`, `name`; the sounds and the bones of its words, sorted; `given`, `sex`, `keys`; and of each of DAYS
    the ends of the interval, and the day where it is one. What is not known, or open, is None.
    """
    words = _words(one.name)
    row: Row = {
        "id": one.records[0],
        "name": one.name,
        "sound": " ".join(sorted(map(sound, words))) or None,
        "bones": " ".join(sorted(map(bones, words))) or None,
        "given": next(iter(sorted(_given(words))), None),
        "sex": next(iter(sexes(one)), None) if len(sexes(one)) == 1 else None,
        "keys": sorted({key for name in one.names for key in joint_keys(name)}),
    }
    told = {"born": one.births, **{what: tuple(act.day for act in one.told(what)) for what in DAYS[1:]}}
    for what, days in told.items():
        row |= _interval(what, days)
    return row


def table(people: Iterable[Listed]) -> list[Row]:
    """The rows of many people."""
    return [columns(one) for one in people]


def _words(name: str) -> list[str]:
    return [word for word in next(iter(forms(name)), ()) if is_word(word)]


def _given(words: Sequence[str]) -> set[str]:
    """The given name that a word of the name most likely is."""
    return {name for word in words for name, weight in given_class(word).items() if weight >= LIKELY}


def _interval(what: str, days: Sequence[Day]) -> Row:
    """The ends of a day, of several of the first; and the day itself."""
    first = days[0] if days else Day(None, None)
    ends = {f"{what}_first": _iso(first.earliest), f"{what}_last": _iso(first.latest), f"{what}_day": _iso(first.exact)}
    return dict(ends)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
