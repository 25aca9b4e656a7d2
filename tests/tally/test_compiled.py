"""What numba keeps compiled is of the loops as they stand: it looks at one file alone, not at those that it calls."""

from hashlib import sha256
from pathlib import Path

import pytest

from habeas.tally.loops import INSTALLED

ROOM = Path(__file__).parents[2] / "src" / "habeas" / "tally"


@pytest.mark.skipif(not INSTALLED, reason="numba is not installed")
def test_the_loop_over_people_says_which_loops_it_stands_on() -> None:
    from habeas.tally.compiled_people import STANDS_ON

    called = b"".join((ROOM / f"compiled_{name}.py").read_bytes() for name in ("acts", "exact", "order"))
    assert sha256(called).hexdigest()[:16] == STANDS_ON, "write it into compiled_people.py: what is kept is then stale"
