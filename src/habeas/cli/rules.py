"""`habeas rules`: by what can be counted here and whose claims can be trusted, each with the sentence that says so."""

from . import asked, show
from .opening import HERE, JsonOption, RegisterOption, open_register


def rules(at: asked.AtOption = None, register: RegisterOption = HERE, json: JsonOption = False) -> None:
    """List the rules and lenses of this register, the newest version of each, with what they say in full.

    A rule says what is counted, a lens whose claims are admitted; a rule may name the lens that it is asked with.

    Examples:

    - `habeas rules`

    - `habeas rules --json`
    """
    open_register(register)
    from habeas.answers.counted_by import as_json, lenses
    from habeas.answers.counted_by import rules as every_rule
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access

    seen = view(at, Access.staff)
    if json:
        show.as_json({"at": str(seen.at), "access": seen.ceiling.name} | as_json(seen))
        return
    counted, trusted = every_rule(seen), lenses(seen)
    rows = [(one.name, str(one.version), one.quantity, one.lens or "", one.sentence) for one in counted]
    show.table(("rule", "version", "counts", "asked with the lens", "in full"), rows, numbers=(1,))
    show.line("")
    show.table(("lens", "version", "in full"), [(one.name, str(one.version), one.sentence) for one in trusted], (1,))
    how_many = f"{show.counted(len(counted), 'rule')}, {show.counted(len(trusted), 'lens', 'lenses')}"
    show.line(f"{how_many}; at {seen.at}")
