"""A table is taken as it stands on its page: its rows, all of them and no others; what is not is told here."""

import csv
import re
from collections.abc import Callable, Iterator
from html import unescape
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from habeas.exchange import kept_markets
from tests import two_lists, zalesia

from . import door_numbers, test_bargains, test_market, test_measures
from .courier import PEOPLE
from .site import Stranger, enter, people, text
from .test_lists import ONE, TWO

AS_IT_STANDS = {  # how the caption of a table begins, and what it is called where it is taken
    "The count by": "figure",
    "Published figures nearest to": "published",
    "Figures published again and again": "series",
    "Counted here": "line",
    "Who entered and left": "months",
    "Published figures that can be compared": "figures",
    "Published figures": "said",
    "At the end of each month": "rows",
    "In each month": "rows",
    "The figure of": "rows",
    "By month, how many were learned": "delays",
    "The end of each month as known": "surface",
    "How late it was learned": "shares",
    "The door of those who are named here": "here",
    "Who came in and who went out": "keepers",
    "Numbers of those pardoned": "rounds",
    "Claims about": "about",
    "Claims, in the order": "claims",
    "Documents, in the order": "documents",
    "Lists of people": "lists",
    "Tables in which people": "lists",
    "The number of the list": "held",
    "Editions of the list": "editions",
    "From one total to the other": "bridge",
    "Evidence for a pair": "evidence",
    "Who is on both": "matched",
    "Who is told of otherwise": "conflicts",
    "Pairs that wait for a decision": "queue",
    "How many people are on just which lists": "patterns",
    "How each target stands": "standings",
    "From which day": "course",
    ".*: terms and verdicts": "commitments",
    "Verdict by lens": "commitments",
    "Published numbers beside the model": "published",
    "Published prices beside the model": "paid",
    "The price by month": "prices",
    "The measures that this market knows": "measures",
    "The price in": "alone",
    "Tonnes through each gate": "gates",
    "Tonnes by destination": "destinations",
    "What each region sells": "regions",
    "Who gains and who loses": "accounts",
    "The same money by other names": "other_names",
    "The price with one number": "depends_on",
    "Every number, with its range": "numbers",
    "The flows of the base year": "flows",
    "What each region was said": "produced",
    "What calibration puts": "unexplained",
    "What two sources say": "evidence",
}
BESIDE = frozenset({"at", "address", "rule", "lens"})  # what stands beside every row


def shown(html: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The tables of a page: caption, and the cells of each row."""
    for table in re.findall(r"(?s)<table.*?</table>", html):
        (caption,) = re.findall(r"(?s)<caption[^>]*>(.*?)</caption>", table)
        rows = re.findall(r"(?s)<tr>.*?</tr>|<tr class=\"(?!group).*?</tr>", table.partition("<tbody")[2])
        yield text(caption), [[text(_apart(one)).strip() for one in re.split("</t[hd]>", row)[:-1]] for row in rows]


def _apart(cell: str) -> str:
    """A cell whose second line does not run into its first."""
    return cell.replace('<span class="sub">', " ")


def numbers(words: str) -> Iterator[str]:
    """The numbers that stand in words, or in a cell that is taken: plain, each with as many places as it has."""
    for one in re.findall(r"(?<![\w.])[−-]?\d[\d,]*(?:\.\d+)?(?! claim)", words):
        yield one.replace("−", "-").replace(",", "").removesuffix(".0")


def has(row: dict[str, str], number: str) -> bool:
    """Whether a row that was taken has a number, as near as the page tells it."""
    places = len(number.partition(".")[2])
    own = [re.sub(r"\b[0-9a-f]{32,64}\b", "", value) for name, value in row.items() if name not in BESIDE]
    every = [one for value in own for one in numbers(value)]
    return any(abs(abs(float(one)) - abs(float(number))) <= 0.5000001 / 10**places for one in every)


def names(html: str) -> list[str]:
    """What the tables of a page are called where they are taken; of one alone nothing."""
    (take,) = re.findall(r'(?s)<section class="ruled take".*?</section>', html)
    chosen = re.findall(r'(?s)<select[^>]*name="table".*?</select>', take)
    if chosen:
        return re.findall(r'<option value="([^"]*)"', chosen[0])
    return re.findall(r"\.csv\?[^\"]*?table=(\w+)", take)


def taken(stranger: Stranger, address: str, table: str = "") -> list[dict[str, str]]:
    """The rows of a table of a page."""
    path, asked = urlsplit(address).path.strip("/") or "tally", parse_qsl(urlsplit(address).query)
    query = urlencode([*asked, *([("table", table)] if table else [])])
    return list(csv.DictReader(StringIO(stranger.get(f"/{path}.csv?{query}").content.decode()[1:])))


def first(stranger: Stranger, place: Path) -> list[str]:
    """Of the published figures, claims and documents, and of two counts."""
    people(place, "more", PEOPLE)
    said, document = (stranger.data(f"/api/{one}")[one][0]["id"] for one in ("figures", "documents"))
    person = stranger.data("/api/people?text=Harbar")["people"][0]["id"]
    months = "from=2025-01-01&to=2025-06-30"
    return [
        *("/", "/?by=state", "/counted", "/compare", f"/compare?figure={said}", f"/series?{months}"),
        *("/revisions", "/door", "/arithmetic", "/people", f"/people/{person}"),
        *("/claims", "/documents", f"/documents/{document}", "/lists"),
    ]


def lists(stranger: Stranger, place: Path) -> list[str]:
    """Of two lists, each part of them, and three."""
    two_lists.enter(place)
    parts = [f"{TWO}&part={one}" for one in ("queue", "matched", "conflicts", "first", "second")]
    return [
        "/lists",
        ONE,
        TWO,
        f"{TWO}&pair=2",
        *parts,
        f"{TWO.partition('&known_on')[0]}&c=Held+in+Zalesia%2C+people",
    ]


def bargains(stranger: Stranger, place: Path) -> list[str]:
    """Of a bargain, and of measures."""
    test_bargains.some(stranger)
    test_measures.some(stranger)
    return ["/bargains", test_bargains.TIMBER, "/measures", test_measures.ASKED]


def pairs(stranger: Stranger, place: Path) -> list[str]:
    """Of two records that may be one person's."""
    first, second = "Yazep Kalyada", "Iosif Kalyada"
    enter(zalesia.act(first, "detained", "2025-10-01", 3000), zalesia.act(second, "detained", "2025-10-11", 3020))
    enter(zalesia.attribute(first, "birth", "1980-01-01", 3040), zalesia.attribute(second, "birth", "1980-05-03", 3060))
    one, other = (zalesia.record(name).body["id"] for name in (first, second))
    return [f"/pairs/{one}/{other}"]


def door(stranger: Stranger, place: Path) -> list[str]:
    """Of a revolving door, by the numbers of two keepers, and of who is named."""
    enter(*door_numbers.numbers(), *zalesia.act("A", "detained", "2025-02-03", 3000))
    return [door_numbers.YEAR]


def market(stranger: Stranger, place: Path) -> list[str]:
    """Of a market."""
    kept_markets.keep(test_market.TIMBER)
    enter(zalesia.measure("impose", "timber from Zalesia", "2020-06-01", 3000, measure="trade_ban"))
    eased = "/market?as_of=2021-06-01&against=2021-06-01&known_on=2026-01-01&ease=Norland"
    return [test_market.ASKED, eased, "/market/parameters?name=Timber&known_on=2026-01-01"]


@pytest.mark.parametrize("of", [first, lists, bargains, pairs, door, market])
def test_a_table_is_taken_as_it_stands(
    stranger: Stranger, tmp_path: Path, of: Callable[[Stranger, Path], list[str]]
) -> None:
    for address in of(stranger, tmp_path):
        html = stranger.get(address).content.decode()
        called, stands = names(html), dict[str, list[list[str]]]()
        for caption, rows in shown(html):
            stands.setdefault(called_of(caption), []).extend(rows)
        assert stands.keys() <= set(called) or len(stands) == 1, f"{address}: {called}"
        for table, rows in stands.items():
            copied = taken(stranger, address, table if table in called else "")
            if table == "figure":  # what is published stands large above it, the whole last where it is divided
                whole, *parts = [one for one in copied if one.get("figure") != "published"]
                copied = [*parts, whole]
            assert len(copied) == len(rows), f"{address}: {table}"
            for cells, one in zip(rows, copied, strict=True):
                lacking = [number for cell in cells for number in numbers(cell) if not has(one, number)]
                assert lacking == [], f"{address}: {table}: {cells}: {one}"


def called_of(caption: str) -> str:
    """What the table with this caption is called."""
    return next(name for begins, name in AS_IT_STANDS.items() if re.match(begins, caption))


def test_names_are_taken_as_they_stand(newcomer: Stranger, tmp_path: Path) -> None:
    two_lists.enter(tmp_path)
    for part in ("first", "second"):
        html = newcomer.get(f"{TWO}&part={part}").content.decode()
        (listed,) = re.findall(r'(?s)<ul class="names people">.*?</ul>', html)
        assert [one["name"] for one in taken(newcomer, f"{TWO}&part={part}")] == _bold(listed)
        assert [one["name"] for one in taken(newcomer, TWO, part)] == _bold(listed)[:8]
    for part in ("matched", "conflicts", "queue"):
        html = newcomer.get(f"{TWO}&part={part}").content.decode()
        heads = [row[0] for _, rows in shown(html) for row in rows]
        assert heads
        assert [one["first_name"] for one in taken(newcomer, f"{TWO}&part={part}")] == heads


def test_the_names_of_what_changed_are_taken_as_they_stand(newcomer: Stranger) -> None:
    for number in range(12):
        enter(*zalesia.act(f"P{number:02}", "detained", "2025-01-20", number * 20))
    days = "/changes?as_of=2025-01-01&to_as_of=2025-02-01&known_on=2026-01-01&to_known_on=2026-01-01"
    for address, many in ((days, 4), (f"{days}&reason=new_event", 12), (f"{days}&reason=new_event&after=10", 2)):
        html = newcomer.get(address).content.decode()
        found = [name for listed in re.findall(r'(?s)<ul class="names.*?</ul>', html) for name in _bold(listed)]
        assert len(found) == many
        assert [one["name"] for one in taken(newcomer, address)] == found
    assert len(taken(newcomer, days, "steps")) == 3
    newcomer.get(f"/changes.csv?{urlsplit(days).query}&reason=new_event&table=steps", 400)


def _bold(html: str) -> list[str]:
    return [unescape(text(one)) for one in re.findall(r"(?s)<b>(.*?)</b>", html)]
