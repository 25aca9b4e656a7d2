"""What may stand in an address of the API: each parameter with what it means; any other is refused."""

from typing import Annotated

from ninja import Schema
from pydantic import Field

from habeas.claims.vocabulary import AttributionKind, ClaimType, Modality, Topic

MOST = 200

Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"})]


class Asked(Schema):
    """What every address takes."""

    at: str | None = Field(None, description="The log entry up to which the register is read: SEQ-HASH.")


class TallyAsked(Asked):
    """The days of a count."""

    as_of: Day | None = Field(None, description="The day asked about; the latest that a tally speaks of without it.")
    known_on: Day | None = Field(None, description="What was known by this day; today without it.")


class Paged(Asked):
    """One page of many."""

    limit: int = Field(MOST, ge=1, le=MOST, description="How many to give.")
    after: int = Field(0, ge=0, lt=10**15, description="`next` of the page before.")


class FiguresAsked(Paged):
    """Stated figures."""

    known_on: Day | None = Field(None, description="Known by this day.")


class ClaimsAsked(Paged):
    """Conditions on claims; every one that is given must hold."""

    text: str | None = Field(None, description="Words, in any script, in the statement or the names.")
    subject: str | None = Field(None, description="A name, or a part of one, of somebody who takes part.")
    speaker: str | None = Field(None, description="A name of an agent anywhere in the chain of speakers.")
    kind: AttributionKind | None = Field(None, description="A kind of attribution.")
    topic: Topic | None = Field(None, description="A topic.")
    type: ClaimType | None = Field(None, description="A claim type.")
    modality: Modality | None = Field(None, description="A modality.")
    document: str | None = Field(None, description="The document it was read in, by SHA-256 or id.")
    valid_from: Day | None = Field(None, description="The first day it may speak of.")
    valid_to: Day | None = Field(None, description="The last day it may speak of.")
    known_from: Day | None = Field(None, description="Known on this day or later.")
    known_on: Day | None = Field(None, description="Known by this day.")
    claim: list[str] = Field([], description="One claim by its id; may be given again.")


class DocumentsAsked(Asked):
    """Documents."""

    limit: int = Field(MOST, ge=1, le=MOST, description="How many to give.")
    after: str | None = Field(None, description="`next` of the page before.")


class DocumentAsked(Asked):
    """One document with its claims."""

    after: int = Field(0, ge=0, lt=10**15, description="`next` of the page before.")


class Problem(Schema):
    """What cannot be answered: a sentence that says what to do, and the parameter that it is about, if one is."""

    error: str
    parameter: str | None = None
