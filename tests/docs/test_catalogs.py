"""The catalogues of words are current, whole where a language is said to be whole, and compiled as they stand."""

import re
import string
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message
from docs.catalogs import as_mo, as_po, catalogue, is_translated, messages, po, whole

from docs import catalogs
from habeas.web.languages import NAMES

RUN = "run `./run words` and commit the catalogues"


@cache
def every() -> Catalog:
    """Every string that a page may say."""
    return messages()


@cache
def of(language: str) -> Catalog:
    """The catalogue of a language as it should stand."""
    return catalogue(language, every())


def strings(one: Message) -> list[str]:
    """The forms of a message in its language that are there."""
    return [text for text in ([one.string] if isinstance(one.string, str) else one.string or ()) if text]


def placeholders(text: str) -> set[str]:
    """The parts that are put into a form, without the case that a language asks for them in."""
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name} if "%(" not in text else set()
    return named | set(re.findall(r"%\((\w+)\)s", text))


@pytest.mark.parametrize("language", NAMES)
def test_a_catalogue_has_every_string_that_is_said(language: str) -> None:
    assert po(language).read_bytes() == as_po(of(language)), RUN


@pytest.mark.parametrize("language", NAMES)
def test_what_the_pages_read_is_what_translators_wrote(language: str) -> None:
    assert po(language).with_suffix(".mo").read_bytes() == as_mo(of(language)), RUN


@pytest.mark.parametrize("language", NAMES)
def test_the_pages_that_are_said_to_be_whole_have_no_string_without_a_translation(language: str) -> None:
    here = whole()
    missing = [one.id for one in of(language) if one.id and not is_translated(one) and places(one) & here]
    assert missing == []


@pytest.mark.parametrize("language", NAMES)
def test_a_translation_has_the_parts_of_its_form(language: str) -> None:
    for one in of(language):
        for text in strings(one) if one.id else ():
            told = one.id if isinstance(one.id, str) else one.id[-1]
            assert placeholders(text) <= placeholders(told), text
            assert placeholders(text) >= placeholders(told) - {"number"}, text


@pytest.mark.parametrize("language", NAMES)
def test_a_translation_has_the_marks_of_its_form(language: str) -> None:
    for one in of(language):
        for text in strings(one) if one.id else ():
            told = one.id if isinstance(one.id, str) else one.id[-1]
            assert sorted(re.findall(r"<[^>]*>", text)) == sorted(re.findall(r"<[^>]*>", told))


def test_every_module_that_is_said_to_be_whole_has_strings() -> None:
    found = {place for one in every() for place in places(one)}
    assert [place for place in whole() - found if place.endswith(".py")] == []


def test_a_page_that_is_whole_is_so_with_every_template_that_it_shows() -> None:
    shown = {"front.html", "people.html", "people_filters.html", "fields.html", "page.html", "take_files.html"}
    assert {f"web/templates/{name}" for name in shown} <= whole()
    assert "web/templates/lists.html" not in whole()


def test_strings_are_found_in_templates_and_modules_and_the_vocabulary() -> None:
    found = {one.id for one in every()}
    assert {"Count again", "{number} {counted}; none is certain", "on record"} <= found
    assert ("%(claims)s claim", "%(claims)s claims") in found
    assert catalogs.LOCALE.is_dir()


def places(one: Message) -> set[str]:
    """The files that a message stands in."""
    return {place for place, _ in one.locations}
