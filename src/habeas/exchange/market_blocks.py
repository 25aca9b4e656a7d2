"""The blocks of a market's file, each as what it describes; whatever is wrong with one is a RowError that names the
key.
"""

from collections.abc import Mapping
from datetime import date

from habeas.answers.public import calendar_day
from habeas.market.described import (
    Change,
    Contested,
    Effect,
    FeeOf,
    GateOf,
    Paid,
    PlaceOf,
    Produced,
    Seen,
    StateOf,
    WayOf,
    said_by,
)
from habeas.measures.status import Status

from .claim_draft import Raw, only_keys, text_in, whole
from .prepared import RowError

PRICE = "USD/t"
EFFECTS = ("closes_gate", "closes_lane", "capacity", "wedge", "none")


def needed(raw: Raw, keys: tuple[str, ...], known: tuple[str, ...], what: str) -> None:
    """Raise RowError for a key that is missing, or that is none of these."""
    only_keys(raw, (*keys, *known), what)
    for key in keys:
        if key not in raw:
            raise RowError(f"`{key}` is missing")


def texts(raw: Raw, key: str) -> tuple[str, ...]:
    """A list of texts, none of them empty; an empty list where the key is missing."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise RowError(f"`{key}` is {value!r}: a list of texts is expected")
    return tuple(value)


def _text(raw: Raw, key: str) -> str | None:
    return text_in(raw, key) if key in raw else None


def _day(raw: Raw, key: str) -> date | None:
    """A day; None where the key is missing."""
    if key not in raw:
        return None
    try:
        return calendar_day(text_in(raw, key))
    except ValueError:
        raise RowError(f"`{key}` is {raw[key]!r}: write a day as 2022-06-01, in quotes") from None


def place(raw: Raw) -> PlaceOf:
    """A region."""
    named = ("price", "supply", "demand", "floor", "supply_shock", "demand_shock", "producers")
    needed(raw, ("name",), named, "a region")
    return PlaceOf(text_in(raw, "name"), *(_text(raw, key) for key in named))


def fee(raw: Raw) -> FeeOf:
    """A fee."""
    needed(raw, ("name", "paid_to", "amount"), ("margin",), "a fee")
    return FeeOf(text_in(raw, "name"), text_in(raw, "paid_to"), texts(raw, "amount"), _text(raw, "margin"))


def gate(raw: Raw) -> GateOf:
    """A gate."""
    needed(raw, ("name",), ("capacity", "kept_by"), "a gate")
    return GateOf(text_in(raw, "name"), _text(raw, "capacity"), texts(raw, "kept_by"))


def way(raw: Raw) -> WayOf:
    """A way."""
    needed(raw, ("name",), ("gates", "fees"), "a way")
    return WayOf(text_in(raw, "name"), texts(raw, "gates"), texts(raw, "fees"))


def change(raw: Raw) -> Change:
    """What a measure does while it stands."""
    needed(
        raw,
        ("issuer", "target", "when", "why"),
        ("covers", "months", "stays", "left_out", "left_out_until", *EFFECTS),
        "a change",
    )
    effects = [key for key in EFFECTS if key in raw]
    if len(effects) != 1:
        raise RowError(f"a change has one of {', '.join(EFFECTS)}; this one has {', '.join(effects) or 'none of them'}")
    when = texts(raw, "when")
    if not when or not set(when) <= set(Status):
        raise RowError(f"`when` is {list(when)}: a list of some of {', '.join(Status)}")
    effect = Effect(effects[0])
    of = _effect(raw, effect)
    months, stays = whole(raw, "months", 0), raw.get("stays", False)
    if months < 0:
        raise RowError(f"`months` is {months}: a measure does nothing before it stands; write 0 or more")
    if type(stays) is not bool or (stays and effect is not Effect.capacity):
        raise RowError(
            "`stays` is true of a `capacity` that is there still when the measure has ended; of nothing else"
        )
    return Change(
        issuer=text_in(raw, "issuer"),
        target=text_in(raw, "target"),
        when=when,
        effect=effect,
        why=text_in(raw, "why"),
        covers=_text(raw, "covers"),
        months=months,
        gate=text_in(raw, "closes_gate") if effect is Effect.closes_gate else _text(of, "gate"),
        origin=_text(of, "from"),
        destination=_text(of, "to"),
        number=_text(of, "number"),
        keepers=texts(of, "kept_by"),
        share=_text(of, "share"),
        stays=stays,
        left_out=_text(raw, "left_out"),
        left_out_until=_day(raw, "left_out_until"),
    )


_OF_EFFECT = {
    Effect.closes_lane: (("from",), ("to",)),
    Effect.capacity: (("gate", "number"), ()),
    Effect.wedge: (("from", "number", "kept_by"), ("to", "share")),
}


def _effect(raw: Raw, effect: Effect) -> Raw:
    """What stands in the braces of an effect."""
    value = raw[effect]
    if effect is Effect.none:
        if value is not True:
            raise RowError("`none` is true, where nothing is done")
        return {}
    if effect is Effect.closes_gate:
        return {}
    if not isinstance(value, Mapping):
        raise RowError(f"`{effect}` is {value!r}: write what it does in braces")
    needed(value, *_OF_EFFECT[effect], f"`{effect}`")
    return value


def seen(raw: Raw, unit: str, units: Mapping[str, float]) -> Seen:
    """A number that was published of a year."""
    known = ("gate", "from", "to", "high", "spread", "basis", "another")
    needed(raw, ("year", "what", "low", "unit", "source"), known, "what was seen")
    if ("gate" in raw) == ("from" in raw and "to" in raw):
        raise RowError("what was seen is of a `gate`, or `from` one region `to` another")
    if raw["unit"] not in units:
        raise RowError(f"`unit` is “{raw['unit']}”: [units] has {', '.join(units)}")
    by = units[text_in(raw, "unit")] / units[unit]
    low, high, spread = (_amount(raw, key, by) for key in ("low", "high", "spread"))
    if low is None or (high is not None and high < low) or (spread is not None and spread <= 0):
        raise RowError("`low` is not above `high`, and `spread` is above 0")
    if "another" in raw and spread is not None:
        raise RowError("what is of `another` commodity does not weigh: leave `spread` out")
    lane = (text_in(raw, "from"), text_in(raw, "to")) if "from" in raw else None
    said = {key: text_in(raw, key) for key in ("what", "source")}
    return Seen(
        whole(raw, "year"),
        said["what"],
        low,
        high,
        unit,
        said["source"],
        _text(raw, "gate"),
        lane,
        spread,
        _text(raw, "basis") or "",
        _text(raw, "another"),
    )


def _amount(raw: Raw, key: str, by: float) -> float | None:
    value = raw.get(key)
    if value is not None and type(value) not in (int, float):
        raise RowError(f"`{key}` is {value!r}: a number is expected")
    return None if value is None else float(value) * by


def contested(raw: Raw) -> Contested:
    """What is disputed, and who says what."""
    needed(raw, ("question", "said"), (), "what is contested")
    said = raw["said"]
    if not isinstance(said, list) or not all(isinstance(one, list) and len(one) >= 2 for one in said):
        raise RowError("`said` is a list of pairs: who says it, and what; and then the statements of claims")
    return Contested(text_in(raw, "question"), tuple((str(who), str(what)) for who, what, *_ in said))


def statements(raw: Raw) -> dict[str, tuple[str, ...]]:
    """By question and speaker, the statements of the claims that what is contested rests on."""
    question = text_in(raw, "question")
    return {said_by(question, str(who)): tuple(map(str, rest)) for who, _, *rest in raw["said"] if rest}


def paid(raw: Raw) -> Paid:
    """What was published of the price that a region paid."""
    needed(raw, ("year", "what", "from", "to", "low", "unit", "source"), ("high", "basis"), "what was paid")
    if raw["unit"] != PRICE:
        raise RowError(f"`unit` is “{raw['unit']}”: a price is in {PRICE}")
    low, high = _amount(raw, "low", 1.0), _amount(raw, "high", 1.0)
    if low is None or low <= 0 or (high is not None and high < low):
        raise RowError("`low` is above 0, and not above `high`")
    return Paid(
        whole(raw, "year"),
        text_in(raw, "what"),
        (text_in(raw, "from"), text_in(raw, "to")),
        low,
        low if high is None else high,
        text_in(raw, "source"),
        _text(raw, "basis") or "",
    )


def state(raw: Raw) -> StateOf:
    """A State, with its region and those who are its own."""
    needed(raw, ("name",), ("region", "parties"), "a state")
    return StateOf(text_in(raw, "name"), _text(raw, "region"), texts(raw, "parties"))


def produced(raw: Raw, unit: str, units: Mapping[str, float]) -> Produced:
    """What was published of what a region produces."""
    needed(raw, ("region", "said", "chosen"), (), "what is produced")
    said = []
    for one in raw["said"] if isinstance(raw["said"], list) else [None]:
        if not isinstance(one, list) or len(one) != 3 or type(one[1]) not in (int, float) or one[2] not in units:
            raise RowError(f"`said` is a list of three: who says it, how many, and one of {', '.join(units)}")
        who, tonnes, of = one
        said.append((str(who), float(tonnes) * units[of] / units[unit], f"{tonnes:g} {of}"))
    return Produced(text_in(raw, "region"), tuple(said), text_in(raw, "chosen"))
