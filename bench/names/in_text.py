"""Finding known names in text: megabytes a second of one core with 5,000 known people, and what is found and missed.

The articles are drawn from a seed, half in English and half in Russian. In each some of the known people stand, by a
label of that language, in full first and then by the surname alone, at times after a form of address, in Russian in
cases; and others who are not known.
The known have one name each, of either language. Beside it stands a regular expression of the names as written.
"""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import cycle
from time import process_time
from typing import NamedTuple

from bench.measure import Row, Task
from habeas.names.endings import inflected
from habeas.names.known import Known
from habeas.names.parse import gender, parse

from .data import people

SEED, KNOWN, UNKNOWN = 20250215, 5_000, 600
MEGABYTES, QUICK, PATIENCE = 10, 2, 0.5  # of text, and of what the peer is given
PEER = "regular expression"
SENTENCES, IN_ARTICLE, STRANGERS = 60, 6, 3
NAMED, ALONE = 0.5, 0.7  # part of sentences with a name, and of later mentions by the surname alone
FILLER = {
    "en": "the court said that after five years in custody a release was near and talks about sanctions went on while "
    "nobody was told when the list of those held would be read out in public by officials who had promised an answer",
    "ru": "суд сообщил что после пяти лет под стражей освобождение близко и переговоры о санкциях идут пока никому не "
    "сказали когда список задержанных прочтут вслух чиновники которые обещали ответ адвокатам и родным в этом городе",
}
TITLES = {"en": ("Mr.", "President", "", ""), "ru": ("господин", "министр", "", "")}
OF_WOMEN = {"Mr.": "Ms.", "господин": "госпожа"}
LANGUAGES = tuple(FILLER)

Found = tuple[int, int, tuple[str, ...]]  # start, end and candidates


class Person(NamedTuple):
    """Somebody by the label in each language: given names and surname."""

    id: str
    labels: dict[str, tuple[str, str]]


class Article(NamedTuple):
    """A text, and the surnames in it: start, end and whose, of nobody known an empty id."""

    text: str
    marks: list[tuple[int, int, str]]


def tasks(quick: bool) -> tuple[dict[str, Task], dict[str, list[Row]]]:
    """The tasks, and a table of what was found and missed."""
    chance = random.Random(SEED)
    known, strangers = cast(chance)
    names = {one.id: [" ".join(one.labels[chance.choice(sorted(one.labels))])] for one in known}
    begun = process_time()
    finder = Known(names)
    built = process_time() - begun
    articles = list(drawn(chance, known, strangers, QUICK if quick else MEGABYTES))
    size = sum(len(article.text.encode()) for article in articles) / 1e6
    begun = process_time()
    found = [[(one.start, one.end, one.known) for one in finder.find(article.text)] for article in articles]
    cold = size / (process_time() - begun)
    whole = "\n".join(article.text for article in articles)
    begun = process_time()
    finder.find(whole)
    warm = size / (process_time() - begun)
    rate, theirs = by_expression(names, articles)
    rows = [{"names in text": title, **marked(some, articles)} for title, some in (("habeas", found), (PEER, theirs))]
    return {
        "in_text": Task(cold, rate, PEER, cold / rate, "MB/s", round(size * 1e6)),
        "in_text, again": Task(warm, None, "in one piece, words remembered", None, "MB/s", round(size * 1e6)),
        "in_text, build": Task(built, None, "beside it", None, "s", KNOWN),
    }, {"in_text": rows}


def cast(chance: random.Random) -> tuple[list[Person], list[Person]]:
    """Those who are known, some of them recombined, and those who are not and share no surname with them."""
    labels: dict[str, dict[str, tuple[str, str]]] = {}
    for label in people():
        if label.lang in LANGUAGES and (named := _given_and_surname(label.name)):
            labels.setdefault(label.person, {}).setdefault(label.lang, named)
    everybody = [Person(one, its) for one, its in sorted(labels.items())]
    chance.shuffle(everybody)
    known, others = everybody[UNKNOWN:], everybody[:UNKNOWN]
    shared = {surname for one in known for _, surname in one.labels.values()}
    strangers = [one for one in others if shared.isdisjoint(surname for _, surname in one.labels.values())]
    while len(known) < KNOWN:
        one, other = chance.choice(known), chance.choice(known)
        its = {lang: (one.labels[lang][0], other.labels[lang][1]) for lang in one.labels.keys() & other.labels.keys()}
        if its:
            known.append(Person(f"recombined {len(known)}", its))
    return known[:KNOWN], strangers


def drawn(
    chance: random.Random,
    known: Sequence[Person],
    strangers: Sequence[Person],
    megabytes: float,
    languages: Sequence[str] = LANGUAGES,
) -> Iterator[Article]:
    """Articles, as many as make up the megabytes, in the languages by turns."""
    size, ids = 0, {one.id for one in known}
    by = {some: [[one for one in those if some in one.labels] for those in (known, strangers)] for some in languages}
    for language in cycle(languages):
        if size >= megabytes * 1e6:
            return
        those, others = by[language]
        article = _article(chance, language, chance.sample(those, IN_ARTICLE) + chance.sample(others, STRANGERS), ids)
        size += len(article.text.encode())
        yield article


def _article(chance: random.Random, language: str, cast_here: list[Person], known: set[str]) -> Article:
    filler, text, marks, told = FILLER[language].split(), "", list[tuple[int, int, str]](), set[str]()
    for _ in range(SENTENCES):
        sentence = chance.choices(filler, k=chance.randint(6, 20))
        sentence[0] = sentence[0].capitalize()
        text += " ".join(sentence)
        if chance.random() < NAMED:
            one = chance.choice(cast_here)
            before, surname = _name(chance, language, one, one.id not in told)
            told.add(one.id)
            text += " " + before
            marks.append((len(text), len(text) + len(surname), one.id if one.id in known else ""))
            text += surname
        text += chance.choice((". ", ". ", ".\n"))
    return Article(text, marks)


def _name(chance: random.Random, language: str, one: Person, first: bool) -> tuple[str, str]:
    """What stands before the surname, and the surname, in Russian often in another case."""
    given, surname = one.labels[language]
    if language == "ru" and chance.random() < ALONE:
        surname = chance.choice(inflected(surname, frozenset(("ru",))))
    if first or chance.random() > ALONE:
        return f"{given} ", surname
    title = chance.choice(TITLES[language])
    if gender(parse(" ".join(one.labels[language]))) == "female":
        title = OF_WOMEN.get(title, title)
    return f"{title} " if title else "", surname


def by_expression(names: dict[str, list[str]], articles: Sequence[Article]) -> tuple[float, list[list[Found]]]:
    """Megabytes a second, and what is found, by one regular expression of all names and surnames as written."""
    owners: dict[str, list[str]] = {}
    for one, (name,) in names.items():
        for spelling in (name, name.split()[-1]):
            owners.setdefault(spelling, []).append(one)
    longest = sorted(owners, key=len, reverse=True)
    expression = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
    found: list[list[Found]] = []
    size, begun = 0.0, process_time()
    for article in articles:
        found.append([(one.start(), one.end(), tuple(owners[one[0]])) for one in expression.finditer(article.text)])
        size += len(article.text.encode()) / 1e6
        if size > PATIENCE:
            break
    return size / (process_time() - begun), found


def marked(found: Sequence[Sequence[Found]], articles: Sequence[Article]) -> Row:
    """The part of mentions of the known that were found, of those found by one candidate alone, and the false ones.

    False is what is found where nobody stands or a stranger, or has not the right one among its candidates.
    """
    there = right = alone = false = every = 0
    for some, article in zip(found, articles, strict=False):
        places = {(start, end): one for start, end, one in article.marks}
        there += sum(bool(one) for one in places.values())
        every += len(some)
        for start, end, candidates in some:
            at = next((one for place, one in places.items() if start <= place[0] and place[1] <= end), "")
            right += at in candidates
            alone += candidates == (at,)
            false += at not in candidates
    return {"mentions": there, "found": right / there, "by one name": alone / there, "false": false / max(every, 1)}


def _given_and_surname(name: str) -> tuple[str, str] | None:
    parsed = parse(name)
    if len(parsed.surname) != 1 or not parsed.given or len(parsed.surname[0]) < 3:
        return None
    return " ".join(parsed.given), parsed.surname[0]
