"""A chart as a picture for whoever cannot show SVG: drawn with the faces that are kept beside this module.

A bare machine has no fonts, so the machine's own are never asked. What they have letters of is Latin, Greek, Cyrillic
and Arabic; a letter of another script is drawn as an empty box.
"""

from functools import cache
from pathlib import Path

from resvg_py import svg_to_bytes

FACES = Path(__file__).parent / "fonts"
TWICE = 2.0  # of its size in px: a picture is looked at on fine screens and printed


@cache
def _faces() -> list[str]:
    """The faces, the regular ones first: what a letter is drawn in that the face which is asked for does not have."""
    return [str(one) for one in sorted(FACES.glob("*.ttf"), key=lambda one: ("Bold" in one.name, one.name))]


def png(svg: str) -> bytes:
    """The picture of an SVG that stands alone, in twice its size. ValueError where it is none."""
    family = "Noto Sans"
    return bytes(
        svg_to_bytes(
            svg_string=svg,
            zoom=TWICE,
            skip_system_fonts=True,
            font_files=_faces(),
            font_family=family,
            sans_serif_family=family,
            serif_family=family,
            monospace_family=family,
        )
    )
