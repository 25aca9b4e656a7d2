"""A picture has its words really drawn, in Latin, Cyrillic and Arabic, on a machine that has no fonts."""

import re
import struct
import zlib

import pytest

from habeas.charts.alone import alone
from habeas.charts.sheet import Sheet
from habeas.web.chart_style import fingerprint, style
from habeas.web.picture import FACES, png

DARK = 3 * 150


def drawn(words: str, *, mirrored: bool = False) -> str:
    """A drawing of 400 by 60 px with these words in its left half, and nothing in its right half."""
    sheet = Sheet(400)
    sheet.words(190 if mirrored else 4, 40, words, "h b")
    svg = sheet.svg(60, "wide", "x", "T", "D")
    return svg.replace('direction="ltr"', 'direction="rtl"') if mirrored else svg


def pixels(picture: bytes) -> list[list[int]]:
    """The brightness of every pixel of a PNG of eight bits with three or four colours, red, green and blue added up."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high, depth, kind = struct.unpack(">IIBB", picture[16:26])
    assert depth == 8
    per, at, data = {2: 3, 6: 4}[kind], 8, b""
    while at < len(picture):
        (size,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + size]
        at += size + 12
    raw, found, before = zlib.decompress(data), [], bytearray(wide * per)
    for row in range(high):
        line = bytearray(raw[row * (wide * per + 1) + 1 : (row + 1) * (wide * per + 1)])
        _unfilter(raw[row * (wide * per + 1)], line, before, per)
        found.append([sum(line[place : place + 3]) for place in range(0, wide * per, per)])
        before = line
    return found


def _unfilter(how: int, line: bytearray, above: bytearray, per: int) -> None:
    """Undo the filter of a line of a PNG in place (its section 9)."""
    for place in range(len(line)):
        left, up = (line[place - per] if place >= per else 0), above[place]
        corner = above[place - per] if place >= per else 0
        guess = left + up - corner
        nearest = min((left, up, corner), key=lambda one: abs(guess - one))
        line[place] = (line[place] + (0, left, up, (left + up) // 2, nearest)[how]) % 256


def dark(words: str, *, mirrored: bool = False) -> tuple[int, int]:
    """How many dark pixels there are where the words stand, and in an empty part of the same size beside them."""
    found = pixels(png(alone(drawn(words, mirrored=mirrored), style(), [], "", "")))
    rows = found[2 * 70 : 2 * 105]  # of the words' line, below the title
    middle = 2 * (24 + 200)
    return (
        sum(one < DARK for row in rows for one in row[:middle]),
        sum(one < DARK for row in rows for one in row[middle : 2 * middle]),
    )


@pytest.mark.parametrize("words", ["Lantern Group 412", "Язэп Каляда-Нябесны", "آرینا ژیتسن", "Ліхтарня ґ ў"])
def test_words_are_drawn_and_an_empty_part_is_not(words: str) -> None:
    here, beside = dark(words)
    assert here > 300
    assert beside == 0


def test_of_no_words_nothing_is_drawn() -> None:
    assert dark(" ") == (0, 0)


def test_words_that_begin_at_the_right_end_where_they_began() -> None:
    here, beside = dark("Lantern", mirrored=True)
    assert here > 300
    assert beside == 0


def test_letters_are_those_of_the_words_and_no_empty_boxes() -> None:
    assert dark("ііііі")[0] < dark("шшшшш")[0] / 2


def test_beside_a_latin_ligature_words_in_arabic_letters_are_no_empty_boxes() -> None:
    both, latin, arabic = (dark(words)[0] for words in ("Office حلقه", "Office", "حلقه"))
    assert both == pytest.approx(latin + arabic, rel=0.08)


def test_a_line_of_a_page_from_the_right_begins_there_and_one_of_latin_letters_alone_does_not() -> None:
    svg = alone(drawn("قرص: Viasna.", mirrored=True), style(), ["Viasna, 412."], "http://a.example/", "")
    assert ">\u202bقرص: Viasna.\u202c<" in svg
    assert ">Viasna, 412.<" in svg
    assert "\u202b" not in alone(drawn("قرص: Viasna."), style(), [], "", "")


def test_the_licence_lies_beside_the_faces() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FACES / "OFL.txt").read_text(encoding="utf-8")
    assert sorted(one.name for one in FACES.glob("*.ttf")) == [
        "NotoSans-Bold.ttf",
        "NotoSans-Regular.ttf",
        "NotoSansArabic-Bold.ttf",
        "NotoSansArabic-Regular.ttf",
    ]


def test_the_style_has_no_variable_and_every_class_that_a_chart_sets() -> None:
    assert "var(" not in style()
    assert {"l-acc", "pt", "c-in", "big", "halo"} <= set(re.findall(r"\.([\w-]+)", style()))
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", fingerprint())
