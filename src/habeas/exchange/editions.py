"""An edition of a list beside those on record: whether it is one, what it corrects, what it leaves out and brings."""

from habeas.claims.when import When
from habeas.register import lists, read
from habeas.register.draft import Draft, Receipt

from .edition_changes import Changes, changes
from .list_terms import COUNTED_BY
from .prepared import Prepared


def unchanged(prepared: Prepared, list_name: str) -> None:
    """The very file of an edition under a later day is no new edition: all of it would be known only from that day."""
    document = next((str(draft.body["id"]) for draft in prepared.drafts if draft.kind == "document"), "")
    here = next((str(draft.body["date"]) for draft in prepared.drafts if "date" in draft.body), "")
    for other, day in lists.editions(list_name):
        if other == document and day and day < here:
            prepared.problems.append(
                f"{prepared.file}: nothing in it differs from the edition of {day}, which is on record: an unchanged "
                "list is no new edition; if that day is wrong, import it with --correct-date"
            )


def still_fits(prepared: Prepared) -> None:
    """A day worked out from the day of the list that leaves what is on record possible says nothing else.

    "13 years" in October and in November are two intervals, and not two opinions.
    """
    before = read.bodies_now("claim", [str(draft.body["id"]) for draft in prepared.reckoned])
    for draft in prepared.reckoned:
        found, now = before.get(str(draft.body["id"]), {}), draft.body["when"]
        then = found.get("when", {}) if found.get("document") != draft.body["document"] else {}
        if then and then.get("earliest", "") <= now["latest"] and now["earliest"] <= then.get("latest", "9999-12-31"):
            said = str(draft.body["statement"]).removesuffix(f"{When.from_dict(now).plain()}.")
            draft.body["statement"] = f"{said}{When.from_dict(then).plain()}."
            draft.body["when"] = then


def take_back(prepared: Prepared) -> None:
    """Links between a header and a narrative that agree by now are taken back, where they stand."""
    stands = read.bodies_now("claim_link", [str(draft.body["id"]) for draft in prepared.agreeing])
    for draft in prepared.agreeing:
        if str(draft.body["id"]) in stands:
            prepared.add(draft)


def doubt_of_set_apart(prepared: Prepared) -> None:
    """A row that is set apart and is or may be of somebody under age says that much of its record, and nothing else."""
    doubted = {one.record: one for one in prepared.set_apart if one.record in prepared.minors}
    for record, before in read.bodies_now("record", list(doubted)).items():
        where = f"{prepared.file}, {prepared.rows_are} {doubted[record].row}"
        here = prepared.drafted("record", record)
        if here is not None:
            here.body["minor"] = "yes"
        elif "minor" not in before:
            said = {key: value for key, value in before.items() if key not in ("supersedes", "correction")}
            prepared.add(Draft("record", said | {"minor": "yes"}, where))
            prepared.doubted.add(record)


def needs_its_day(prepared: Prepared) -> None:
    """A list that has another edition on record needs its day: else nobody can say which of the two corrects which.

    A table may go without, as long as no edition of it has one: then each correction is ours.
    """
    if prepared.list_name is None or any("edition" in draft.body for draft in prepared.drafts):
        return
    document = next((str(draft.body["id"]) for draft in prepared.drafts if draft.kind == "document"), "")
    others = [day for other, day in lists.editions(prepared.list_name) if other != document]
    table = prepared.file.endswith(".toml")
    if any(others) or (others and not table):
        say = "say `published` in [table]" if table else "say --date"
        prepared.problems.append(
            f"{prepared.file}: another edition of {prepared.list_name!r} is on record: {say}, the day of this one"
        )


def newer_edition(prepared: Prepared) -> str:
    """The day of the newest edition on record, if it is newer than the one at hand."""
    if prepared.list_name is None:
        return ""
    document = next(str(draft.body["id"]) for draft in prepared.drafts if draft.kind == "document")
    here = max((str(draft.body.get("edition", "")) for draft in prepared.drafts), default="")
    others = (day or "" for other, day in lists.editions(prepared.list_name) if other != document)
    newest = max(others, default="")
    return newest if newest > here else ""


def left_out(prepared: Prepared, newer: str) -> tuple[list[str], dict[str, str]]:
    """What is on record, this file speaks for and does not have, each in words, and the rows among it by record.

    It is never withdrawn in silence. A row that is set apart is in the file. Beside a newer edition nothing is missing.
    """
    if prepared.scope is None or newer:
        return [], {}
    sort, name = prepared.scope
    here = {str(draft.body["id"]) for draft in prepared.drafts}
    if sort == "document":
        return [f"claim {one}" for one in sorted(read.standing_ids("claim", document=name) - here)], {}
    here |= (apart := {one.record for one in prepared.set_apart})
    records = lists.records(name)
    gone = {one: records[one] for one in sorted(records, key=lambda one: records[one]) if one not in here}
    rows = [f"{name} (record {one})" for one, name in gone.items()]
    of = [one for one in dict.fromkeys([*records, *lists.rows(name)]) if one not in gone and one not in apart]
    return rows + [f"{told} (claim {one})" for one, told in lists.claims(of) if one not in here], gone


def known_values(prepared: Prepared) -> dict[str, set[str]]:
    """Which values are on record of each property by which counts are divided; nothing for the first of all lists."""
    said = {str(draft.body["attribute"]["property"]) for draft in prepared.claims() if "attribute" in draft.body}
    found = {one: lists.values(one) for one in sorted(said & COUNTED_BY)}
    return {one: values for one, values in found.items() if values}


def brings(prepared: Prepared, receipt: Receipt, missing: dict[str, str], known: dict[str, set[str]]) -> Changes | None:
    """Of a list of people what it brings; of anything else nothing. `known`: values on record before it."""
    listed = prepared.list_name is not None and any(draft.kind == "record" for draft in prepared.drafts)
    return changes(prepared, receipt, missing, known) if listed and not prepared.file.endswith(".toml") else None
