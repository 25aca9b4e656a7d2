"""`habeas lists`: two lists side by side, the bridge between their totals, and what to decide; more; or one."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.list_alone import ListAlone
    from habeas.answers.list_editions import OneList
    from habeas.answers.lists import ManyLists, SideBySide
    from habeas.linkage.bridge import Line
    from habeas.register.listed import Edition
    from habeas.register.read import View

MOST = 10
NOT_ONE = "these are not lists of one population: build no estimate of how many are on neither on the two as they are"


def lists(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[A B [C…]]", help="Lists: NAME, words of it, or NAME@DAY.")
    ] = None,
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    limit: Annotated[int, typer.Option(min=0, help="How many of each part to print; 0 for all.")] = MOST,
    at: asked.AtOption = None,
    after: asked.AfterOption = 0,
    csv: Annotated[
        bool,
        typer.Option(
            "--csv", help="Print every pair and everybody on one list only, or of one list everybody, as CSV."
        ),
    ] = False,
    json: JsonOption = False,
) -> None:
    """Set lists side by side: who is on both, who on one alone, why the totals differ, and what to decide first.

    Without a name the lists on record are told, and by one name that list alone: its editions, who is on it, and how
    many of them the register counts. Of each list its last edition counts that was known on the day asked about;
    NAME@DAY is the last that was given out by that day, so that two editions of one list can be compared.

    Somebody is matched where a judgement says so, or where name, day of birth and the day of an act are all one and
    nothing speaks against it. Whoever is only likely is told as such; nothing is joined without a decision.

    Examples:

    - `habeas lists`

    - `habeas lists lantern`

    - `habeas lists "Lantern Group" "Interior Ministry" --known-on 2024-12-31`

    - `habeas lists lantern ministry north --json`
    """
    open_register(register)
    from habeas.answers import list_alone, list_editions
    from habeas.answers import lists as answer
    from habeas.answers.public import AskError
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access

    known, seen = asked.past_or_today(known_on, "--known-on"), view(at, Access.staff)
    wanted = names or []
    if not wanted:
        _print_every(list_editions.every_edition(seen, known), seen, json)
        return
    try:
        if len(wanted) == 1:
            _show_one(list_alone.list_alone(wanted[0], seen, known), after, limit, json, csv)
        elif len(wanted) > 2:
            _show_many(answer.many_lists(wanted, seen, known), json, csv)
        else:
            _show_two(answer.two_lists(wanted[0], wanted[1], seen, known), after, limit, json, csv)
    except AskError as error:
        raise typer.BadParameter(error.message, param_hint="A B") from None


def _print_every(every: "dict[str, list[Edition]]", seen: "View", json: bool) -> None:
    if json:
        from habeas.answers import lists_told

        show.as_json(lists_told.every_as_json(every, seen))
    elif every:
        rows = [
            (name, _sort(some[-1]), show.number(len(some)), _day(some[-1]), show.number(len(some[-1].records)))
            for name, some in every.items()
        ]
        show.table(("list", "of", "editions", "the last", "people"), rows, numbers=(2, 4))
    else:
        show.line("no list of people is on record here that was known by then")


def _sort(edition: "Edition") -> str:
    return "events or figures" if edition.table else "people"


def _day(edition: "Edition") -> str:
    """The day that it is of, or where it says none on which it was taken in."""
    return f"as of {edition.day}" if edition.dated else f"taken in on {edition.day}"


def _rows(edition: "Edition", many: int) -> str:
    return show.counted(many, "name" if edition.table else "row")


def _show_one(found: "ListAlone", after: int, limit: int, json: bool, csv: bool) -> None:
    from habeas.answers import list_alone as words

    if json:
        show.as_json(found.as_json(after))
    elif csv:
        rows = [(one.records[0], one.name, *found.counts(one)) for one in found.one.people]
        show.as_csv(("id", "name", "low", "best", "high"), rows)
    else:
        show.line(words.finding(found))
        show.line(words.beside(found))
        for edition in reversed(found.editions):
            show.line(f"  {_day(edition)}: {_rows(edition, len(edition.records))}")
        show.line(_of_which_day(found.one))
        show.line(f"on it: {', '.join(one.name for one in found.one.people[: limit or None])}")
        _print_more(len(found.one.people), limit, "person", "people")
        rule, lens = (f"{one.name} (version {one.version})" for one in (found.rule, found.lens))
        show.line(f"rule: {rule}; lens: {lens}; as known on {found.known_on}; at {found.seen.at}")


def _show_two(found: "SideBySide", after: int, limit: int, json: bool, csv: bool) -> None:
    from habeas.answers import lists_told

    if json:
        show.as_json(lists_told.as_page(found, after))
    elif csv:
        show.as_csv(lists_told.COLUMNS, lists_told.table(found))
    else:
        _print_two(found, limit)


def _print_two(found: "SideBySide", limit: int) -> None:
    from habeas.answers import lists_words as words

    show.line(words.finding(found))
    show.line(words.on_both(found))
    for one in (found.first, found.second):
        show.line(_of_which_day(one))
    _print_bridge(found)
    for line in words.populations(found):
        show.line(line)
    if found.differences:
        show.line(NOT_ONE)
    _print_queue(found, limit)
    _print_conflicts(found, limit)
    _print_twice(found, limit)
    _print_alone(found, limit)
    show.line(f"as known on {found.known_on}; at {found.seen.at}; every row: --csv or --json")


def _of_which_day(one: "OneList") -> str:
    rows, keeper = _rows(one.edition, one.rows), f", kept by {one.keeper}" if one.keeper else ""
    apart = f", and {show.counted(one.edition.apart, 'row')} set apart or without a person" if one.edition.apart else ""
    return f"{one.name}: {_day(one.edition)}, {rows}{apart}{keeper}"


def _print_bridge(found: "SideBySide") -> None:
    bridge = found.bridge
    rows = [(found.names[0], show.number(bridge.first), "")]
    rows += [_line(line) for line in (*bridge.away, bridge.both, *bridge.added)]
    rows.append((found.names[1], show.number(bridge.second), ""))
    show.table(("from one total to the other", "", "at least to at most"), rows, numbers=(1,))


def _line(line: "Line") -> tuple[str, str, str]:
    open_ = f"{show.number(line.low)} to {show.number(line.high)}" if line.low != line.high else ""
    if not line.list:
        return line.what, f"= {show.number(line.best)}", open_
    return f"  {line.what}", show.signed(line.sign * line.best), open_


def _print_queue(found: "SideBySide", limit: int) -> None:
    from habeas.answers import lists_words as words

    if not found.queue:
        show.line("no pair waits for a decision")
        return
    show.line(f"to decide: {show.counted(len(found.queue), 'pair')}, what would change most first")
    for one in found.queue[: limit or None]:
        pair = found.found.pairs[one.place]
        mine, theirs = found.of_pair(pair)
        show.line(f"  {mine.name} | {theirs.name}: {pair.kind.value}, {pair.score:.1f}; {words.change(one.effect)}")
        show.line(f"    {words.reasons(pair)}")
        if pair.rivals:
            show.line(f"    could be instead: {', '.join(words.rivals(found, pair))}")
        show.line(f"    habeas judge {mine.records[0]} {theirs.records[0]} same|different|undecided --reason … --by …")
    _print_more(len(found.queue), limit, "pair")


def _print_conflicts(found: "SideBySide", limit: int) -> None:
    from habeas.answers import lists_words as words

    if found.conflicts:
        show.line(words.in_conflict(found))
    for place, some in list(found.conflicts.items())[: limit or None]:
        one, other = found.of_pair(found.found.pairs[place])
        for conflict in some:
            show.line(f"  {one.name} | {other.name}: {words.conflict(conflict)}")
    _print_more(len(found.conflicts), limit, "person", "people")


def _print_more(every: int, limit: int, one: str, many: str = "") -> None:
    """How many are not printed, where some are not."""
    if limit and every > limit:
        left = show.counted(every - limit, f"more {one}", f"more {many or f'{one}s'}")
        show.line(f"  and {left}: --limit 0 for all")


def _print_twice(found: "SideBySide", limit: int) -> None:
    """Who stands on one list twice, by a judgement or perhaps, with the command that decides it."""
    for name, number in zip(found.names, (1, 2), strict=True):
        people = found.people(number)
        joined = [one for one in people if len(one.records) > 1]
        if joined:
            rows = [f"{one.name} ({show.counted(len(one.records), 'row')})" for one in joined[: limit or None]]
            show.line(f"{name}, the same person twice on that list: {', '.join(rows)}")
            _print_more(len(joined), limit, "person", "people")
        twice = found.found.twice_ones if number == 1 else found.found.twice_others
        if twice:
            show.line(f"{name}, perhaps the same person twice on that list:")
        for pair in twice[: limit or None]:
            one, again = people[pair.first], people[pair.again]
            show.line(f"  {one.name} | {again.name}, {pair.compared.score:.1f}")
            show.line(
                f"    habeas judge {one.records[0]} {again.records[0]} same|different|undecided --reason … --by …"
            )
        _print_more(len(twice), limit, "pair")


def _print_alone(found: "SideBySide", limit: int) -> None:
    for name, lines, number in zip(found.names, (found.bridge.away, found.bridge.added), (1, 2), strict=True):
        for line in (line for line in lines if line.single and line.who):
            people = [found.people(number)[place].name for place in line.who]
            more = f", and {show.number(len(people) - limit)} more" if limit and len(people) > limit else ""
            show.line(f"{name}, {line.what}: {', '.join(people[: limit or None])}{more}")


def _show_many(found: "ManyLists", json: bool, csv: bool) -> None:
    from habeas.answers import lists_told

    if json:
        show.as_json(lists_told.many_as_json(found))
        return
    head = [one.name for one in found.lists]
    table = [
        (*("on it" if at in one.lists else "" for at in range(len(head))), len(one.people), one.settled)
        for one in found.patterns
    ]
    if csv:
        show.as_csv((*head, "people", "settled"), table)
        return
    rows = [(*map(str, row[:-2]), show.number(int(row[-2])), show.number(int(row[-1]))) for row in table]
    show.table((*head, "people", "settled"), rows, numbers=(len(head), len(head) + 1))
    show.line("settled: by pairs that are judged or agree in everything alone; the others rest on a likely pair")
    for one in found.lists:
        show.line(_of_which_day(one))
    show.line(f"as known on {found.known_on}; at {found.seen.at}")
