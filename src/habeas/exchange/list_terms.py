"""What is said of a whole list, and what its columns of acts and attributes are called."""

from dataclasses import dataclass
from functools import cache

from habeas.claims.act import ACTS, Act
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import AgentSort
from habeas.claims.when import When

from .prepared import Holding
from .stretch import ActColumn

ATTRIBUTES = {"born": "birth"} | {said: said for said in ("sex", "citizenship", "region", "occupation", "identifier")}
COUNTED_BY = frozenset({"sex", "citizenship", "region", "occupation"})  # a count is divided by them
OF_AN_ACT = ("facility", "ground", "term")  # details of an act that are plain words
ARTICLES = "articles"  # of an act; several, each on a line of its own
TOLD = "@narrative"  # behind an act that the narrative of an entry tells of, beside its header


@dataclass(frozen=True, slots=True)
class ListTerms:
    """What is said of the whole list: its name, who keeps it and what sort of agent that is, its date, who vouches."""

    name: str
    keeper: str
    vouched_by: str
    date: When | None = None
    as_said: bool = False
    sort: AgentSort = AgentSort.organisation


@dataclass(frozen=True, slots=True)
class Edition:
    """The document of this edition: its SHA-256 and what is said of it, and the bytes that are held."""

    document: str
    body: Body
    holding: Holding


@cache
def act_column(column: str) -> ActColumn | None:
    """The act that a column says (`detained`, `detained.2`); None where it says something else."""
    act, _, again = column.removesuffix(TOLD).partition(".")
    if act in ACTS and (not again or again.isdecimal()):
        return ActColumn(column, Act(act), int(again) - 1 if again else 0)
    return None
