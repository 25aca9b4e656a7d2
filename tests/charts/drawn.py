"""Charts drawn by chance, of the invented country Zalesia."""

from datetime import date, timedelta

from hypothesis import strategies as st

from habeas.charts import given

BEGIN = date(2020, 1, 1)
KINDS: tuple[given.Kind, ...] = ("imposed", "eased", "changed", "freed", "announced")
days = st.integers(-200, 2600).map(lambda after: BEGIN + timedelta(days=after))
stretches = st.tuples(days, st.sampled_from([0, 0, 0, 5, 31, 400])).map(
    lambda one: (one[0], one[0] + timedelta(one[1]))
)
windows = st.tuples(st.integers(0, 2000), st.sampled_from([1, 20, 61, 62, 200, 549, 551, 2000, 9000])).map(
    lambda one: (BEGIN + timedelta(days=one[0]), BEGIN + timedelta(days=one[0] + one[1]))
)
counts = st.one_of(st.integers(0, 30), st.integers(0, 12_000))
words = st.sampled_from(["", "1,131, Lantern Group", "Yazep & <Kalyada>", "about 12, Relatives’ Committee"])


@st.composite
def line_points(draw: st.DrawFn) -> given.LinePoint:
    low, best, high = sorted(draw(st.lists(counts, min_size=3, max_size=3)))
    return given.LinePoint(draw(days), low, best, high)


@st.composite
def points(draw: st.DrawFn) -> given.Point:
    first, last = draw(stretches)
    return given.Point(
        first,
        last,
        draw(counts),
        draw(st.sampled_from(["", "about"])),
        draw(words),
        draw(st.sampled_from(["", "/claims/x"])),
        key=draw(st.sampled_from(["", "a", "ab"])),
    )


series = st.builds(
    given.PublishedSeries,
    st.sampled_from(["Lantern Group", "Open Docket"]),
    st.sampled_from(["disc", "ring", "lozenge", "square"]),
    st.booleans(),
    st.lists(points(), max_size=12),
)


@st.composite
def events(draw: st.DrawFn) -> given.Event:
    kind = draw(st.sampled_from(KINDS))
    number = draw(st.integers(1, 30))
    return given.Event(*draw(stretches), number, kind, draw(st.one_of(st.none(), st.integers(0, 300))))


@st.composite
def bars(draw: st.DrawFn) -> given.Bar:
    return given.Bar(*draw(stretches), draw(counts), draw(counts), draw(st.booleans()))


@st.composite
def stock_charts(draw: st.DrawFn) -> given.StockChart:
    first, last = draw(windows)
    return given.StockChart(
        "Held in Zalesia",
        "Published figures",
        first,
        last,
        draw(st.lists(line_points(), max_size=30)),
        draw(st.lists(series, max_size=4)),
        draw(st.lists(events(), max_size=12)),
        draw(st.lists(bars(), max_size=12)),
        given.StockWords(
            held_more="said to be held", left_more="in each round", rounds_more="announced", line="7 named here"
        ),
        told_to=draw(st.none() | days),
    )


@st.composite
def custody_charts(draw: st.DrawFn) -> given.CustodyChart:
    first, last = draw(windows)
    act_words = st.sampled_from(["Detained", "Moved to prison regime", "Freed"])
    maybe: st.SearchStrategy[date | None] = st.one_of(st.none(), days)
    dated: st.SearchStrategy[tuple[date | None, date | None]] = st.one_of(stretches, st.tuples(maybe, st.none()))
    acts = [
        given.ActMark(*draw(dated), word=draw(act_words), known=draw(maybe), apart=draw(st.booleans()))
        for _ in range(draw(st.integers(0, 9)))
    ]
    levels = st.sampled_from([(False, False, False), (False, True, False), (False, True, True), (True, True, True)])
    states = st.sampled_from(["", "serving", "remand", "at liberty"])
    steps = [given.CustodyStep(draw(days), *draw(levels), draw(states)) for _ in range(draw(st.integers(0, 8)))]
    spans: st.SearchStrategy[tuple[date, date | None]] = st.one_of(stretches, st.tuples(days, st.none()))
    recognised = [
        given.Recognised(name, draw(st.lists(spans, max_size=2)), draw(words))
        for name in draw(st.lists(st.sampled_from(["Lantern Group", "Open Docket"]), unique=True))
    ]
    places = [given.Place(*draw(spans), name="Colony No. 9") for _ in range(draw(st.integers(0, 3)))]
    return given.CustodyChart(
        "Custody of Yazep Kalyada",
        "Held twice",
        first,
        last,
        [given.CustodyStep(date.min, *draw(levels)), *steps],
        acts,
        places,
        recognised,
        draw(st.sampled_from(["", "still held", "no act seen since March 2023"])),
    )
