"""Who is one person, as a reader sees it: kept in this process (see `kept`), and gone on with after an entry."""

from typing import NamedTuple

from habeas.linkage.clusters import Clusters
from habeas.register import clustered, read
from habeas.register.read import View
from habeas.register.since import since as entered_since

from .kept import Kept, state


class Joined(NamedTuple):
    """The persons of a view, and the last entry of the log when they were worked out."""

    seen: View
    persons: Clusters
    stood: int


_KEPT: Kept[Joined] = Kept(8, goes_on=True)


def persons(seen: View) -> Clusters:
    """Which records and agents are one person: see `register.clustered.persons`."""
    stands = state()
    key = seen.ceiling if seen.at == stands[1] else seen

    def made() -> Joined:
        with read.snapshot():
            before = _KEPT.before(key)
            return Joined(seen, _worked_out(before, seen, stands[1].seq), stands[1].seq)

    return _KEPT.get(stands, key, made).persons


def _worked_out(before: Joined | None, seen: View, stood: int) -> Clusters:
    since = entered_since(before.stood, stood, seen) if before else None
    if before is None or since is None:
        return clustered.persons(seen)
    return clustered.persons_after(before.persons, before.seen.at.seq, seen, since.joined)
