"""Why the register refuses: each is told in words to the person who asked. No Django: any door can tell."""


class CommandError(Exception):
    """A command that cannot be carried out; nothing of it was."""


class ContradictionError(CommandError):
    """A judgement that cannot be so together with others that stand; `chain` are those whom they lead along."""

    def __init__(self, words: str, chain: tuple[str, ...]) -> None:
        super().__init__(words)
        self.chain = chain


class StaleError(Exception):
    """A register whose projections were made by another version of the code, or not made to the end."""


class FutureError(Exception):
    """An entry of a kind or version that this code does not know: it must not be passed over."""
