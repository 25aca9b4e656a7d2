"""What the marks of the front page's chart mean, for a drawing that has left the lists beneath it."""

from collections.abc import Iterable, Iterator

from habeas.answers.front import Front
from habeas.answers.plain import plainly
from habeas.claims.wording import form, joined

from . import chart, words
from .tongue import first_up, tell, told

MOST_LETTERS, MOST_MEASURES = 24, 24


def key(found: Front, pin: str) -> Iterator[str]:
    """Whose figure each shape is, what letters and numbers stand for, how measures are drawn; nothing of no chart."""
    shown = chart.drawn(found, pin)
    if shown is None:
        return
    if shown.shapes:
        shapes = [f"{tell(plainly(shape))}: {speakers}" for shape, speakers in shown.shapes]
        yield first_up(_after_each_other(shapes)) + "."
    if shown.lettered and len(shown.lettered) <= MOST_LETTERS:
        yield (
            _after_each_other(
                f"{letter}: {tell('{one}, {more}', one=words.figure(one.figure), more=speaker)}"
                for letter, speaker, one in shown.lettered
            )
            + "."
        )
    if shown.measures:
        yield tell(
            "Rules, numbered as in the list on the page: solid, a measure was imposed; dashed, licensed, suspended or "
            "taken off a list; dotted, amended or run out; a ring, announced and not issued."
        )
    if 0 < shown.how_many <= MOST_MEASURES:
        yield (
            _after_each_other(
                f"{words.number(number)}: {tell('{one}, {more}', one=one.day, more=one.words)}"
                for number, some in enumerate(shown.measures, start=1)
                for one in some
            )
            + "."
        )


def _after_each_other(some: Iterable[str]) -> str:
    return told(joined(form("{one}; {more}"), list(some)))
