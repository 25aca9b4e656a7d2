"""Long lists: people of Zalesia by thousands, of whom most are on both, in two scripts, with slips."""

import random
from datetime import date, timedelta

from habeas.zalesia import names
from habeas.zalesia.dice import Dice

from .trial import Trial, somebody

SHARE_OF_BOTH, SLIPS = 0.8, 0.05
FIRST = names.FIRST


def trial(people: int) -> Trial:
    """Two lists of so many people, of whom four fifths are on both; a made-up middle part keeps names apart."""
    dice, chance = Dice("long lists"), random.Random(12)
    both = int(people * SHARE_OF_BOTH)
    drawn = [_person(dice, chance) for _ in range(2 * people - both)]
    ones = [
        somebody(f"a{at}", name, born=born, detained=taken) for at, (name, born, taken) in enumerate(drawn[:people])
    ]
    others = []
    for at, (name, born, taken) in enumerate((*drawn[:both], *drawn[people:])):
        taken = _slipped(taken) if chance.random() < SLIPS else taken
        others.append(somebody(f"b{at}", _cyrillic(name), born=born, detained=taken))
    return Trial(f"{people:,} people", ones, others, frozenset((at, at) for at in range(both)))


def _person(dice: Dice, chance: random.Random) -> tuple[str, str, str]:
    name = names.drawn(dice, "m" if chance.random() < 0.8 else "f")
    given, _, family = name.partition(" ")
    family = f"{family}-{chance.choice(FIRST)}{chance.choice(names.LAST)}"
    born = date(1950, 1, 2) + timedelta(days=chance.randrange(18_000))
    taken = date(2020, 8, 9) + timedelta(days=chance.randrange(900))
    return f"{given} {family}", born.isoformat(), taken.isoformat()


def _cyrillic(name: str) -> str:
    return " ".join("-".join(names.cyrillic(part) for part in word.split("-")) for word in name.split())


def _slipped(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
