"""One drawing in SVG: shapes and words go in, the text of an <svg> comes out.

Everything that is written is escaped here, and here alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from html import escape

from habeas.charts.room import Box, Spot

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS = re.compile("[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # these, and what is escaped
_MOST_NUMBERS = 50_000  # that are kept as they are written
_ANCHORS = {"start": "", "middle": "m", "end": "e"}


class Sheet:
    """A drawing that grows by what is put on it, the later over the earlier."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._parts: list[str] = []
        self._linked = False

    def line(self, spots: Sequence[Spot], kind: str, *, under: bool = False) -> None:
        """A line through the spots; `under` everything that is already there."""
        self._drawn(self._path(spots), kind)
        if under:
            self._parts.insert(0, self._parts.pop())

    def area(self, spots: Sequence[Spot], kind: str) -> None:
        """The area that the spots enclose."""
        self._drawn(self._path(spots) + "z", kind)

    def boxes(self, boxes: Iterable[Box], kind: str) -> None:
        """Many filled rectangles as one path; of none, nothing."""
        if path := "".join(self._rectangle(box) for box in boxes):
            self._drawn(path, kind)

    def fading(self, box: Box, gradient: str) -> None:
        """A rectangle filled with a gradient of `gradients`."""
        self._element("path", {"d": self._rectangle(box), "fill": f"url(#{gradient})"})

    def dot(self, x: float, y: float, radius: float, kind: str) -> None:
        """A filled circle."""
        self._element("circle", {"class": kind, "cx": _number(x), "cy": _number(y), "r": _number(radius)})

    def words(self, x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> None:
        """Words on the baseline y that start, have their middle, or end at x."""
        classes = f"{kind} {_ANCHORS[anchor]}".strip()
        kinds = f' class="{classes}"' if classes else ""  # of ours, as the numbers are: nothing to escape
        self._parts.append(f'<text x="{_number(x)}" y="{_number(y)}"{kinds}>{_text(words)}</text>')

    def gradients(self, kind: str, stops: dict[str, Sequence[tuple[float, float]]]) -> None:
        """For each id its (offset, opacity) from left to right, in the colour of the class."""
        drawn = "".join(self._gradient(name, kind, each) for name, each in stops.items())
        self._parts.append(f"<defs>{drawn}</defs>")

    @contextmanager
    def linked(self, href: str, hint: str = "") -> Iterator[None]:
        """What is drawn inside is a link and tells its hint to a pointer; with neither it stands as it is.

        The link is out of the tab order: the same one stands in the table that goes with the drawing.
        """
        tag = "a" if href else "g"
        if href or hint:
            self._linked |= bool(href)
            self._parts.append(f"<a{_attributes({'href': href, 'tabindex': '-1'})}>" if href else "<g>")
        if hint:
            self._element("title", {}, hint)
        yield
        if href or hint:
            self._parts.append(f"</{tag}>")

    def svg(self, height: float, kind: str, prefix: str, title: str, description: str) -> str:
        """The finished <svg> of this height. `prefix` begins its two ids: unique in a page."""
        told = {
            "role": "group" if self._linked else "img",
            "aria-labelledby": f"{prefix}-t",
            "aria-describedby": f"{prefix}-d",
        }
        box = {"class": f"chart {kind}", "viewBox": f"0 0 {_number(self.width)} {_number(height)}"}
        direction = {"direction": "ltr"}
        named = (("title", f"{prefix}-t", title), ("desc", f"{prefix}-d", description))
        head = "".join(f"<{name}{_attributes({'id': id_})}>{_text(words)}</{name}>" for name, id_, words in named)
        return f"<svg{_attributes(box | told | direction)}>{head}{''.join(self._parts)}</svg>"

    def small(self, height: float, kind: str) -> str:
        """The finished <svg> in its own size, hidden from those who are read the words beside it."""
        across, down = _number(self.width), _number(height)
        told = {
            "class": kind,
            "width": across,
            "height": down,
            "viewBox": f"0 0 {across} {down}",
            "aria-hidden": "true",
        }
        return f"<svg{_attributes(told)}>{''.join(self._parts)}</svg>"

    def _drawn(self, path: str, kind: str) -> None:
        """A path made here, of numbers and the letters between them: nothing in it wants escaping."""
        self._parts.append(f'<path class="{kind}" d="{path}"/>')

    def _element(self, name: str, attributes: dict[str, str], words: str | None = None) -> None:
        inside = "/>" if words is None else f">{_text(words)}</{name}>"
        self._parts.append(f"<{name}{_attributes(attributes)}{inside}")

    def _path(self, spots: Sequence[Spot]) -> str:
        path: list[str] = []
        at_x = at_y = ""
        for across, down in spots:
            x, y = _WRITTEN[round(across, 1)], _WRITTEN[round(down, 1)]
            if not path:
                path.append(f"M{x} {y}")
            elif y != at_y:
                path.append(f"V{y}" if x == at_x else f"L{x} {y}")
            elif x != at_x:
                path.append(f"H{x}")
            at_x, at_y = x, y
        return "".join(path)

    def _rectangle(self, box: Box) -> str:
        left, top, right, bottom = box
        across = _number(right - left)
        return f"M{_number(left)} {_number(top)}h{across}v{_number(bottom - top)}h-{across}z"

    def _gradient(self, name: str, kind: str, stops: Sequence[tuple[float, float]]) -> str:
        drawn = "".join(
            f"<stop{_attributes({'offset': _number(at), 'class': kind, 'stop-opacity': _number(opacity)})}/>"
            for at, opacity in stops
        )
        return f"<linearGradient{_attributes({'id': name})}>{drawn}</linearGradient>"


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{_text(value)}"' for name, value in attributes.items() if value)


def _text(words: str) -> str:
    return escape(_NOT_IN_XML.sub("", words)) if _MARKS.search(words) else words


class _Tenths(dict[float, str]):
    """Numbers of one decimal as they are written, each worked out once; those of a drawing are a few thousand."""

    def __missing__(self, value: float) -> str:
        written = f"{value + 0:.10g}"  # of -0.0 a plain 0
        if len(self) < _MOST_NUMBERS:
            self[value] = written
        return written


_WRITTEN = _Tenths()


def _number(value: float) -> str:
    return _WRITTEN[round(value, 1)]
