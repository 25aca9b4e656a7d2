"""The style of a chart that leaves its page: what charts.css says of drawings, on paper, with no variable in it."""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_LIGHT = re.compile(r"^:root\s*\{(.*?)\}", re.S | re.M)
_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_RULE = re.compile(r"^((?:\.chart |svg \.)[^{@]*)\{([^}]*)\}", re.M)
_FONT = re.compile(r"font: (\d+) (\d+px) ")
MORE = (
    ".chart .alone-title { font-size: 20px; font-weight: 600; fill: var(--ink); }",
    ".rtl text { text-anchor: end; }",
    ".rtl .e { text-anchor: start; }",
)


@cache
def style() -> str:
    """The rules, one a line; the colours are those of a light page."""
    charts = _COMMENT.sub("", (STATIC / "charts.css").read_text(encoding="utf-8"))
    house = _COMMENT.sub("", (STATIC / "habeas.css").read_text(encoding="utf-8"))
    tokens = dict(_tokens(house)) | dict(_tokens(charts))
    rules = [f"{name.strip()} {{{said}}}" for name, said in _RULE.findall(charts) if ":hover" not in name]
    return "\n".join(
        _FONT.sub(r"font-weight: \1; font-size: \2; font-family: ", _plain(one, tokens)) for one in [*rules, *MORE]
    )


def fingerprint() -> str:
    """What a content policy says of the style so that it holds, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()}'"


def _tokens(css: str) -> Iterator[tuple[str, str]]:
    """What the first :root of a style sheet sets; those that follow are for other papers."""
    first = _LIGHT.search(css)
    yield from _TOKEN.findall(first[1] if first else "")


def _plain(rule: str, tokens: dict[str, str]) -> str:
    return re.sub(r"var\((--[\w-]+)\)", lambda one: tokens[one[1]], rule)
