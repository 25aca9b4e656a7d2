"""One name: how it is folded for search. Pure."""
