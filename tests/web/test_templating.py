"""The templates: what is escaped, what fails, and that no language stays in what was compiled."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import engines
from django.utils import translation
from django.utils.safestring import SafeString
from jinja2 import Environment, UndefinedError, nodes

from habeas import web

ODD = '<b>O\'Neil & "son"</b>'
ESCAPED = "&lt;b&gt;O&#39;Neil &amp; &#34;son&#34;&lt;/b&gt;"
TRANSLATES = {"_": 1, "gettext": 1, "ngettext": 2}  # how many forms of words each takes
TEMPLATES = sorted((Path(web.__file__).parent / "templates").glob("*.html"))


@pytest.fixture
def templates() -> Environment:
    """The environment that pages are made in."""
    made: Environment = engines["jinja2"].env  # type: ignore[attr-defined]
    return made


@pytest.mark.parametrize(
    "source",
    [
        "{{ name }}",
        "{{ name|capfirst }}",
        "{{ said.name }}",
        "{{ [name]|join(', ') }}",
        "{{ name|tell }}",
        "{% trans %}{{ name }}{% endtrans %}",
        "{% trans count=2 %}{{ name }}{% pluralize count %}{{ name }}{% endtrans %}",
        "{% macro mark(name) %}{{ name }}{% endmacro %}{{ mark(name) }}",
        "{% call in_language('ru') %}{{ name }}{% endcall %}",
    ],
)
def test_what_came_from_outside_is_escaped(templates: Environment, source: str) -> None:
    assert templates.from_string(source).render(name=ODD, said={"name": ODD}) == ESCAPED


def test_what_is_marked_up_stays_so(templates: Environment) -> None:
    source = "{{ mark }}{% trans %} of {{ mark }}{% endtrans %}{{ _('&amp;') }}"
    assert templates.from_string(source).render(mark=SafeString("<i>x</i>")) == "<i>x</i> of <i>x</i>&amp;"


@pytest.mark.parametrize("source", ["{{ nobody }}", "{% if nobody %}{% endif %}", "{{ name.nobody }}"])
def test_a_name_that_nobody_gave_fails(templates: Environment, source: str) -> None:
    with pytest.raises(UndefinedError):
        templates.from_string(source).render(name=ODD)


def test_what_a_record_does_not_say_is_nothing(templates: Environment) -> None:
    source = "{% if claim.when %}said{% endif %}{{ claim.when }}|{{ claim.items }}"
    assert templates.from_string(source).render(claim={"items": 3}) == "|3"


def test_no_language_stays_in_what_was_compiled(templates: Environment) -> None:
    made = templates.from_string("{{ 'detained'|plainly }} {{ 12000|number }} {{ _('People') }}")
    with translation.override("ru"):
        russian = made.render()
    assert made.render() == "detained 12,000 People"
    assert not set(russian.split()) & {"detained", "12,000", "People"}


def test_no_words_are_none_in_every_language(templates: Environment) -> None:
    made = templates.from_string("|{{ _('') }}|{{ _(nothing) }}|")
    for language in ("en", "ru"):
        with translation.override(language):
            assert made.render(nothing="") == "|||"


def test_several_stand_in_a_row_with_the_comma_of_the_language(templates: Environment) -> None:
    made = templates.from_string("{{ [name, mark, 'x']|in_a_row }}{{ []|in_a_row }}")
    assert made.render(name=ODD, mark=SafeString("<i>x</i>")) == f"{ESCAPED}, <i>x</i>, x"
    with translation.override("fa"):
        assert made.render(name=ODD, mark=SafeString("<i>x</i>")) == f"{ESCAPED}، <i>x</i>، x"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_filters_that_exist_and_no_words_but_its_own(templates: Environment, path: Path) -> None:
    read = templates.parse(path.read_text(encoding="utf-8"))
    assert {one.name for one in read.find_all(nodes.Filter)} <= templates.filters.keys()
    assert {one.name for one in read.find_all(nodes.Test)} <= {"none"}
    assert list(said_from_a_variable(read)) == []
    assert list(left_in_english(read)) == []


@pytest.mark.parametrize("source", ["{{ _(x) }}", "{{ gettext(x) }}", "{{ ngettext('a', x, 2) }}"])
def test_words_in_a_variable_are_found(templates: Environment, source: str) -> None:
    assert list(said_from_a_variable(templates.parse(source))) == [1]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ fields.name('issuer', value, 'anybody') }}", [1]),
        ("{{ fields.name('who is it', value) }}", [1]),
        ("{{ fields.day('as_of', value, stop='on') }}", [1]),
        ("{% from 'claims_of.html' import claims_of with context %}{{ claims_of(claims, 'them') }}", [1]),
        ("{% with caption='Who is on both' %}{% endwith %}", [1]),
        ("{% set caption = 'Who is on both' %}", [1]),
        ("{{ fields.name('issuer', value, _('anybody'), stop='.') }}{{ url('person') }}", []),
    ],
)
def test_words_that_nobody_translates_are_found(templates: Environment, source: str, found: list[int]) -> None:
    assert list(left_in_english(templates.parse("{% import 'fields.html' as fields %}" + source))) == found


def said_from_a_variable(read: nodes.Template) -> Iterator[int]:
    """The lines in which words to translate are in a variable: those are said by `tell`."""
    for call in read.find_all(nodes.Call):
        forms = TRANSLATES.get(call.node.name, 0) if isinstance(call.node, nodes.Name) else 0
        if not all(isinstance(one, nodes.Const) for one in call.args[:forms]):
            yield call.lineno


def left_in_english(read: nodes.Template) -> Iterator[int]:
    """The lines in which a macro or a name of the template's own is given words, not the name of a field."""
    of_files = {one.target for one in read.find_all(nodes.Import)}
    macros = {one.name for one in read.find_all(nodes.Macro)}
    for each in read.find_all(nodes.FromImport):
        macros |= {name if isinstance(name, str) else name[1] for name in each.names}
    for call in read.find_all(nodes.Call):
        said = [*call.args, *(one.value for one in call.kwargs)]
        if isinstance(call.node, nodes.Getattr) and getattr(call.node.node, "name", "") in of_files:
            yield from (one.lineno for one in said if is_words(one) and not (one is said[0] and is_field(one)))
        elif isinstance(call.node, nodes.Name) and call.node.name in macros:
            yield from (one.lineno for one in said if is_words(one))
    given: list[nodes.Node] = [one for each in read.find_all(nodes.With) for one in each.values]
    given += [each.node for each in read.find_all(nodes.Assign)]
    yield from (one.lineno for one in given if is_words(one))


def is_words(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Const) and isinstance(node.value, str) and re.search(r"[^\W\d_]", node.value) is not None
    )


def is_field(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and re.fullmatch("[a-z_]+", node.value) is not None
