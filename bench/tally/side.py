"""Everybody side by side: each peer is loaded, must answer what we answer, is timed and is let go; then comes the next.

A run is one question, and no two runs in a row ask the same. We are timed again beside each peer, so that a machine
that others use too is as slow for both: a ratio is of two medians from the same moments. A peer whose one run takes
longer than the patience for it, or that has no sensible way to a task, has no time, and the table says why.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import median
from time import perf_counter
from typing import Any

from bench.measure import Task

from .clock import clock
from .peer import Peer

RUNS = 7  # at least; what takes less than a millisecond is run more often
OFTEN = 63
COMPARED = 3  # questions of each task whose answers are compared
Arguments = tuple[Any, ...]


@dataclass(frozen=True)
class Asked:
    """A task: what is asked, how we answer, and whether a peer's answer (from its source) is ours."""

    questions: Sequence[Arguments]
    ours: Callable[..., Any]
    equal: Callable[[str, Any, Any], bool]


@dataclass
class Times:
    """Seconds of each task at a size: ours, each peer's by source and name, ours beside it, and why a peer has none.

    `peers` has the title of each peer of a task, and its source.
    """

    size: int = 0
    ours: dict[str, float] = field(default_factory=dict)
    peers: dict[str, dict[str, str]] = field(default_factory=dict)
    taken: dict[tuple[str, str], float] = field(default_factory=dict)
    beside: dict[tuple[str, str], float] = field(default_factory=dict)
    why: dict[tuple[str, str], str] = field(default_factory=dict)


def measured(
    asked: Mapping[str, Asked],
    peers: Iterator[tuple[str, Callable[[], Peer]]],
    patience: float,
    size: int,
    before: Times | None = None,
) -> Times:
    """Ours and every peer, one after the other; raises AssertionError where a peer does not answer what we answer.

    A task that a peer cannot do within the patience, by its time at the size before, is not begun.
    """
    found = Times(size)
    answers = {name: [one.ours(*question) for question in one.questions] for name, one in asked.items()}
    for name, one in asked.items():
        found.ours[name] = timed(one.ours, one.questions)
    for title, make in peers:
        too_long = {name: _too_long(before, name, title, size, patience) for name in asked}
        found.why |= {(name, title): why for name, why in too_long.items() if why}
        source = title.partition(", ")[2]
        for name in asked:
            found.peers.setdefault(name, {})[title] = source
        if all(too_long.values()):
            continue
        peer = make()
        for name, one in asked.items():
            if not too_long[name]:
                _beside(found, peer, name, one, answers[name], patience)
        peer.close()
    return found


def _too_long(before: Times | None, name: str, title: str, size: int, patience: float) -> str:
    """Why a task is not begun; empty where it is."""
    if before is None:
        return ""
    took = before.taken.get((name, title))
    if took is None:
        why = before.why.get((name, title), "")
        return f"as at {before.size:,}: {why}" if why else ""
    wanted = took * size / before.size
    return f"{took * 1000:,.0f} ms at {before.size:,}, so about {wanted:.0f} s here" if wanted > patience else ""


def _beside(found: Times, peer: Peer, name: str, one: Asked, answers: Sequence[Any], patience: float) -> None:
    way = peer.tasks.get(name)
    if way is None:
        found.why[name, peer.title] = peer.unfit.get(name, "not a task for it")
        return
    for question, ours in zip(one.questions[:COMPARED], answers, strict=False):
        begun = perf_counter()
        theirs = way(*question)
        took = perf_counter() - begun
        assert one.equal(peer.source, theirs, ours), (
            f"{name} {str(question)[:80]}: {peer.title} does not answer what we answer"
        )
        if took > patience:
            found.why[name, peer.title] = f"one run takes {took:.0f} s"
            return
    found.taken[name, peer.title] = timed(way, one.questions)
    found.beside[name, peer.title] = timed(one.ours, one.questions)


def timed(work: Callable[..., object], questions: Sequence[Arguments]) -> float:
    """The median of runs, after one that is not counted; each asks the next question."""
    work(*questions[0])
    times: list[float] = []
    for question in islice(cycle(questions), OFTEN):
        begun = clock()
        work(*question)
        times.append(clock() - begun)
        if len(times) >= RUNS and sum(times) > 1:
            break
    return median(times)


def best(found: Times, name: str, source: str | None = None) -> str | None:
    """The title of the peer that comes nearest to us, of those given this source."""
    some = [
        (found.taken[name, title] / found.beside[name, title], title)
        for title, its_source in found.peers.get(name, {}).items()
        if (name, title) in found.taken and source in (None, its_source)
    ]
    return min(some)[1] if some else None


def task(found: Times, name: str, peer: str | None, size: int) -> Task:
    """One line for people and programs, in milliseconds."""
    if peer is None:
        return Task(found.ours[name] * 1000, None, "no peer", None, "ms", size)
    ours, theirs = found.beside[name, peer], found.taken[name, peer]
    return Task(ours * 1000, theirs * 1000, peer, theirs / ours, "ms", size)


def lines(found: Times, size: int) -> Iterator[str]:
    """The whole table of one size, as text: a peer's time, ours beside it, the ratio of the two."""
    for name, alone in found.ours.items():
        yield f"{size:>12,} claims  {name:10} {'habeas':26} {alone * 1000:>12,.3f} ms"
        for title in found.peers.get(name, {}):
            if (name, title) not in found.taken:
                yield f"{'':32}{title:26}         null: {found.why[name, title]}"
                continue
            theirs, ours = found.taken[name, title], found.beside[name, title]
            yield f"{'':32}{title:26} {theirs * 1000:>12,.3f} ms {ours * 1000:>12,.3f} ms {theirs / ours:>10,.1f} x"
