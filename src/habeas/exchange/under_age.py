"""Who is or may be under age, by a date of birth and the day of a list: one rule for every way in. In doubt they are.

Source: Convention on the Rights of the Child, article 1.
"""

from datetime import date

from habeas.claims.when import DateError, When, parse_edtf

OF_AGE = 18  # years


def may_be_under_age(born: str, as_of: When | None, today: date) -> bool:
    """Whether somebody born then (EDTF) may be under 18 on the day of the list, or today where the list has no day.

    Of whom nothing is said ("") nobody knows it; what cannot be read is doubt.
    """
    if not born:
        return False
    try:
        last = parse_edtf(born).latest
    except DateError:
        return True
    day = as_of.latest if as_of and as_of.latest else today
    return last is None or (last.year + OF_AGE, last.month, last.day) > (day.year, day.month, day.day)
