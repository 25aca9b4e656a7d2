"""By which rule and through which lens a figure is asked for: those of the register, and the two that are built in.

A rule or a lens is named, its newest version meant; `NAME@VERSION` names an older one.
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from habeas.register import counted_by as register
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule

from .kept import Kept, state
from .public import AskError


class _Versioned(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> int: ...


Any = TypeVar("Any", bound=_Versioned)


def rules(seen: View) -> list[Rule]:
    """The newest version of every rule that this reader may ask by, the built-in one first."""
    return _newest(_rules(seen))


def lenses(seen: View) -> list[Lens]:
    """The newest version of every lens, the built-in one first."""
    return _newest(_lenses(seen))


def rule_named(text: str, seen: View) -> Rule:
    """The rule of this name, or NAME@VERSION; *held* where none is named. Raises AskError where there is none."""
    return _named(text, _rules(seen), "rule") if text.strip() else HELD


def lens_named(text: str, seen: View) -> Lens:
    """The lens of this name, or NAME@VERSION; *every accepted claim* where none is named. Raises AskError."""
    return _named(text, _lenses(seen), "lens") if text.strip() else EVERY


_RULES: Kept[list[Rule]] = Kept(4)
_LENSES: Kept[list[Lens]] = Kept(4)


def _rules(seen: View) -> list[Rule]:
    return _RULES.get(state(), seen, lambda: [HELD, *register.rules(seen)])


def _lenses(seen: View) -> list[Lens]:
    return _LENSES.get(state(), seen, lambda: [EVERY, *register.lenses(seen)])


def _named(text: str, known: Sequence[Any], what: str) -> Any:
    said = " ".join(text.split())
    name, at, version = said.rpartition("@")
    exact = [one for one in known if one.name == name and str(one.version) == version] if at else []
    found = exact or [one for one in known if one.name == said]
    if not found:
        versions = [str(one.version) for one in known if one.name == name]
        if versions:
            raise AskError(what, f"the {what} “{name[:60]}” has no version {version[:9]}: it has {', '.join(versions)}")
        names = ", ".join(one.name for one in _newest(known))
        raise AskError(what, f"“{said[:60]}” is not a {what} of this register: write one of {names}")
    return max(found, key=lambda one: one.version)


def _newest(known: Sequence[Any]) -> list[Any]:
    found: dict[str, Any] = {}
    for one in sorted(known, key=lambda one: one.version):
        found[one.name] = one
    return [found[name] for name in dict.fromkeys(one.name for one in known)]
