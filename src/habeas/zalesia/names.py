"""Names that are nobody's: put together from parts that mean nothing, in Latin and in Cyrillic letters.

The Interior Ministry writes the family name first, in capitals, by a romanisation of its own.
"""

from .dice import Dice

MEN = (
    *("Adryn", "Bezmar", "Valud", "Horast", "Drahun", "Zhyvun", "Yarul", "Kastyn", "Lubarn"),
    *("Myrel", "Navust", "Olhard", "Pervun", "Radust", "Senyar", "Tavel", "Urhan", "Faryn"),
    *("Khadul", "Tsimar", "Charun", "Shadul", "Arvel", "Brasul"),
)
WOMEN = (
    *("Alvyna", "Brynela", "Vesara", "Halduna", "Darvena", "Zhalyra", "Yarvela", "Kalvyna", "Lyudara"),
    *("Myrvena", "Navela", "Olduna", "Pelyna", "Rasvena", "Selvyra", "Taluna", "Ulvena", "Farela"),
    *("Khalyna", "Tsvyra", "Charvena", "Shalyra", "Ardena", "Belvyna"),
)
FIRST = (
    *("Bar", "Vyel", "Hor", "Drav", "Zhul", "Zan", "Kal", "Kresh", "Lut"),
    *("Mor", "Nyar", "Ost", "Plav", "Rud", "Serv", "Tyul", "Ukh", "Fast"),
    *("Khrad", "Tsal", "Chuv", "Sholk", "Skarv", "Brud", "Vost", "Hlad", "Dzyar"),
    *("Klym", "Smal", "Trud"),
)
LAST = (
    *("ota", "uk", "evich", "anda", "yla", "arny", "ostka", "und", "enya"),
    *("utsky", "ava", "orsh", "iltsa", "emny", "aty", "ush", "elka", "orda"),
    *("ynich", "asty"),
)

_PAIRS = {"shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ya": "я", "ye": "е"}
_LETTERS = dict(zip("abvhdezyklmnoprstufigj", "абвгдезыклмнопрстуфігй", strict=True))
_OFFICIAL = (("Zh", "Ž"), ("zh", "ž"), ("Kh", "H"), ("kh", "h"), ("Ts", "C"), ("ts", "c"))
_OFFICIAL_MORE = (("Ch", "Č"), ("ch", "č"), ("Sh", "Š"), ("sh", "š"), ("Ya", "Ja"), ("ya", "ia"), ("yu", "iu"))


def drawn(dice: Dice, sex: str) -> str:
    """A given name and a family name."""
    return f"{dice.one(MEN if sex == 'm' else WOMEN)} {dice.one(FIRST)}{dice.one(LAST)}"


def cyrillic(name: str) -> str:
    """The same name in Cyrillic letters."""
    return " ".join(_word(word) for word in name.split())


def official(name: str) -> str:
    """The same name as the ministry writes it: "ŽULOTA Valud"."""
    for latin, other in (*_OFFICIAL, *_OFFICIAL_MORE):
        name = name.replace(latin, other)
    given, _, family = name.partition(" ")
    return f"{family.upper()} {given}"


def _word(word: str) -> str:
    left, made = word.lower(), ""
    while left:
        pair = next((one for one in _PAIRS if left.startswith(one)), left[0])
        made += _PAIRS.get(pair) or _LETTERS[pair]
        left = left[len(pair) :]
    return made.capitalize()
