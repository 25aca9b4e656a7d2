"""Counting: a rule applied to the people of a register on a day, with the bounds that uncertain days leave.

A number never leaves this room without its bounds and the claims it rests on. No clock, no disk.
"""
