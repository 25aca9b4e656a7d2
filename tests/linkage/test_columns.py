"""The columns that a database links by: what sounds, in whatever script, and the ends of uncertain days."""

from bench.lists.trial import somebody

from habeas.linkage.columns import columns, table


def test_two_scripts_give_one_sound_one_given_name_and_a_key_in_common() -> None:
    one, other = columns(somebody("a", "Viktar Zhuk")), columns(somebody("b", "Жук Віктар"))
    for column in ("sound", "bones", "given"):
        assert one[column] == other[column]
        assert one[column]
    assert set(one["keys"] or ()) & set(other["keys"] or ())


def test_an_uncertain_day_has_two_ends_and_no_day() -> None:
    row = columns(somebody("a", "Viktar Zhuk", born="1985", detained="2021-01-04", sex="m"))
    assert (row["born_first"], row["born_last"], row["born_day"]) == ("1985-01-01", "1985-12-31", None)
    assert row["detained_first"] == row["detained_last"] == row["detained_day"] == "2021-01-04"
    assert row["sentenced_first"] is None
    assert row["sex"] == "m"


def test_every_row_has_the_same_columns_in_one_order() -> None:
    rows = table([somebody("a", "Viktar Zhuk", born="1985"), somebody("b", "李")])
    assert list(rows[0]) == list(rows[1])
