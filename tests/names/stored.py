"""A table of search keys in memory: the plainest that `habeas.names.ranking` can ask."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from habeas.names.keys import keys, rows


class Names:
    """Names by whose they are, with the keys of their words."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._rows = [(whose, *row) for whose, name in names.items() for row in sorted(rows(name))]
        self._keys = [(key, word, of) for word in sorted({row[1] for row in self._rows}) for key, of in keys(word)]

    def words(self, keys: Collection[str]) -> Iterable[tuple[str, str, str]]:
        """As the protocol says."""
        return [row for row in self._keys if row[0] in keys]

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """As the protocol says."""
        return Counter(row[1] for row in self._rows if row[1] in words)

    def names(self, words: Sequence[str], beside: Collection[str] | None, most: int) -> Iterable[tuple[str, str]]:
        """As the protocol says."""
        found = [row for row in self._rows if row[1] in words and (beside is None or row[2] in beside)]
        return [(whose, form) for whose, _, _, form in found[:most]]
