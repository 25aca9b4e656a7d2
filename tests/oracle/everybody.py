"""Everybody of whom an affirmed act was known on a day, with their account: each looked at, one after the other."""

from datetime import date

from habeas.answers.accounts import Accounts
from habeas.custody.report import Account
from habeas.tally.lens import Lens


def everybody(every: Accounts, lens: Lens, day: date) -> dict[str, Account]:
    """By the id of each person."""
    found = {person: every.account(person, lens, day) for person in every.table(lens).people}
    return {person: account for person, account in found.items() if account}
