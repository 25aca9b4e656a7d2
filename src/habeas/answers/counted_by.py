"""By which rule and through which lens a figure is asked for: those of the register, and the two that are built in.

A rule or a lens is named, its newest version meant; `NAME@VERSION` names an older one.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Protocol, TypeVar

from habeas.claims.wording import in_a_row, say
from habeas.names.fold import fold
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


def as_json(seen: View) -> dict[str, list[dict[str, object]]]:
    """The rules and lenses of this reader in the documented shape."""
    return {"rules": [_rule(one) for one in rules(seen)], "lenses": [_in_full(one) for one in lenses(seen)]}


def rule_named(text: str, seen: View) -> Rule:
    """The rule of this name, or NAME@VERSION; *held* where none is named. Raises AskError where there is none."""
    return _named(text, _rules(seen), "rule") if text.strip() else HELD


def lens_named(text: str, seen: View) -> Lens:
    """The lens of this name, or NAME@VERSION; *every accepted claim* where none is named. Raises AskError."""
    return _named(text, _lenses(seen), "lens") if text.strip() else EVERY


def lens_asked(text: str, rule: Rule, seen: View) -> Lens:
    """The lens of this name; where none is named the rule's own, else *every accepted claim*. Raises AskError."""
    return lens_named(text, seen) if text.strip() else lens_of(rule, seen)


def lens_of(rule: Rule, seen: View) -> Lens:
    """The lens that a rule is asked with where none is named. Raises AskError where this reader may not see it."""
    if rule.lens is None:
        return EVERY
    found = [one for one in _lenses(seen) if one.name == rule.lens]
    if not found:
        why = say("the rule “{rule}” is asked with a lens that may not be seen here: name another", rule=say(rule.name))
        raise AskError("lens", why)
    return max(found, key=lambda one: one.version)


def _in_full(one: Rule | Lens) -> dict[str, object]:
    return {"name": one.name, "version": one.version, "sentence": one.sentence}


def _rule(one: Rule) -> dict[str, object]:
    counts: dict[str, object] = {"quantity": one.quantity, "unit": one.unit, "complete": one.complete}
    return _in_full(one) | counts | ({"lens": one.lens} if one.lens else {})


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
            told = {"name": name[:60], "version": version[:9], "known": ", ".join(versions)}
            raise AskError(
                what, say("the {what} “{name}” has no version {version}: it has {known}", what=say(what), **told)
            )
        instead = _instead(said, known)
        why = say(
            "“{said}” is not a {what} of this register: {instead}", said=said[:60], what=say(what), instead=instead
        )
        raise AskError(what, why)
    return max(found, key=lambda one: one.version)


def _instead(said: str, known: Sequence[Any]) -> str:
    """What to write instead: the name that is nearest first, where one is near."""
    names = [one.name for one in _newest(known)]
    folded = {fold(name): name for name in names}
    begun = [one for one in folded if one.startswith(fold(said))] if fold(said) else []
    near = begun or get_close_matches(fold(said), folded, 1)
    every = in_a_row(say("“{name}”", name=say(name)) for name in names)
    if not near:
        return say("write one of {known}", known=every)
    return say("is “{near}” meant? Else write one of {known}", near=say(folded[near[0]]), known=every)


def _newest(known: Sequence[Any]) -> list[Any]:
    found: dict[str, Any] = {}
    for one in sorted(known, key=lambda one: one.version):
        found[one.name] = one
    return [found[name] for name in dict.fromkeys(one.name for one in known)]
