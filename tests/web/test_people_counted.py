"""People by where they stood on a day: those whom the figure counts, and for how many days."""

import re

import pytest

from .site import Stranger, text

HELD = "/people?as_of=2022-06-30"


def names(html: str) -> list[str]:
    """The names of the list, in its order."""
    return re.findall(r"<li><b><a[^>]*><bdi[^>]*>([^<]*)</bdi>", html.partition('id="found"')[2])


def test_they_are_those_whom_the_figure_counts_each_with_days(stranger: Stranger) -> None:
    html, figure = stranger.get(HELD).content.decode(), stranger.data("/api/tally?as_of=2022-06-30")
    assert len(names(html)) == figure["high"] == 3
    said = text(html)
    assert "3 people held, or possibly held, on 30 June 2022" in said
    assert "Aryna Žytsen-Haiova 304 to 334 days" in said, "the day of the arrest is not known"
    assert "Каця Ліпень-Бор 148 days" in said
    assert "possibly; for how long is not known" in said, "who was seen held in 2025 may have been taken before"


def test_the_longest_held_come_first_or_last(stranger: Stranger) -> None:
    longest = names(stranger.get(f"{HELD}&order=longest").content.decode())
    assert longest[:2] == ["Aryna Žytsen-Haiova", "Каця Ліпень-Бор"]
    assert names(stranger.get(f"{HELD}&order=shortest").content.decode()) == longest[::-1]


@pytest.mark.parametrize("asked", ["каця", "Katsia Lipien-Bor"])
def test_a_name_narrows_the_list_in_any_script(stranger: Stranger, asked: str) -> None:
    assert names(stranger.get(f"{HELD}&text={asked}").content.decode()) == ["Каця Ліпень-Бор"]


def test_a_page_goes_on_where_the_last_ended(stranger: Stranger) -> None:
    everyone = names(stranger.get(HELD).content.decode())
    assert names(stranger.get(f"{HELD}&after=1").content.decode()) == everyone[1:]


def test_what_is_shown_can_be_taken_as_a_table(stranger: Stranger) -> None:
    csv = stranger.get("/people.csv?as_of=2022-06-30&order=longest").content.decode()
    assert "Aryna Žytsen-Haiova,1,1,1,304,334" in csv
    assert "Каця Ліпень-Бор,1,1,1,148,148" in csv


def test_of_a_state_only_those_in_it_are_told(stranger: Stranger) -> None:
    assert "for certain: 0." in stranger.read(f"{HELD}&state=home"), "held without its being said how is possibly so"
    assert "1 person" in stranger.read(f"{HELD}&state=police&text=aryna")


def test_nobody_is_held_in_an_empty_register(newcomer: Stranger) -> None:
    assert "Nobody who is named here is counted so" in newcomer.read("/people?as_of=2022-06-30")


def test_a_wrong_state_is_told_with_the_states_as_they_stand_in_the_list(stranger: Stranger) -> None:
    said = stranger.read(f"{HELD}&state=free", 400)
    assert "“free” is none of these: in police custody; awaiting or on trial; serving a sentence" in said
    assert "pretrial" not in said
    said = stranger.read(f"{HELD}&order=age", 400)
    assert "“age” is none of these: by name; held longest first; held shortest first" in said


@pytest.mark.parametrize(
    "asked", ["as_of=never", "state=free", "order=age", "rule=nothing", "as_of=2022-06-30&after=x"]
)
def test_what_cannot_be_asked_is_refused(stranger: Stranger, asked: str) -> None:
    stranger.get(f"/people?{asked}", 400)
