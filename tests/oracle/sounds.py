"""The log-odds of the best alignment of two sounds, by trying every first step: slow and obvious."""

from functools import cache

from habeas.names.sounds.odds import GAP, Table


def best_odds(one: bytes, other: bytes, table: Table) -> int:
    """The most that any alignment of two sounds adds up to."""

    @cache
    def rest(x: int, y: int) -> int:
        ways = []
        if x < len(one) and y < len(other):
            ways.append(table[one[x]][other[y]] + rest(x + 1, y + 1))
        if x < len(one):
            ways.append(table[one[x]][GAP] + rest(x + 1, y))
        if y < len(other):
            ways.append(table[GAP][other[y]] + rest(x, y + 1))
        return max(ways, default=0)

    return rest(0, 0)
