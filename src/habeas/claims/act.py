"""What can be done to a person's liberty, and the one table that says what each act finds and leaves.

Only an act whose day means `happened` or `state_seen` belongs here: what was merely decided, announced or planned
(a decree signed, a sentence due to end) moves nobody, and is not handed on as an act.
The terms in `huridocs` are those of the HURIDOCS Micro-thesauri (2001), list and code as HURIDOCS's own OpenEvSys
holds them; where no term says the same thing the tuple is empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Side(StrEnum):
    """Which side of custody: `in` is any custody state, also confinement at home and restricted liberty."""

    in_ = "in"
    free = "free"
    nothing = "nothing said"


class CustodyState(StrEnum):
    """In what custody a person is; whether a state is counted is a rule's business."""

    police = "police"
    pretrial = "pretrial"
    serving = "serving"
    home = "home"
    restricted = "restricted"
    unknown = "unknown"


class Act(StrEnum):
    """What is claimed to have been done, or (`held`, `at_liberty`) to have been seen on a day."""

    held = "held"
    at_liberty = "at_liberty"
    detained = "detained"
    remanded = "remanded"
    charged = "charged"
    sentenced = "sentenced"
    sentenced_in_absentia = "sentenced_in_absentia"
    sentenced_suspended = "sentenced_suspended"
    transferred = "transferred"
    confined_at_home = "confined_at_home"
    restricted = "restricted"
    released = "released"
    bailed = "bailed"
    acquitted = "acquitted"
    pardoned = "pardoned"
    amnestied = "amnestied"
    term_served = "term_served"
    exchanged = "exchanged"
    deported = "deported"
    escaped = "escaped"
    returned = "returned"
    died = "died"


@dataclass(frozen=True, slots=True)
class ActRow:
    """One row of the table: `state` is given exactly where the act leaves the person in custody."""

    finds: Side
    leaves: Side
    state: CustodyState | None
    huridocs: tuple[str, ...]
    meaning: str


_ARREST = "MT 4, 03 01 01: Arrest"
_DETENTION = "MT 4, 03 01 02: Detention, imprisonment"
_HOUSE_ARREST = "MT 4, 03 01 05: House arrest"
_EXILE = "MT 4, 05 01 02: Exile"
_DEAD = "MT 25, 01 01: Dead"
_RELEASED_OR_ESCAPED = "MT 25, 02 01: Arrested and released or escaped"
_RELEASED_INVESTIGATED = "MT 25, 02 01 01: Arrested and released - undergoing investigation"
_RELEASED_ON_TRIAL = "MT 25, 02 01 02: Arrested and released - undergoing trial"
_RELEASED_ACQUITTED = "MT 25, 02 01 04: Arrested and released - underwent trial and acquitted"
_RELEASED_SERVED = "MT 25, 02 01 05: Arrested and released - underwent trial and served sentence"
_ESCAPED = "MT 25, 02 01 09: Arrested and escaped"
_HELD = "MT 25, 02 02: Arrested and currently held"
_HELD_INVESTIGATED = "MT 25, 02 02 01: Arrested and currently held - undergoing investigation"
_HELD_ON_TRIAL = "MT 25, 02 02 02: Arrested and currently held - undergoing trial"
_HELD_SERVING = "MT 25, 02 02 03: Arrested and currently held - underwent investigation/trial and serving sentence"
_RESTRICTED = "MT 25, 03 01: Restricted in movement"
_DEPORTED = "MT 25, 03 02: Exiled; deported"

ACTS: Mapping[Act, ActRow] = MappingProxyType(
    {
        Act.held: ActRow(
            Side.in_,
            Side.in_,
            CustodyState.unknown,
            (_DETENTION, _HELD),
            "The person was seen, or is said to have been, in custody on that day.",
        ),
        Act.at_liberty: ActRow(
            Side.free,
            Side.free,
            None,
            (),
            "The person was seen, or is said to have been, out of custody on that day.",
        ),
        Act.detained: ActRow(
            Side.free,
            Side.in_,
            CustodyState.police,
            (_ARREST,),
            "The person was at liberty and was seized: arrested, picked up or taken from home.",
        ),
        # A remand says nothing of the hours before it: most come after an arrest, some take a person from bail.
        Act.remanded: ActRow(
            Side.nothing,
            Side.in_,
            CustodyState.pretrial,
            (_DETENTION, _HELD_INVESTIGATED, _HELD_ON_TRIAL),
            "A court or prosecutor ordered the person into detention before or during trial, and it was done.",
        ),
        Act.charged: ActRow(
            Side.nothing,
            Side.nothing,
            None,
            (),
            "An accusation was brought against the person, who may be in custody, at liberty or abroad.",
        ),
        # Sentence can be passed on somebody who came to court from home, so it finds nothing.
        Act.sentenced: ActRow(
            Side.nothing,
            Side.in_,
            CustodyState.serving,
            (_HELD_SERVING,),
            "A court gave the person, present, a term in custody that runs from that day.",
        ),
        Act.sentenced_in_absentia: ActRow(
            Side.nothing,
            Side.nothing,
            None,
            (),
            "A court gave the person a term without having him or her, which says nothing of where the person was.",
        ),
        Act.sentenced_suspended: ActRow(
            Side.nothing,
            Side.free,
            None,
            (),
            "A court gave the person a term that need not be served unless a condition is broken.",
        ),
        # Where to is said, in what state is not: prisons for the accused and for the convicted both send people on.
        Act.transferred: ActRow(
            Side.in_,
            Side.in_,
            CustodyState.unknown,
            (),
            "The person was moved from one place of custody to another.",
        ),
        # Both are reached from prison (an easing) and from liberty (a sentence), so they find nothing.
        Act.confined_at_home: ActRow(
            Side.nothing,
            Side.in_,
            CustodyState.home,
            (_HOUSE_ARREST,),
            "The person was ordered to stay at home, before trial or as a sentence.",
        ),
        Act.restricted: ActRow(
            Side.nothing,
            Side.in_,
            CustodyState.restricted,
            (_RESTRICTED,),
            "The person was ordered to live under set restrictions, in an open institution or under a curfew.",
        ),
        Act.released: ActRow(
            Side.in_,
            Side.free,
            None,
            (_RELEASED_OR_ESCAPED,),
            "The person was let out of custody, on whatever ground.",
        ),
        Act.bailed: ActRow(
            Side.in_,
            Side.free,
            None,
            (_RELEASED_INVESTIGATED, _RELEASED_ON_TRIAL),
            "The person was let out until trial on a surety or an undertaking.",
        ),
        Act.acquitted: ActRow(
            Side.nothing,
            Side.free,
            None,
            (_RELEASED_ACQUITTED,),
            "A court found the person not guilty, which ends any custody on that charge.",
        ),
        # Both are the leaving, not the decree. A decree is dated `decided` or `announced` and moves nobody until the
        # person is out; without this a person known only to have gone free by pardon would stay counted for ever.
        Act.pardoned: ActRow(
            Side.in_,
            Side.free,
            None,
            (),
            "The person left custody by an act of mercy to him or her by name.",
        ),
        Act.amnestied: ActRow(
            Side.in_,
            Side.free,
            None,
            (),
            "The person left custody under a law of amnesty; a term that was only shortened is no such act.",
        ),
        Act.term_served: ActRow(
            Side.in_,
            Side.free,
            None,
            (_RELEASED_SERVED,),
            "The person left custody at the end of the term; a term that should have ended by now is no such act.",
        ),
        Act.exchanged: ActRow(
            Side.in_,
            Side.free,
            None,
            (),
            "The person left custody by being handed over in return for somebody or something.",
        ),
        # People are deported from prison and from the street, and die in both: neither says where it found them.
        Act.deported: ActRow(
            Side.nothing,
            Side.free,
            None,
            (_EXILE, _DEPORTED),
            "The person was put out of the country.",
        ),
        Act.escaped: ActRow(
            Side.in_,
            Side.free,
            None,
            (_ESCAPED,),
            "The person got out of custody without leave.",
        ),
        Act.returned: ActRow(
            Side.free,
            Side.in_,
            CustodyState.unknown,
            (),
            "The person was taken back into custody after an escape, a leave or a deportation.",
        ),
        Act.died: ActRow(
            Side.nothing,
            Side.free,
            None,
            (_DEAD,),
            "The person died, and is in nobody's custody.",
        ),
    }
)
