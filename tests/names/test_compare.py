"""Comparing: symmetric, never raising, most sure of a name and itself; what is evidence for and against."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from habeas.names.analyse import MOST_WORDS, analyse
from habeas.names.compare import SAME, Comparison, compare
from habeas.names.likeness.alike import alike
from habeas.names.likeness.evidence import evidence, of_many
from habeas.names.likeness.weighing import NAMES, OF_SCRIPT, log_odds, numbers, weights

NAMES_OF_MANY = [
    "Аляксандр Лукашэнка", "Lukaschenko, Alexander", "Ян Вярба", "Jan Wiarba (Janka)", "О. В. Вербова", "習近平",
    "キャメロン", "Hans-Dietrich Genscher", "Ханс Дитрих Геншер", "محمد بن سلمان", "Jacques de Villiers, Jr.", "김정은",
    "ဒေးဗစ် ကင်မရွန်", "Anna Kowalska (née Nowak)", "Ігнат", "Dr", "", "—", "12", "O'Neill", "ნიკოლოზ", "x, y, z",
]  # fmt: skip
TWO_WORDS = st.builds(
    "{}{} {}".format,
    st.sampled_from(["Вярба", "Verba", "Wiarba", "Вярбаў", "Верба", "Ян", "Kos", "Ignatov"]),
    st.sampled_from([",", "", ""]),
    st.sampled_from(["Ян", "Jan", "Янка", "Ігнат", "Ignatz", "Ignatov", "Алесь", "Aliaksandra", "Kos", "Vierba"]),
)
TEXTS = st.one_of(st.sampled_from(NAMES_OF_MANY), st.text(max_size=24))


def score(one: str, other: str) -> float:
    return compare(analyse(one), analyse(other)).score


def reasons(one: str, other: str) -> tuple[str, ...]:
    return compare(analyse(one), analyse(other)).reasons


@given(TEXTS, TEXTS)
@example("İ", "i̇")
@example("\u0130\u0307ab, c", "ß ﬀ")
@settings(max_examples=300)
def test_symmetric_within_bounds_and_never_raising(one: str, other: str) -> None:
    forth, back = compare(analyse(one), analyse(other)), compare(analyse(other), analyse(one))
    assert forth.score == back.score
    assert forth.reasons == back.reasons
    assert 0 <= forth.score <= 1


@given(TEXTS, TEXTS)
def test_no_name_is_more_like_another_than_itself(one: str, other: str) -> None:
    assert score(one, one) == 1.0
    assert score(one, one) >= score(one, other)


@given(TWO_WORDS, TWO_WORDS)
def test_two_words_are_as_many(one: str, other: str) -> None:
    a, b = sorted((analyse(one), analyse(other)), key=lambda name: name.original)
    assert evidence(a, b) == of_many(a, b)


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES_OF_MANY[:14], 2)))
def test_the_score_is_the_weighed_evidence(one: str, other: str) -> None:
    seen = evidence(analyse(one), analyse(other))
    if seen:
        told = weights()
        plain = dict(zip(NAMES, numbers(seen), strict=True))
        by_name = {f"{script} {part}".strip(): w for script, each in told.scripts.items()
                   for part, w in zip(OF_SCRIPT, each, strict=True)}  # fmt: skip
        by_name |= dict(zip([n for n in NAMES if ".." not in n and n not in by_name], told.plain, strict=True))
        segments = [weight for curve in told.curves for weight in curve.weight]
        by_name |= dict(zip([n for n in NAMES if ".." in n], segments, strict=True))
        assert log_odds(seen) == pytest.approx(told.constant + sum(plain[n] * by_name[n] for n in NAMES))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Аляксандр Лукашэнка", "Lukaschenko, Alexander"),
        ("Святлана Ціханоўская", "Swetlana Tichanowskaja"),
        ("Hans-Dietrich Genscher", "Ханс Дитрих Геншер"),
        ("Джон Маккейн", "ジョン・マケイン"),
        ("Дэвид Кэмерон", "دیوید کامرون"),
        ("John McCain", "ჯონ მაკკეინი"),
        ("Алесь Вярба", "Aliaksandr Viarba"),
        ("Зміцер Вярба", "Дмитрий Верба"),
        ("Вярба Ян Марцінавіч", "Jan Wiarba"),
        ("Ян Марцінавіч Вярба", "Верба, Ян Мартынович"),
        ("Я. М. Вярба", "Ян Марцінавіч Вярба"),
        ("Anna Kowalska (née Nowak)", "Анна Новак"),
        ("李显龙", "Lee Hsien Loong"),
        ("Прэзідэнт Вярба", "Ян Вярба"),
        ("гр-н Вярба Я.М.", "Ян Марцінавіч Вярба"),
        ("кс. Ян Вярба", "Jan Wiarba"),
        ("Ганна Вярба", "Anna Vierbová"),
        ("Ян Юр'евіч Вярба", "Ян Георгиевич Верба"),
        ("Алег Яўгенавіч Вярба", "Oleg Evgenievich Verba"),
        ("Яўгенія Вярба", "Yauheniya Viarba"),
        ("Валянціна Вярба", "Waliancina Wiarba"),
        ("Я. Вярба", "Евгений Верба"),
        ("Мікіта Залаценкаў", "Nikita Zolotenkov"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert score(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ян Марцінавіч Вярба", "Ян Іванавіч Вярба"),
        ("Ян Марцінавіч Вярба", "Верба, Ян Игнатьевич"),
        ("Ганна Вярбіцкая", "Ганна Вярбова"),
        ("Сямён Вярбіцкі", "Ганна Сямёнаўна Вярбіцкая"),
        ("Ян Пятровіч", "Пётр Яновіч"),
        ("Hans-Peter Friedrich", "Hans-Peter Kohl"),
        ("Jean-Claude Juncker", "Жан-Клод Пети"),
        ("Ян Раманенка", "Ян Романов"),
        ("Ян Вярба", "Ян"),
        ("Аляксандра Вярбіцкая", "Аляксандр Вярбіцкі"),
        ("В. Вярба", "Ян Вярба"),
        ("А. Вярба", "І. Вярба"),
        ("В. Вярба", "Б. Вярба"),
        ("Я. М. Вярба", "Я. П. Вярба"),
        ("Я. Вярбоўскі", "Яна Вярбоўская"),
        ("Ян Вярба мл.", "Ян Вярба ст."),
        ("Mr. Viarba", "Mrs. Viarba"),
        ("Валянцін Вярба", "Waliancina Wiarba"),
        ("Alexander Viarba", "Alexandra Viarba"),
        ("Ганна Вярба", "Яна Вярба"),
        ("Марына Вярба", "Марыя Вярба"),
        ("Кацярына Вярба", "Карына Вярба"),
        ("Ян Мікалаевіч Вярба", "Ян Міхайлавіч Вярба"),
        ("Jan Mikałajewicz Wiarba", "Jan Michajławicz Wiarba"),
        ("Вярбаў Ян Гейдар оглы", "Jan Rasim oğlu Viarbau"),
        ("Алег Савчанка", "Алег Шаўчэнка"),
        ("Алег Раманюк", "Алег Раманчук"),
        ("Aleh Juszkiewicz", "Aleh Juckiewicz"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert score(one, other) < SAME


def test_reasons_are_the_evidence_in_words() -> None:
    assert "surname same sound" in reasons("Ян Марцінавіч Вярба", "Ян Іванавіч Вярба")
    assert "patronymics conflict" in reasons("Ян Марцінавіч Вярба", "Ян Іванавіч Вярба")
    assert "patronymics agree" in reasons("Ян Марцінавіч Вярба", "Верба, Ян Мартынович")
    assert "given name in another form" in reasons("Зміцер Вярба", "Дмитрий Верба")
    assert "one is a woman's name, the other a man's" in reasons("Аляксандра Вярбіцкая", "Аляксандр Вярбіцкі")
    assert "initials conflict" in reasons("Я. Вярба", "Пётр Вярба")
    assert reasons("", "Ян Вярба") == ("nothing to compare",)
    assert reasons("Ян Вярба", "Ігнат Кос") == ("surname “Кос” sounds like no word of the other name",)
    assert reasons("Тарас Вярба", "Ігнат Вярба") == ("given name “Ігнат” sounds like no word of the other name",)
    assert "one is the younger's name, the other the elder's" in reasons("Ян Вярба мл.", "Ян Вярба ст.")


def test_what_is_no_name() -> None:
    with pytest.raises(TypeError, match=r"a name is a text \(str\), not NoneType"):
        analyse(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="as `analyse` makes them"):
        compare("Ян", "Ян")  # type: ignore[arg-type]


def test_a_comparison_is_a_plain_value() -> None:
    assert compare(analyse("Ян"), analyse("Ян")) == Comparison(1.0, analyse("Ян"), analyse("Ян"))


def test_a_text_for_a_name_is_cut_short() -> None:
    assert len(analyse("Ян Вярба " * 500).words) == MOST_WORDS


def test_words_alike() -> None:
    assert alike("лукашэнка", "łukašenka") == 1.0
    assert alike("каллаган", "callaghan") > 0.8
    assert alike("ян", "пётр") < 0
