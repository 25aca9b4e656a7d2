"""Many records, one person: what follows from the judgements that join and part them.

A person is computed, never stored: take a judgement away and the records stand apart again. No clock, no disk.
"""
