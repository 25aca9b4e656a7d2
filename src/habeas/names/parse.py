"""A name parsed into its parts, in whatever order they stand and whatever script they are in.

`parse` never fails and loses nothing: each word of the original is in one part, as it was written, and what cannot be
told is `loose`. Nothing is added: what a bracket leaves out (Anna Kowalska, née Nowak) is filled in by `readings` only.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from habeas.names.endings import female_ending
from habeas.names.given import gender_of_given, given_class
from habeas.names.parts.arrange import arrange
from habeas.names.parts.cut import Other, Word, cut, cut_flat
from habeas.names.parts.east import cut_east
from habeas.names.parts.lists import endings, folded, listed, phrases
from habeas.names.parts.parts import Part
from habeas.names.parts.patronymic import made_as_patronymic, made_bulgarian, made_icelandic, made_turkic
from habeas.names.parts.titles import mark_titles

Gender = Literal["female", "male"]
MARKERS = ("born", "married", "also")
LONGEST = 250  # characters of a name
SAFE_MARKER = 3  # letters: a shorter one in the open ("ur") needs its full stop


class Parsed(NamedTuple):
    """A name in its parts; each part is words as written, in the order written.

    `titles` holds what is no name: Dr, Jr., III, née. `loose` holds words whose part is not known. `others` are other
    forms of the name (brackets, quotes, née, alias) with only the words that stand there.
    """

    original: str
    given: tuple[str, ...] = ()
    patronymic: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    others: tuple["Parsed", ...] = ()


@lru_cache(maxsize=1 << 16)
def parse(name: str) -> Parsed:
    """`name` in its parts. Any string is taken; the empty one has none, and in one too long for a name all is loose."""
    if len(name) > LONGEST:
        return Parsed(name, loose=tuple(word.text for word in cut_flat(name)))
    words, others = cut(name)
    words, late = _after_marker(words)
    told = (*others, *late)
    return _parsed(name, words, tuple([one for other in told for one in _flat(_parsed_other(other))]))


def readings(parsed: Parsed) -> tuple[Parsed, ...]:
    """Every full form of the name: the main one, and each other with what it leaves out taken from the main one."""
    return (parsed, *(_filled(other, parsed) for other in parsed.others))


def gender(parsed: Parsed) -> Gender | None:
    """What the patronymic, else the given names, the form of address or the surname's ending say; None if none does."""
    of_names = _of_patronymic(parsed) or _of_words(parsed.given) or _of_words(parsed.loose[:1])
    return of_names or _of_address(parsed) or _of_surname(parsed)


def generation(parsed: Parsed) -> str:
    """ "junior", "senior" or a numeral in small letters, as a title behind the name has it; "" if none does."""
    in_front = parsed.titles[:1] if parsed.titles and parsed.original.lstrip().startswith(parsed.titles[0]) else ()
    for title in map(folded, parsed.titles[len(in_front) :]):
        for kind in ("junior", "senior"):
            if title in listed("titles", kind):
                return kind
        if title in listed("titles", "numerals"):
            return title
    return ""


def _parsed(name: str, words: Sequence[Word], others: tuple[Parsed, ...], nickname: bool = False) -> Parsed:
    parts: dict[Part, list[str]] = {}
    east = cut_east(words)
    marked = mark_titles(words)
    for word, part in east or zip(words, arrange(words, marked, nickname), strict=True):
        parts.setdefault(part, []).append(word.text)
    kept = {part: tuple(words) for part, words in parts.items()}
    return Parsed(name, **kept, others=others)


def _parsed_other(other: Other) -> Parsed:
    """Another form: "née Nowak" is a surname, "Саша" in quotes a given name, the rest a name like any."""
    words, inner = cut(other.text)
    length, kind = _marker_at(words, 0)
    others = tuple(one for more in inner for one in _flat(_parsed_other(more)))
    if not length:
        words, late = _after_marker(words)
        more = tuple(one for form in late for one in _flat(_parsed_other(form)))
        return _parsed(other.text, words, (*others, *more), nickname=other.quoted)
    rest = words[length:]
    told = _parsed(other.text, rest, others, nickname=kind == "also")
    if len(rest) == 1 and kind != "also":
        told = Parsed(other.text, surname=(rest[0].text,), others=others)
    return told._replace(titles=(*(word.text for word in words[:length]), *told.titles))


def _flat(parsed: Parsed) -> tuple[Parsed, ...]:
    return (parsed._replace(others=()), *parsed.others)


def _after_marker(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Other, ...]]:
    """The words before "née", "по мужу", "alias", and as another form what follows, up to the next comma or marker."""
    for place in range(1, len(words) - 1):
        length, _ = _marker_at(words, place)
        if length and place + length < len(words) and _plain(words[place : place + length]):
            end = _end_of_marked(words, place, length)
            before, late = _after_marker((*words[:place], *words[end:]))
            told = Other(" ".join(word.text for word in words[place:end]), False)
            return before, (told, *late)
    return words, ()


def _end_of_marked(words: Sequence[Word], place: int, length: int) -> int:
    first = place + length
    commas = words[first].after_commas
    return next((at for at in range(first + 1, len(words)) if words[at].after_commas != commas), len(words))


def _plain(marker: Sequence[Word]) -> bool:
    """Not a short word that could be a name: "ур." is a marker, "Ur" is not."""
    return marker[0].dotted or sum(len(word.text) for word in marker) >= SAFE_MARKER


def _marker_at(words: Sequence[Word], place: int) -> tuple[int, str]:
    """How many words at `place` are a marker, the longest there is, and of which kind."""
    here = tuple(word.folded for word in words[place : place + 3])
    for length in range(len(here), 0, -1):
        for kind in MARKERS:
            if here[:length] in phrases("markers", kind):
                return length, kind
    return 0, ""


def _filled(other: Parsed, main: Parsed) -> Parsed:
    """A nickname takes the main surname, a maiden name the main given name; a whole name takes nothing."""
    if other.loose and not (other.given or other.surname):
        return other
    return other._replace(
        given=other.given or main.given,
        patronymic=other.patronymic or main.patronymic,
        surname=other.surname or main.surname,
        initials=other.initials or (() if other.given else main.initials),
        loose=other.loose or (main.loose if not other.surname else ()),
    )


def _of_patronymic(parsed: Parsed) -> Gender | None:
    for word in parsed.patronymic:
        made = made_as_patronymic(word)
        said = made.gender if made else made_bulgarian(word) or made_turkic(word) or made_icelandic(word, "ð")
        if folded(word) in listed("particles", "father") | listed("particles", "son"):
            said = "female" if folded(word) in listed("particles", "daughter") else "male"
        if said:
            return "female" if said == "female" else "male"
    return None


def _of_words(words: tuple[str, ...]) -> Gender | None:
    said = {gender_of_given(word) for word in words if given_class(word)}
    if said == {"female"} or said == {"female", None}:
        return "female"
    return "male" if said in ({"male"}, {"male", None}) else None


def _of_address(parsed: Parsed) -> Gender | None:
    titles = set(map(folded, parsed.titles))
    if not titles:
        return None
    woman, man = (not titles.isdisjoint(listed("titles", whose)) for whose in ("woman", "man"))
    return None if woman == man else "female" if woman else "male"


def _of_surname(parsed: Parsed) -> Gender | None:
    words = (*parsed.surname, *parsed.loose)
    if any(map(female_ending, words)):
        return "female"
    return "male" if any(word.lower().endswith(endings("surnames", "of_men")) for word in words) else None
