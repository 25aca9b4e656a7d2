"""The readings of a Latin word by the spelling of each language, by trying every key at every place: slow, obvious."""

from itertools import groupby, product

from habeas.names.sounds.rewrite import table

SPELLINGS = {
    "english": ("english",),
    "german": ("german",),
    "french": ("french",),
    "southern": ("southern",),
    "iberian": ("iberian",),
    "hungarian": ("hungarian",),
    "turkish": ("turkish",),
    "pinyin": ("pinyin",),
    "nonrhotic": ("english", "nonrhotic"),
    "baltic": ("slavic", "baltic"),
}


def readings(word: str) -> list[str]:
    """Readings of a word of lower-case letters that the table has; the first is Slavic."""
    signs = table("latin")["signs"]
    first = _read(word, ("slavic",))
    return [
        first,
        *(
            _read(word, sections) if any(sign in f"^{word}$" for sign in signs[name].split()) else first
            for name, sections in SPELLINGS.items()
        ),
    ]


def _read(word: str, sections: tuple[str, ...]) -> str:
    rules: dict[str, tuple[int, str]] = {}
    for section in ("letters", *sections):
        for written, sound in table("latin")[section].items():
            key, *following = written.split("|")
            rules |= {key + "".join(after): (len(key), sound) for after in product(*following)}
    rest, heard = f"^{word}$", ""
    while rest:
        fitting = max((key for key in rules if rest.startswith(key)), key=len, default="")
        consumed, sound = rules.get(fitting, (1, ""))
        rest, heard = rest[consumed:], heard + sound
    return "".join(one for one, _ in groupby(heard))
