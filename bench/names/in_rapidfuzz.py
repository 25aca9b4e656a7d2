"""rapidfuzz on transliterated text: anyascii, lower case, punctuation gone; each of its ways that was seen to lead.

"words" is an alignment of our own over its Jaro-Winkler: the mean over the words of the shorter name of the best
similarity to any word of the longer.
"""

from collections.abc import Sequence
from importlib.metadata import version

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from bench.names.serve import Form, serve


def plain(name: str) -> str:
    """A name in ASCII letters and digits, its words as they stand."""
    ascii_name = anyascii(name).lower().replace("'", "")
    return " ".join("".join(each if each.isalnum() else " " for each in ascii_name).split())


def in_order(name: str) -> str:
    """The same with its words in alphabetical order, so that token_sort_ratio need not sort them again."""
    return " ".join(sorted(plain(name).split()))


def by_words(one: Sequence[str], other: Sequence[str]) -> float:
    """How near the words of the shorter name are to those of the longer."""
    few, many = sorted((one, other), key=len)
    if not few:
        return 0.0
    return sum(max(JaroWinkler.similarity(word, each) for each in many) for word in few) / len(few)


FORMS = {
    "WRatio": Form(plain, fuzz.WRatio),
    "token_sort_ratio": Form(in_order, fuzz.ratio),
    "token_set_ratio": Form(plain, fuzz.token_set_ratio),
    "Jaro-Winkler, words in order": Form(in_order, JaroWinkler.similarity),
    "words": Form(lambda name: plain(name).split(), by_words),
}

if __name__ == "__main__":
    serve(version("rapidfuzz"), FORMS)
