"""The invented country of Zalesia, drawn from a seed: what happened, what three keepers learned of it, and the files.

Pure and deterministic: the same seed gives the same bytes, on any machine. Nobody here exists, and no place. What is to
be answered is worked out in `reckon` by plain loops over dictionaries, without any other room of the house.
"""
