"""`habeas rebuild`: the projected rows again, from the log."""

from . import show
from .opening import HERE, JsonOption, RegisterOption, open_register


def rebuild(register: RegisterOption = HERE, json: JsonOption = False) -> None:
    """Throw away everything that is projected and make it again from the log, in one transaction.

    Needed after a new version of the code; harmless at any time. Broken off, it leaves everything as it was.

    Example: `habeas rebuild --register demo-register`
    """
    open_register(register, fresh=False)
    from habeas.register import opening

    opening.make_tables()
    head = opening.rebuild(lambda done, total: show.step(f"replayed {done} of {total} entries"))
    if json:
        show.as_json({"head": head.whole})
    else:
        show.line(f"rebuilt from the log; head {head.whole}")
