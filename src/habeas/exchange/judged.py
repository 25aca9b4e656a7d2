"""What a case file judges: links between claims, whether two records are one person or two claims one act, grades,
reviews.

What is judged stands in this file, by its key, or in another one, by the place from which its id is made; then it has
to be on record before.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from habeas.claims import identity
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body, canonical
from habeas.claims.vocabulary import LinkKind
from habeas.register.draft import Draft

from .claim_draft import Context, Raw, of_key, only_keys, text_in, whole
from .lines import Lines
from .named import entries
from .prepared import OnRecord, Prepared, RowError

LINK_KEYS = frozenset({"kind", "claim", "other", "note", "retracted"})
JUDGEMENT_KEYS = frozenset({"one", "other", "verdict", "reason", "evidence", "score", "retracted"})
REVIEW_KEYS = frozenset({"claim", "verdict", "note"})
CLAIM_PLACES = (
    frozenset({"row", "column"}),
    frozenset({"list", "row", "column"}),
    frozenset({"document", "start", "end", "type"}),
    frozenset({"document", "page", "type"}),
)
SOMEBODY_PLACES = (
    frozenset({"agent"}),
    frozenset({"list", "row"}),
    frozenset({"list", "name"}),
    frozenset({"document", "name"}),
)
NO_ACT = " reports no act: of two claims it is judged whether they report one act"
PLACE_TEXTS = frozenset({"agent", "column", "document", "list", "name", "type"})


def judged(tables: Mapping[str, Any], prepared: Prepared, context: Context, lines: Lines) -> None:
    """Draft what [[links]], [[judgements]], [[reviews]] and [grades] say; every error at its line."""
    for section, kind, called, made in _BLOCKS:
        for index, raw in enumerate(tables.get(section, [])):
            where = lines.block(section, index, called)
            with prepared.noting(where):
                _add(prepared, kind, made(raw, prepared, context, where), where)
    with prepared.noting(lines.section("grades")):
        for key, value in entries(tables, "grades"):
            where = lines.section("grades", key)
            with prepared.noting(where):
                _add(prepared, "reliability", _reliability(key, value, context), where)


def name_claim(key: object, made: str, context: Context) -> None:
    """Let `key` stand for a claim within this file; raises RowError where it stands for another already."""
    if not isinstance(key, str) or not key.strip():
        raise RowError(f"`key` is {key!r}: a word of yours is expected, in quotes")
    if context.claims.setdefault(key, made) != made:
        raise RowError(
            f"`key` is {key!r}, which names another claim of this file: a key names one claim; "
            "of a template's claims each is named by its row and column"
        )


def grade_claim(raw: Raw, made: str, prepared: Prepared, context: Context, where: str) -> None:
    """Draft the credibility that a claim is given, if it is."""
    if "credibility" in raw:
        target = identity.grade(context.key, "credibility", made)
        _add(prepared, "credibility", {"id": target, "claim": made, "grade": raw["credibility"]}, where)


def _link(raw: Raw, prepared: Prepared, context: Context, where: str) -> Body:
    only_keys(raw, LINK_KEYS, "a link")
    _needs(raw, "kind", "claim", "other")
    ends = [claim_meant(raw[end], end, prepared, context, where) for end in ("claim", "other")]
    if ends[0] == ends[1]:
        raise RowError("`claim` and `other` are one claim: a link is between two")
    if raw["kind"] == LinkKind.contradicts:
        ends.sort()
    made = identity.claim_link(context.key, str(raw["kind"]), *ends)
    return {**raw, "id": made, "claim": ends[0], "other": ends[1]}


def _judgement(raw: Raw, prepared: Prepared, context: Context, where: str) -> Body:
    only_keys(raw, JUDGEMENT_KEYS, "a judgement")
    _needs(raw, "one", "other", "verdict", "reason")
    both = [_somebody(raw[end], end, prepared, context, where) for end in ("one", "other")]
    if both[0] == both[1]:
        raise RowError("`one` and `other` are the same: a judgement is about two")
    kinds = {kind for kind, _ in both}
    if kinds == {"agent"}:
        raise RowError("`one` and `other` are agents: a judgement is about two records, or a record and an agent")
    if "claim" in kinds and len(kinds) > 1:
        raise RowError("of `one` and `other` only one is a claim: a judgement of a claim is about two claims")
    one, other = (found for _, found in sorted(both, reverse=True))  # a record before an agent
    body: Body = {**raw, "id": identity.judgement(context.key, one, other), "one": one, "other": other}
    if kinds == {"claim"}:
        body["about"] = "claims"
    if "evidence" in raw:
        if not isinstance(raw["evidence"], list):
            raise RowError(f"`evidence` is {raw['evidence']!r}: a list of claims is expected")
        body["evidence"] = [claim_meant(claim, "evidence", prepared, context, where) for claim in raw["evidence"]]
    return body


def _review(raw: Raw, prepared: Prepared, context: Context, where: str) -> Body:
    only_keys(raw, REVIEW_KEYS, "a review")
    _needs(raw, "claim", "verdict")
    made = claim_meant(raw["claim"], "claim", prepared, context, where)
    return {**raw, "id": identity.review(context.key, made), "claim": made}


def _reliability(key: str, value: object, context: Context) -> Body:
    target = context.document if key == "document" else of_key(context.agents, key, "grades", "agents")
    if not target:
        raise RowError("it grades the document: this file has no [document] and no [table]")
    return {"id": identity.grade(context.key, "reliability", target), "target": target, "grade": value}


def _of_an_act(raw: object, end: str, prepared: Prepared, context: Context, where: str) -> str:
    """The id of a claim, of an act alone, that is judged to report the act of another."""
    made = claim_meant(raw, end, prepared, context, where, with_key="act")
    draft = prepared.drafted("claim", made)
    if draft is not None and "act" not in draft.body:
        raise RowError(f"`{end}`{NO_ACT}")
    return made


def claim_meant(raw: object, end: str, prepared: Prepared, context: Context, where: str, with_key: str = "") -> str:
    """The id of a claim by its key in this file, or by its place in a document or a list."""
    if isinstance(raw, str):
        if raw not in context.claims and raw in context.keys:
            raise RowError(f"`{end}` names {raw!r}: that claim has a problem of its own")
        if raw not in context.claims:
            known = ", ".join(sorted(context.claims)) or "none"
            raise RowError(f"`{end}` names {raw!r}, which is not the `key` of a claim of this file; known: {known}")
        return context.claims[raw]
    place = _place(raw, end, CLAIM_PLACES, "the `key` of a claim of this file")
    ordinal = whole(place, "ordinal", 0)
    if "row" in place:
        list_name = str(place.get("list", context.list_name or ""))
        if not list_name:
            raise RowError(f"`{end}` names a row, and this file has no [table]: say its `list` too")
        record = identity.record_in_list(context.key, list_name, _row(place, end))
        made = identity.claim_of_record(context.key, record, str(place["column"]), ordinal)
    elif "page" in place:
        page = whole(place, "page")
        made = identity.claim_on_page(context.key, str(place["document"]), page, str(place["type"]), ordinal)
    else:
        start, stop = whole(place, "start"), whole(place, "end")
        made = identity.claim_in_text(context.key, str(place["document"]), start, stop, str(place["type"]), ordinal)
    own = "document" not in place and place.get("list", context.list_name) == context.list_name
    if own and prepared.drafted("claim", made) is None:
        raise RowError(f"`{end}` names {_words(place)}: this file makes no such claim")
    return _rested(prepared, where, "claim", made, f"`{end}`, the claim with {_words(place)},", with_key)


def _somebody(raw: object, end: str, prepared: Prepared, context: Context, where: str) -> tuple[str, str]:
    """Whether a record, an agent or a claim is meant, and its id: by its key in this file, or by where it stands."""
    if isinstance(raw, Mapping) and set(raw) == {"claim"}:
        return "claim", _of_an_act(raw["claim"], end, prepared, context, where)
    if isinstance(raw, str):
        if raw in context.records and raw in context.agents:
            raise RowError(f"`{end}` names {raw!r}, a key of [records] and of [agents]: give one of them another key")
        if raw in context.agents:
            return "agent", context.agents[raw]
        return "record", of_key(context.record_ids, raw, end, "records")
    place = _place(raw, end, (*SOMEBODY_PLACES, frozenset({"claim"})), "a key of [records] or [agents]")
    kind, ordinal = "record", whole(place, "ordinal", 0)
    if "agent" in place:
        kind, made = "agent", identity.agent_by_name(context.key, str(place["agent"]))
    elif "row" in place:
        made = identity.record_in_list(context.key, str(place["list"]), _row(place, end))
    else:
        home = str(place.get("list") or place["document"])
        made = identity.record_in_document(context.key, home, str(place["name"]), ordinal)
    return kind, _rested(prepared, where, kind, made, f"`{end}`, the {kind} with {_words(place)},")


def _place(raw: object, end: str, places: Collection[frozenset[str]], key: str) -> Raw:
    if isinstance(raw, Mapping) and set(raw) - {"ordinal"} in places:
        for name in PLACE_TEXTS & set(raw):
            text_in(raw, name, f"{end}.{name}")
        return raw
    known = "; ".join(", ".join(f"`{name}`" for name in sorted(place)) for place in places)
    raise RowError(f"`{end}` is {raw!r}: {key} is expected, or a table with {known}; and its `ordinal`")


def _row(place: Raw, end: str) -> list[str]:
    if isinstance(place["row"], list) and all(isinstance(cell, str) for cell in place["row"]):
        return list(place["row"])
    raise RowError(f"`{end}.row` is {place['row']!r}: the cells of the key columns are expected, in quotes, as a list")


def _rested(prepared: Prepared, where: str, kind: str, made: str, words: str, with_key: str = "") -> str:
    if prepared.drafted(kind, made) is None:
        prepared.rests_on.append(OnRecord(where, kind, made, words, with_key))
    return made


def _words(place: Raw) -> str:
    return ", ".join(
        f"{name} {' · '.join(value) if isinstance(value, list) else value}" for name, value in place.items()
    )


def _needs(raw: Raw, *keys: str) -> None:
    for key in keys:
        if key not in raw:
            raise RowError(f"`{key}` is missing")


def _add(prepared: Prepared, kind: str, body: Body, where: str) -> None:
    check_body(kind, body)
    canonical(body)
    twin = prepared.drafted(kind, str(body["id"]))
    if twin is not None:
        raise RowError(f"{twin.where} says it of the same already: keep one of them")
    prepared.add(Draft(kind, body, where))


_BLOCKS: tuple[tuple[str, str, str, Callable[[Raw, Prepared, Context, str], Body]], ...] = (
    ("links", "claim_link", "link", _link),
    ("judgements", "judgement", "judgement", _judgement),
    ("reviews", "review", "review", _review),
)
