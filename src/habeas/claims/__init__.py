"""The vocabulary: what a claim is made of. Standard library only; no clock, no disk.

Every other room speaks these words and may import this one; it imports none of them.
"""
