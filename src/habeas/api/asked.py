"""What may stand in an address of the API: each parameter with what it means; any other is refused."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from habeas.answers import public
from habeas.answers.people_counted import Order
from habeas.claims.act import CustodyState
from habeas.claims.vocabulary import AttributionKind, ClaimType, FigureKind, LinkKind, Modality, Polarity, Review, Topic
from habeas.claims.when import DateError

MOST = 200


def _in_the_calendar(day: str) -> str:
    """The day as it stands; an error that says why where the calendar has none such."""
    try:
        public.calendar_day(day)
    except ValueError as error:
        why = f"; {error}" if isinstance(error, DateError) else ""
        raise PydanticCustomError("not_a_day", "this is not a day: write it as 2025-02-15{why}", {"why": why}) from None
    return day


Day = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"}),
    AfterValidator(_in_the_calendar),
]


YesOrNo = Literal["yes", "no"]
LENS_OF_RULE = Field(
    "",
    description="Whose claims are admitted, NAME or NAME@VERSION; the rule's own, else every accepted claim.",
)


class Asked(Schema):
    """What every address takes."""

    at: str | None = Field(None, description="The log entry up to which the register is read: SEQ-HASH.")


class TallyAsked(Asked):
    """The days of a count."""

    as_of: Day | None = Field(None, description="The day asked about; the latest that a tally speaks of without it.")
    known_on: Day | None = Field(None, description="What was known by this day; today without it.")
    rule: str = Field("", description="By which rule, NAME or NAME@VERSION; `held` without it.")
    lens: str = LENS_OF_RULE
    by: str = Field("", description="Divides it: by `state`, a property such as `sex`, or up to three: `sex,region`.")
    doubtful: YesOrNo = Field("no", description="`yes`: lists those alone whose bounds are open, with why.")
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the answer before: goes on with its long lists.")


class Counted(Asked):
    """By which rule and through which lens."""

    rule: str = Field("", description="By which rule, NAME or NAME@VERSION; `held` without it.")
    lens: str = LENS_OF_RULE
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the answer before: goes on with its long lists.")


class ChangesAsked(Counted):
    """The days of two figures of one rule."""

    as_of: Day | None = Field(
        None, description="The day of the earlier figure; a month before that of the later one without it."
    )
    known_on: Day | None = Field(
        None, description="Of the earlier figure, known by this day; by its own without it, where it is named."
    )
    from_at: str | None = Field(None, description="The log entry of the earlier figure; that of the later without it.")
    to_as_of: Day | None = Field(
        None,
        description="The day of the later figure; without it that of the earlier, or the latest that is spoken of.",
    )
    to_known_on: Day | None = Field(None, description="Of the later figure, known by this day; today without it.")


class Paged(Asked):
    """One page of many."""

    limit: int = Field(MOST, ge=1, le=MOST, description="How many to give.")
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the page before.")


class BargainsAsked(Paged):
    """Which bargain, as of which day, through which lens; without a name a page of them."""

    name: str = Field("", max_length=200, description="The bargain, NAME or NAME@VERSION; every one without it.")
    as_of: Day | None = Field(None, description="The day asked about; today without it.")
    known_on: Day | None = Field(None, description="What was known by this day; today without it.")
    lens: str = Field("", description="Through one lens, NAME or NAME@VERSION; those the bargain names without it.")


class CompareAsked(Counted):
    """A published figure, and by what to count beside it."""

    figure: str = Field(
        "", description="The claim that the published figure stands in, by its id; without it those there are."
    )
    rule: str = Field("", description="By which rule; its publisher's own without it, and of who is held `held`.")
    known_on: Day | None = Field(None, description="Count what was known by this day; today without it.")


FROM = Field(None, alias="from", description="The first day; without it where there is first something to see.")
TO = Field(None, alias="to", description="The last day; without it the last known day, or that of the rule.")
RULE = Field("", description="By which rule, NAME or NAME@VERSION; `held` without it.")
LENS = Field("", description="Whose claims are admitted, NAME or NAME@VERSION; every accepted claim without it.")
KNOWN_ON = Field(None, description="What was known by this day; today without it.")


class SeriesAsked(Asked):
    """The days of a series, and how its rows are made."""

    first: Day | None = FROM
    last: Day | None = TO
    known_on: Day | None = KNOWN_ON
    rule: str = RULE
    lens: str = LENS_OF_RULE
    step: Literal["day", "month"] = Field("month", description="A row for every day, or for every month.")
    by: str = Field("", description="Divides each row: by `state`, a property such as `sex`, or up to three.")
    by_known: YesOrNo = Field("no", description="`yes`: of who came or went, by the day on which it was learned.")
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the answer before: goes on with its rows.")


class RevisionsAsked(Asked):
    """The day whose figure was revised, and what else is wanted."""

    as_of: Day | None = Field(None, description="The day asked about; the latest that a tally speaks of without it.")
    known_on: Day | None = Field(None, description="Up to what was known by this day; today without it.")
    rule: str = RULE
    lens: str = LENS_OF_RULE
    surface: YesOrNo = Field("no", description="`yes`: every month's end as known at each later one, too.")
    delays: YesOrNo = Field("no", description="`yes`: how many months late each month was told of, too.")
    first: Day | None = Field(None, alias="from", description="The first day of the months; a year before the last.")
    last: Day | None = Field(
        None, alias="to", description="The last day of the months; without it the day asked about."
    )
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the answer before: goes on with its rows.")


class MeasuresAsked(Asked):
    """The days of measures, and whose."""

    as_of: Day | None = Field(None, description="The day asked about; today without it.")
    known_on: Day | None = KNOWN_ON
    target: str = Field("", description="On whom or what, as a claim writes it or as it is spelled; all without it.")
    issuer: str = Field("", description="Whose measures; everybody's without it.")
    lens: str = LENS
    word: Literal["", "eased", "licensed", "suspended", "lifted", "removed"] = Field(
        "", description="A headline's word, to be held against the instruments."
    )
    course: YesOrNo = Field("no", description="`yes`: of each standing from which day it stood how, too.")
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the answer before: goes on with its standings.")


class MarketAsked(Asked):
    """Which market, with the measures of which days, less whose."""

    name: str = Field("", description="The market, by name; the first that the register keeps without it.")
    as_of: Day | None = Field(None, description="The measures of this day; the market's own first day without it.")
    against: Day | None = Field(
        None, description="Against those of this day; without it the market's own second, or with `ease` the same day."
    )
    ease: str = Field(
        "",
        description="Whose measures are taken for ended on that day: an issuer, or ISSUER: TARGET; "
        "several with semicolons between.",
    )
    known_on: Day | None = KNOWN_ON
    lens: str = LENS


class DoorAsked(Asked):
    """The window of the revolving door."""

    first: Day | None = Field(None, alias="from", description="The first day; without both the last year of numbers.")
    last: Day | None = Field(None, alias="to", description="The last day.")
    known_on: Day | None = KNOWN_ON
    keeper: str = Field("", description="Whose numbers lead, by name; whoever published most without it.")
    lens: str = LENS
    by_known: YesOrNo = Field("no", description="`yes`: who is named here by the day on which it was learned.")


class ListsAsked(Asked):
    """Which lists are set side by side; one alone is told by itself, and without any those that there are."""

    a: str = Field("", max_length=300, description="A list: its name, words of it, or NAME@DAY for an older edition.")
    b: str = Field("", max_length=300, description="The list that is set beside it.")
    c: list[str] = Field([], description="A further list; may be given again.")
    known_on: Day | None = KNOWN_ON
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the answer before: goes on with its rows or lists.")


class ArithmeticAsked(Asked):
    """Which published numbers are tested."""

    known_on: Day | None = KNOWN_ON
    lens: str = LENS
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the answer before: goes on with its checks.")


class ClaimsAsked(Paged):
    """Conditions on claims; every one that is given must hold."""

    text: str | None = Field(None, description="Words, in any script, in the statement or the names.")
    subject: str | None = Field(None, description="A name, or a part of one, of somebody who takes part.")
    role: str | None = Field(None, description="In what role somebody takes part; with `subject`, that one does.")
    person: str | None = Field(None, description="Whom it is about, by the id of a person or of one of their records.")
    speaker: str | None = Field(None, description="A name of an agent anywhere in the chain of speakers.")
    kind: AttributionKind | None = Field(None, description="A kind of attribution.")
    topic: Topic | None = Field(None, description="A topic.")
    type: ClaimType | None = Field(None, description="A claim type.")
    modality: Modality | None = Field(None, description="A modality.")
    polarity: Polarity | None = Field(None, description="Whether it is affirmed or denied.")
    review: Review | None = Field(None, description="What a review says of it; accepted without one.")
    says: str | None = Field(
        None, description="What it says something of.", json_schema_extra={"enum": list(public.SAYS)}
    )
    linked: LinkKind | None = Field(None, description="A kind of link, from it or to it.")
    alone: Literal["yes", "no"] | None = Field(
        None, description="`yes`: no other claim supports or repeats it, nor it another; `no`: one does."
    )
    document: str | None = Field(None, description="The document it was read in, by SHA-256 or id.")
    cites: str | None = Field(None, description="A source that it cites, by id or SHA-256.")
    valid_from: Day | None = Field(None, description="The first day it may speak of.")
    valid_to: Day | None = Field(None, description="The last day it may speak of.")
    known_from: Day | None = Field(None, description="Known on this day or later.")
    known_on: Day | None = Field(None, description="Known by this day.")
    claim: list[str] = Field([], description="One claim by its id; may be given again.")


class FiguresAsked(ClaimsAsked):
    """Published figures, under the conditions on claims."""

    of: str = Field("", description="Words of what is counted: of the figure's subject and population.")
    sort: FigureKind | None = Field(None, description="A sort of number.")


class PeopleAsked(Asked):
    """Persons by name; with a rule, a day, a state or an order those whom the rule counts on that day."""

    text: str = Field(
        "", description="Words, in any script, of one of their names; near spellings are told apart, in `near`."
    )
    rule: str = Field("", description="Counted by this rule of who is held, NAME or NAME@VERSION; `held` without it.")
    as_of: Day | None = Field(None, description="Counted on this day; the latest that a tally speaks of without it.")
    known_on: Day | None = Field(None, description="What was known by this day; today without it.")
    state: CustodyState | None = Field(None, description="In this state alone.")
    order: Order | None = Field(None, description="By `name`, or by how long they were held by that day.")
    limit: int = Field(MOST, ge=1, le=MOST, description="How many to give.")
    after: str = Field("", description="`next` of the page before.")


class PersonAsked(Asked):
    """One person: the days of where they stood."""

    as_of: Day | None = Field(None, description="The day asked about; today without it.")
    known_on: Day | None = Field(None, description="What was known by this day; today without it.")


class DocumentsAsked(Asked):
    """Documents."""

    limit: int = Field(MOST, ge=1, le=MOST, description="How many to give.")
    after: str | None = Field(None, description="`next` of the page before.")


class DocumentAsked(Asked):
    """One document with its claims."""

    after: int = Field(0, ge=0, lt=10**15, description="`next` of the page before.")


class MentionsAsked(Asked):
    """The mentions in one document."""

    kind: Literal["person", "place", "body"] | None = Field(None, description="Only these.")
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the answer before.")
