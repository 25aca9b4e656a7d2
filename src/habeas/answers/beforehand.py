"""What the first readers of a process would wait for: worked out while nobody asks yet, and kept as for any reader.

A reader who comes meanwhile waits for the same work, and does not do it again.
"""

import gc

from habeas.register import read

from . import front, public
from .called import called
from .front import Question


def work_out() -> None:
    """The figure of the front page and everybody's names; what is kept of them is set aside from the collector.

    Of a large register that is millions of objects, none of them garbage, through which the collector would go again
    and again.
    """
    with read.snapshot():
        seen = public.view()
        front.front(Question(public.today()), seen)
        called(seen)
    gc.collect()
    gc.freeze()
