"""A chart as a reader of its SVG finds it: parsed strictly, with the room that its words take."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from habeas.charts.room import Box, of_words

CSS = Path(__file__).parents[2] / "src/habeas/web/static/charts.css"
ANCHORS = {"m": "middle", "e": "end"}
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Drawn:
    """One <svg>."""

    root: ET.Element

    @property
    def width(self) -> float:
        return float(self.root.attrib["viewBox"].split()[2])

    @property
    def height(self) -> float:
        return float(self.root.attrib["viewBox"].split()[3])

    def of(self, kind: str) -> list[ET.Element]:
        """The elements that have every class of `kind`."""
        return [one for one in self.root.iter() if set(kind.split()) <= set(one.get("class", "").split())]

    def words(self) -> list[str]:
        return [one.text or "" for one in self.root.iter("text")]

    def box(self, text: ET.Element) -> Box:
        kind = text.get("class", "")
        anchor = next((ANCHORS[one] for one in kind.split() if one in ANCHORS), "start")
        return of_words(float(text.attrib["x"]), float(text.attrib["y"]), text.text or "", kind, anchor)

    def text(self, words: str) -> ET.Element:
        (found,) = (one for one in self.root.iter("text") if one.text == words)
        return found

    def dots(self, kind: str) -> list[tuple[float, float]]:
        return [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in self.of(kind) if "cx" in one.attrib]


def read(svg: str) -> list[Drawn]:
    """Every <svg> in the text; raises where it is not well-formed."""
    return [Drawn(root) for root in ET.fromstring(f"<page>{svg}</page>")]  # noqa: S314 - our own


def wide(svg: str) -> Drawn:
    """The wide one of two."""
    return next(one for one in read(svg) if "wide" in one.root.attrib["class"])


def narrow(svg: str) -> Drawn:
    """The narrow one of two."""
    return next(one for one in read(svg) if "narrow" in one.root.attrib["class"])


def overlapping(drawn: Drawn) -> list[tuple[str, str]]:
    """Every two texts that stand on each other: each compared with each."""
    texts = list(drawn.root.iter("text"))
    return [
        (one.text or "", other.text or "")
        for number, one in enumerate(texts)
        for other in texts[number + 1 :]
        if drawn.box(one).meets(drawn.box(other))
    ]


def outside(drawn: Drawn) -> list[str]:
    """Every text that leaves the picture."""
    whole = Box(-0.1, 0, drawn.width + 0.1, drawn.height)
    return [one.text or "" for one in drawn.root.iter("text") if not drawn.box(one).within(whole)]


def check(svg: str) -> None:
    """What holds for every chart: ids once, no style and no script, classes that charts.css knows, words apart."""
    known = set(re.findall(r"\.([a-z][\w-]*)", CSS.read_text(encoding="utf-8")))
    page = [one for drawn in read(svg) for one in drawn.root.iter()]
    ids = [one.attrib["id"] for one in page if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    named = [
        each for one in page for key in ("aria-labelledby", "aria-describedby") for each in one.get(key, "").split()
    ]
    used = re.findall(r"url\(#([^)]+)\)", svg)
    assert set(named) | set(used) <= set(ids)
    assert not any("style" in one.attrib or one.tag in ("style", "script") for one in page)
    assert {name for one in page for name in one.get("class", "").split()} <= known
    assert "nan" not in svg
    assert [overlapping(drawn) for drawn in read(svg)] == [[] for _ in read(svg)]
    assert [outside(drawn) for drawn in read(svg)] == [[] for _ in read(svg)]
