"""From entries to rows: the one code that projects, live, on rebuild and on verify. Nothing else writes these tables.

A row's life is [from_seq, to_seq). A correction of ours closes the row it supersedes; a correction or retraction by
the source leaves a copy that is known only until the day of the correction.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from habeas.claims.bodies import KINDS
from habeas.claims.identity import fingerprint
from habeas.claims.vocabulary import DATED_WITHDRAWALS, HIDING_WITHDRAWALS, Access, KnownBasis
from habeas.names.fold import fold

from . import models
from .chain import LogEntry
from .name_keys import KEPT, drop_keys, keep_keys, names_of_claim, names_of_entered, words_of
from .parts import PARTS, add_parts
from .refusals import FutureError
from .rows import Row, batched, columns, insert

VERSION = 7
READ = frozenset({1})  # versions of payloads; an old one is lifted when it is read, never rewritten
NAME = "record"

NAMED = (models.Document, models.Agent, models.Record, models.Group, models.ListVersion, models.Claim)
VERSIONED = {"rule": models.Rule, "lens": models.Lens, "bargain": models.Bargain}
JUDGED = (
    models.ClaimLink,
    models.Judgement,
    models.Grade,
    models.Review,
    models.Coverage,
    models.Rule,
    models.Lens,
    models.Bargain,
)
PROJECTED: tuple[type[Model], ...] = (
    *NAMED,
    *JUDGED,
    *PARTS,
    models.Withdrawal,
    models.Access,
    models.Tombstone,
    models.Noted,
)

CACHED = KEPT  # made from the same entries, in the same transaction; what they hold depends on the tables of `names`

JsonBody = Mapping[str, Any]


class Projector:
    """Applies entries in order within one transaction; `finish` writes what is still held and notes the head."""

    def __init__(self, database: BaseDatabaseWrapper) -> None:
        self.database = database
        self._rows: dict[type[Model], list[Row]] = defaultdict(list)
        self._head = 0
        self._words: set[str] = set()  # of names, whose search keys are to be kept
        self._keyed: set[str] = set()  # those whose search keys are kept
        self._apply: dict[str, Callable[[LogEntry, JsonBody], None]] = {
            "document": self._document,
            "agent": self._agent,
            "record": self._record,
            "group": self._group,
            "list_version": self._list_version,
            "claim": self._claim,
            "claim_link": self._claim_link,
            "judgement": self._judgement,
            "reliability": self._grade,
            "credibility": self._grade,
            "review": self._review,
            "coverage": self._coverage,
            **dict.fromkeys(VERSIONED, self._version),
            "withdrawal": self._withdrawal,
            "access": self._access,
            "erase": self._erase,
            "actor": self._actor,
            "import": self._import,
        }

    def apply(self, entry: LogEntry) -> None:
        """Project one entry; an erased one leaves nothing. Raises FutureError for one that this code cannot read."""
        if entry.version not in READ or entry.kind not in KINDS:
            raise FutureError(f"entry {entry.seq} ({entry.kind}, version {entry.version}) was written by newer code")
        self._head = entry.seq
        project = self._apply.get(entry.kind)
        if project is not None and entry.body is not None:
            project(entry, json.loads(entry.body))

    def finish(self) -> None:
        """Write the rows that are still held, and the head that the projections now stand on."""
        self.flush()
        if self._head:
            models.Projection.objects.using(self.database.alias).update_or_create(
                name=NAME, defaults={"version": VERSION, "head": self._head}
            )

    def flush(self) -> None:
        """Write the rows that are held."""
        keep_keys(self.database, self._words, self._keyed)
        self._words.clear()
        for model, rows in self._rows.items():
            insert(self.database, model, rows)
        self._rows.clear()

    def _document(self, entry: LogEntry, body: JsonBody) -> None:
        self._named(models.Document, entry, body, body.get("sha256"), body.get("text_sha256"))

    def _agent(self, entry: LogEntry, body: JsonBody) -> None:
        self._named(models.Agent, entry, body, body["name"], fold(_all_names(body)))
        names = dict.fromkeys(names_of_entered(body))
        self._rows[models.AgentName].extend((entry.seq, name) for name in names)
        self._words |= words_of(names)

    def _record(self, entry: LogEntry, body: JsonBody) -> None:
        name = body["name"]
        self._named(models.Record, entry, body, name, fold(name), body["document"], body.get("list"))
        self._words |= words_of(names_of_entered(body))

    def _group(self, entry: LogEntry, body: JsonBody) -> None:
        self._named(models.Group, entry, body, body["name"], body["document"])

    def _list_version(self, entry: LogEntry, body: JsonBody) -> None:
        self._named(models.ListVersion, entry, body, body["list"], body.get("date"), body["document"])

    def _claim_link(self, entry: LogEntry, body: JsonBody) -> None:
        self._named(models.ClaimLink, entry, body, body["kind"], body["claim"], body["other"])

    def _judgement(self, entry: LogEntry, body: JsonBody) -> None:
        self._named(models.Judgement, entry, body, body["one"], body["other"], body["verdict"], body.get("about"))

    def _grade(self, entry: LogEntry, body: JsonBody) -> None:
        target = body["target"] if entry.kind == "reliability" else body["claim"]
        self._named(models.Grade, entry, body, target, entry.kind, body["grade"])

    def _review(self, entry: LogEntry, body: JsonBody) -> None:
        self._named(models.Review, entry, body, body["claim"], body["verdict"])

    def _coverage(self, entry: LogEntry, body: JsonBody) -> None:
        known = min(body["known"], entry.day)
        self._named(models.Coverage, entry, body, body["keeper"], known, int(Access[body["access"]]))

    def _version(self, entry: LogEntry, body: JsonBody) -> None:
        level = int(Access[body["access"]])
        self._named(VERSIONED[entry.kind], entry, body, body["name"], body["version"], level)

    def _named(self, model: type[Model], entry: LogEntry, body: JsonBody, *rest: object) -> None:
        """A retraction ends where it begins: it stands at no entry, and an import finds that it was the last word."""
        if "supersedes" in body:
            self._close(model, entry.seq, "entry", body["supersedes"])
        until = entry.seq if body.get("retracted") == "yes" else None
        self._rows[model].append((entry.seq, entry.seq, until, body["id"], *rest))

    def _claim(self, entry: LogEntry, body: JsonBody) -> None:
        known = known_day(body["known"], entry.day)
        if body.get("correction") == "source":
            self._known_until(body["id"], entry.seq, known)
        elif "supersedes" in body:
            self._close(models.Claim, entry.seq, "entry", body["supersedes"])
        when = body.get("when", {})
        self._rows[models.Claim].append(
            (
                entry.seq,
                entry.seq,
                None,
                body["id"],
                body["document"],
                body.get("record"),
                body["type"],
                body["modality"],
                body["polarity"],
                when.get("earliest"),
                when.get("latest"),
                when.get("meaning"),
                known,
                body["known"]["basis"],
                None,
            )
        )
        add_parts(self._rows, entry.seq, body)
        self._words |= words_of(names_of_claim(body))

    def _withdrawal(self, entry: LogEntry, body: JsonBody) -> None:
        claim, reason, day = body["claim"], body["reason"], body.get("day")
        if reason in DATED_WITHDRAWALS and day:
            self._known_until(claim, entry.seq, day)
        elif reason in HIDING_WITHDRAWALS:
            self._set_access(entry, [claim], Access.nobody)
        else:
            self._close(models.Claim, entry.seq, "id", claim)
        self._rows[models.Withdrawal].append((entry.seq, entry.seq, None, claim, reason, day))

    def _access(self, entry: LogEntry, body: JsonBody) -> None:
        targets = (*body.get("claims", ()), *body.get("documents", ()))
        self._set_access(entry, targets, Access[body["level"]])

    def _set_access(self, entry: LogEntry, targets: Sequence[str], level: Access) -> None:
        self._close(models.Access, entry.seq, "target", *targets)
        self._rows[models.Access].extend((entry.seq, entry.seq, None, target, int(level)) for target in targets)

    def _actor(self, entry: LogEntry, body: JsonBody) -> None:
        self._rows[models.Noted].append((entry.seq, "actor", body["id"]))

    def _import(self, entry: LogEntry, body: JsonBody) -> None:
        self._rows[models.Noted].append((entry.seq, "import", fingerprint(str(entry.body))))

    def _erase(self, entry: LogEntry, body: JsonBody) -> None:
        self.flush()
        self._reopen_access(body["entries"])
        for model in (*NAMED, *JUDGED, *PARTS, models.AgentName, models.Noted, models.Access):
            self._delete(model, body["entries"])
        drop_keys(self.database)
        self._keyed.clear()
        kinds = ("claims", "records", "documents", "agents", "groups")
        ids = list(dict.fromkeys(one for kind in kinds for one in body.get(kind, ())))
        rows = models.Tombstone.objects.using(self.database.alias)
        gone = {one for some in batched(ids) for one in rows.filter(id__in=some).values_list("id", flat=True)}
        self._rows[models.Tombstone].extend((one, entry.seq) for one in ids if one not in gone)

    def _reopen_access(self, entries: list[int]) -> None:
        """The level before an erased one stands until the level after it, as if the erased one had not been."""
        rows = models.Access.objects.using(self.database.alias)
        for some in batched(entries):
            for row in rows.filter(entry__in=some).order_by("from_seq"):
                rows.filter(target=row.target, to_seq=row.from_seq).update(to_seq=row.to_seq)

    def _delete(self, model: type[Model], entries: list[int]) -> None:
        rows: Any = model
        for some in batched(entries):
            rows.objects.using(self.database.alias).filter(entry__in=some).delete()

    def _close(self, model: type[Model], seq: int, column: str, *values: str | int) -> None:
        self.flush()
        with self.database.cursor() as cursor:
            for some in batched(values):
                marks = ", ".join(["%s"] * len(some))
                cursor.execute(
                    f'UPDATE "{model._meta.db_table}" SET to_seq = %s WHERE "{column}" IN ({marks}) AND to_seq IS NULL',
                    [seq, *some],
                )

    def _known_until(self, claim: str, seq: int, day: str) -> None:
        """Close what is still known on `day`, and let copies stand of it that are known only before."""
        self.flush()
        names = columns(models.Claim)
        with self.database.cursor() as cursor:
            cursor.execute(
                f'SELECT "row", {", ".join(names)} FROM "claim" '
                'WHERE "id" = %s AND to_seq IS NULL AND (known_to IS NULL OR known_to > %s)',
                [claim, day],
            )
            standing = [(row[0], dict(zip(names, row[1:], strict=True))) for row in cursor.fetchall()]
        self._close(models.Claim, seq, "row", *(number for number, _ in standing))
        for _, row in standing:
            if row["known"] < day:
                row.update(from_seq=seq, to_seq=None, known_to=day)
                self._rows[models.Claim].append(tuple(row[name] for name in names))


def known_day(known: JsonBody, recorded: str) -> str:
    """The day from which a claim counts as known: never after the day it was recorded."""
    first = known.get("earliest", recorded)
    return str(min(first, recorded))


def known_interval(known: JsonBody, recorded: str) -> dict[str, str]:
    """`known` as it is given out: earliest, latest, basis. Assumed: up to the day recorded; else one day."""
    first = known_day(known, recorded)
    latest = recorded if known["basis"] == KnownBasis.assumed else first
    return {"earliest": first, "latest": latest, "basis": known["basis"]}


def _all_names(agent: JsonBody) -> str:
    return " ".join((agent["name"], *(other["name"] for other in agent.get("names", ()))))


def standing_version(alias: str = "default") -> tuple[int, int] | None:
    """Version and head of the projections as they stand, or None where nothing was projected."""
    row = models.Projection.objects.using(alias).filter(name=NAME).values_list("version", "head").first()
    return (row[0], row[1]) if row else None
