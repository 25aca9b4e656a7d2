"""A matcher of names behind lines of JSON: a question a line in, an answer a line out, and it times itself.

Every side is asked this way, ours too, each in a process of its own with its own environment; so nothing here imports
more than the standard library. The first line out says who is there: `{"ready": version, "forms": {form: its frozen
threshold or null}}`. A question is `{"ask": "scores" | "warm" | "cold", "form": …, "pairs": [[a, b], …]}`. Scores are
answered by a number a pair, the others by seconds of the processor: every side compares on one thread and waits for
nothing, so on a quiet machine that is what one waits.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


class Form(NamedTuple):
    """One way to compare: what is made of a name beforehand, the score of two such, the threshold if it is frozen."""

    prepare: Callable[[str], Any]
    score: Callable[[Any, Any], float]
    threshold: float | None = None


def scores(form: Form, pairs: list[tuple[str, str]]) -> list[float]:
    """A score a pair; what is made of a name is made once."""
    ready = {name: form.prepare(name) for pair in pairs for name in pair}
    return [float(form.score(ready[a], ready[b])) for a, b in pairs]


def warm(form: Form, pairs: list[tuple[str, str]]) -> float:
    """Seconds for all pairs of prepared names, each of which has been compared before, but not with that one."""
    ready = [(form.prepare(a), form.prepare(b)) for a, b in pairs]
    for (one, _), (_, other) in zip(ready, ready[1:] + ready[:1], strict=True):
        form.score(one, other)
    begun = time.process_time()
    for one, other in ready:
        form.score(one, other)
    return time.process_time() - begun


def cold(form: Form, pairs: list[tuple[str, str]]) -> float:
    """Seconds for preparing both names of each pair and comparing them; the asker sees to it that they are new."""
    begun = time.process_time()
    for a, b in pairs:
        form.score(form.prepare(a), form.prepare(b))
    return time.process_time() - begun


def answer(question: Mapping[str, Any], forms: Mapping[str, Form]) -> list[float] | float:
    """What a question asks."""
    form, pairs = forms[question["form"]], [(a, b) for a, b in question["pairs"]]
    if question["ask"] == "scores":
        return scores(form, pairs)
    return {"warm": warm, "cold": cold}[question["ask"]](form, pairs)


def serve(version: str, forms: Mapping[str, Form]) -> None:
    """Answer until there is no more to read."""
    answers, sys.stdout = sys.stdout, sys.stderr  # whatever a library prints is not an answer
    ready = {"ready": version, "forms": {name: form.threshold for name, form in forms.items()}}
    answers.write(json.dumps(ready) + "\n")
    answers.flush()
    for line in sys.stdin:
        answers.write(json.dumps(answer(json.loads(line), forms)) + "\n")
        answers.flush()
