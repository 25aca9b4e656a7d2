"""Two lists with a known answer, and what is found of it: false merges first, then who was missed."""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.claims.when import When
from habeas.linkage.across import Kind, TwoLists, Verdicts, side_by_side
from habeas.linkage.listed import Day, Listed, Told

Pair = tuple[int, int]


@dataclass(frozen=True)
class Trial:
    """Two lists, and which places of the one and the other are one person."""

    name: str
    ones: Sequence[Listed]
    others: Sequence[Listed]
    truth: frozenset[Pair]


@dataclass(frozen=True)
class Found:
    """Of each class how many pairs, and how many of them are right; whom nothing found."""

    trial: Trial
    classes: dict[Kind, tuple[int, int]]
    missed: frozenset[Pair]

    @property
    def false_merges(self) -> int:
        """Matched pairs that are two people."""
        many, right = self.classes[Kind.matched]
        return many - right

    @property
    def recall(self) -> float:
        """The share of those on both lists who are matched, probably matched or in the queue with the right one."""
        return 1 - len(self.missed) / len(self.trial.truth) if self.trial.truth else 1.0


def tried(trial: Trial) -> Found:
    """What linking without any judgement finds."""
    return judged_by(trial, side_by_side(trial.ones, trial.others, Verdicts()))


def judged_by(trial: Trial, two: TwoLists) -> Found:
    """What was found, held against the truth; a rival is in the queue as well."""
    shown = {pair for found in two.pairs for pair in ((found.one, found.other), *found.rivals)}
    classes = {
        kind: (len(pairs := two.of(kind)), sum((pair.one, pair.other) in trial.truth for pair in pairs))
        for kind in Kind
    }
    return Found(trial, classes, trial.truth - shown)


def day(edtf: str) -> Day:
    """A day as a list writes it."""
    when = When.of(edtf)
    return Day(when.earliest, when.latest, edtf)


def somebody(
    key: str, *names: str, born: str = "", sex: str = "", region: str = "", recognised: str = "", **acts: str
) -> Listed:
    """Somebody on a list: days as EDTF, several of one act parted by spaces."""
    return Listed(
        records=(key,),
        person=key,
        names=names,
        births=(day(born),) if born else (),
        sexes=frozenset((sex,)) if sex else frozenset(),
        regions=(region,) if region else (),
        acts=tuple(Told(act, day(each)) for act, days in acts.items() for each in days.split()),
        recognised=recognised == "yes",
    )
