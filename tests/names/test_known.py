"""Known names are found in texts of five languages, in two scripts and every case, each at its place, and no others."""

import re
import tomllib
from pathlib import Path

import pytest

from habeas.names.in_text.agreed import Part
from habeas.names.in_text.candidate import How
from habeas.names.in_text.mention import Mention
from habeas.names.known import Known

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "texts.toml").read_text(encoding="utf-8"))
MARKED = re.compile(r"\[([^\]|]*)\|([\w+]+)\]")
KNOWN = Known(TABLE["people"], TABLE["places"], TABLE["bodies"])
KALYADA = Known({"yazep": ["Yazep Kalyada"], "bohdan": ["Bohdan Kalyada"], "marta": ["Marta Veres"]})


def read(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A text without its marks, and what was marked: start, end and key."""
    text, spans, done = "", list[tuple[int, int, str]](), 0
    for mark in MARKED.finditer(marked):
        text += marked[done : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        done = mark.end()
    return text + marked[done:], spans


def words(known: Known, text: str) -> list[str]:
    return [mention.words for mention in known.find(text)]


def only(known: Known, text: str) -> Mention:
    (found,) = known.find(text)
    assert text[found.start : found.end] == found.words
    return found


@pytest.mark.parametrize("one", TABLE["texts"], ids=lambda one: str(one["language"]))
def test_every_mention_is_found_and_no_other(one: dict[str, str]) -> None:
    text, spans = read(one["text"])
    found = [(mention.start, mention.end, mention.known) for mention in KNOWN.find(text)]
    assert [(text[start:end], *known) for start, end, known in found] == [
        (text[start:end], key) for start, end, key in spans
    ]
    assert found == [(start, end, (key,)) for start, end, key in spans]


def test_a_long_text_is_one_text() -> None:
    text = "Bohdan Kalyada came. " + "Nobody was there.\n" * 10_000 + "Then Kalyada left."
    first, second = KALYADA.find(text)
    assert text[second.start : second.end] == second.words == "Kalyada"
    assert (first.known, second.known) == (("bohdan",), ("bohdan", "yazep"))


def test_a_surname_alone_is_told_as_such_with_everybody_who_has_it() -> None:
    found = only(KALYADA, "Nobody had seen Kalyada since.")
    assert (found.part, found.known) == (Part.surname, ("yazep", "bohdan"))


def test_who_is_named_in_full_comes_first_where_only_the_surname_stands() -> None:
    first, second = KALYADA.find("Bohdan Kalyada came. Nobody had seen Kalyada since.")
    assert (first.part, first.known) == (Part.full, ("bohdan",))
    assert (second.part, second.known) == (Part.surname, ("bohdan", "yazep"))


@pytest.mark.parametrize(
    "text",
    [
        "Anton Kalyada sang.",  # somebody else of that surname
        "A. Kalyada sang.",
        "Kalyada A. sang.",
        "The Kalyada administration fell.",
        "He lives in Kalyada Street.",
        "The Kalyada Memorial Museum is closed.",
        "a kalyada is a carol",
        "Kalyadaville is a village.",
        "O'Kalyada sang.",
        "Администрация Каляды молчит.",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert KALYADA.find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("YAZEP KALYADA", ["YAZEP KALYADA"]),
        ("Kalyada, Yazep: five years", ["Kalyada, Yazep"]),
        ("Y. Kalyada sang.", ["Y. Kalyada"]),
        ("Каляда Я. и Верес М. осуждены", ["Каляда Я", "Верес М"]),
        ("Mr. Kalyada’s sister", ["Kalyada"]),
        ("the pro-Kalyada crowd", ["Kalyada"]),
        ("Yazep\n   Kalyada sang.", ["Yazep\n   Kalyada"]),
        ("Yazep Kalya-\nda sang.", ["Yazep Kalya-\nda"]),
        ("Yazep Kal\u00adyada sang.", ["Yazep Kal\u00adyada"]),
        ("K\u200dalyada", ["K\u200dalyada"]),
        ("La sœur d’Yazep Kaliada, l’avocate de Kaliada", ["Yazep Kaliada", "Kaliada"]),
        ("The Kalyada factor", ["Kalyada"]),
    ],
)
def test_marks_breaks_and_capitals_hide_nobody(text: str, expected: list[str]) -> None:
    assert words(KALYADA, text) == expected


def test_by_a_surname_that_only_women_have_the_woman_is_found() -> None:
    known = Known({"he": ["S. Nikhanouski"], "she": ["Svetlana Nikhanovskaya"]})
    assert only(known, "Then Nikhanouskaya spoke.").known == ("she",)
    assert only(known, "Then Nikhanouski spoke.").known == ("he",)


def test_of_two_names_that_reach_into_each_other_none_is_told_twice() -> None:
    found = Known({"one": ["Christopher Stillwater"], "two": ["John Stillwater"]}).find("C. Stillwater, J. Stillwater")
    assert [(one.words, one.known) for one in found] == [("C. Stillwater", ("one",)), ("J. Stillwater", ("two",))]


def test_a_given_name_never_stands_in_for_a_surname() -> None:
    known = Known({"one": ["Yazep Martin"]})
    assert known.find("Martin Kalyada said so, and Martin left.") == []
    assert only(known, "Mr. Martin left.").part is Part.surname
    assert only(known, "Yazep Martin left.").part is Part.full


def test_a_common_word_at_the_head_of_a_sentence_is_no_surname() -> None:
    known = Known({"one": ["Condor Ricebury", "Condor Rice"]})
    assert known.find("They ship rice. Rice is dear.") == []
    assert words(known, "They ship rice. Then Rice left.") == ["Rice"]


def test_a_conflicting_patronymic_is_somebody_else() -> None:
    known = Known({"one": ["Язэп Рыгоравіч Каляда"]})
    assert known.find("Осуждён Язеп Иванович Каляда.") == []
    assert only(known, "Осуждён Иосиф Григорьевич Каляда.").part is Part.full
    assert known.find("Осуждён Иван Григорьевич Каляда.") == []


def test_a_man_is_not_found_by_a_womans_surname_and_the_other_way_round() -> None:
    known = Known({"one": ["Ганна Гарунова"]})
    assert words(known, "Пра Гарунову і Гаруновай ведаюць, пра Гаруновым і Гарунову не.") == [
        "Гарунову",
        "Гаруновай",
        "Гарунову",
    ]


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        (["习近平"], "国家主席习近平说", "习近平"),
        (["亚历山大·卢卡申科"], "总统卢卡申科说", "卢卡申科"),
        (["アレクサンドル・ルカシェンコ"], "ルカシェンコ大統領", "ルカシェンコ"),
        (["アレクサンドル・ルカシェンコ"], "大統領 ルカシェンコは", "ルカシェンコ"),
        (["김정은"], "위원장 김정은은 말했다", "김정은"),
        (["ألكسندر لوكاشينكو"], "قال ولوكاشينكو ذلك", "لوكاشينكو"),
        (["אלכסנדר לוקשנקו"], "ולוקשנקו אמר", "לוקשנקו"),
        (["ალექსანდრე ლუკაშენკო"], "თქვა ლუკაშენკო", "ლუკაშენკო"),
    ],
)
def test_scripts_without_spaces_or_with_prefixes(names: list[str], text: str, expected: str) -> None:
    assert words(Known({"one": names}), text) == [expected]


@pytest.mark.parametrize("text", ["Лукашенко", "Лукашэнкам", "Łukaszenki", "Lukaschenko", "Λουκασένκο", "לוקשנקו"])
def test_another_script_or_spelling_is_found_by_its_sound(text: str) -> None:
    found = only(Known({"one": ["Aleksandr Lukashenko"]}), f"« President {text} »")
    assert found.how in (How.heard, How.bent)


@pytest.mark.parametrize("text", ["Kaliadzienkę", "Каляденке", "Kalyadzenką"])
def test_a_case_that_sounds_as_the_name_does_is_told_as_another_form(text: str) -> None:
    assert only(Known({"one": ["Yazep Kalyadenko"]}), f"Then {text} was seen.").how is How.bent
    assert only(Known({"one": ["Yazep Kalyadenko"]}), "Then Kaljadzienka was seen.").how is How.heard


def test_a_longer_name_shields_the_shorter() -> None:
    known = Known({}, {"brest": ["Brest"], "long": ["Brest Litovsk"], "minsk": ["Minsk"]}, {"kgb": ["KGB"]})
    assert [one.known for one in known.find("From Brest Litovsk to Brest")] == [("long",), ("brest",)]
    assert known.find("The Minsk Agreements, the Minsk Tractor Works, the Treaty of Brest, Brest-Rechtsk") == []
    assert words(known, "The KGB of Minsk, the kgb") == ["KGB", "Minsk"]


def test_nothing_is_looked_for_in_nothing() -> None:
    assert Known({}).find("Yazep Kalyada") == []
    assert KALYADA.find("") == []
    assert Known({"one": ["the head of the council", " ", "Ales"]}).find("the head of the council, Ales") == []


def test_words_met_before_may_be_forgotten_between_two_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Known({"yazep": ["Yazep Kalyada"]})
    before = [one.words for one in known.find("Yazep Kalyada came. Nobody saw Kalyada.")]
    monkeypatch.setattr("habeas.names.known._MOST_REMEMBERED", 1)
    again = [one.words for one in known.find("Yazep Kalyada came. Nobody saw Kalyada. A stranger left.")]
    assert before == again == ["Yazep Kalyada", "Kalyada"]
