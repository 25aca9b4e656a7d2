"""What is counted: a rule has a name, a version, and a sentence that a reader can hold it to.

A figure names the version of its rule; a rule that is changed is a new version, never an edit.
"""

from dataclasses import dataclass
from typing import Literal

from habeas.claims.act import CustodyState


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `sentence` says in full what `quantity`, `unit` and `states` (custody states counted) make of it."""

    name: str
    version: int
    sentence: str
    quantity: Literal["stock"]
    unit: Literal["persons"]
    states: frozenset[CustodyState]


HELD = Rule(
    name="held",
    version=1,
    sentence=(
        "Counts each person who at the end of the day is in police custody, in detention before or during trial, "
        "serving a sentence, or held without its being said how: the day of arrest is counted and the day of leaving "
        "is not. Confinement at home and restricted liberty are not counted."
    ),
    quantity="stock",
    unit="persons",
    states=frozenset({CustodyState.police, CustodyState.pretrial, CustodyState.serving, CustodyState.unknown}),
)
