"""The tables of Zalesia as files: a CSV with a row each, and the case that says what its rows claim and who says so."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from .events import Published, Rally, Told
from .lists import as_csv

KEEPER = "Hanna Sokalich-Vyaz"
ROUNDS_LIST, RAIDS_LIST = "Rounds of release in Zalesia", "Raids in Zalesia"
RALLIES_LIST, PUBLISHED_LIST = "Detentions at rallies in Zalesia", "Published totals of Zalesia"
STREET, CHANCERY, COURIER = "Street Watch of Zalesia", "Chancery of the President of Zalesia", "Bystritsa Courier"

_RALLIES = """
[agents.street]
name = "Street Watch of Zalesia"

[[claims]]
column = "count"
type = "figure"
topics = ["tally"]
statement = "{count} people were detained at a rally in {region}, {day}."
attribution = [{ agent = "street", kind = "on_record" }]
when = { edtf = "{day}", meaning = "window", extent = "throughout" }
place = { name = "{region}", country = "ZZ" }
figure = { subject = "people detained at rallies", kind = "flow", unit = "detentions", low = "{low}", high = "{high}" }

[[claims]]
column = "count"
ordinal = 1
group = { name = "detained at a rally in {region}, {day}", low = "{low}", high = "{high}", unit = "persons" }
type = "act"
topics = ["tally"]
statement = "Those counted were detained in {region}, {day}."
attribution = [{ agent = "street", kind = "on_record" }]
when = { edtf = "{day}" }
place = { name = "{region}", country = "ZZ" }
participants = [{ role = "subject", group = "row" }]
act = { kind = "detained", group = "row" }
"""

_TOLD = """
[agents.teller]
name = {name}
sort = {sort}

[[claims]]
column = "count"
type = "act"
topics = {topics}
statement = "{{count}} people were {{kind}}, {{day}}."
attribution = [{{ agent = "teller", kind = {manner} }}]
when = {{ edtf = "{{day}}" }}
participants = [{{ role = "subject", group = "{{group}}" }}]
act = {{ kind = "{{kind}}", group = "{{group}}" }}

[[claims]]
column = "member"
type = "event"
topics = {topics}
statement = "{{name}} was one of those {{kind}}, {{day}}."
attribution = [{{ agent = "teller", kind = {manner} }}]
when = {{ edtf = "{{day}}" }}
participants = [{{ role = "member", record = "{{member}}", group = "{{group}}" }}]
"""

_PUBLISHED = """
[agents."Lantern Group"]
name = "Lantern Group"

[agents."Northern Watch"]
name = "Northern Watch"

[agents."Interior Ministry of Zalesia"]
name = "Interior Ministry of Zalesia"
sort = "authorities"

[words.manner]
"Interior Ministry of Zalesia" = "official"
"*" = "on_record"

[words.population]
"Northern Watch" = "political prisoners in the north of Zalesia"
"Interior Ministry of Zalesia" = "persons sentenced for offences against the order of Zalesia"
"*" = "political prisoners in Zalesia"

[[claims]]
column = "number"
type = "figure"
topics = ["tally"]
statement = "{number} people were in custody, {as_of}."
attribution = [{ agent = "{keeper}", kind = "{keeper:manner}" }]
when = { edtf = "{as_of}", meaning = "as_of" }

[claims.figure]
subject = "people in custody"
door = "held"
population = "{keeper:population}"
kind = "stock"
unit = "persons"
value = "{number}"
"""


def text(of: str) -> str:
    """Text as a TOML file writes it."""
    return json.dumps(of, ensure_ascii=False)


def head(name: str) -> str:
    """The beginning of a case file of Zalesia."""
    return (
        f"# {name}: an invented country, drawn from a seed. Nobody here exists.\n\n"
        f'[case]\nname = {text(name)}\nvouched_by = {text(KEEPER)}\naccess = "public"\n'
    )


def rallies(every: Sequence[Rally]) -> dict[str, str]:
    """Detentions at rallies; each month was published a few days after its end.

    Those of the region that was taken in later, and of days before, were published when it was.
    """
    rows = [
        {"day": str(one.day), "region": one.region, "count": one.count, "low": str(one.low), "high": str(one.high)}
        | {"source": f"{STREET}, {one.bulletin}"}
        for one in every
    ]
    days = {row["source"]: one.known for row, one in zip(rows, every, strict=True)}
    return _pair("rallies", RALLIES_LIST, ("day", "region"), rows, days, _RALLIES)


def rounds(every: Iterable[Told], names: Mapping[int, str]) -> dict[str, str]:
    """Rounds of release, told by the President's chancery on the day after."""
    said = {"name": text(CHANCERY), "sort": '"authorities"', "topics": '["release"]', "manner": '"official"'}
    return _told("rounds", ROUNDS_LIST, CHANCERY, list(every), names, _TOLD.format(**said))


def raids(every: Iterable[Told], names: Mapping[int, str]) -> dict[str, str]:
    """Raids, told by a newspaper on the day after."""
    said = {"name": text(COURIER), "sort": '"medium"', "topics": '["tally"]', "manner": '"on_record"'}
    return _told("raids", RAIDS_LIST, COURIER, list(every), names, _TOLD.format(**said))


def published(every: Iterable[Published]) -> dict[str, str]:
    """What each keeper gave out as of the end of each month."""
    rows = [
        {"as_of": str(one.as_of), "keeper": one.keeper, "number": str(one.number)}
        | {"source": f"{one.keeper}, count of {one.as_of:%Y-%m}"}
        for one in every
    ]
    days = {f"{one.keeper}, count of {one.as_of:%Y-%m}": one.published for one in every}
    return _pair("published", PUBLISHED_LIST, ("as_of", "keeper"), rows, days, _PUBLISHED)


def _told(
    file: str, called: str, teller: str, every: list[Told], names: Mapping[int, str], claims: str
) -> dict[str, str]:
    rows: list[dict[str, str]] = []
    people, groups, seen = "", "", dict[str, int]()
    for one in every:
        shared = {"group": one.key, "day": str(one.day), "kind": one.kind, "source": f"{teller}, {one.day}"}
        rows.append(shared | {"count": str(one.many)})
        groups += f"[groups.{one.key}]\nname = {text(f'{one.kind} {one.day}')}\nlow = {one.many}\nhigh = {one.many}\n"
        groups += 'unit = "persons"\n\n'
        for who in one.members:
            key, name = f"{one.key}-{who}", names[who]
            rows.append(shared | {"member": key, "name": name})
            again = f"ordinal = {seen[name]}\n" if name in seen else ""
            seen[name] = seen.get(name, 0) + 1
            people += f"[records.{key}]\nname = {text(name)}\n{again}\n"
    days = {f"{teller}, {one.day}": one.day + timedelta(days=1) for one in every}
    return _pair(file, called, ("group", "member"), rows, days, f"\n{groups}{people}{claims}")


def _pair(
    file: str,
    called: str,
    key: tuple[str, ...],
    rows: list[dict[str, str]],
    days: Mapping[str, date],
    claims: str,
) -> dict[str, str]:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    table = f'\n[table]\nfile = "{file}.csv"\nlist = {text(called)}\ntitle = {text(called)}\nkey = {json.dumps(key)}\n'
    table += 'language = "en"\nsource_column = "source"\n'
    sources = "".join(f"\n[sources.{text(source)}]\npublished = {text(str(day))}\n" for source, day in days.items())
    return {f"{file}.csv": as_csv(columns, rows), f"{file}.toml": head(called) + table + claims + sources}
