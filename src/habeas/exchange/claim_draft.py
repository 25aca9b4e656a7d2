"""From one claim as a case file writes it to the body that is recorded: keys become ids, dates become spans."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from habeas.claims import anchor as anchors
from habeas.claims import identity
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body, canonical
from habeas.claims.shape import decimal, insist
from habeas.claims.vocabulary import KnownBasis, MeasureEventKind, Modality, Polarity
from habeas.claims.when import MOVES_A_SPELL, DateError, Extent, Meaning, When

from .prepared import RowError

Raw = Mapping[str, Any]

PLACE = frozenset({"start", "end", "words", "passage", "sentence", "page"})  # where in a text; a table has cells
AS_WRITTEN = ("statement", "topics", "type", "modality", "polarity", "place")
DETAILS = ("act", "attribute", "recognition", "figure", "commitment", "measure_event")
JUDGED = ("key", "credibility")  # about the claim, not of it: a name for it in this file, and its grade
CLAIM_KEYS = frozenset({*AS_WRITTEN, *DETAILS, *JUDGED, "ordinal", "when", "attribution", "participants", "cites"})


@dataclass(slots=True)
class Context:
    """What the keys of a case file stand for, and the document that its claims are read in."""

    key: bytes
    document: str
    list_name: str | None = None
    published: When | None = None
    text: str | None = None
    agents: dict[str, str] = field(default_factory=dict)
    agent_names: dict[str, str] = field(default_factory=dict)
    records: dict[str, tuple[str, str]] = field(default_factory=dict)
    groups: dict[str, tuple[str, str]] = field(default_factory=dict)
    cited: dict[str, str] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)  # of all claims, of those too that have a problem and no id

    def home(self) -> str:
        """What an id rests on where there is no more than a name: the document, or of a table the list."""
        if not (self.list_name or self.document):
            raise RowError("it belongs to a document: this file has no [document] and no [table]")
        return self.list_name or self.document

    def edition(self) -> Body:
        """The day of this edition of the list, where it has one."""
        latest = self.published.latest if self.published else None
        return {"edition": latest.isoformat()} if latest else {}

    @property
    def record_ids(self) -> dict[str, str]:
        """The ids that the keys of [records] stand for."""
        return {key: made for key, (made, _) in self.records.items()}


def claim_body(raw: Raw, context: Context) -> Body:
    """The body of a claim at characters or on a page; raises RowError, DateError, AnchorError or ShapeError."""
    anchor = _anchor(raw, context)
    kind, ordinal = str(raw.get("type", "")), whole(raw, "ordinal", 0)
    if isinstance(anchor, anchors.Page):
        made = identity.claim_on_page(context.key, context.document, anchor.page, kind, ordinal)
    else:
        made = identity.claim_in_text(context.key, context.document, anchor.start, anchor.end, kind, ordinal)
    return finished({"id": made, "anchor": anchor.body(), "ordinal": ordinal} | said(raw, context, PLACE), context)


def said(raw: Raw, context: Context, place: frozenset[str] = frozenset()) -> Body:
    """What a claim says, apart from its id and its place."""
    only_keys(raw, place | CLAIM_KEYS, "a claim")
    body: Body = {"modality": Modality.asserted.value, "polarity": Polarity.affirmed.value}
    body |= {key: raw[key] for key in AS_WRITTEN if key in raw}
    if "when" in raw:
        body["when"] = dict(when(raw["when"], "when").as_dict())
    body["attribution"] = [_link(link, context) for link in _list(raw, "attribution")]
    if participants := _list(raw, "participants"):
        body["participants"] = [_participant(one, context) for one in participants]
    if cites := _list(raw, "cites"):
        body["cites"] = [of_key(context.cited, one, "cites", "cited") for one in cites]
    for name in DETAILS:
        if name in raw:
            body[name] = _detail(name, _table(raw, name), context)
    return body


def finished(body: Body, context: Context) -> Body:
    """The body with its document and its known day, checked."""
    whole_body: Body = {"document": context.document} | body
    whole_body.setdefault("known", known(context.published, body))
    check_body("claim", whole_body)
    canonical(whole_body)
    _not_after_published(whole_body)
    return whole_body


def known(published: When | None, body: Body) -> Body:
    """The published day (of an uncertain one the latest); without one it is assumed, from the last day it speaks of."""
    if published is not None and published.latest is not None:
        return {"basis": "published", "earliest": published.latest.isoformat()}
    spoken = body.get("when")
    latest = spoken.get("latest") if isinstance(spoken, Mapping) else None
    return {"basis": "assumed"} | ({"earliest": latest} if latest else {})


def _not_after_published(body: Body) -> None:
    """No document tells of an act that happened after it was published; elsewhere on earth it was a day later."""
    day, spoken = body["known"], body.get("when")
    if "act" not in body or day["basis"] != KnownBasis.published or not spoken:
        return
    last = (date.fromisoformat(day["earliest"]) + timedelta(days=1)).isoformat()
    if spoken["meaning"] in MOVES_A_SPELL and spoken.get("earliest", "") > last:
        raise RowError(
            f"`when` is {spoken['edtf']}: it happened after the document was published, on {day['earliest']}: "
            "check the year, or say what the date is the date of (`meaning`)"
        )


def when(value: object, key: str) -> When:
    """A date as a case file writes it: an EDTF string, or a table with edtf, original, meaning, extent."""
    try:
        return When.of(value) if isinstance(value, str) else _when_of(value, key)
    except DateError as error:
        raise RowError(f"`{key}`: {error}") from error


def _when_of(value: object, key: str) -> When:
    if not isinstance(value, Mapping) or "edtf" not in value:
        raise RowError(f"`{key}` needs an EDTF date, or a table with `edtf`, `original`, `meaning`, `extent`")
    unknown = set(value) - {"edtf", "original", "meaning", "extent"}
    if unknown:
        raise RowError(f"`{key}.{min(unknown)}` is not a key of a date; known: edtf, original, meaning, extent")
    return When.of(
        str(value["edtf"]),
        original=text_in(value, "original", f"{key}.original") if "original" in value else None,
        meaning=_word(Meaning, value.get("meaning", "happened"), f"{key}.meaning"),
        extent=_word(Extent, value.get("extent", "within"), f"{key}.extent"),
    )


def only_keys(raw: Raw, known: Collection[str], what: str) -> None:
    """Raise RowError for a key that is not one of `what`."""
    for key in raw:
        if key not in known:
            raise RowError(f"`{key}` is not a key of {what}; known: {', '.join(sorted(known))}")


def not_after(day: When, today: date, key: str) -> When:
    """`day`, unless all of it lies after today; raises RowError, since nothing is known after it is recorded."""
    if day.earliest is not None and (day.earliest - today).days > 1:
        raise RowError(f"`{key}` is {day.edtf}, which lies after today, {today.isoformat()}")
    return day


def whole(raw: Raw, key: str, default: int | None = None) -> int:
    """A whole number of a table; raises RowError for anything else."""
    value = raw.get(key, default)
    if type(value) is not int:
        raise RowError(f"`{key}` is {value!r}: a whole number is expected")
    return value


def text_in(raw: Raw, key: str, told: str = "") -> str:
    """Text of a table, told as `told` where that is not the key; raises RowError for anything else."""
    value = raw[key]
    if not isinstance(value, str):
        raise RowError(f"`{told or key}` is {value!r}: text is expected, in quotes")
    return value


def _anchor(raw: Raw, context: Context) -> anchors.Characters | anchors.Page:
    if "page" in raw:
        return anchors.Page(whole(raw, "page"))
    if "words" in raw:
        if context.text is None:
            raise RowError(
                "`words` can be found only in a document that is held: give it with --document, or start and end"
            )
        return anchors.find_words(context.text, text_in(raw, "words"))
    start, end = whole(raw, "start"), whole(raw, "end")
    if end <= start:
        raise RowError(f"`end` is {end} and `start` is {start}: a passage ends after it starts")
    if "passage" not in raw:
        raise RowError("`passage`, the fingerprint of the words, is missing: `habeas anchor FILE WORDS` prints it")
    sentence = text_in(raw, "sentence") if "sentence" in raw else None
    made = anchors.Characters(start, end, text_in(raw, "passage"), sentence)
    if context.text is not None:
        anchors.check_characters(context.text, made)
    return made


def _link(raw: object, context: Context) -> Body:
    if not isinstance(raw, Mapping):
        raise RowError(
            f'`attribution` holds {raw!r}: each link is a table such as {{ agent = "viasna", kind = "on_record" }}'
        )
    link = dict(raw)
    if "agent" in link:
        link["agent"] = of_key(context.agents, link["agent"], "attribution", "agents")
    if "record" in link:
        raise RowError(
            "`attribution` names a record: a speaker is an agent: name them in [agents], "
            "and judge the two the same in [[judgements]]"
        )
    return link


def _participant(raw: object, context: Context) -> Body:
    if not isinstance(raw, Mapping):
        raise RowError(f"`participants` holds {raw!r}: each is a table with `role` and `record`, `agent` or `group`")
    one = dict(raw)
    for key, table, named in (("record", context.records, "records"), ("group", context.groups, "groups")):
        if key in one:
            ids = {each: made for each, (made, _) in table.items()}
            one[key], (_, name) = of_key(ids, one[key], "participants", named), table[one[key]]
            one.setdefault("name", name)
    if "agent" in one:
        one["agent"], key = of_key(context.agents, one["agent"], "participants", "agents"), one["agent"]
        one.setdefault("name", context.agent_names[key])
    return one


def _detail(name: str, raw: Raw, context: Context) -> Body:
    detail: dict[str, Any] = dict(raw)
    if "record" in detail:
        detail["record"] = of_key(context.record_ids, raw["record"], name, "records")
    if "group" in detail:
        detail["group"] = of_key({key: made for key, (made, _) in context.groups.items()}, raw["group"], name, "groups")
    if name == "recognition" and "bodies" in detail:
        detail["bodies"] = [of_key(context.agents, one, name, "agents") for one in _list(raw, "bodies")]
    if name == "attribute" and "agent" in detail:
        detail["agent"] = of_key(context.agents, raw["agent"], name, "agents")
    if name == "measure_event" and "kind" in detail:
        _word(MeasureEventKind, raw["kind"], "measure_event.kind")
    for key in ("planned_end", "window", "announced", "issued", "effective", "until"):
        if key in detail:
            detail[key] = dict(when(raw[key], f"{name}.{key}").as_dict())
    return _numbers(detail) if name == "figure" else detail


def _numbers(figure: dict[str, Any]) -> Body:
    figure.setdefault("comparator", "=")
    for key in ("value", "low", "high"):
        if isinstance(figure.get(key), float):
            raise RowError(
                f"`figure.{key}` is a number with a point: write it in quotes, so that it is kept as printed"
            )
        if key in figure:
            figure[key] = str(figure[key])
    if "value" in figure:
        insist(decimal, figure["value"], "claim, `figure.value`,")
        figure["low"] = figure["high"] = figure.pop("value")
    return figure


def of_key(table: Mapping[str, str], key: object, where: str, section: str) -> str:
    """What a key of a section stands for; raises RowError, with the keys that are known, where there is none."""
    found = table.get(key) if isinstance(key, str) else None
    if found is None:
        raise RowError(
            f"`{where}` names {key!r}, which is not in [{section}]; known: {', '.join(sorted(table)) or 'none'}"
        )
    return found


def _list(raw: Raw, key: str) -> list[Any]:
    value = raw.get(key, [])
    if not isinstance(value, list):
        raise RowError(f"`{key}` is {value!r}: a list is expected")
    return value


def _table(raw: Raw, key: str) -> Raw:
    value = raw[key]
    if not isinstance(value, Mapping):
        raise RowError(f"`{key}` is {value!r}: a table is expected")
    return value


def _word(words: Any, value: object, key: str) -> Any:
    try:
        return words(value)
    except ValueError:
        raise RowError(f"`{key}` is {value!r}: one of {', '.join(words)} is expected") from None
