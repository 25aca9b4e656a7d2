"""Why the register refuses: each is told in words to the person who asked. No Django: any door can tell."""


class CommandError(Exception):
    """A command that cannot be carried out; nothing of it was."""


class StaleError(Exception):
    """A register whose projections were made by another version of the code, or not made to the end."""


class FutureError(Exception):
    """An entry of a kind or version that this code does not know: it must not be passed over."""
