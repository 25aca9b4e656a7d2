"""Identifiers that others gave to one person: the schemes that are strong enough to join records by, and their form.

An identifier is the value of the property `identifier`, as `scheme:value`. A scheme stands here if one issuer gives a
value to one person and to no other, and publishes it. Numbers of identity documents are no such scheme and are never
stored; a name with a day of birth is no identifier at all.
"""

import re
from enum import StrEnum
from typing import NamedTuple

IDENTIFIER = "identifier"  # the property whose value is one


class Scheme(StrEnum):
    """Who issued an identifier: Wikidata, ISNI, the lists of OFAC and the United Nations, or the keeper of a list."""

    wikidata = "wikidata"
    isni = "isni"
    ofac = "ofac"
    un = "un"
    list = "list"


class Identifier(NamedTuple):
    """A value under its scheme; of `list` the name of the list and the key of a row in it, with a colon between."""

    scheme: Scheme
    value: str

    @property
    def row(self) -> tuple[str, str] | None:
        """The list and the key of its row, of an identifier that a list gives."""
        if self.scheme is not Scheme.list:
            return None
        name, _, key = self.value.rpartition(":")
        return name, key

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


_FORMS = {
    Scheme.wikidata: (r"Q[1-9][0-9]*", "wikidata:Q42"),
    Scheme.isni: (r"[0-9]{15}[0-9X]", "isni:0000000121032683, sixteen digits without blanks, the last of them right"),
    Scheme.ofac: (r"[1-9][0-9]*", "ofac:36, the number of an entry of the list"),
    Scheme.un: (r"[A-Z]{2}i\.[0-9]{3,}", "un:KPi.033, the permanent reference number"),
    Scheme.list: (r"\S.*:.*\S", "list:NAME OF THE LIST:KEY OF THE ROW"),
}


def identifier(text: str) -> Identifier:
    """The identifier that `text` is; raises ValueError that says what to write.

    The value is not repeated in the refusal: it may be the number of an identity document.
    """
    word, colon, value = text.partition(":")
    if not colon or word not in {one.value for one in Scheme}:
        known = ", ".join(Scheme)
        raise ValueError(
            f"has no scheme that is known here: write scheme:value, the scheme one of {known}; "
            "numbers of identity documents are not stored"
        )
    scheme = Scheme(word)
    form, example = _FORMS[scheme]
    if not re.fullmatch(form, value) or (scheme is Scheme.isni and not _isni(value)):
        raise ValueError(f"is no {word} identifier: write it as {example}")
    return Identifier(scheme, value)


def _isni(digits: str) -> bool:
    """Whether the last digit is the one that ISO 7064 MOD 11-2 gives to the fifteen before it."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[-1] == ("X" if check == 10 else str(check))
