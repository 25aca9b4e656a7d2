"""Claims of an invented country, from a seed, in the shape that real lists have.

Waves of arrests over thirty years, people arrested again, reports that come late or in quarterly batches, days known to
the month or the year alone, claims retracted or corrected, records merged into one person, documents entered long after
they were known. Drawn in columns, so that ten million take seconds.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.claims.act import Act
from habeas.tally.table import ACT_NUMBER, NEVER

Days = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
SEED = 20250215
START, END = np.datetime64("1996-01-01", "D"), np.datetime64("2025-12-31", "D")
EPOCH = 719163  # of numpy's days, as an ordinal
FIRST_DAY, LAST_DAY = int(START.astype(np.int64)) + EPOCH, int(END.astype(np.int64)) + EPOCH
REGIONS, SEXES = 16, 3  # the third sex: not said
PEAKS = np.array([300, 1600, 2900, 5500, 8990, 9400, 9900])  # days after the first on which a wave begins
SPELLS = (
    (0.26, (Act.detained, Act.released)),
    (0.12, (Act.detained, Act.remanded, Act.released)),
    (0.16, (Act.detained, Act.remanded, Act.sentenced, Act.term_served)),
    (0.10, (Act.detained, Act.remanded, Act.sentenced)),
    (0.08, (Act.detained,)),
    (0.06, (Act.remanded, Act.sentenced, Act.transferred, Act.pardoned)),
    (0.07, (Act.detained, Act.confined_at_home, Act.sentenced_suspended)),
    (0.07, (Act.sentenced, Act.released)),
    (0.04, (Act.held, Act.released)),
    (0.04, (Act.detained, Act.restricted, Act.amnestied)),
)


class Drawn(NamedTuple):
    """Columns of claims by person, then by entry; days are ordinals. `sex` and `region` have a row a person."""

    person: Days
    order: Days
    first: Days
    last: Days
    known: Days
    known_to: Days
    act: Days
    sex: npt.NDArray[np.int8]
    region: npt.NDArray[np.int8]

    @property
    def size(self) -> int:
        """How many claims."""
        return len(self.person)


class _Told(NamedTuple):
    """Claims before they are put in order: of which record, what on which day, known from and until."""

    record: Days
    act: Days
    day: Days
    known: Days
    known_to: Days

    def of(self, rows: Mask) -> "_Told":
        return _Told(*(column[rows] for column in self))


def draw(claims: int, seed: int = SEED) -> Drawn:
    """So many claims."""
    chance = np.random.default_rng(seed)
    records = max(claims // 2, 50)
    record, act, day = _lives(chance, records)
    known = day + _lag(chance, day)
    told = _Told(record, act, day, known, np.full(len(day), NEVER))
    told = told.of((day <= LAST_DAY) & (known <= LAST_DAY))
    told = _corrected(chance, _retracted(chance, told))
    first, last = _as_told(chance, told)
    person = _merged(chance, told.record, records)
    entered = np.argsort(np.argsort(_entered(chance, told.known), kind="stable"), kind="stable")
    rows = np.lexsort((entered, person))[:claims]
    assert len(rows) == claims, "too few records were drawn"
    people = int(person[rows[-1]]) + 1
    columns = [one[rows] for one in (person, entered, first, last, told.known, told.known_to, told.act)]
    sex = chance.choice(SEXES, people, p=(0.18, 0.72, 0.10)).astype(np.int8)
    region = chance.choice(REGIONS, people, p=_falling(REGIONS)).astype(np.int8)
    return Drawn._make((*columns, sex, region))


def _lives(chance: np.random.Generator, records: int) -> tuple[Days, Days, Days]:
    """Of which record, which act, on which day: one to six spells each."""
    spells = np.minimum(chance.geometric(0.72, records), 6)
    kind = chance.choice(len(SPELLS), spells.sum(), p=[share for share, _ in SPELLS])
    lengths = np.array([len(acts) for _, acts in SPELLS])[kind]
    acts = np.array([[ACT_NUMBER[act] for act in (acts * 4)[:4]] for _, acts in SPELLS])
    begins = np.cumsum(lengths) - lengths
    within = np.arange(lengths.sum()) - np.repeat(begins, lengths)
    record = np.repeat(np.repeat(np.arange(records), spells), lengths)
    gap = np.exp(chance.normal(4.4, 1.3, len(record))).astype(np.int64) * (chance.random(len(record)) > 0.05)
    gap[begins] = chance.exponential(700, len(begins)).astype(np.int64) + 1
    own = np.flatnonzero(np.concatenate(([True], record[1:] != record[:-1])))
    gap[own] = 0
    passed = np.cumsum(gap)
    return record, acts[np.repeat(kind, lengths), within], (_begun(chance, records) - passed[own])[record] + passed


def _begun(chance: np.random.Generator, records: int) -> Days:
    """The day of the first arrest: two in three in a wave that dies away, the rest on any day."""
    wave = PEAKS[chance.integers(0, len(PEAKS), records)] + chance.exponential(60, records).astype(np.int64)
    any_day = chance.integers(0, LAST_DAY - FIRST_DAY, records)
    return np.where(chance.random(records) < 0.67, wave, any_day) + FIRST_DAY


def _lag(chance: np.random.Generator, day: Days) -> Days:
    """Days until it was known: most soon, many late, one in eight with the list of the quarter."""
    soon = chance.geometric(0.2, len(day)) - 1
    late = chance.exponential(160, len(day)).astype(np.int64)
    batch = 91 - day % 91 + 91 * (chance.geometric(0.5, len(day)) - 1)
    share = chance.random(len(day))
    return np.where(share < 0.6, soon, np.where(share < 0.88, late, batch)).astype(np.int64)


def _retracted(chance: np.random.Generator, told: _Told) -> _Told:
    given_up = told.known + 1 + chance.exponential(200, len(told.day)).astype(np.int64)
    gone = (chance.random(len(told.day)) < 0.02) & (given_up <= LAST_DAY)
    return told._replace(known_to=np.where(gone, given_up, NEVER))


def _corrected(chance: np.random.Generator, told: _Told) -> _Told:
    """One in fifty is replaced by one of another day, known when the first was given up."""
    again = told.known + 1 + chance.exponential(100, len(told.day)).astype(np.int64)
    some = (chance.random(len(told.day)) < 0.02) & (told.known_to == NEVER) & (again <= LAST_DAY)
    day = told.day[some] + chance.integers(-20, 21, int(some.sum()))
    later = _Told(told.record[some], told.act[some], np.minimum(day, again[some]), again[some], told.known_to[some])
    before = told._replace(known_to=np.where(some, again, told.known_to))
    return _Told(*(np.concatenate(both) for both in zip(before, later, strict=True)))


def _as_told(chance: np.random.Generator, told: _Told) -> tuple[Days, Days]:
    """First and last possible day: one in twelve known to the month, one in fifty to the year, none after it was
    known."""
    share, day = chance.random(len(told.day)), told.day
    first, last = day.copy(), day.copy()
    for unit, some in (("M", share < 0.08), ("Y", share > 0.98)):
        units = (day[some] - EPOCH).astype("datetime64[D]").astype(f"datetime64[{unit}]")
        first[some] = units.astype("datetime64[D]").astype(np.int64) + EPOCH
        last[some] = (units + 1).astype("datetime64[D]").astype(np.int64) + EPOCH - 1
    return first, np.minimum(last, told.known)


def _merged(chance: np.random.Generator, record: Days, records: int) -> Days:
    """The person of each claim: one record in thirty is judged to be the somebody of another."""
    somebody = np.arange(records)
    one, other = chance.permutation(records)[: 2 * (records // 30)].reshape(2, -1)
    somebody[one] = other
    return np.unique(somebody[record], return_inverse=True)[1].astype(np.int64)


def _entered(chance: np.random.Generator, known: Days) -> Days:
    """When it was entered: most within days of being known, one in twelve from an archive, years later."""
    old = chance.random(len(known)) < 0.08
    return known + np.where(old, chance.integers(0, 2000, len(known)), chance.geometric(0.3, len(known)))


def _falling(size: int) -> npt.NDArray[np.float64]:
    """Shares of regions: the second half as large as the first, and so on as 1, 1/2, 1/3."""
    share = 1 / np.arange(1, size + 1, dtype=np.float64)
    found: npt.NDArray[np.float64] = share / share.sum()
    return found
