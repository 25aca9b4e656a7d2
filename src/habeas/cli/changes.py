"""`habeas changes`: what lies between two figures, by reason and name, adding up."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show
from .counted_by import HELD, LensOfRuleOption, RuleOption, chosen, in_full, refusing
from .coverage import in_one_line
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.changes import Change, Changes, Figure
    from habeas.answers.told import Opened, Told
    from habeas.tally.stock import Bounds

MOST, CLAIMS = 20, 4  # names of those who came, of those who went, of the others; claims of each
REASONS = {
    "new_event": "new events",
    "late_report": "late reports",
    "correction": "corrections",
    "coverage": "coverage",
    "identity": "identity",
    "no_sign": "no sign any more",
}


def changes(
    as_of: Annotated[str, typer.Option(help="The day of the earlier figure (YYYY-MM-DD).")],
    known_on: Annotated[
        str | None, typer.Option(help="What was known by this day; by the earlier figure's own day without it.")
    ] = None,
    from_at: Annotated[
        str | None,
        typer.Option(help="The log entry of the earlier figure: SEQ-HASH; that of the later one without it."),
    ] = None,
    to_as_of: Annotated[str | None, typer.Option(help="The day of the later figure; the same day without it.")] = None,
    to_known_on: Annotated[
        str | None, typer.Option(help="What was known by this day of the later figure; today without it.")
    ] = None,
    at: asked.AtOption = None,
    register: RegisterOption = HERE,
    rule: RuleOption = HELD,
    lens: LensOfRuleOption = "",
    after: asked.AfterOption = 0,
    json: JsonOption = False,
) -> None:
    """Tell why two figures of one rule differ: what happened, what was learned late, corrected, taken in, judged.

    The reasons add up to the difference, and each name comes with the claims that are the reason. Of a rule that counts
    who came or went the same is told of its days, groups among them; both figures are then of one entry.

    Examples:

    - `habeas changes --as-of 2025-01-31 --known-on 2025-02-01 --to-as-of 2025-02-15`

    - `habeas changes --as-of 2024-12-31 --known-on 2025-01-10 --to-known-on 2025-12-31`
    """
    open_register(register)
    from habeas.answers import between, told
    from habeas.answers import flow_changes as answer
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access

    days = between.Days(
        asked.past(as_of, "--as-of"),
        asked.past(known_on, "--known-on") if known_on else None,
        asked.past(to_as_of, "--to-as-of") if to_as_of else None,
        asked.past_or_today(to_known_on, "--to-known-on"),
    )
    seen = view(at, Access.staff)
    earlier, later = between.figures(days, view(from_at, Access.staff) if from_at else seen, seen)
    with refusing():
        found = answer.changes(earlier, later, *chosen(rule, lens, seen))
    if json:
        show.as_json(told.as_page(found, after))
    else:
        in_words(found)


def in_words(found: "Changes") -> None:
    """The two figures, and between them each reason with its sum and its names."""
    show.line(_figure(found.before, found.earlier, found))
    names(found)
    show.line(_figure(found.now, found.later, found))
    in_full(found.rule, found.lens)
    show.line(hangs_on(found))


def names(found: "Changes") -> None:
    """Each reason with its sum, and its names with their claims."""
    from habeas.answers import told

    if note := told.note(found):
        show.line(note)
    for one in told.shares(found):
        show.line(f"{REASONS[one.reason]} {show.signed(one.by)}: {', '.join(told.split(one))}")
        for declared, by in one.declared:
            show.line(f"  {show.signed(by)} {in_one_line(declared)}")
        if one.recorded is not None:
            show.line(f"  {show.signed(one.recorded)} recorded since {found.earlier.seen.at}, and known before")
        some = one.first(MOST)
        for each in told.opened(found, some, CLAIMS):
            show.line(f"  {_name(each)}")
        left = len(one.every) - len(some)
        if left:
            show.line(f"  and {show.number(left)} more (--json)")


def hangs_on(found: "Changes") -> str:
    """The rule, the lens and the entries that both figures hang on."""
    rule, lens, (then, now) = found.rule, found.lens, (found.earlier.seen.at, found.later.seen.at)
    at = f"at {now}" if then == now else f"the earlier one at {then}, the later one at {now}"
    return f"rule: {rule.name} (version {rule.version}); lens: {lens.name} (version {lens.version}); {at}"


def _figure(bounds: "Bounds", figure: "Figure", found: "Changes") -> str:
    what = "held" if found.rule.name == "held" else f"by the rule {found.rule.name}"
    least, most = show.number(bounds.low), show.number(bounds.high)
    days = f"as of {figure.as_of}, as known on {figure.known_on}"
    if found.earlier.seen.at != found.later.seen.at:
        days = f"{days}, at {figure.seen.at}"
    return f"{show.number(bounds.best)} {what} (at least {least}, at most {most}) {days}"


def _name(one: "Opened") -> str:
    from habeas.answers.told import judged, moved

    more = f"; and {show.counted(one.more, 'claim')} more" if one.more > 0 else ""
    told = [judged(one.change), *_judgements(one.change), *map(_claim, one.told)]
    said = "; ".join(filter(None, told)) or "the claims may not be shown"
    return f"{one.change.name} ({moved(one.change)}): {said}{more}"


def _judgements(one: "Change") -> list[str]:
    """The judgements that are the reason, with whoever judged and why, where they may be told."""
    by = one.why.identity.judgements if one.why.identity else ()
    return [
        ", ".join(
            part
            for part in (
                f"judged {each.verdict} on {each.day}",
                f"by {each.by}" if each.by else "",
                f"“{each.reason}”" if each.reason else "",
                f"[judgement {each.id[:8]}]",
            )
            if part
        )
        for each in by[:CLAIMS]
    ]


def _claim(one: "Told") -> str:
    day = f" {one.when}" if one.when else ""
    known = f", known on {one.known}{' (assumed)' if one.assumed else ''}"
    ended = f", {'changed' if one.replaced else 'taken back'} on {one.ended}" if one.ended else ""
    gone = ", taken out of the register since" if one.gone else ""
    doubted = ", under second look" if one.doubted else ""
    who = f", {one.who}" if one.who else ""
    return f"{one.what}{day}{who}{known}{ended}{gone}{doubted} [{one.claim['id'][:8]}]"
