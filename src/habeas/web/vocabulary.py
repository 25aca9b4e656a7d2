"""Words of the vocabulary that a page says otherwise than the record writes them, each marked to be translated."""

from habeas.claims.wording import form

COMPARATORS = {
    ">": form("more than"),
    ">=": form("at least"),
    "<": form("fewer than"),
    "<=": form("at most"),
    "~": form("about"),
    "=": "",
}
RELIABLE = {
    "A": form("reliable"),
    "B": form("usually reliable"),
    "C": form("fairly reliable"),
    "D": form("not usually reliable"),
    "E": form("unreliable"),
    "F": form("not judged"),
}
CREDIBLE = {
    "1": form("confirmed"),
    "2": form("probably true"),
    "3": form("possibly true"),
    "4": form("doubtful"),
    "5": form("improbable"),
    "6": form("not judged"),
}
TIES = {
    "contradicts": form("disagrees with"),
    "supports": form("supports"),
    "supported_by": form("supported by"),
    "repeats": form("repeats"),
    "repeated_by": form("repeated by"),
    "corrects": form("corrects"),
    "corrected_by": form("corrected by"),
}
STATES = {
    "police": form("in police custody"),
    "pretrial": form("awaiting or on trial"),
    "serving": form("serving a sentence"),
    "home": form("confined at home"),
    "restricted": form("under restrictions"),
    "unknown": form("in custody, not said how"),
}
BASES = {
    "published": form("the day on which it was published"),
    "added": form("the day on which the row was added"),
    "list": form("the day of the list"),
    "assumed": form("assumed"),
}
