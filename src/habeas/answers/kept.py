"""What is worked out once and kept in this process, for as long as the register stands where it stood.

Every answer is a function of the register's state and of what is asked, so what was worked out for one reader serves
the next. The first question after the log has moved on empties everything that is kept here, and what a late thread
worked out of an older state is not put back: from then on nothing that was erased or sealed is kept. What can go on
from an older state (`goes_on`) stays until it does, unless something was erased or sealed since. A server that nobody
asks keeps what it had until it is asked again, or stopped.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from habeas.register import log, write
from habeas.register.chain import Head

from . import remembered

Made = TypeVar("Made")
State = tuple[str, Head]
MOST = 64

_LOCK = Lock()  # of everything that is kept; never held while something is made
_EVERY: "WeakSet[Kept[Any]]" = WeakSet()
_newest: State | None = None
_hidden_by: State | None = None  # the first state that was seen after something was erased or sealed


def state() -> State:
    """Where the register that is open stands: its folder and the last entry of its log."""
    return str(write.register_folder()), log.head()


def forget() -> None:
    """Forget everything that is kept: from here on the process is as one that has just begun."""
    global _newest
    with _LOCK:
        _newest = None
        for one in _EVERY:
            one._forget(hidden=True)
        remembered.let_go()


class Kept(Generic[Made]):
    """The last few values that were made, by key, all of the newest state that anything here was asked at.

    Of several threads that want the same value one makes it, while the others wait for it. `goes_on`: what is kept of
    an older state is given to whoever makes the next (`before`). `stays`: what is kept is of whatever holds this, and
    not of a state. Both are emptied where something was erased or sealed. `weighs`: `most` is not how many values are
    kept but how much they weigh together.
    """

    def __init__(
        self,
        most: int = MOST,
        *,
        goes_on: bool = False,
        stays: bool = False,
        weighs: Callable[[Made], int] | None = None,
    ) -> None:
        self._most, self._goes_on, self._stays, self._weighs = most, goes_on, stays, weighs
        self._before: dict[Hashable, Made] = {}
        self._found: OrderedDict[Hashable, Made] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._weight = 0  # of all that was found
        with _LOCK:
            _EVERY.add(self)

    def get(self, at: State | None, key: Hashable, make: Callable[[], Made]) -> Made:
        """The value of `key` at a state, made by `make` where it is not kept; None: of whatever holds this."""
        with _LOCK:
            if not _stands(at):
                turn = Lock()
            elif key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
            else:
                turn = self._making.setdefault(key, Lock())
        with turn:
            try:
                return self._made(at, key, make)
            finally:
                with _LOCK:
                    if not self._goes_on and self._making.get(key) is turn:
                        del self._making[key]

    def _made(self, at: State | None, key: Hashable, make: Callable[[], Made]) -> Made:
        """Made in one's turn, unless whoever had the turn before has made it."""
        with _LOCK:
            if _stands(at) and key in self._found:
                return self._found[key]
        made = make()
        with _LOCK:
            if _stands(at):
                self._drop(key)  # where it was forgotten meanwhile that it is being made, another may have made it too
                self._found[key] = made
                self._weight += self._weigh(made)
                self._stored(key, made)
                while self._weight > self._most:
                    self._drop(next(iter(self._found)))
            elif self._goes_on and _nothing_hidden_since(at):
                self._before.setdefault(key, made)
        return made

    def _stored(self, key: Hashable, made: Made) -> None:
        """What else is done with a value that is kept from here on; under the lock."""

    def _drop(self, key: Hashable) -> None:
        if key in self._found:
            self._weight -= self._weigh(self._found.pop(key))

    def _weigh(self, made: Made) -> int:
        return self._weighs(made) if self._weighs else 1

    def before(self, key: Hashable) -> Made | None:
        """The last value of `key` of an older state, given away; None where nothing goes on from there."""
        with _LOCK:
            return self._before.pop(key, None)

    def let_go(self, key: Hashable) -> None:
        """Keep the value of this key no longer."""
        with _LOCK:
            self._drop(key)

    def items(self) -> list[tuple[Hashable, Made]]:
        """What is kept, by key."""
        with _LOCK:
            return list(self._found.items())

    @property
    def holds(self) -> bool:
        """Whether there is anything here that an older state leaves."""
        return (self._goes_on or self._stays) and bool(self._found or self._before or self._making)

    def _forget(self, *, hidden: bool) -> None:
        if self._stays and not hidden:
            return
        older = {} if hidden or not self._goes_on else {**self._before, **self._found}
        self._before = dict(list(older.items())[-self._most :])
        self._found, self._weight = OrderedDict(), 0
        # Whoever is still making what can go on has the turn, and whoever wants the next waits to go on from there.
        self._making = {key: turn for key, turn in self._making.items() if self._goes_on and turn.locked()}


def _stands(at: State | None) -> bool:
    """Whether nothing newer was seen; a newer state than any before empties everything. Under the lock."""
    global _newest, _hidden_by
    if at is None or at == _newest:
        return True
    if _newest is not None and at[0] == _newest[0] and at[1].seq < _newest[1].seq:
        return False
    asked = any(one.holds for one in _EVERY)  # whether anything was hidden: not where nothing can go on
    hidden = _newest is None or at[0] != _newest[0] or (asked and log.hides_since(_newest[1]))
    _newest, _hidden_by = at, at if hidden else _hidden_by
    for one in _EVERY:
        one._forget(hidden=hidden)
    if hidden or not asked:
        remembered.let_go()
    return True


def _nothing_hidden_since(at: State | None) -> bool:
    """Whether what was made of an older state may still serve. Under the lock."""
    return at is not None and (_hidden_by is None or (at[0] == _hidden_by[0] and at[1].seq >= _hidden_by[1].seq))
