"""A chart that leaves its page: one file with its style, its title, its source and its dates in it.

A drawing of this room is two <svg>, wide and narrow, in classes alone. Here one of them is taken out and set on paper,
under its title and above the line that says where it comes from, so that whoever meets it elsewhere can find back.
"""

import re
from collections.abc import Sequence
from html import escape, unescape

from habeas.charts.type import lines

_ONE = re.compile(
    r'<svg class="chart (?P<kind>[^"]*)" viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)".*?</svg>', re.S
)
_NAMED = re.compile(r"<(title|desc) id=[^>]*>(.*?)</\1>", re.S)
_PAD, _TITLE, _LINE = 24, 24, 17
_RTL = re.compile("[\u0590-\u08ff]")
_TEXT = re.compile(r"(<text\b[^>]*>)([^<]*)(</text>)")
_FROM_RIGHT, _ENDS = "\u202b", "\u202c"  # an embedding: an isolate would end with one that a line has cut in two
_BIG = 20 / 15  # the title is set in 20 px, and measured in the 15 of the class "h"


def forms(drawing: str) -> dict[str, str]:
    """Each <svg> of a drawing by its form: "wide", "narrow", or what else it is called where it has one alone."""
    return {one["kind"]: one[0] for one in _ONE.finditer(drawing)}


def told(drawing: str) -> tuple[str, str]:
    """The title and the description of a drawing, as words."""
    found = {name: unescape(words) for name, words in _NAMED.findall(drawing)}
    return found.get("title", ""), found.get("desc", "")


def leading_to(svg: str, base: str, *, beside: bool = False) -> str:
    """The same with the addresses of its links whole; `beside`: they open beside whatever has it in a frame."""
    target = ' target="_blank" rel="noopener"' if beside else ""
    return svg.replace('<a href="/', f'<a{target} href="{escape(base)}/')


def alone(drawing: str, style: str, source: Sequence[str], address: str, base: str, *, of: str = "") -> str:
    """The wide form of a drawing as a file of its own. ValueError where there is no drawing.

    `style` is the text of a style sheet without variables, `source` what is said under the drawing, `address` where it
    is found again; `base` is what the addresses of its links begin with; `of` names whom it is of, where its own title
    does not. A drawing that is read from the right is told so by a class, and in each text with a letter from the right
    by a mark: not everything that draws SVG knows that words can begin there.
    """
    if not (found := list(_ONE.finditer(drawing))):
        raise ValueError("there is nothing drawn here")
    one = next((one for one in found if one["kind"] == "wide"), found[0])
    title, description = told(one[0])
    title = f"{of}: {title}" if of else title
    inner = leading_to(_NAMED.sub("", one[0][one[0].index(">") + 1 : -len("</svg>")]), base)
    width, height = float(one["width"]), float(one["height"])
    head = lines(title, width / _BIG, "h b")
    foot = [line for words in source for line in lines(words, width, "s")]
    foot += [line.replace(" &", "&") for line in lines(address.replace("&", " &"), width, "s")]
    top = _PAD + _TITLE * len(head) + 8
    base_line = top + height + _PAD
    whole_width, whole_height = f"{width + 2 * _PAD:g}", f"{base_line + _LINE * len(foot) + 4:g}"
    from_right = 'direction="rtl"' in one[0].partition(">")[0]
    at = width + _PAD if from_right else _PAD
    words = [
        *(_words(at, _PAD + 16 + _TITLE * place, line, "alone-title") for place, line in enumerate(head)),
        *(_words(at, base_line + _LINE * place, line, "s t-3") for place, line in enumerate(foot)),
    ]
    kind = "chart rtl" if from_right else "chart"
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" width="{whole_width}" height="{whole_height}" '
        f'viewBox="0 0 {whole_width} {whole_height}" role="group" aria-labelledby="alone-t" aria-describedby="alone-d" '
        f'direction="ltr"><title id="alone-t">{escape(title)}</title><desc id="alone-d">{escape(description)}</desc>'
        f"<style>{style}</style>"
        f'<rect class="c-paper" width="{whole_width}" height="{whole_height}"/>{"".join(words)}'
        f'<g transform="translate({_PAD} {top:g})">{inner}</g></svg>'
    )
    return _TEXT.sub(_from_right, whole) if from_right else whole


def _from_right(text: re.Match[str]) -> str:
    words = f"{_FROM_RIGHT}{text[2]}{_ENDS}" if _RTL.search(text[2]) else text[2]
    return f"{text[1]}{words}{text[3]}"


def _words(x: float, y: float, words: str, kind: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" class="{kind}">{escape(words)}</text>'
