"""The templates: what is escaped, what fails, and that no language stays in what was compiled."""

from pathlib import Path

import pytest
from django.template import engines
from django.utils import translation
from django.utils.safestring import SafeString
from jinja2 import Environment, UndefinedError, nodes

from habeas import web

ODD = '<b>O\'Neil & "son"</b>'
ESCAPED = "&lt;b&gt;O&#x27;Neil &amp; &quot;son&quot;&lt;/b&gt;"
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


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_filters_that_exist_and_no_words_but_its_own(templates: Environment, path: Path) -> None:
    read = templates.parse(path.read_text(encoding="utf-8"))
    assert {one.name for one in read.find_all(nodes.Filter)} <= templates.filters.keys()
    assert {one.name for one in read.find_all(nodes.Test)} <= {"none"}
    for call in read.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "_":
            assert isinstance(call.args[0], nodes.Const), f"line {call.lineno}: what is in a variable is said by `tell`"
