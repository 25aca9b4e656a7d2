"""What a person can type or set is in the documentation: commands, options, settings and addresses."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from typer.main import get_group

from habeas.cli.main import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TOLD = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
READS_SETTINGS = [*sorted((ROOT / "src").rglob("*.py")), ROOT / "run"]
SETTINGS = sorted(
    {name for file in READS_SETTINGS for name in re.findall(r"\bHABEAS_[A-Z_]+\b", file.read_text("utf-8"))}
)
COMMANDS = get_group(app).commands
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for parameter in command.params
    for option in (*parameter.opts, *parameter.secondary_opts)
    if option.startswith("-")
]


GUIDE = sorted(page.name for page in (ROOT / "docs" / "guide").glob("*.md"))


def section(command: str) -> str:
    """What the page of commands says of one command."""
    page = (ROOT / "docs" / "guide" / "commands.md").read_text(encoding="utf-8")
    return page.partition(f"## habeas {command}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_documented(command: str) -> None:
    assert section(command)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_an_option_is_documented(command: str, option: str) -> None:
    assert re.search(rf"`{option}[` ]", section(command))


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_is_documented(setting: str) -> None:
    assert f"`{setting}`" in TOLD, "say in docs/guide/settings.md what it does"


def addresses(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address of the site, what varies in it as {}."""
    for one in resolver.url_patterns:
        here = before + re.sub(r"<[^>]*>", "{}", str(one.pattern))
        if isinstance(one, URLPattern):
            yield here
        else:
            yield from addresses(one, here)


def documented_addresses() -> set[str]:
    """Every address in backticks in the documentation: `/claims/{id}`, `GET /api/claims?text=WORD`."""
    found = re.findall(r"`(?:GET )?(/[^`\s?]*)", TOLD)
    return {re.sub(r"\{[^}]*\}|<[^>]*>", "{}", address) for address in found}


def test_every_address_is_documented() -> None:
    assert sorted(set(addresses(get_resolver())) - documented_addresses()) == []


@pytest.mark.parametrize("page", GUIDE)
def test_the_readme_leads_to_every_page_of_the_guide(page: str) -> None:
    assert f"](docs/guide/{page})" in PAGES[0].read_text(encoding="utf-8")
