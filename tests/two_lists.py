"""Two keepers' lists of invented people in two scripts, open to everybody, and a third that is the staff's alone.

The Lantern Group's is of 31 December 2021 and has a woman who died and a man who was freed; the Open Docket's is of 31
January 2022, has nobody of either, a sentence on another day, and somebody taken since.
"""

from datetime import UTC, date, datetime
from pathlib import Path

from habeas.claims.vocabulary import Access
from habeas.claims.when import Meaning, When
from habeas.exchange import importing
from habeas.exchange.people import ListTerms
from tests import zalesia

LANTERN, DOCKET, NORTH = "People held, Lantern Group", "Docket of the Open Docket", "Held in the north"
KNOWN_ON = date(2022, 3, 1)
HEAD = "name,key,sex,born,region,detained,sentenced,released,died\n"
LANTERN_ROWS = """\
Yazep Kalyada,L1,m,1979-03-05,Zareche,2021-09-21,,,
Hanna Sokalich,L2,f,1985-08-17,Zareche,2021-01-04,2021-06-01,,
Viktar Zhuk,L3,m,1990-05-08,Severets,2021-02-01,,2021-12-01,
Zoya Kut,L4,f,1970,Zareche,2021-03-03,,,2021-08-08
Ivan Horast,L5,m,1980,Zareche,2021-04,,,
Ilya Vishnia,L6,m,1966,Zareche,2021-05-05,,,
"""
DOCKET_ROWS = """\
Иосиф Коляда,D1,m,1979-03-05,Zareche,2021-09-21,,,
Ганна Сакаліч,D2,f,1985-08-17,,2021-01-04,2021-06-02,,
Иван Гораст,D5,m,1980,,2021-04-12,,,
Арина Житень,D7,f,,,2022-01-15,,,
"""
NORTH_ROWS = "Viktar Zhuk,N1,m,1990-05-08,Severets,2021-02-01,,,\nSecret Person,N2,f,,,2021-02-01,,,\n"


def enter(place: Path) -> None:
    """Import all three into the register that is open."""
    imported(place, LANTERN, "Lantern Group", "2021-12-31", LANTERN_ROWS)
    imported(place, DOCKET, "Open Docket", "2022-01-31", DOCKET_ROWS)
    imported(place, NORTH, "Northern Watch", "2022-01-01", NORTH_ROWS, Access.staff)


def imported(
    place: Path,
    name: str,
    keeper: str,
    day: str,
    rows: str,
    access: Access = Access.public,
    head: str = HEAD,
    apart: bool = False,
) -> None:
    """Import an edition of a list as of a day; with `apart` a row with something wrong in it is set apart."""
    file = place / f"{keeper.split()[0].lower()}-{day}.csv"
    file.write_text(head + rows, encoding="utf-8")
    terms = ListTerms(name, keeper, zalesia.KEEPER, When.of(day, meaning=Meaning.published))
    prepared = importing.prepare(file, datetime.now(UTC).date(), terms, quarantine=apart)
    assert not prepared.problems, prepared.problems
    prepared.access = access
    importing.record(prepared, lambda receipt: None)
