"""Ours: names analysed beforehand, compared at the one frozen threshold."""

from bench.names.serve import Form, serve


def forms() -> dict[str, Form]:
    """One way, and no threshold that a list could move."""
    from habeas.names.analyse import Analysed, analyse
    from habeas.names.compare import SAME, compare

    def score(a: Analysed, b: Analysed) -> float:
        return compare(a, b).score

    return {"habeas": Form(analyse, score, SAME)}


if __name__ == "__main__":
    serve("habeas", forms())
