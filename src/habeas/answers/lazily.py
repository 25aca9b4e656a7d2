"""A mapping whose values are worked out when they are asked for, each once: of many, a page shows a few."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Lazily(Mapping[Key, Value]):
    """What `find` finds of each of some keys, which keep their order."""

    def __init__(self, keys: Iterable[Key], find: Callable[[Key], Value]) -> None:
        self._keys, self._find = dict.fromkeys(keys), find
        self._found: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        if key not in self._keys:
            raise KeyError(key)
        if key not in self._found:
            self._found[key] = self._find(key)
        return self._found[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
