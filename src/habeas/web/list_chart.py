"""The bridge from one list's total to the other's, drawn: who goes on the way, who is on both, who comes."""

from collections.abc import Iterator

from django.utils.safestring import SafeString

from habeas.charts.bridge import BridgeChart, Step, draw_bridge

from . import words
from .list_parts import Shown
from .over_time import drawing
from .tongue import tell, told


def bridge_chart(here: Shown) -> tuple[SafeString, int]:
    """The drawing, and the number at which its bars begin."""
    bridge = here.found.bridge
    steps = list(_steps(here))
    said = "; ".join(f"{step.name} {step.number}" for step in steps)
    title = tell("Bridge from {first} rows to {second} rows", first=bridge.first, second=bridge.second)
    chart = BridgeChart(title, f"{said}.", steps)
    return drawing(lambda: draw_bridge(chart, "bridge")), chart.begins


def _steps(here: Shown) -> Iterator[Step]:
    bridge, names = here.found.bridge, here.found.names
    yield Step("total", 0, bridge.first, names[0], words.number(bridge.first), tell("rows"))
    at = bridge.first
    for line in bridge.away:
        below = _open(line.low, line.high)
        yield Step("goes", at, at - line.best, told(line.what), words.signed(-line.best), below, here.of_line(line))
        at -= line.best
    both = bridge.both
    below = _open(both.low, both.high) or tell("people")
    yield Step("both", 0, both.best, told(both.what), words.number(both.best), below, here.of_line(both))
    for line in bridge.added:
        below = _open(line.low, line.high)
        number = words.signed(line.best)
        yield Step("comes", at, at + line.best, told(line.what), number, below, here.of_line(line))
        at += line.best
    yield Step("total", 0, bridge.second, names[1], words.number(bridge.second), tell("rows"))


def _open(low: int, high: int) -> str:
    return tell("at least {low}, at most {high}", low=low, high=high) if low != high else ""
