"""What the first readers of a process would wait for: worked out while nobody asks yet, and kept as for any reader.

A reader who comes meanwhile waits for the same work, and does not do it again.
"""

import gc

from habeas.register import read
from habeas.register.query import Query

from . import between, claims, front, public
from .called import called
from .front import Question
from .list_editions import every_edition
from .register_told import held_here


def work_out() -> None:
    """The front page's figure, what changed in its month, and everybody's names; then how much there is, and the lists.

    And the collector's long way through what was read.
    """
    with read.snapshot():
        seen = public.view()
        between.in_a_month(front.front(Question(public.today()), seen))
        called(seen)
    gc.collect()
    with read.snapshot():
        seen = public.view()
        claims.count(Query(), seen)
        held_here(seen)
        every_edition(seen, public.today())
