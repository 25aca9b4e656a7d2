"""Lists of invented people for the tests of linkage: few names and few days, so that they collide."""

from bench.lists.trial import somebody
from hypothesis import strategies as st

from habeas.linkage.listed import Listed, joined

NAMES = ("Hanna Sokalich", "Ганна Сакаліч", "Ivan Horast", "Иван Гораст", "Pavel Zhuk", "Piotr Zhuk", "Mirela")
DAYS = ("1980-03-05", "1980-05-03", "1980", "1991-04", "")
TAKEN = ("2021-06-03", "2021-06-03/2021-06-05", "2021-06", "2021-08-30", "")


@st.composite
def lists(draw: st.DrawFn, letter: str) -> list[Listed]:
    """Up to eight rows of a list, of which some may be judged to be one person."""
    rows = []
    for place in range(draw(st.integers(0, 8))):
        acts = {"detained": draw(st.sampled_from(TAKEN)), "released": draw(st.sampled_from(("", "2022-01-10")))}
        row = somebody(
            f"{letter}{place}",
            draw(st.sampled_from(NAMES)),
            born=draw(st.sampled_from(DAYS)),
            region=draw(st.sampled_from(("", "Severets", "Zareche"))),
            **acts,
        )
        rows.append(row if draw(st.booleans()) else _of(row, f"person {draw(st.integers(0, 4))}"))
    return joined(rows)


def _of(row: Listed, person: str) -> Listed:
    """The same row, of a person by whom a judgement holds it to be."""
    return Listed(
        row.records, person, row.names, row.births, row.sexes, row.regions, row.places, row.acts, row.recognised
    )


def judged(row: Listed, person: str) -> Listed:
    """A row that live judgements hold to be of this person."""
    return _of(row, person)
