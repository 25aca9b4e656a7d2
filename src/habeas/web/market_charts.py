"""The charts of a market's page, and the tables that say the same."""

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString

from habeas.answers import market_words as told
from habeas.answers.market import MarketAnswer
from habeas.answers.market_measures import Stood
from habeas.answers.market_rows import Row, Sort
from habeas.charts.explained import ExplainedChart, draw_explained
from habeas.charts.intervals import Interval, IntervalsChart, draw_intervals
from habeas.charts.price import PriceChart, PriceMark, PricePoint, draw_price
from habeas.charts.ribbons import Ribbon, RibbonPicture, RibbonsChart, draw_ribbons
from habeas.market.observed import Observed
from habeas.market.outcome import Key

from . import words
from .over_time import drawing
from .tongue import digits, months_short, tell
from .tongue import month as month_words
from .tongue import told as told_words

IN_GAINS = (Sort.state, Sort.producers, Sort.keeper)  # in this order
WIDEST = 8  # of what a result hangs on, so many are drawn


def standing(found: MarketAnswer) -> list[tuple[int, Stood]]:
    """The measures that work on the later day and came to stand on a day that is known, numbered by that day."""
    known = [one for one in found.after.stood if one.since is not None and one.works]
    return list(enumerate(sorted(known, key=lambda one: one.since or date.min), 1))


def price(found: MarketAnswer, marks: Sequence[tuple[int, Stood]]) -> SafeString:
    """The price by month, with the days on which measures came to stand; nothing, where fewer than two are known."""
    points = [PricePoint(date(*month, 15), value, found.series.terms[month]) for month, value in sorted(prices(found))]
    if len(points) < 2:
        return SafeString()
    highest = max(points, key=lambda one: one.value)
    asked = [(one.year, one.month) for one in (found.asked.before, found.asked.after)]
    marked = [highest, *(one for one in points if (one.day.year, one.day.month) in asked and one is not highest)]
    chart = PriceChart(
        title=tell(
            "The price in {region}, {first} to {last}",
            region=found.described.reference,
            first=digits(str(points[0].day.year)),
            last=digits(str(points[-1].day.year)),
        ),
        description=tell(
            "At most {dollars} dollars a tonne, in {month}.",
            dollars=words.number(f"{highest.value:.0f}"),
            month=month_words(highest.day.year, highest.day.month),
        ),
        points=points,
        marks=[PriceMark(one.since, str(number)) for number, one in marks if one.since],
        marked=marked,
        months=months_short(),
    )
    return drawing(lambda: draw_price(chart, "price"))


def years(found: MarketAnswer) -> list[tuple[str, list[str]]]:
    """The same as a table: each year with its terms, and twelve prices; a month of which none is known says so."""
    known = dict(prices(found))
    told = []
    for year in sorted({year for year, _ in known}):
        terms = dict.fromkeys(found.series.terms[month] for month in known if month[0] == year)
        cells = [
            words.number(f"{known[year, month]:.0f}") if (year, month) in known else tell("none found")
            for month in range(1, 13)
        ]
        told.append((f"{digits(str(year))}, {', '.join(terms)}", cells))
    return told


def prices(found: MarketAnswer) -> list[tuple[tuple[int, int], float]]:
    """The months up to the day that the answer is known on."""
    last = found.asked.known_on.year, found.asked.known_on.month
    return [(month, value) for month, value in found.series.prices.items() if month <= last]


def explained(found: MarketAnswer, one: Observed, number: int) -> SafeString:
    """The observed change, what the model has of it, and the rest."""
    spread = found.draws.spread(found.headline)
    rest = tell("{number} points", number=words.number(f"{one.unexplained(spread.middle):.0f}"))
    chart = ExplainedChart(
        title=tell("How much the model has of the change, {of}", of=one.of),
        description=tell(
            "Observed {change}; the model {spread}.", change=told.points(one.percent), spread=told.percent(spread)
        ),
        observed=one.percent,
        low=spread.low,
        middle=spread.middle,
        high=spread.high,
        observed_words=(tell("Observed, {of}", of=one.of), told.points(one.percent)),
        modelled_words=(tell("The measures, in this model"), told_words(told.percent(spread))),
        rest_words=(tell("Not explained"), rest),
    )
    return drawing(lambda: draw_explained(chart, f"explained{number}"))


def ribbons(found: MarketAnswer) -> SafeString:
    """What goes through each gate before and after; nothing, where the market has no gates."""
    if not found.described.gates:
        return SafeString()
    sides = (
        ("through_before", found.asked.before, found.compared.before),
        ("through", found.asked.after, found.compared.after),
    )
    pictures = []
    for key, day, one in sides:
        shut = {gate.name for gate in one.market.gates if gate.capacity == 0}
        some = [_ribbon(found, key, gate.name, gate.name in shut) for gate in found.described.gates]
        name = tell("Measures of {day}", day=day)
        if found.asked.eased and key == "through":
            name = tell("Measures of {day} eased", day=day)
        pictures.append(RibbonPicture(name, some))
    said = tell("Before and after; the numbers stand in the table below.")
    chart = RibbonsChart(tell("What goes through each gate"), said, found.described.subject, pictures)
    return drawing(lambda: draw_ribbons(chart, "ways"))


def _ribbon(found: MarketAnswer, key: str, gate: str, shut: bool) -> Ribbon:
    spread = found.draws.spread((key, gate))
    return Ribbon(gate, spread.middle, spread.high, shut, tell("closed") if shut else _tonnes(found, key, gate))


def _tonnes(found: MarketAnswer, key: str, gate: str) -> str:
    of: Key = key, gate
    spread = found.draws.spread(of)
    return tell(
        "{middle} {unit} ({low} to {high})",
        middle=words.number(f"{spread.middle:.1f}"),
        unit=found.described.unit,
        low=words.number(f"{spread.low:.1f}"),
        high=words.number(f"{spread.high:.1f}"),
    )


def gains(found: MarketAnswer, every: Sequence[Row]) -> SafeString:
    """Each State with what may be its own, its producers, and who may keep a rent, in billions of dollars."""
    own = {party for state in found.described.states for party in state.parties}  # told with their State
    some = [
        one
        for sort in IN_GAINS
        for one in every
        if one.sort is sort and (sort is not Sort.keeper or one.party not in own)
    ]
    drawn = [
        Interval(
            f"{one.party}: {_short(one.sort)}",
            one.prior.low / 1000,
            one.prior.middle / 1000 if one.attributed else None,
            one.prior.high / 1000,
            told_words(told.interval(one.prior)),
        )
        for one in some
    ]
    if not drawn:
        return SafeString()
    said = tell("The change in a year, in billions of dollars; the numbers stand in the table below.")
    chart = IntervalsChart(tell("Who gains and who loses"), said, drawn, tell("loses"), tell("gains"))
    return drawing(lambda: draw_intervals(chart, "gains"))


def _short(sort: Sort) -> str:
    names = {Sort.producers: tell("producers"), Sort.state: tell("in all")}
    return names.get(sort) or tell("margins and rents")


def depends(found: MarketAnswer) -> SafeString:
    """What the result hangs on: the widest, each with one number at its ends and the best between."""
    some = [bar for bar in found.bars[-1][:WIDEST] if bar.at_low is not None and bar.at_high is not None]
    eased = bool(found.asked.eased)
    key, say = (found.worth[1], told.dollars) if eased else (found.headline, told.points)
    drawn = [
        Interval(
            bar.name,
            min(ends),
            found.best[key],
            max(ends),
            tell("{low} to {high}", low=say(min(ends)), high=say(max(ends))),
        )
        for bar in some
        if (ends := (bar.at_low or 0.0, bar.at_high or 0.0))
    ]
    if not drawn:
        return SafeString()
    if eased:
        said = tell(
            "The change of what producers take in, in millions of dollars; the numbers stand in the table below."
        )
        chart = IntervalsChart(tell("What the worth of it hangs on"), said, drawn, tell("less"), tell("more"))
    else:
        said = tell("The change of the price in percent; the numbers stand in the table below.")
        chart = IntervalsChart(tell("What the price hangs on"), said, drawn, tell("lower"), tell("higher"))
    return drawing(lambda: draw_intervals(chart, "hangs"))
