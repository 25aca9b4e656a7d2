"""One person's time: in custody or not, where, recognised by whom, and when each act became known.

Drawn wide, with the names of the rows beside them, and narrow, with the names above. A row of which nothing is given
is not drawn.
"""

from habeas.charts import axis
from habeas.charts.acts import Flags, draw_acts, draw_key, draw_known, draw_known_days, flags, marked
from habeas.charts.form import CUSTODY_NARROW, CUSTODY_WIDE, Form
from habeas.charts.given import CustodyChart
from habeas.charts.room import Box, Taken, of_words
from habeas.charts.rows import draw_name
from habeas.charts.scale import Days
from habeas.charts.sheet import Sheet
from habeas.charts.stay import HEIGHT, draw_stay, stretches
from habeas.charts.tracks import draw_places, draw_recognised
from habeas.charts.type import lines

_MARGIN = 4
_NAME = 18
_BESIDE = 8


def draw_custody(chart: CustodyChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in (CUSTODY_WIDE, CUSTODY_NARROW))


def _draw(chart: CustodyChart, form: Form, prefix: str) -> str:
    days = Days(chart.first, chart.last, form.start, form.end)
    sheet = Sheet(form.width)
    acts = marked(chart.acts, days)
    named = flags(acts, form)
    y = _draw_custody(sheet, chart, form, days, named, prefix)
    y = draw_places(sheet, chart, form, days, y)
    y = draw_recognised(sheet, chart, form, days, y)
    y = draw_known(sheet, chart.words, form, days, acts, y)
    axis.draw_axis(sheet, days, y, chart.words.months, form.start)
    draw_known_days(sheet, days, acts, y)
    for tick in axis.ticks(days, chart.words.months):
        sheet.line([(tick, _MARGIN), (tick, y)], "l-rule", under=True)
    foot = draw_key(sheet, acts, named, form, y + axis.height(days, chart.words.months))
    return sheet.svg(foot + _MARGIN, form.name, prefix, chart.title, chart.description)


def _draw_custody(sheet: Sheet, chart: CustodyChart, form: Form, days: Days, named: Flags, prefix: str) -> float:
    """The acts above, the row of custody, and what is said below it and at its end; how far down this comes."""
    head = _MARGIN if form.wide else _MARGIN + _NAME
    top = head + named.height
    stays = stretches(chart.steps, days, chart.told_to)
    taken = Taken(Box(0, top + HEIGHT, form.width, top + HEIGHT + 40))
    draw_stay(sheet, stays, top, prefix, taken)
    draw_acts(sheet, named, head, top)
    if form.wide:
        draw_name(sheet, top + 12, chart.words.custody, chart.words.custody_more, form.gutter)
    else:
        draw_name(sheet, _MARGIN + 12, chart.words.custody, "", form.width)
    foot = top + HEIGHT
    if stays and stays[-1].level and chart.open_words:
        foot = max(foot, _draw_open(sheet, chart.open_words, form, top, taken))
    return max(foot, top + HEIGHT + 14 if taken.any else 0) + 6


def _draw_open(sheet: Sheet, words: str, form: Form, top: float, taken: Taken) -> float:
    """What is said of a stay that nothing ends, beside its end or in a narrow chart below it; how far down it comes."""
    if form.wide:
        broken = lines(words, form.width - form.end - _BESIDE, "s b")
        y = max(top + 17 - 7.5 * (len(broken) - 1), 12)
        for number, line in enumerate(broken):
            sheet.words(form.end + _BESIDE, y + 15 * number, line, "s b")
        return y + 15 * (len(broken) - 1) + 4
    box = of_words(form.end, top + HEIGHT + 13, words, "s b", "end")
    if taken.is_free(box):
        taken.take(box)
        sheet.words(form.end, top + HEIGHT + 13, words, "s b halo", "end")
    return top + HEIGHT
