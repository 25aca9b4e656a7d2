"""What was taken away since the entry at which one looks: an answer cited as of it says how much."""

from dataclasses import dataclass

from habeas.register import erase, read
from habeas.register.read import View

from .accounts import accounts


@dataclass(frozen=True, slots=True)
class Gone:
    """How many claims were erased since, and how many sealed, closed, or withdrawn for consent or law."""

    erased: int
    hidden: int

    def as_json(self) -> dict[str, int]:
        """The documented keys, as a tally has them."""
        return {"erased_since": self.erased, "hidden_since": self.hidden}


def gone(seen: View) -> Gone:
    """What could be seen at the entry and cannot be now, asked once for a state of the register."""
    every = accounts(seen)
    erased = every.kept("erased", lambda: erase.erased_since(seen.at.seq, seen.ceiling))
    return Gone(erased, every.kept("hidden", lambda: read.hidden_since(seen)))
