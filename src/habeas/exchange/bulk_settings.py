"""How Splink is to compare the prepared columns: the same settings on DuckDB and on Spark.

What agreeing and differing weigh is set here and not trained: the same lists give the same weights, whatever else is
linked beside them. Nothing but equality, order and edit distance is asked of the database, so that every one gives the
same answer. Needs Splink (Linacre et al. 2022, the model of Fellegi and Sunter 1969).
"""

from typing import TYPE_CHECKING, Any, Literal

from habeas.linkage.columns import DAYS

if TYPE_CHECKING:
    from splink import SettingsCreator

PRIOR = 0.0001  # of two people who are compared, how often they are one before anything is known of them
KEPT = ("name",)
Among = Literal["link_only", "dedupe_only"]


def settings(among: Among) -> "SettingsCreator":
    """The settings for two lists and more (`link_only`), or for who stands on one list twice (`dedupe_only`)."""
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type=among,
        unique_id_column_name="id",
        probability_two_random_records_match=PRIOR,
        comparisons=[_name(), _equal("given", 0.8, 0.05), _equal("sex", 0.98, 0.55), *map(_days, DAYS)],
        blocking_rules_to_generate_predictions=[
            block_on("keys", arrays_to_explode=["keys"]),
            *(block_on(f"{what}_day", "given") for what in DAYS),
        ],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
        additional_columns_to_retain=list(KEPT),
    )


def _name() -> Any:
    """One sound of every word; nearly so; the same bones; another name."""
    from splink import comparison_level_library as levels
    from splink import comparison_library as library

    return library.CustomComparison(
        output_column_name="sound",
        comparison_levels=[
            levels.NullLevel("sound"),
            levels.ExactMatchLevel("sound").configure(m_probability=0.6, u_probability=0.0001),
            levels.LevenshteinLevel("sound", 2).configure(m_probability=0.2, u_probability=0.0005),
            levels.ExactMatchLevel("bones").configure(m_probability=0.12, u_probability=0.001),
            levels.ElseLevel().configure(m_probability=0.08, u_probability=0.9984),
        ],
    )


def _equal(column: str, agrees: float, by_chance: float) -> Any:
    from splink import comparison_level_library as levels
    from splink import comparison_library as library

    return library.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            levels.NullLevel(column),
            levels.ExactMatchLevel(column).configure(m_probability=agrees, u_probability=by_chance),
            levels.ElseLevel().configure(m_probability=1 - agrees, u_probability=1 - by_chance),
        ],
    )


def _days(what: str) -> Any:
    """One day; intervals that have a day in common; apart. Days are texts, whose order is that of the calendar."""
    from splink import comparison_level_library as levels
    from splink import comparison_library as library

    ends = [f"{what}_{end}_{side}" for end in ("first", "last") for side in ("l", "r")]
    first_l, first_r, last_l, last_r = ends
    return library.CustomComparison(
        output_column_name=what,
        comparison_levels=[
            levels.CustomLevel(" OR ".join(f"{end} IS NULL" for end in ends)).configure(is_null_level=True),
            levels.CustomLevel(
                f"{first_l} = {last_l} AND {first_r} = {last_r} AND {first_l} = {first_r}", "one day"
            ).configure(m_probability=0.8, u_probability=0.001),
            levels.CustomLevel(f"{first_l} <= {last_r} AND {first_r} <= {last_l}", "may be one day").configure(
                m_probability=0.12, u_probability=0.03
            ),
            levels.ElseLevel().configure(m_probability=0.08, u_probability=0.969),
        ],
    )
