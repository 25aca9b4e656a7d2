"""Registers such as pages are seldom tried on: of nobody, of one person, of names and texts that have no end.

Each is entered into the register that is open, for everybody to see. Nobody in them exists.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from habeas.claims import identity
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import Access
from habeas.claims.when import Meaning, When
from habeas.exchange import importing, kept_markets
from habeas.exchange.people import ListTerms
from habeas.exchange.prepared import Prepared
from habeas.register import write
from habeas.register.draft import Draft
from tests import zalesia

MARKET = Path(__file__).parents[1] / "cases" / "zalesia" / "market" / "timber.toml"
LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen"
STACKED = "".join(letter + "\u0301\u0323\u0308\u0330" for letter in "Zoya Vrubelskaya Horast")
FROM_RIGHT = "فرشته‌السادات بهمن‌نژادیان اصفهانی‌زاده طباطبایی"
RUNS_ON = "عبدالرحمنالمستنصرباللهالقزوينيالاصفهانيالطباطبائيالنيسابوريالخراسانيالبغداديالدمشقي"
PAGES, A_PAGE = 300, 2400
DAY = "2021-03-01"


def _enter(*drafts: Draft | list[Draft]) -> None:
    zalesia.enter(*drafts, access=Access.public, vouched_by=zalesia.KEEPER)


def _undated(drafts: list[Draft]) -> list[Draft]:
    for one in drafts:
        one.body.pop("when", None)
    return drafts


def _some_day(edtf: str, meaning: Meaning = Meaning.happened) -> Body:
    return dict(When.of(edtf, meaning=meaning).as_dict())


def empty(place: Path) -> None:
    """Nothing at all."""


def one_person(place: Path) -> None:
    """One person, one arrest."""
    _enter(*zalesia.act("Yazep Kalyada", "detained", DAY, 0))


def odd_names(place: Path) -> None:
    """Names of eighty letters without a blank, of letters with stacks of marks, from right to left; speakers too."""
    speaker = identity.agent_by_name(write.register_key(), f"{LONG} Committee")
    says: Body = {"attribution": [{"agent": speaker, "kind": "on_record"}]}
    committee = Draft("agent", {"id": speaker, "name": f"{LONG} Committee", "sort": "organisation"}, "test")
    names = (LONG, LONG.upper(), STACKED, FROM_RIGHT, RUNS_ON)
    acts = [
        one
        for number, name in enumerate(names)
        for one in (
            *zalesia.act(name, "detained", f"2021-0{number + 1}-01", 100 * number, **says),
            *zalesia.act(name, "sentenced", f"2021-0{number + 1}-20", 100 * number + 20, **says),
            *zalesia.attribute(name, "occupation", LONG.lower(), 100 * number + 40),
        )
    ]
    freed = zalesia.act(FROM_RIGHT, "released", "2022-05-05", 900, **says)
    figure = zalesia.figure(5, "2021-12-31", 1000, **says)
    held = zalesia.act(FROM_RIGHT, "held", "2022-08-01", 920)
    apart = zalesia.link("contradicts", str(freed[1].body["id"]), str(held[1].body["id"]))
    _enter(
        zalesia.document(title=LONG, publisher=LONG, author=FROM_RIGHT), committee, *acts, freed, held, figure, apart
    )
    for keeper, day in ((LONG, "2021-12-31"), (FROM_RIGHT, "2022-01-31")):
        rows = "".join(f"{name},{keeper[:1]}{row},m,1980,2021-0{row + 1}-01\n" for row, name in enumerate(names))
        _list(place, f"People held by {keeper}", keeper, day, f"name,key,sex,born,detained\n{rows}")


def no_day(place: Path) -> None:
    """Acts, figures, measures and a recognition, and no day of any of them."""
    held = zalesia.act("Zoya Vrubel", "detained", DAY, 0)
    freed = zalesia.act("Zoya Vrubel", "released", DAY, 20)
    other = zalesia.act("Ales Maroz", "held", DAY, 40)
    figure, ban = zalesia.figure(12, DAY, 60), zalesia.measure("impose", "timber", DAY, 80, measure="trade_ban")
    for one in (figure, ban):
        one.body.pop("when")
    for one in (*held, *freed, *other, figure, ban):
        if one.kind == "claim":
            one.body["known"] = {"basis": "assumed"}
    _enter(_undated(held), _undated(freed), _undated(other), figure, ban)


def all_doubtful(place: Path) -> None:
    """One person of whom nothing is sure: neither day, nor speaker, nor whether it was so, nor that it was they."""
    rumour: Body = {"modality": "rumour", "attribution": [{"kind": "unnamed_group"}]}
    source: Body = {"source": "0123456789abcdef" * 2, "kind": "anonymous", "terms": "not to be named"}
    hedged: Body = {"modality": "hedged", "attribution": [source, {"kind": "anonymous"}]}
    first = zalesia.act("Zoya Vrubel", "detained", "2020-01-01", 0)
    first[1].body["when"] = _some_day("202X?")
    second = zalesia.act("Zoya Vrubel", "released", "2021-01-01", 20)
    second[1].body["when"] = _some_day("../2022-06-30~")
    third = zalesia.act("Zoya Vrubel", "held", "2021-01-01", 40, **hedged)
    third[1].body["when"] = _some_day("2021-06/..", Meaning.state_seen)
    fourth = zalesia.act("Zoya Vrubel", "died", "2021-01-01", 60, **rumour)
    fourth[1].body["when"] = _some_day("2021-24?")
    ids = [str(some[1].body["id"]) for some in (first, second, third, fourth)]
    _enter(
        first, second, third, fourth, zalesia.link("contradicts", ids[0], ids[1]), zalesia.link("contradicts", *ids[2:])
    )
    _enter(*(zalesia.review(one) for one in ids[:2]))


def wordy_figures(place: Path) -> None:
    """Figures in words, of a subject that takes a paragraph, and beside them a number of fifteen digits."""
    words = "people whom relatives, neighbours or fellow prisoners have seen led away by men without insignia " * 3
    of: Body = {
        "subject": words.strip(),
        "population": words.strip(),
        "kind": "stock",
        "comparator": "~",
        "unit": "persons",
        "printed": "somewhere between a few dozen and, as some would have it, several hundred or more",
    }
    wordy = zalesia.figure(1, DAY, 0)
    wordy.body.update({"figure": of, "statement": f"There are {words}".strip()})
    large = zalesia.figure(123_456_789_012_345, DAY, 20)
    ranged = zalesia.figure(3, "2021-04-01", 40, "2021-04-30")
    ranged.body["figure"] = {**of, "comparator": "=", "low": "30", "high": "123456"}
    _enter(wordy, large, ranged, *zalesia.act("Ales Maroz", "detained", DAY, 60))


def only_measures(place: Path) -> None:
    """Sanctions, a market that they bear on, and nobody who is held."""
    kept_markets.keep(MARKET)
    _enter(
        zalesia.measure("impose", "timber from Zalesia", "2020-06-01", 0, measure="trade_ban", covers="sawn timber"),
        zalesia.measure("impose", "Bank of Zareche", "2020-06-01", 20, "2020-06-30"),
        zalesia.measure("announce", "Bank of Zareche", "2021-06-01", 40, announces=["delist"]),
    )


def only_a_bargain(place: Path) -> None:
    """A bargain and the one claim that it stands on."""
    said = zalesia.claim("Each undertook its part.", 0, known="2021-05-20", type="commitment")
    free: Body = {"kind": "acted", "acts": ["pardoned"], "count": 2, "territory": "ZZ"}
    _enter(said)
    bargain = zalesia.bargain(
        "Prisoners and timber",
        zalesia.commitment("free two", str(said.body["id"]), zalesia.PRESIDENT, query=free),
        zalesia.commitment("be good", str(said.body["id"])),
    )
    _enter(bargain)


def long_document(place: Path) -> None:
    """A document of three hundred pages whose words are public, with a claim on its first page and on its last."""
    line = (
        "The docket of the court at Zareche goes on, a line like the one before it, and nobody has asked for an end. "
    )
    pages = [f"Page {number}. {line * (A_PAGE // len(line))}\n\n" for number in range(1, PAGES + 1)]
    last = "Yazep Kalyada is held in Prison No. 4."
    (place / "docket.txt").write_text("Zoya Vrubel was let go.\n\n" + "".join(pages) + last, encoding="utf-8")
    (place / "docket.toml").write_text(DOCKET, encoding="utf-8")
    _record(importing.prepare(place / "docket.toml", datetime.now(UTC).date()))


def many(place: Path, people: int = 600) -> None:
    """A list of many, of whom two in three were freed, and what was said of their number each month."""
    first = date(2019, 1, 1)
    rows = []
    for row in range(people):
        taken = first + timedelta(days=row * 7 % 1800)
        freed = str(taken + timedelta(days=90 + row % 600)) if row % 3 else ""
        rows.append(
            f"{GIVEN[row % 7]} {FAMILY[row // 7 % 11]}-{FAMILY[row // 77 % 11]},{row},{'mf'[row % 2]},{taken},{freed}\n"
        )
    _list(place, "Held in Zalesia", "Lantern Group", "2025-06-30", "name,key,sex,detained,released\n" + "".join(rows))
    months = [date(2019 + month // 12, month % 12 + 1, 28) for month in range(60)]
    _enter(*(zalesia.figure(20 + 9 * number, str(day), 20 * number) for number, day in enumerate(months)))


def _list(place: Path, name: str, keeper: str, day: str, rows: str) -> None:
    (place / f"list-{day}.csv").write_text(rows, encoding="utf-8")
    terms = ListTerms(name, keeper, zalesia.KEEPER, When.of(day, meaning=Meaning.published))
    prepared = importing.prepare(place / f"list-{day}.csv", datetime.now(UTC).date(), terms)
    prepared.access = Access.public
    _record(prepared)


def _record(prepared: Prepared) -> None:
    assert not prepared.problems, prepared.problems
    importing.record(prepared, lambda receipt: None)


GIVEN = ("Yazep", "Zoya", "Ales", "Hanna", "Viktar", "Aryna", "Pavel")
FAMILY = ("Kalyada", "Vrubel", "Maroz", "Sokal", "Zhuk", "Zhyten", "Harbar", "Lipen", "Horast", "Vishnia", "Kut")
DOCKET = f"""
[case]
vouched_by = "{zalesia.KEEPER}"
access = "public"
[document]
file = "docket.txt"
title = "The docket of the court at Zareche"
publisher = "Court of Zareche"
language = "en"
published = "2022-01-01"
[records.zoya]
name = "Zoya Vrubel"
[records.yazep]
name = "Yazep Kalyada"
[[claims]]
words = "Zoya Vrubel was let go"
type = "act"
topics = ["release"]
statement = "Zoya Vrubel was let go."
when = {{ edtf = "2021-12-24", original = "2021-12-24" }}
attribution = [{{ kind = "reporter_voice" }}]
participants = [{{ role = "subject", record = "zoya" }}]
act = {{ kind = "released", record = "zoya" }}
[[claims]]
words = "Yazep Kalyada is held in Prison No. 4"
type = "act"
topics = ["tally"]
statement = "Yazep Kalyada is held in Prison No. 4."
when = {{ edtf = "2021-12", original = "this month", meaning = "state_seen" }}
attribution = [{{ kind = "reporter_voice" }}]
participants = [{{ role = "subject", record = "yazep" }}]
act = {{ kind = "held", record = "yazep", facility = "Prison No. 4" }}
"""
ODD: dict[str, Callable[[Path], None]] = {
    "empty": empty,
    "one person": one_person,
    "odd names": odd_names,
    "no day": no_day,
    "all doubtful": all_doubtful,
    "wordy figures": wordy_figures,
    "only measures": only_measures,
    "only a bargain": only_a_bargain,
    "long document": long_document,
    "many": many,
}
