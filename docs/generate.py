"""Writes the pages of docs/ that the code itself knows: the commands, and the codebook. `./run docs` calls it.

A page is a pure function of the code, so that `tests/docs/test_generated.py` can tell whether it is stale.
"""

import shlex
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import groupby
from pathlib import Path
from typing import Any

from typer.core import TyperArgument, TyperOption
from typer.main import get_group

from habeas.bargain.verdict import MEANING as CAME
from habeas.bargain.verdict import Verdict as Came
from habeas.claims import act, bargain, vocabulary, when
from habeas.cli.main import app
from habeas.measures.course import LEAVES
from habeas.measures.headline import Verdict, Word
from habeas.measures.status import MEANING, Status

ROOT = Path(__file__).resolve().parents[1]
BY_HAND = "<!-- Written by `./run docs`; change the code instead. -->"
QUESTIONS = ROOT / "cases" / "belarus" / "questions" / "questions.toml"
QUESTIONS_EXPLAINED = """\
What can be asked of the demonstration (`./run demo`, then with `-r demo-register`), a report of February 2025 and ten
years of published figures around it, and what it answers. Where nothing meets the question the command prints "the
record does not say", and that is an answer. Every question here is asked by a test, of the report alone and of the
report with the tables.\
"""
SYSTEMS: Mapping[str, str] = {
    "tally": "How many are held",
    "release": "The release",
    "sanctions": "Sanctions",
    "market": "Market and routes",
    "negotiation": "The bargain",
    "sourcing": "Who says so, and who does not",
    "contacts": "Who met whom",
    "elections": "Elections",
    "alliance": "What binds one country to the other",
    "positions": "Who is for it, who against",
    "condition": "The leader's condition",
    "policy": "Policy over time",
}
ACTS_EXPLAINED = """\
What an act *finds* and what it *leaves*: `in` custody, `free`, or nothing said. On a day a person is what the last act
up to it leaves, as far as the days are certain ([how that is worked out](method/custody.md)). Only an act whose day
means `happened` or `state_seen` counts. The last column has the terms of the HURIDOCS micro-thesauri that say as much.\
"""

MEASURES_EXPLAINED = """\
How a target stands with an issuer on a day ([how that is worked out](method/measures.md)). Beside each status stands
what a `Sanction` of FollowTheMoney can say of it: its `status` has the examples Active, Inactive, Expired and
Suspended, and its `listingDate` (listed) is apart from `startDate` (in effect) and `endDate`.\
"""
FTM_STATUS: Mapping[Status, str] = {
    Status.none: "no `Sanction`, or `status` Expired",
    Status.restricted: "`status` Active, the measure in `provisions`",
    Status.listed: "`status` Active, `listingDate`, `startDate`",
    Status.licensed: "`status` Active; a licence has no property of its own",
    Status.suspended: "`status` Suspended",
    Status.delisted: "`status` Inactive, `endDate`; or no `Sanction` any more, without an act",
    Status.contradictory: "two values side by side",
}
ACTS_ON_MEASURES = """\
What each act on a measure or a licence leaves. An announcement leaves everything as it is and is told apart; an act
that says `licence` is of the licence, and the target stays listed.\
"""
KINDS_EXPLAINED = """\
What a measure does, beside the `measures` of a programme in OpenSanctions. The `regime` of a measure can be the key of
such a programme: `EU-BLR` is the European Union's on Belarus.\
"""
OPENSANCTIONS: Mapping[vocabulary.MeasureKind, str] = {
    vocabulary.MeasureKind.listing: "Asset freeze",
    vocabulary.MeasureKind.trade_ban: "Import restrictions, Export control",
    vocabulary.MeasureKind.transit_ban: "Transportation restrictions",
    vocabulary.MeasureKind.debt_ban: "Financial restrictions",
    vocabulary.MeasureKind.payment_exclusion: "Financial restrictions",
    vocabulary.MeasureKind.travel_ban: "Travel ban",
    vocabulary.MeasureKind.air_ban: "Transportation restrictions",
}
MEASURE_SOURCES = """\
What ours adds: licences with scope and end, announcements apart from acts, the days of announcing, issuing and effect,
two dates of knowledge, doubt, and the claim behind each. Terms read in FollowTheMoney `schema/Sanction.yaml` and
OpenSanctions `meta/programs/EU-BLR.yml`, in their public repositories.\
"""


def commands() -> str:
    """Every command: how it is called, what it does, its arguments and options with their defaults."""
    parts = ["# The commands", BY_HAND, "In a checkout, `./run habeas` stands for `habeas`."]
    for name, command in get_group(app).commands.items():
        parts += [f"## habeas {name}", *_command(name, command.help or "", command.params)]
    return _page(parts)


def _command(name: str, text: str, parameters: Sequence[object]) -> Iterator[str]:
    arguments = [one for one in parameters if isinstance(one, TyperArgument)]
    options = [one for one in parameters if isinstance(one, TyperOption)]
    yield f"`{' '.join(['habeas', name, *map(_place, arguments), '[OPTIONS]'])}`"
    yield text.strip()
    if arguments:
        rows = ((f"`{_word(one)}`", one.help, _without(one)) for one in arguments)
        yield _table(("argument", "what it is", "default"), rows)
    if options:
        rows = ((_spelled(one), one.help, _without(one)) for one in options)
        yield _table(("option", "what it is", "default"), rows)


def _word(one: TyperArgument | TyperOption) -> str:
    return (one.metavar or one.opts[0].lstrip("-").replace("-", "_")).upper()


def _place(argument: TyperArgument) -> str:
    word = _word(argument) + ("..." if argument.nargs != 1 else "")
    return word if argument.required else f"[{word}]"


def _spelled(option: TyperOption) -> str:
    value = "" if option.is_flag else f" {_word(option)}"
    spelled = ", ".join(f"`{one}`" for one in (*option.opts[1:], *option.secondary_opts))
    return f"`{option.opts[0]}{value}`" + (f", {spelled}" if spelled else "")


def _without(one: TyperArgument | TyperOption) -> str:
    if one.required:
        return "needed"
    default = one.show_default if isinstance(one.show_default, str) else _default(one)
    if one.envvar:
        default = f"`${one.envvar}`, else {default}"
    return default


def _default(one: TyperArgument | TyperOption) -> str:
    match one.default:
        case None | "" | False:
            return ""
        case True:
            return f"`{one.opts[0]}`"
        case Path() as path if path.is_relative_to(ROOT):
            return f"`{path.relative_to(ROOT)}` of the checkout"
        case default:
            return f"`{default}`"


BARGAINS_EXPLAINED = """\
What came of a commitment ([how that is worked out](method/bargains.md)). Beside each verdict stands the nearest score
of two other scales: the Peace Accords Matrix (0 not initiated, 1 minimum, 2 intermediate, 3 full implementation) and
the compliance reports on G7 and G20 summits (+1 full, 0 in part or under way, −1 no compliance).\
"""
SCORES: Mapping[Came, tuple[str, str]] = {
    Came.offered: ("not scored: a provision is agreed", "not scored: a commitment is made"),
    Came.not_yet_due: ("0", "not scored before its time"),
    Came.lapsed: ("none", "none"),
    Came.pending: ("0", "0, under way; −1 at the end of the cycle"),
    Came.kept: ("3", "+1"),
    Came.kept_late: ("3, in a later year", "−1 or 0: the cycle is over"),
    Came.part_kept: ("1 or 2", "0"),
    Came.not_kept: ("0", "−1"),
    Came.undone: ("a lower score in a later year", "none"),
    Came.not_checkable: ("none: the coder decides", "none: the analyst decides"),
    Came.disputed: ("none: one score", "none: one score"),
}
SCORE_SOURCES = """\
What ours adds: verdicts by lens, as of and as known on any day, offers and demands apart from terms, what was reversed,
what cannot be checked, and the claims behind each. The scales as described in D. Cortright and L. Stone, *A barometer
of peace implementation in Colombia* (Kroc Institute, 2017), and *Compliance Coding Manual for International
Institutional Commitments* (Global Governance Program, University of Toronto, 2020).\
"""


def codebook() -> str:
    """What each act means, finds and leaves, and every closed list of words."""
    parts = [
        "# Codebook",
        BY_HAND,
        "The words that stand in files, columns and pages. A word means one thing everywhere.",
    ]
    acts = map(_act, act.ACTS.items())
    parts += ["## Acts", ACTS_EXPLAINED]
    parts += [_table(("act", "meaning", "finds", "leaves", "custody state", "HURIDOCS"), acts)]
    parts += ["## Measures", *_measures()]
    parts += ["## Bargains", *_bargains()]
    parts += ["## Lists of words", *_lists([act.CustodyState, when.Meaning, when.Extent, *_vocabularies()])]
    return _page(parts)


def _measures() -> Iterator[str]:
    yield MEASURES_EXPLAINED
    statuses = ((f"`{one}`", meaning, FTM_STATUS[one]) for one, meaning in MEANING.items())
    yield _table(("status", "meaning", "FollowTheMoney"), statuses)
    yield ACTS_ON_MEASURES
    kinds = (
        (f"`{kind}`", f"`{LEAVES[kind]}`" if kind in LEAVES else "nothing") for kind in vocabulary.MeasureEventKind
    )
    yield _table(("act", "leaves"), kinds)
    yield KINDS_EXPLAINED
    yield _table(("measure", "OpenSanctions"), ((f"`{kind}`", name) for kind, name in OPENSANCTIONS.items()))
    yield MEASURE_SOURCES
    yield from _lists([Word, Verdict])


def _bargains() -> Iterator[str]:
    yield BARGAINS_EXPLAINED
    rows = ((f"`{one}`", came, *SCORES[one]) for one, came in CAME.items())
    yield _table(("verdict", "meaning", "Peace Accords Matrix", "G7 and G20"), rows)
    yield SCORE_SOURCES
    yield from _lists([bargain.Stage, bargain.HangsOn, bargain.MeasureGoal, bargain.Comparison])


def _act(entry: tuple[act.Act, act.ActRow]) -> Sequence[str]:
    name, row = entry
    state = f"`{row.state}`" if row.state else ""
    return f"`{name}`", row.meaning, row.finds, row.leaves, state, "; ".join(row.huridocs)


def _vocabularies() -> Iterator[type[Enum]]:
    for one in vars(vocabulary).values():
        if isinstance(one, type) and issubclass(one, Enum) and one.__module__ == vocabulary.__name__:
            yield one


def _lists(lists: Iterable[type[Enum]]) -> Iterator[str]:
    for one in lists:
        yield f"### {_title(one.__name__)}"
        yield (one.__doc__ or "").strip()
        yield ", ".join(map(_member, one))


def _title(name: str) -> str:
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return spaced.strip().capitalize()


def _member(member: Enum) -> str:
    if isinstance(member.value, int) or member.value == member.name:
        return f"`{member.name}`"
    return f"`{member.value}` ({member.name.replace('_', ' ')})"


def questions() -> str:
    """What can be asked of the demonstration: each question with its command and the honest answer."""
    asked = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))["questions"]
    parts = ["# Questions, and honest answers", BY_HAND, QUESTIONS_EXPLAINED]
    for system, some in groupby(asked, key=lambda one: one["system"]):
        parts += [f"## {SYSTEMS[system]}", *map(_question, some)]
    return _page(parts)


def _question(one: Mapping[str, Any]) -> str:
    command = shlex.join(["habeas", *one["ask"]])
    return f"**{one['question']}** {one['answer']}\n\n    {command}\n\n{_found(one)}"


def _found(one: Mapping[str, Any]) -> str:
    count, more = len(one["report"]), one.get("tables", {}).get("count", 0)
    alone = f"{count} claim{'' if count == 1 else 's'}" if count else "the record does not say"
    if not more:
        return f"*From the report alone: {alone}. With the tables: the same.*"
    return f"*From the report alone: {alone}. With the tables: {more} more.*"


def _table(head: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join((cell or "").replace("|", r"\|") for cell in line) + " |" for line in lines)


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "docs/guide/commands.md": commands,
    "docs/guide/questions.md": questions,
    "docs/codebook.md": codebook,
}


def main() -> None:
    """Write every generated page and name those that changed."""
    for name, page in PAGES.items():
        path, text = ROOT / name, page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"wrote {name}\n")


if __name__ == "__main__":
    main()
