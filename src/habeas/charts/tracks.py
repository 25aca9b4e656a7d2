"""What runs beside custody: where the person was held, and who recognised them, a row for each body."""

from datetime import date

from habeas.charts.form import Form
from habeas.charts.given import CustodyChart, Recognised
from habeas.charts.room import Box, Taken, of_words
from habeas.charts.rows import draw_name
from habeas.charts.scale import Days
from habeas.charts.sheet import Sheet
from habeas.charts.type import lines, width

_LEADING = 15
_BAND = 12


def draw_places(sheet: Sheet, chart: CustodyChart, form: Form, days: Days, y: float) -> float:
    """The row of places, each named where its name finds room; how far down this comes."""
    shown = [place for place in chart.places if _on(days, place.first, place.last)]
    if not shown:
        return y
    if not form.wide:
        y = draw_name(sheet, y + 12, chart.words.where, "", form.width)
    base = y + 24
    taken = Taken(Box(0, y, form.width, base))
    for place in sorted(shown, key=lambda place: place.first):
        box = _band(days, place.first, place.last, base, 6)
        sheet.boxes([box], "c-acc2")
        if days.shows(place.first):
            sheet.line([(box.left, base - 4), (box.left, base + 10)], "l")
        room = of_words(box.left + 2, base - 8, place.name, "s ink")
        if taken.is_free(room.wider(2)):
            taken.take(room)
            sheet.words(box.left + 2, base - 8, place.name, "s ink halo")
    if form.wide:
        draw_name(sheet, base + 5, chart.words.where, chart.words.where_more, form.gutter)
    return base + (38 if form.wide else 20)


def draw_recognised(sheet: Sheet, chart: CustodyChart, form: Form, days: Days, y: float) -> float:
    """The rows of those who recognised the person or say something about it; how far down this comes."""
    if not chart.recognised:
        return y
    y = draw_name(sheet, y + 12, chart.words.recognised, "", form.gutter if form.wide else form.width)
    for one in chart.recognised:
        y = _draw_body(sheet, one, form, days, y)
    return y


def _draw_body(sheet: Sheet, one: Recognised, form: Form, days: Days, y: float) -> float:
    """One body's row: its name, a pale band for each stretch, and its words; how far down this comes."""
    names = lines(one.body, (form.gutter if form.wide else form.width) - 8, "s")
    for number, line in enumerate(names):
        sheet.words(0, y + 15 + _LEADING * number, line, "s halo")
    top = y + 5 if form.wide else y + 5 + _LEADING * len(names)
    shown = [(first, last) for first, last in one.stretches if _on(days, first, last)]
    bands = [_band(days, first, last, top, _BAND) for first, last in shown]
    sheet.boxes(bands, "c-acc3")
    for (first, last), band in zip(shown, bands, strict=True):
        for day, x in ((first, band.left), (last, band.right)):
            if day and days.shows(day):
                sheet.line([(x, top - 3), (x, top + _BAND + 3)], "l-acc1")
    _draw_words(sheet, one, bands, form, top)
    return max(top + _BAND + 6, y + _LEADING * len(names) + 6)


def _draw_words(sheet: Sheet, one: Recognised, bands: list[Box], form: Form, top: float) -> None:
    """The words in the widest band, where they fit; with no band from where the days begin."""
    widest = max(bands, key=lambda band: band.right - band.left, default=None)
    room = (widest.right - widest.left if widest else form.width - form.start) - 10
    if one.words and width(one.words, "s") <= room:
        x = (widest.left if widest else form.start) + 5
        sheet.words(x, top + _BAND - 2, one.words, "s" if widest else "s w")


def _on(days: Days, first: date, last: date | None) -> bool:
    return first <= days.last and (last is None or days.first <= last)


def _band(days: Days, first: date, last: date | None, top: float, high: float) -> Box:
    left, right = days.clipped(first), days.clipped(last) if last else days.end
    return Box(left, top, max(right, left + 1), top + high)
