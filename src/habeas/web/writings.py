"""What is written in `docs/` and read on the pages: the methods and the codebook, in the house style.

The writings are the project's own, and still no mark of HTML in them is taken as one. A link to another page that is
read here leads there; of any other page of `docs/` the words stand without a link.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import normpath, relpath

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

_HERE = Path(__file__).resolve()
PLACES = (_HERE.parent / "docs", _HERE.parents[3] / "docs")  # as it was installed, and in a checkout
CODEBOOK = "codebook"
LONG = 60  # letters: a shorter sentence does not say enough by itself
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Writing:
    """A page of `docs/`: its title, its first sentence or two in plain words, and all beneath the title as HTML.

    `anchors` are the ids that can be led to, in the order of the page; `headings` those of its headings, with words.
    `tables` has by the name of each table its rows, as words under the words of its head.
    """

    title: str
    lead: str
    html: SafeString
    anchors: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    tables: Mapping[str, Sequence[Mapping[str, str]]]


def methods() -> Sequence[str]:
    """The names of the method pages."""
    return sorted(path.stem for path in (_docs() / "method").glob("*.md"))


def codebook() -> Writing:
    """The words that stand in files, columns and pages."""
    return _written(CODEBOOK)


def writing(name: str) -> Writing | None:
    """The page of `docs/` that is called so (`method/tally`); None where there is none."""
    return _written(name) if name in {f"method/{one}" for one in methods()} else None


@cache
def _written(name: str) -> Writing:
    return _Reading(name, (_docs() / f"{name}.md").read_text(encoding="utf-8")).writing()


def codebook_anchor(under: str, word: str) -> str:
    """Where the codebook has a word: under which heading ("Claim type"), which word."""
    return _slug(f"{under} {word}")


@cache
def _docs() -> Path:
    found = next((place for place in PLACES if (place / f"{CODEBOOK}.md").is_file()), None)
    if found is None:
        raise FileNotFoundError("the pages of docs/ are not in this installation: install habeas again")
    return found


class _Reading:
    """One page on its way from Markdown to HTML: its parts are marked one after the other, and drawn at the end."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.heading, self.anchors, self.headings = name, "", list[str](), list[tuple[str, str]]()
        self.captions, self.tables = list[str](), dict[str, list[list[str]]]()
        self.tokens = _MARKDOWN.parse(re.sub(r"(?s)<!--.*?-->\n*", "", text))

    def writing(self) -> Writing:
        title, cell, rows = _plain(self.tokens[1]), 0, list[list[str]]()
        for index, token in enumerate(self.tokens):
            match token.type:
                case "heading_open":
                    self.heading = _plain(self.tokens[index + 1])
                    token.attrSet("id", self._anchor(self.heading))
                case "table_open":
                    self.captions.append(self.heading)
                    again = self.captions.count(self.heading)
                    token.meta["caption"] = f"{self.heading}, {again}" if again > 1 else self.heading
                    rows = self.tables[_slug(token.meta["caption"]).replace("-", "_")] = []
                case "tr_open":
                    cell = 0
                    rows.append([])
                case "th_open" | "td_open":
                    _mark_cell(token, is_head=token.type == "th_open" or not cell, is_row=token.type == "td_open")
                    rows[-1].append(_plain(self.tokens[index + 1]))
                case "td_close":
                    token.tag, cell = ("td" if cell else "th"), cell + 1
                case "inline":
                    self._links(token)
                    if self.name == CODEBOOK:
                        self._words(token, self.tokens[index - 1])
        rest = self.tokens[3:]  # the title stands in the page's own heading
        html = _MARKDOWN.renderer.render(rest, _MARKDOWN.options, {})
        ids = tuple(self.anchors), tuple(self.headings[1:])
        tables = {
            name: [dict(zip(head, row, strict=True)) for row in some] for name, (head, *some) in self.tables.items()
        }
        return Writing(title, _lead(rest), mark_safe(html), *ids, tables)  # noqa: S308 - of writings of ours

    def _anchor(self, said: str) -> str:
        """An id of these words, once on a page."""
        slug = _slug(said)
        found = slug if slug not in self.anchors else f"{slug}-{sum(one.startswith(slug) for one in self.anchors) + 1}"
        self.anchors.append(found)
        self.headings.append((found, said))
        return found

    def _words(self, inline: Token, before: Token) -> None:
        """Each word of the codebook gets an id: that at the head of a row, and every one of a list of words."""
        parts = inline.children or []
        if not parts or parts[0].type != "code_inline" or before.type not in {"td_open", "paragraph_open"}:
            return
        if before.type == "td_open" and before.tag != "th":
            return
        for one in parts[:1] if before.type == "td_open" else parts:
            anchor = codebook_anchor(self.heading, one.content)
            if one.type == "code_inline" and anchor not in self.anchors:
                one.attrSet("id", anchor)
                self.anchors.append(anchor)

    def _links(self, inline: Token) -> None:
        """Lead to where a page stands here; a link to any other file of the project is words alone."""
        kept, dropped = list[Token](), 0
        for one in inline.children or []:
            if one.type == "link_open":
                to = self._address(str(one.attrGet("href")))
                dropped += not to
                if not to:
                    continue
                one.attrSet("href", to)
            elif one.type == "link_close" and dropped:
                dropped -= 1
                continue
            kept.append(one)
        inline.children = kept

    def _address(self, href: str) -> str:
        if href.startswith("https://"):
            return href
        page, _, fragment = href.partition("#")
        to = normpath(f"{self.name.rpartition('/')[0]}/{page}").lstrip("/").removesuffix(".md") if page else self.name
        is_served = to == CODEBOOK or to in {f"method/{one}" for one in methods()}
        from_here = relpath(to, self.name.rpartition("/")[0] or ".")  # in whatever language the page is read
        return f"{from_here}{f'#{fragment}' if fragment else ''}" if is_served else ""


def _mark_cell(token: Token, *, is_head: bool, is_row: bool) -> None:
    """A head is marked as one; the side on which a column stands is a class: a page has no style of its own."""
    if "right" in str(token.attrs.pop("style", "")):
        token.attrSet("class", "n")
    if is_head:
        token.tag = "th"
        token.attrSet("scope", "row" if is_row else "col")


def _table_open(self: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    """A table has a caption, and scrolls by itself where it is wide."""
    caption = escape(tokens[index].meta["caption"])
    begin = f'<div class="scroll whole" role="region" tabindex="0" aria-label="{caption}">'
    return f'{begin}<table><caption class="vh">{caption}</caption>\n'


def _table_close(*_: object) -> str:
    return "</table></div>\n"


def _fence(self: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    """Lines of code can be reached with the keyboard where they are long."""
    return f'<pre tabindex="0"><code>{escape(tokens[index].content)}</code></pre>\n'


_MARKDOWN.add_render_rule("table_open", _table_open)
_MARKDOWN.add_render_rule("table_close", _table_close)
_MARKDOWN.add_render_rule("fence", _fence)


def _lead(tokens: Sequence[Token]) -> str:
    """The first paragraph that does not begin with where the code is, up to its first or second full stop."""
    for index, token in enumerate(tokens):
        inline = tokens[index + 1] if token.type == "paragraph_open" else token
        if inline is not token and inline.children and inline.children[0].type != "code_inline":
            sentences = re.split(r"(?<=[.?!])\s+", _plain(inline).removeprefix("The question. "))
            return sentences[0] if len(sentences[0]) > LONG else " ".join(sentences[:2])
    return ""


def _plain(inline: Token) -> str:
    """The words of a line, without marks."""
    breaks: Mapping[str, str] = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(one.type, one.content) for one in inline.children or [])


def _slug(said: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", said.lower()).strip("-")
