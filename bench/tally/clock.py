"""Which clock times the engine and its peers: the one on the wall, or the processor's.

On a machine that others keep busy the clock on the wall tells how long one waited, too. There
HABEAS_BENCH_CLOCK=processor asks for the time that the processors worked for this process, on all its threads together,
and leaves out PostgreSQL, which is a process of its own.
"""

import os
from time import perf_counter, process_time

BY_PROCESSOR = os.environ.get("HABEAS_BENCH_CLOCK") == "processor"
clock = process_time if BY_PROCESSOR else perf_counter
