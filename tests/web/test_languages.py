"""A page is read in the language of its address: its words, days, numbers and names, and every link from it."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from django.utils import translation

from habeas.claims.when import When
from habeas.claims.wording import say
from habeas.web import foreign, tongue, words
from habeas.web.languages import NAMES, WHOLE
from habeas.web.scripts import read_first
from tests import zalesia

from .site import Stranger, enter, links, text

BE, RU, FA = "be", "ru", "fa"
SAME_DAY = {"be": "12 лістапада 2025", "ru": "12 ноября 2025", "fa": "۱۲ نوامبر ۲۰۲۵"}


def page(stranger: Stranger, address: str, status: int = 200) -> str:
    """The marks of a page."""
    return stranger.get(address, status).content.decode()


def main(html: str) -> str:
    """The tag that the page itself begins with."""
    found = re.search(r"<main[^>]*>", html)
    assert found
    return found[0]


@pytest.mark.parametrize("language", NAMES)
def test_the_address_decides(stranger: Stranger, language: str) -> None:
    way = "rtl" if language == FA else "ltr"
    html = page(stranger, f"/{language}/")
    assert f'<html lang="{language}" dir="{way}">' in html
    assert "lang=" not in main(html)


def test_nothing_else_decides(stranger: Stranger) -> None:
    asked = stranger.client.get("/", headers={"accept-language": "ru", "cookie": "django_language=ru"})
    assert '<html lang="en" dir="ltr">' in asked.content.decode()
    assert "Accept-Language" not in asked.headers.get("Vary", "")
    assert not stranger.client.get("/ru/").cookies


def test_a_language_that_there_is_not_is_no_page(stranger: Stranger) -> None:
    assert '<html lang="en"' in page(stranger, "/xx/", 404)
    assert '<html lang="en"' in page(stranger, "/belarus", 404)


@pytest.mark.parametrize("address", ["/be/api/tally", "/be/static/habeas.css", "/be/be/", "/be/nothing-here"])
def test_what_stands_in_no_language_is_not_there_in_one(stranger: Stranger, address: str) -> None:
    assert '<html lang="be"' in page(stranger, address, 404)


def inner(html: str) -> Iterator[str]:
    """Where a page leads, but for the choice of languages and the files that have none."""
    without = re.sub(r'(?s)<ul class="mast-langs".*?</ul>|<link[^>]*>', "", html)
    yield from (one for one in links(without) if not one.startswith(("/api/", "/static/")))


@pytest.mark.parametrize("language", NAMES)
def test_whoever_reads_in_a_language_goes_on_in_it(stranger: Stranger, language: str) -> None:
    somebody = next(one for one in links(page(stranger, "/people")) if re.fullmatch("/people/[0-9a-f]{32}", one))
    for address in ("/", "/people", "/claims", somebody, "/nothing"):
        html = stranger.client.get(f"/{language}{address}").content.decode()
        found = list(inner(html))
        assert found
        assert [one for one in found if not one.startswith((f"/{language}/", f"/{language}?"))] == []
    assert all(not one.startswith(tuple(f"/{name}/" for name in NAMES)) for one in inner(page(stranger, "/")))


def test_every_page_leads_to_itself_in_every_language(stranger: Stranger) -> None:
    asked = "/ru/?as_of=2025-11-12&known_on=2025-11-20"
    html = page(stranger, asked)
    for code, before in {"en": "", "be": "/be", "ru": "/ru", "fa": "/fa"}.items():
        there = f'href="{before}/?as_of=2025-11-12&amp;known_on=2025-11-20"'
        assert f'<link rel="alternate" hreflang="{code}" {there}>' in html
        assert f'<a {there} lang="{code}" hreflang="{code}"' in html
        stranger.get(unescape(there[6:-1]))


def test_the_languages_are_called_as_they_call_themselves(stranger: Stranger) -> None:
    said = stranger.read("/")
    assert all(name in said for name in ("English", *NAMES.values()))


@pytest.mark.parametrize("language", NAMES)
def test_a_translation_says_that_nobody_has_read_it_yet(stranger: Stranger, language: str) -> None:
    with translation.override(language):
        unread = translation.gettext(
            "This translation is not yet read by a native speaker. The English page is the one that was checked."
        )
    assert unread in stranger.read(f"/{language}/")
    assert "native speaker" not in stranger.read("/")


def test_a_page_that_is_not_translated_says_so_and_is_in_english(stranger: Stranger) -> None:
    html = page(stranger, "/fa/lists")
    assert '<html lang="fa" dir="rtl">' in html
    assert 'lang="en" dir="ltr"' in main(html)
    assert "هنوز ترجمه نشده است" in text(html)
    assert "Who is on which list" in text(html)
    assert "lists" not in WHOLE


@pytest.mark.parametrize("language", NAMES)
def test_a_claim_and_what_is_asked_of_claims_are_read_whole_in_a_language(stranger: Stranger, language: str) -> None:
    (act,) = stranger.data("/api/claims?type=act&limit=1")["claims"]
    for address in ("/claims", f"/claims/{act['id']}", "/documents", "/about"):
        html = page(stranger, f"/{language}{address}")
        assert "lang=" not in main(html), address
        for english in (
            "More conditions",
            "Says something of",
            "Who says so",
            "Its words",
            "Three clocks",
            "The person",
        ):
            assert english not in text(html), address


def test_what_is_kept_of_a_page_is_kept_of_its_language(stranger: Stranger) -> None:
    first = {address: page(stranger, address) for address in ("/", "/be/", "/fa/")}
    again = {address: page(stranger, address) for address in ("/fa/", "/", "/be/")}
    assert first == again
    assert 'direction="rtl"' in first["/fa/"]
    assert 'direction="rtl"' not in first["/be/"] + first["/"]


@pytest.mark.parametrize("language", NAMES)
def test_a_day_in_the_words_of_a_language_asks_the_same(stranger: Stranger, language: str) -> None:
    html = page(stranger, f"/{language}/?as_of=2025-11-12")
    assert f'value="{SAME_DAY[language]}"' in html
    said = text(stranger.client.get(f"/{language}/", {"as_of": SAME_DAY[language]}).content.decode())
    assert said == text(html)
    assert "12 November 2025" in text(stranger.client.get("/", {"as_of": SAME_DAY[language]}).content.decode())


@pytest.mark.parametrize(
    ("edtf", "be", "ru", "fa"),
    [
        ("2020-08-09", "9 жніўня 2020", "9 августа 2020", "۹ اوت ۲۰۲۰"),
        (
            "2020-08-09/2020-08-31",
            "у нейкі дзень ад 9 жніўня 2020 да 31 жніўня 2020",
            "в какой-то день от 9 августа 2020 до 31 августа 2020",
            "روزی میان ۹ اوت ۲۰۲۰ و ۳۱ اوت ۲۰۲۰",
        ),
        ("2021-03?", "сакавік 2021, не пэўна", "март 2021, не точно", "مارس ۲۰۲۱، نامطمئن"),
        ("2021-03/..", "з сакавіка 2021", "с марта 2021", "از مارس ۲۰۲۱"),
        ("2021-XX", "2021, месяц невядомы", "2021, месяц неизвестен", "۲۰۲۱، ماه نامعلوم"),
        ("[2021-03-01,2021-03-04]", "1 сакавіка 2021 або 4 сакавіка 2021", "1 марта 2021 или 4 марта 2021", None),
        ("202X", "2020-я гады, год невядомы", "2020-е годы, год неизвестен", "دهه ۲۰۲۰، سال نامعلوم"),
    ],
)
def test_an_uncertain_date_is_in_words(edtf: str, be: str, ru: str, fa: str | None) -> None:
    said = When.of(edtf).as_dict()
    for language, expected in ((BE, be), (RU, ru), (FA, fa)):
        with translation.override(language):
            assert expected in (None, words.when(said))


@pytest.mark.parametrize(
    ("language", "said"), [("en", "−12,000.50"), (BE, "-12\xa0000,50"), (RU, "-12\xa0000,50"), (FA, "‎−۱۲٬۰۰۰٫۵۰")]
)
def test_a_number_is_written_as_the_language_writes_it(language: str, said: str) -> None:
    with translation.override(language):
        assert words.number("-12000.50").replace("−", "-") == said.replace("−", "-")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 claim", "2 claims", "5 claims", "21 claims"]),
        (BE, ["1 сцвярджэнне", "2 сцвярджэнні", "5 сцвярджэнняў", "21 сцвярджэнне"]),
        (RU, ["1 утверждение", "2 утверждения", "5 утверждений", "21 утверждение"]),
        (FA, ["۱ ادعا", "۲ ادعا", "۵ ادعا", "۲۱ ادعا"]),
    ],
)
def test_a_count_takes_the_form_that_its_number_has(language: str, said: list[str]) -> None:
    with translation.override(language):
        assert [tongue.tell_many("{number} claim", "{number} claims", one) for one in (1, 2, 5, 21)] == said


def test_words_of_the_record_stand_apart_where_they_are_read_the_other_way() -> None:
    with translation.override(FA):
        assert tongue.tell("said {speaker}", speaker="Viasna") == "به گفته \u2066Viasna\u2069"
        assert tongue.tell("said {speaker}", speaker="ویاسنا") == "به گفته ویاسنا"
    with translation.override(RU):
        assert tongue.tell("said {speaker}", speaker="Viasna") == "говорит Viasna"


@pytest.mark.parametrize("language", NAMES)
def test_what_stays_in_other_letters_on_a_page_says_so(stranger: Stranger, language: str) -> None:
    enter(zalesia.act("Alice", "detained", "2025-05-03", 2000))
    (alice,) = (one["id"] for one in stranger.data("/api/people?text=Alice")["people"])
    html = page(stranger, f"/{language}/people/{alice}")
    assert 'dir="ltr" lang="und-Latn">Alice: detained, 2025-05-03.</a>' in html
    enter(zalesia.rule("held at home", states=["home"]))
    counted = page(stranger, f"/{language}/?rule=held+at+home")
    assert '<bdi lang="und-Latn">held at home</bdi>' in counted
    assert '<bdi lang="und-Latn">' not in page(stranger, "/?rule=held+at+home")
    assert '<bdi lang="en">' not in page(stranger, f"/{language}/?as_of=never&rule=Weather", 400)


def test_what_a_room_has_worded_and_no_catalogue_has_is_english_and_other_words_in_latin_letters_need_not_be() -> None:
    with translation.override(FA):
        assert foreign.told(say("Nobody has translated this.")) == ('<bdi lang="en">Nobody has translated this.</bdi>')
        assert foreign.told("Osadzeni w więzieniu.") == '<bdi lang="und-Latn">Osadzeni w więzieniu.</bdi>'
        assert foreign.told("در زندان") == "در زندان"


def test_the_fields_of_a_question_stand_apart_by_the_comma_of_the_language(stranger: Stranger) -> None:
    apart = {language: page(stranger, address) for language, address in (("en", "/"), (FA, "/fa/"), (RU, "/ru/"))}
    for language, mark in (("en", ","), (FA, "،"), (RU, ",")):
        assert set(re.findall(r'size="16"[^>]*>([^<]*)</span>', apart[language])) == {mark}


def test_names_in_the_script_of_the_reader_come_first() -> None:
    names = ["Iosif Koliada", "Іосіф Каляда", "یوسف کالادا"]
    assert read_first(names, "en") == names
    assert read_first(names, BE)[0] == read_first(names, RU)[0] == "Іосіф Каляда"
    assert read_first(names, FA) == ["یوسف کالادا", "Iosif Koliada", "Іосіф Каляда"]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("31 снежня 2025", "2025-12-31"),
        ("31 декабря 2025", "2025-12-31"),
        ("۳۱ دسامبر ۲۰۲۵", "2025-12-31"),
        ("31 December 2025", "31 December 2025"),
        ("never", "never"),
    ],
)
def test_a_day_is_read_in_every_language(written: str, iso: str) -> None:
    assert tongue.as_iso(written) == iso


def test_months_of_english_pages_are_those_of_the_drawings() -> None:
    assert tongue.months_short()[:3] == ("Jan", "Feb", "Mar")
    assert tongue.day(date(2025, 12, 31)) == "31 December 2025"


def test_no_link_of_a_page_that_is_not_here_leads_to_another_site(stranger: Stranger) -> None:
    html = stranger.get("//elsewhere.example/x", 404).content.decode()
    assert 'href="//' not in html


def test_no_comma_of_another_script_stands_in_a_page_that_is_read_from_the_right(newcomer: Stranger) -> None:
    said = zalesia.act("Matsvei Lipen-Bor", "detained", "2025-11-12")
    (act,) = [draft for draft in said if draft.kind == "claim"]
    act.body["topics"] = ["release", "tally"]
    act.body["act"]["articles"] = ["Article 130", "Article 342"]
    enter(*said)
    front, claim = newcomer.read("/fa/?known_on=2025-11-20"), newcomer.read(f"/fa/claims/{act.body['id']}")
    with translation.override(FA):
        detained, topics = words.plainly("detained"), [words.plainly(one) for one in ("release", "tally")]
    assert f"{detained}، {SAME_DAY[FA]}" in front
    assert "Article 130، Article 342" in claim
    assert "، ".join(topics) in claim
