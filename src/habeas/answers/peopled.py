"""Of whom an affirmed act was known on a day: the people of a table, by number."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from habeas.tally.table import Table


@dataclass(frozen=True, eq=False)
class Peopled:
    """People of a table: by number, whether they are among them."""

    table: Table
    here: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return int(np.count_nonzero(self.here))

    def __contains__(self, person: str) -> bool:
        number = self.table.number.get(person)
        return number is not None and bool(self.here[number])


def peopled(table: Table, day: int) -> Peopled:
    """Everybody of a table of whom an affirmed act was known on a day (an ordinal)."""
    acts = table.acts
    here = (acts.known <= day) & (day < acts.known_to) & ~acts.denied
    up_to = np.zeros(len(here) + 1, dtype=np.int32)
    np.cumsum(here, out=up_to[1:])
    return Peopled(table, np.diff(up_to[acts.person_start]) > 0)
