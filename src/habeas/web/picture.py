"""A chart as a picture for whoever cannot show SVG: drawn with the faces that are kept beside this module.

A bare machine has no fonts, so the machine's own are never asked. What they have letters of is Latin, Greek, Cyrillic
and Arabic; a letter of another script is drawn as an empty box. Drawing takes up to some seconds, in which the register
is not held: a drawing is read first, and the picture made of it alone.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

from resvg_py import svg_to_bytes

from habeas.answers.kept import Kept, State
from habeas.answers.public import AskError
from habeas.claims.wording import say
from habeas.register import purge

FACES = Path(__file__).parent / "fonts"
TWICE = 2.0  # of its size in px: a picture is looked at on fine screens and printed
MOST_PX = 16_000_000  # of a picture: four bytes each while it is drawn
MOST_BYTES = 2_000_000  # of the drawing that it is made of
_TEXT = re.compile(r"(<text\b[^>]*>)([^<]*)(</text>)")
_ARABIC = re.compile("[\u0600-\u077f]+(?:[\u200c ]+[\u0600-\u077f]+)*")
_SIZE = re.compile(r'<svg [^>]*?width="(?P<width>[0-9.]+)" height="(?P<height>[0-9.]+)"')
_PICTURES: Kept[bytes] = Kept(16_000_000, weighs=len)


def must_be_small(svg: str) -> None:
    """AskError where the picture of a drawing would take too long, or too much room. ValueError where it is none."""
    found = _SIZE.match(svg)
    if not found:
        raise ValueError("a drawing says how wide and how high it is")
    px = float(found["width"]) * float(found["height"]) * TWICE**2
    if px > MOST_PX or len(svg.encode()) > MOST_BYTES:
        raise AskError("chart", say("this chart is too large for a picture: take it as SVG"))


def pictured(drawing: bytes, at: State) -> bytes:
    """The picture of a drawing that was read where the register stood so; made once, and kept while it stands."""
    if purge.unfinished():
        return png(drawing.decode())
    return _PICTURES.get(at, hashlib.sha256(drawing).digest(), lambda: png(drawing.decode()))


@cache
def _faces() -> list[str]:
    """The faces, the regular ones first: what a letter is drawn in that the face which is asked for does not have."""
    return [str(one) for one in sorted(FACES.glob("*.ttf"), key=lambda one: ("Bold" in one.name, one.name))]


def _in_its_face(svg: str) -> str:
    """Words in Arabic letters told to be of their own face: beside a Latin ligature they would be empty boxes."""
    own = '<tspan font-family="Noto Sans Arabic">\\g<0></tspan>'
    return _TEXT.sub(lambda text: f"{text[1]}{_ARABIC.sub(own, text[2])}{text[3]}", svg)


def png(svg: str) -> bytes:
    """The picture of an SVG that stands alone, in twice its size. ValueError where it is none."""
    family = "Noto Sans"
    return bytes(
        svg_to_bytes(
            svg_string=_in_its_face(svg),
            zoom=TWICE,
            skip_system_fonts=True,
            font_files=_faces(),
            font_family=family,
            sans_serif_family=family,
            serif_family=family,
            monospace_family=family,
        )
    )
