"""From acts to custody: what the claims about one person allow, and what they do not.

One person at a time and one day at a time; counting is the next room's. No clock, no disk.
"""
