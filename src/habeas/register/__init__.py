"""The record: the append-only log, what is projected from it, and who may see it. The only SQL in the house.

Others read through `habeas.register.read` and write through `habeas.register.write`; the tables are nobody else's.
"""
