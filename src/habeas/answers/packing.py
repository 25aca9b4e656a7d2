"""Whether an answer may be sent compressed: what whoever asks says of it in the header Accept-Encoding."""

import re

_GZIP = re.compile(r"gzip(?:;q=(?P<weight>[0-9.]+))?")


def takes_gzip(accepted: str) -> bool:
    """Whether gzip is among the encodings that are accepted, and not with the weight 0, which refuses it."""
    found = (_GZIP.fullmatch(re.sub(r"\s", "", one)) for one in accepted.split(","))
    return any(one is not None and re.search("[1-9]", one["weight"] or "1") is not None for one in found)
