"""/compare: a published figure led to the one that is counted for its day, in steps, and by whose rule."""

from tests import zalesia

from .site import Stranger, enter, text


def figure(stranger: Stranger, number: int = 412) -> str:
    """The address of the comparison of a figure of the Courier's."""
    return f"/compare?figure={stranger.claim(f'{number} people are held as political prisoners.')['id']}"


def test_the_steps_add_up_and_say_what_is_not_explained(stranger: Stranger) -> None:
    said = stranger.read(figure(stranger))
    assert "Lantern Group said 412 for " in said
    assert "412 published by Lantern Group, as of some day between 10 November" in said
    assert "− 409 not counted here, as known on 14 November 2025: not named, or not of this rule" in said
    assert "of the published number are not explained here: people who are not named in this register" in said
    assert "Nobody is added to reach it." in said


def test_a_figure_that_the_register_cannot_reach_is_told_in_sentences_first(newcomer: Stranger) -> None:
    enter(zalesia.figure(412, "2025-11-14"), zalesia.rule("at home", states=["home"]))
    enter(zalesia.act("Alice", "detained", "2024-05-03", 20), zalesia.act("Bob", "released", "2024-05-03", 60))
    (claim,) = (one["id"] for one in newcomer.data("/api/claims")["claims"] if one["type"] == "figure")
    html = newcomer.get(f"/compare?figure={claim}&rule=at+home").content.decode()
    said = text(html.partition('id="bridge"')[2])
    assert "Lantern Group said 412 for 14 November 2025; nobody is counted here" in text(html)
    why = "none of those who are named here was held on 14 November 2025 in a way that it counts"
    assert f"was known when the figure was published: {why}. So nothing leads from the published number" in said
    assert "this says nothing against that number" in said
    assert "The register names 2 people of whom an act of custody was known by" in said
    assert ": at most 1 of them were held on 14 November 2025, and this rule counts none of those." in said
    assert 'class="equation"' not in html


def test_a_rule_that_can_count_nobody_says_so_in_place_of_steps(newcomer: Stranger) -> None:
    keeper = zalesia.agent("Lantern Group")
    enter(keeper, zalesia.figure(412, "2025-11-14"), zalesia.lens("nobody at all", speakers=["f" * 32]))
    enter(zalesia.rule("recognised by the group", recognised_by=[keeper.body["id"]]))
    enter(zalesia.act("Alice", "detained", "2024-05-03", 20))
    (claim,) = (one["id"] for one in newcomer.data("/api/claims")["claims"] if one["type"] == "figure")
    address = f"/compare?figure={claim}&rule=recognised+by+the+group"
    why = "it counts whom Lantern Group recognised, and the lens “every accepted claim” admits no claim that they"
    assert why in newcomer.read(address)
    assert newcomer.data(f"/api{address}")["nobody"].startswith(why)
    refused = newcomer.read(f"{address}&lens=nobody+at+all")
    assert (
        "the lens nobody at all admits no claim about anybody’s custody that was known by then. So nothing" in refused
    )
    assert "nobody" not in newcomer.data(f"/api/compare?figure={claim}&rule=held")
    assert 'class="equation"' in newcomer.get(f"/compare?figure={claim}&rule=held").content.decode()


def test_two_rules_are_two_questions_unless_it_is_the_publishers_own(stranger: Stranger) -> None:
    said = stranger.read(figure(stranger))
    assert "It is not said here by which rule Lantern Group counts. This is the count by the rule “held”" in said
    lantern = stranger.claim("412 people are held as political prisoners.")["attribution"][0]["agent_id"]
    enter(zalesia.lens("the group alone", speakers=[lantern]))
    assert "whom the rule trusts" not in stranger.read(figure(stranger)), "no rule has a lens of its own yet"
    enter(zalesia.rule("as the Lantern Group counts", publisher=lantern, lens="the group alone"))
    own = stranger.read(figure(stranger))
    counted = "Counted by “as the Lantern Group counts”, the rule that is said to be its publisher’s"
    assert f"{counted}, trusting “the group alone”." in own
    assert "whom the rule trusts: the group alone" in own
    assert f"{counted}, trusting “every accepted claim”." in stranger.read(
        f"{figure(stranger)}&lens=every+accepted+claim"
    )
    assert "It is not said here by which rule" in stranger.read(f"{figure(stranger)}&rule=held")


def test_who_was_learned_since_is_named(stranger: Stranger) -> None:
    enter(*zalesia.act("Alice", "detained", "2025-05-03", 2000, known="2025-11-20"))
    said = stranger.read(figure(stranger))
    assert "late reports of earlier events" in said
    assert "Alice in: detained 3 May 2025, said Lantern Group, learned 20 November 2025" in said


def test_a_count_of_what_was_known_before_it_was_published_says_so(stranger: Stranger) -> None:
    said = stranger.read(f"{figure(stranger)}&known_on=2025-11-13")
    assert "The figure was published later: known 14 November 2025." in said
    assert "since the figure was published" not in said


def test_without_a_figure_those_that_can_be_compared_are_listed(stranger: Stranger, newcomer: Stranger) -> None:
    said = stranger.read("/compare")
    assert "Lantern Group412" in said
    assert "Harbour List431" in said
    assert "38" not in said.partition("Every number")[0]


def test_an_empty_register_says_so(newcomer: Stranger) -> None:
    assert "No published figure of how many are held is known here." in newcomer.read("/compare")


def test_what_cannot_be_compared_is_refused_with_what_to_do(stranger: Stranger) -> None:
    women = stranger.claim("38 of those held are women.")["id"]
    assert "In figure: that figure is not of how many are held in all" in stranger.read(f"/compare?figure={women}", 400)
    assert "no published figure here has the id" in stranger.read(f"/compare?figure={'0' * 32}", 400)
    assert "it has 32 hex digits" in stranger.read("/compare?figure=12", 400)
    assert 'id="rule-problem"' in stranger.get(f"{figure(stranger)}&rule=weather", 400).content.decode()
    assert 'id="known_on-problem"' in stranger.get(f"{figure(stranger)}&known_on=never", 400).content.decode()


def test_the_table_of_published_figures_leads_there(stranger: Stranger) -> None:
    html = stranger.get("/?as_of=2025-11-12&known_on=2025-12-01").content.decode()
    address = figure(stranger)
    assert f'href="{address}&amp;known_on=2025-12-01' in html
    assert "by the rule held" in html
    assert html.count('href="/compare?') == 2


def test_a_flow_is_compared_in_its_own_days_and_a_group_has_no_page(newcomer: Stranger) -> None:
    enter(
        zalesia.rule("freed", quantity="outflow", unit="detentions", period="month"),
        zalesia.rule("of persons", quantity="outflow", period="month"),
        zalesia.act("Alice", "released", "2021-06-01", 0, known="2021-06-04"),
        zalesia.round_of(20, 30, 60, day="2021-06-08", known="2021-07-09"),
        zalesia.flow(46, "2021-06-01", "2021-06-10", known="2021-06-11", unit="detentions"),
    )
    address = f"/compare?figure={newcomer.claim('46 were let go.')['id']}"
    said = newcomer.read(f"{address}&rule=freed")
    assert "Lantern Group said 46 for " in said
    assert "21 are counted here" in said
    assert "Counted for 1 June 2021 to 10 June 2021, as known on 11 June 2021" in said
    assert "− 45 not in this record, as known on 11 June 2021" in said
    assert "+ 20 late reports of earlier events" in said
    assert "At least 21 and at most 31 are counted now." in said
    assert "25 not in this record, or not counted by this rule. Nobody is added to reach the published number." in said
    assert "round 60 20 not named, before 0: released 8 June 2021" in said
    html = newcomer.get(f"{address}&rule=freed").content.decode()
    assert 'href="/people/' not in html.partition('id="bridge"')[2]
    assert 'href="/changes?' not in html
    assert '<option value="held"' not in html
    refused = newcomer.get(address, 400).content.decode()
    assert "name a rule of an inflow or an outflow that counts detentions" in refused
    assert '<option value="freed"' in refused
    assert "counts detentions, and “of persons” counts persons" in newcomer.read(f"{address}&rule=of+persons", 400)
