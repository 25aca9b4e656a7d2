"""`habeas rules`: by what can be counted here and whose claims can be trusted, each with the sentence that says so."""

from typing import TYPE_CHECKING, Any

from . import asked, show
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.tally.lens import Lens
    from habeas.tally.rule import Rule


def rules(at: asked.AtOption = None, register: RegisterOption = HERE, json: JsonOption = False) -> None:
    """List the rules and lenses of this register, the newest version of each, with what they say in full.

    A rule says what is counted, a lens whose claims are admitted; a rule may name the lens that it is asked with.

    Examples:

    - `habeas rules`

    - `habeas rules --json`
    """
    open_register(register)
    from habeas.answers.counted_by import lenses
    from habeas.answers.counted_by import rules as every_rule
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access

    seen = view(at, Access.staff)
    counted, trusted = every_rule(seen), lenses(seen)
    if json:
        told = {"rules": [_of_rule(one) for one in counted], "lenses": [_named(one) for one in trusted]}
        show.as_json({"at": str(seen.at), "access": seen.ceiling.name} | told)
        return
    rows = [(one.name, str(one.version), one.quantity, one.lens or "", one.sentence) for one in counted]
    show.table(("rule", "version", "counts", "asked with the lens", "in full"), rows, numbers=(1,))
    show.line("")
    show.table(("lens", "version", "in full"), [(one.name, str(one.version), one.sentence) for one in trusted], (1,))
    how_many = f"{show.counted(len(counted), 'rule')}, {show.counted(len(trusted), 'lens', 'lenses')}"
    show.line(f"{how_many}; at {seen.at}")


def _named(one: "Rule | Lens") -> dict[str, Any]:
    return {"name": one.name, "version": one.version, "sentence": one.sentence}


def _of_rule(one: "Rule") -> dict[str, Any]:
    told = {"quantity": one.quantity, "unit": one.unit, "complete": one.complete}
    return _named(one) | told | ({"lens": one.lens} if one.lens else {})
