"""Sanctions: what an issuer has in force against a target on a day, what it announced, and what a headline made of it.

Everything is worked out from acts that claims tell of (`event`). An announcement puts nothing in force, a licence takes
nobody off a list, and a name that is gone from a list is missing until an act is cited.
"""
