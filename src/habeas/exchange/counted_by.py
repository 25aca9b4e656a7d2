"""What a case file says a count goes by: [[rules]] and [[lenses]], each block one version of one of them.

What is left out of a block is written into the entry where it would mean something else if a default ever changed.
The level of access is the file's own: [case] says it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from unicodedata import category

from habeas.claims import identity
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body, canonical
from habeas.claims.shape import day, insist
from habeas.claims.vocabulary import Access, Review
from habeas.names.fold import fold
from habeas.register import read
from habeas.register.counted_by import BUILT_IN, lenses
from habeas.register.draft import Draft
from habeas.tally.lens import ANY, EVERY

from .claim_draft import Context, Raw, of_key, only_keys, text_in, whole
from .lines import Lines
from .prepared import Prepared, RowError

BOTH = ("name", "version", "sentence")
OF_A_RULE = ("quantity", "unit", "states")
RULE_KEYS = frozenset(
    {
        *BOTH,
        *OF_A_RULE,
        "recognised_by",
        "where",
        "period",
        "leaving_day",
        "stale_after",
        "territory",
        "from",
        "to",
        "complete",
        "publisher",
        "lens",
    }
)
LENS_KEYS = frozenset({*BOTH, "speakers", "kinds", "modalities", "reliability", "credibility", "review"})
REVIEWED = (Review.accepted.value, ANY)
COUNTED = ("counted", "not counted")
LONGEST_NAME = 80
UNSEEN = re.compile(  # letters, marks and signs that show nothing: joiners, fillers, selectors of a variant
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)


def counted_by(tables: Mapping[str, Any], prepared: Prepared, context: Context, lines: Lines) -> None:
    """Draft the rules and lenses of a file; every error at its line."""
    sections: tuple[tuple[str, str, Callable[[Raw, Context], Body]], ...] = (
        ("rules", "rule", _rule),
        ("lenses", "lens", _lens),
    )
    for section, kind, made in sections:
        for index, raw in enumerate(tables.get(section, [])):
            where = lines.block(section, index, kind)
            with prepared.noting(where):
                body = _versioned(raw, kind, prepared, context) | made(raw, context)
                if kind == "rule" and "lens" in body:
                    must_be_lenses("lens", [body["lens"]], tables)
                _add(prepared, kind, body, where)


def must_be_lenses(key: str, names: Sequence[object], tables: Mapping[str, Any]) -> None:
    """RowError for a lens that neither this file nor the register has: what is asked with it would be lost."""
    here = [raw.get("name") for raw in tables.get("lenses", []) if isinstance(raw, Mapping)]
    known = [EVERY.name, *here, *(one.name for one in lenses(read.view(None, Access.sealed)))]
    for name in names:
        if name not in known:
            raise RowError(f"`{key}` names {name!r}, which is not a lens of this register or of this file")


def _versioned(raw: Raw, kind: str, prepared: Prepared, context: Context) -> Body:
    """What a rule and a lens have alike. A name is written NAME@VERSION where an older version is meant."""
    for key in BOTH:
        if key not in raw:
            raise RowError(f"`{key}` is missing")
    name, version = _name(raw, kind), whole(raw, "version")
    return {
        "id": identity.counted_by(context.key, kind, name, version),
        "name": name,
        "version": version,
        "sentence": text_in(raw, "sentence"),
        "access": prepared.access.name,
    }


def a_name(raw: Raw) -> str:
    """A name that nobody takes for another: all of it can be seen."""
    name = text_in(raw, "name")
    if name != " ".join(name.split()) or "@" in name or len(name) > LONGEST_NAME:
        raise RowError(f"`name` is {name!r}: no @, single spaces, none at an end, {LONGEST_NAME} characters at most")
    for one in name:
        if category(one) in ("Cc", "Cf") or UNSEEN.match(one):
            raise RowError(
                f"`name` is {name!r}: it has a character that cannot be seen, U+{ord(one):04X}: leave it out"
            )
    return name


def _name(raw: Raw, kind: str) -> str:
    """Such a name; and not that of what is built in."""
    name = a_name(raw)
    if fold(name) == fold(BUILT_IN[kind]):
        raise RowError(f"`name` is {name!r}: the {kind} of that name is built in: give this one another")
    return name


def _rule(raw: Raw, context: Context) -> Body:
    only_keys(raw, RULE_KEYS, "a rule")
    for key in OF_A_RULE:
        if key not in raw:
            raise RowError(f"`{key}` is missing")
    body: Body = {key: raw[key] for key in ("quantity", "unit", "period", "stale_after", "territory") if key in raw}
    body["states"] = _words(raw, "states")
    if "recognised_by" in raw:
        body["recognised_by"] = _agents(raw, "recognised_by", context)
    if "publisher" in raw:
        body["publisher"] = of_key(context.agents, raw["publisher"], "publisher", "agents")
    if "lens" in raw:
        body["lens"] = text_in(raw, "lens")
    if "where" in raw:
        body["where"] = _where(raw["where"])
    if _chosen(raw, "leaving_day", COUNTED) == COUNTED[0]:
        body["leaving_day"] = "yes"
    if _chosen(raw, "complete", ("yes", "no")) == "yes":
        body["complete"] = "yes"
    return body | _scope(raw)


def _lens(raw: Raw, context: Context) -> Body:
    only_keys(raw, LENS_KEYS, "a lens")
    body: Body = {key: raw[key] for key in ("reliability", "credibility") if key in raw}
    if "speakers" in raw:
        body["speakers"] = _agents(raw, "speakers", context)
    if "kinds" in raw:
        body["kinds"] = _words(raw, "kinds")
    if _chosen(raw, "review", REVIEWED) == ANY:
        body["review"] = ANY
    body["modalities"] = _words(raw, "modalities") if "modalities" in raw else sorted(EVERY.modalities)
    return body


def _scope(raw: Raw) -> Body:
    """`from` and `to`, the first and the last day that the rule speaks of."""
    body: Body = {}
    for key, name in (("from", "first"), ("to", "last")):
        if key in raw:
            insist(day, raw[key], f"`{key}`")
            body[name] = raw[key]
    if body.get("first", "") > body.get("last", "9999-12-31"):
        raise RowError(f"`to` is {raw['to']}, before `from`, {raw['from']}")
    return body


def _where(raw: object) -> list[Body]:
    if not isinstance(raw, Mapping) or not raw:
        raise RowError(f'`where` is {raw!r}: a table such as {{ sex = "female" }} is expected')
    return [{"property": name, "value": text_in(raw, name, f"where.{name}")} for name in sorted(raw)]


def _agents(raw: Raw, key: str, context: Context) -> list[str]:
    return sorted({of_key(context.agents, one, key, "agents") for one in _some(raw, key)})


def _words(raw: Raw, key: str) -> list[str]:
    """The words of a list, each once: in whatever order they are written, they say the same."""
    for one in (found := _some(raw, key)):
        if not isinstance(one, str):
            raise RowError(f"`{key}` holds {one!r}: words are expected, in quotes")
    return sorted(set(found))


def _some(raw: Raw, key: str) -> list[Any]:
    if not isinstance(raw[key], list) or not raw[key]:
        raise RowError(f"`{key}` is {raw[key]!r}: a list with at least one item is expected")
    return list(raw[key])


def _chosen(raw: Raw, key: str, words: tuple[str, str]) -> str | None:
    value = raw.get(key)
    if value is not None and value not in words:
        raise RowError(f'`{key}` is {value!r}: "{words[0]}" or "{words[1]}" is expected')
    return value


def _add(prepared: Prepared, kind: str, body: Body, where: str) -> None:
    check_body(kind, body)
    canonical(body)
    twin = prepared.drafted(kind, str(body["id"]))
    if twin is not None:
        raise RowError(f"`version` is {body['version']}, as at {twin.where}: a {kind} of one name has each once")
    prepared.add(Draft(kind, body, where))
