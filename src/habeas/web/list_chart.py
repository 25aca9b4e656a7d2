"""The bridge from one list's total to the other's, drawn: who goes on the way, who is on both, who comes."""

from collections.abc import Iterator

from django.utils.safestring import SafeString

from habeas.answers.lists import SideBySide
from habeas.charts.bridge import BridgeChart, Step, draw_bridge

from . import words
from .over_time import drawing
from .tongue import tell, told


def bridge_chart(found: SideBySide) -> tuple[SafeString, int]:
    """The drawing, and the number at which its bars begin."""
    bridge = found.bridge
    steps = list(_steps(found))
    said = "; ".join(f"{step.name} {step.number}" for step in steps)
    title = tell("Bridge from {first} rows to {second} rows", first=bridge.first, second=bridge.second)
    chart = BridgeChart(title, f"{said}.", steps)
    return drawing(lambda: draw_bridge(chart, "bridge")), chart.begins


def _steps(found: SideBySide) -> Iterator[Step]:
    bridge = found.bridge
    yield Step("total", 0, bridge.first, found.names[0], words.number(bridge.first), tell("rows"))
    at = bridge.first
    for line in bridge.away:
        below = _open(line.low, line.high)
        yield Step("goes", at, at - line.best, told(line.what), words.signed(-line.best), below)
        at -= line.best
    both = bridge.both
    yield Step(
        "both", 0, both.best, told(both.what), words.number(both.best), _open(both.low, both.high) or tell("people")
    )
    for line in bridge.added:
        yield Step("comes", at, at + line.best, told(line.what), words.signed(line.best), _open(line.low, line.high))
        at += line.best
    yield Step("total", 0, bridge.second, found.names[1], words.number(bridge.second), tell("rows"))


def _open(low: int, high: int) -> str:
    return tell("at least {low}, at most {high}", low=low, high=high) if low != high else ""
