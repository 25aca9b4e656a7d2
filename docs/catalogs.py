"""The catalogues of words: every string that a page may say is collected from its source, for translators to translate.

`./run words` writes `src/habeas/web/locale/<language>/LC_MESSAGES/django.po` again: what is new stands there without a
translation, what is gone is kept as obsolete. Then it compiles them. Strings come from three places: the templates, the
modules (`tell`, `say` and their like), and the vocabulary, whose words are collected from the enumerations themselves.
"""

import io
import pkgutil
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.template import engines

from habeas.web import languages

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "habeas"
LOCALE = SOURCE / "web" / "locale"
TEMPLATES = SOURCE / "web" / "templates"
ROOMS = ("claims", "names", "custody", "tally", "linkage", "measures", "bargain", "market", "answers", "web")
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("form", "words_form", "gettext", "say", "tell", "tell_html"), None),
    **dict.fromkeys(("forms", "say_many", "tell_many"), (1, 2)),
}
# The modules that word the pages of `languages.WHOLE`, what all pages show, and errors.
MODULES = {
    "answers": (
        "counted_by",
        "divisions",
        "footing",
        "people_counted",
        "plain",
        "person_page",
        "public",
        "tally",
        "told",
        "words",
    ),
    "claims": ("act", "row_sentence", "vocabulary", "when"),
    "tally": ("lens", "rule"),
    "web": (
        *(
            "change_words",
            "chart",
            "chart_words",
            "cited",
            "claim_links",
            "claims",
            "custody_chart",
            "documents",
            "errors",
            "finding",
        ),
        *("framed", "front", "known_days", "opening", "page", "people", "people_counted"),
        *("picture", "question", "scripts", "tongue", "vocabulary", "words"),
    ),
}
MEANINGS = "claims/act.py: meanings"  # of acts: the page of a claim tells them
DEMONSTRATIONS = ("belarus", "zalesia")  # their rules and lenses come with the program, and are said in every language
ERRORS = ("400", "404", "500", "embed")
_OF_NOBODY = (
    rb"POT-Creation-Date|PO-Revision-Date|Project-Id-Version|Report-Msgid-Bugs-To|Last-Translator|Language-Team"
)
_NO_DAY = datetime(
    2026, 11, 30, tzinfo=UTC
)  # in what is compiled a day must stand, and it changes with the words alone
_SHOWS = re.compile(r'{% (?:extends|include|import|from) "([^"]+)"')
_SAYS = re.compile(r"[^\W\d_]|[,;%“]")  # a letter, or a mark that languages have otherwise
Said = tuple[str | tuple[str, str], str]  # the words, or one and more of them, and where they stand


def whole() -> frozenset[str]:
    """Where the strings stand of the pages that every language has whole: their modules and every template shown."""
    modules = {f"{room}/{name}.py" for room, names in MODULES.items() for name in names}
    shown, found = [f"{view}.html" for view in (*languages.WHOLE, *ERRORS)], set[str]()
    while shown:
        name = shown.pop()
        if name not in found:
            found.add(name)
            shown += _SHOWS.findall((TEMPLATES / name).read_text(encoding="utf-8"))
    return frozenset(modules | {MEANINGS, *map(_rules, DEMONSTRATIONS)} | {f"web/templates/{name}" for name in found})


def messages() -> Catalog:
    """Every string that a page may say, with the files that it stands in."""
    django.setup()
    found = Catalog(project="habeas", header_comment="# Words of the pages of habeas.", fuzzy=False)
    for words, place in sorted(
        {*_of_templates(), *_of_modules(), *_of_vocabulary(), *_of_demonstrations()}, key=_order
    ):
        text = words if isinstance(words, str) else " ".join(words)
        if _SAYS.search(re.sub(r"\{[^{}]*\}|%\([^)]*\)s|<[^>]*>|&\w+;", "", text)):
            found.add(words, locations=[(place, None)] if place else ())  # type: ignore[list-item] # no line numbers
    return found


def catalogue(language: str, of: Catalog) -> Catalog:
    """The catalogue of a language, brought up to date with what is said."""
    path = po(language)
    kept = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    kept.update(of, no_fuzzy_matching=True, update_header_comment=True)
    kept.fuzzy = False
    kept.creation_date = kept.revision_date = _NO_DAY
    return kept


def is_translated(one: Message) -> bool:
    """Whether a message is, in every form that the language has of it."""
    return bool(one.string) if isinstance(one.string, str) else bool(one.string) and all(one.string or ())


def po(language: str) -> Path:
    """Where the catalogue of a language is."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def as_po(found: Catalog) -> bytes:
    """A catalogue as translators edit it; without the days on which it was made, so that it changes with its words."""
    text = io.BytesIO()
    write_po(text, found, width=110, sort_output=True)
    return re.sub(rb'^"(%s):.*\n' % _OF_NOBODY, b"", text.getvalue(), flags=re.MULTILINE)


def as_mo(found: Catalog) -> bytes:
    """A catalogue as the pages read it."""
    made = io.BytesIO()
    write_mo(made, found)
    return made.getvalue()


def _order(message: Said) -> tuple[str, str]:
    words, place = message
    return place, words if isinstance(words, str) else words[0]


def _of_templates() -> Iterator[Said]:
    extracted = engines["jinja2"].env.extract_translations  # type: ignore[attr-defined]
    for path in sorted(TEMPLATES.glob("*.html")):
        for _, _, words in extracted(path.read_text(encoding="utf-8")):
            one, *more = [words] if isinstance(words, str) else filter(None, words)  # parts that are put in are None
            yield (one, *more) if more else one, f"web/templates/{path.name}"


def _of_modules() -> Iterator[Said]:
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            with path.open("rb") as file:
                for _, words, _, _ in extract("python", file, keywords=KEYWORDS):
                    yield (words if isinstance(words, str) else (words[0], words[1])), f"{path.relative_to(SOURCE)}"


def _of_vocabulary() -> Iterator[Said]:
    """The words of every enumeration, as they are read, and what the tables of the pure rooms say of them."""
    from habeas.answers.words import Words
    from habeas.claims.act import ACTS

    for room in ROOMS[:-2]:
        package = import_module(f"habeas.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for kind in vars(import_module(module.name)).values():
                if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum:
                    place = f"{kind.__module__.removeprefix('habeas.').replace('.', '/')}.py"
                    yield from ((str(one).replace("_", " "), place) for one in kind)
    yield from ((str(one), "answers/words.py") for one in Words)
    yield from ((row.meaning, MEANINGS) for row in ACTS.values())


def _of_demonstrations() -> Iterator[Said]:
    """The names and sentences of the rules and lenses that the demonstrations have, and what they say of themselves."""
    from habeas.cli.demo_zalesia import INVENTED, KEEPER

    yield from ((words, _rules("zalesia")) for words in (INVENTED, *KEEPER.values()))
    for place in map(_rules, DEMONSTRATIONS):
        read = tomllib.loads((ROOT / place).read_text(encoding="utf-8"))
        yield from ((one[part], place) for one in (*read["rules"], *read["lenses"]) for part in ("name", "sentence"))


def _rules(demonstration: str) -> str:
    return f"cases/{demonstration}/rules.toml"


def main() -> None:
    """Write every catalogue again, and compile it; say what is not translated yet."""
    every = messages()
    for language in languages.NAMES:
        found = catalogue(language, every)
        path = po(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(found))
        found = catalogue(language, every)  # read again, as whoever checks it does: the order may be another
        path.with_suffix(".mo").write_bytes(as_mo(found))
        told = sum(bool(one.id) and is_translated(one) for one in found)
        sys.stdout.write(f"{language}: {told} of {len(found)} strings are translated\n")


if __name__ == "__main__":
    main()
