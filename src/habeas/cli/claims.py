"""`habeas claims`: what is claimed, by whom, about whom, when."""

from typing import Annotated, Any

import typer

from . import asked, show, whom
from .claim_table import print_claims
from .opening import HERE, JsonOption, RegisterOption, open_register


def claims(
    register: RegisterOption = HERE,
    subject: Annotated[str | None, typer.Option(help="A name, or a part of one, of somebody who takes part.")] = None,
    role: Annotated[str | None, typer.Option(help="A role that somebody has in it, such as harmed or met.")] = None,
    person: Annotated[
        str | None,
        typer.Option(metavar="NAME_OR_ID", help="One person whom it is about: a name, or 8 digits of an id."),
    ] = None,
    speaker: asked.SpeakerOption = None,
    kind: asked.KindOption = None,
    topic: asked.TopicOption = None,
    type_: Annotated[str | None, typer.Option("--type", help="A claim type, such as figure or denial.")] = None,
    modality: Annotated[str | None, typer.Option(help="A modality, such as asserted or hedged.")] = None,
    polarity: Annotated[str | None, typer.Option(help="Affirmed or denied.")] = None,
    review: Annotated[str | None, typer.Option(help="What a review says of it: accepted or second_look.")] = None,
    says: asked.SaysOption = None,
    linked: Annotated[str | None, typer.Option(metavar="KIND", help="A kind of link, such as contradicts.")] = None,
    alone: Annotated[bool, typer.Option("--alone", help="Only what no other claim supports or repeats.")] = False,
    valid_from: asked.ValidFromOption = None,
    valid_to: asked.ValidToOption = None,
    known_from: asked.KnownFromOption = None,
    known_on: asked.KnownOnOption = None,
    document: asked.DocumentOption = None,
    cites: Annotated[str | None, typer.Option(metavar="ID", help="A source that it cites, by id or SHA-256.")] = None,
    text: asked.TextOption = None,
    claim: Annotated[list[str] | None, typer.Option(help="One claim by its id; may be given again.")] = None,
    at: asked.AtOption = None,
    limit: asked.LimitOption = asked.MOST,
    json: JsonOption = False,
) -> None:
    """Find claims. Every condition that is given must hold; without any, all claims are printed.

    Examples:

    - `habeas claims --topic tally --speaker Viasna`

    - `habeas claims --kind anonymous --alone --json`

    - `habeas claims --topic sanctions --linked contradicts`

    - `habeas claims --text "Калеснікава" --known-on 2025-02-20`
    """
    open_register(register)
    from habeas.answers import claims as answer
    from habeas.answers import tally
    from habeas.claims import vocabulary as of
    from habeas.register import read
    from habeas.register.parts import DETAILS
    from habeas.register.query import Query

    asked.one_of(of.AttributionKind, kind, "--kind")
    asked.one_of(of.Topic, topic, "--topic")
    asked.one_of(of.ClaimType, type_, "--type")
    asked.one_of(of.Modality, modality, "--modality")
    asked.one_of(of.Polarity, polarity, "--polarity")
    asked.one_of(of.Review, review, "--review")
    asked.one_of(sorted(DETAILS), says, "--says")
    asked.one_of(of.LinkKind, linked, "--linked")
    seen = tally.view(at, of.Access.staff)
    valid = asked.span(valid_from, valid_to, "--valid")
    known = asked.span(known_from, known_on, "--known")
    query = Query(
        ids=tuple(read.whole_id(one) for one in claim or ()),
        document=asked.an_id(document, "--document"),
        subject=subject,
        role=role,
        person=whom.ids(person, seen) if person is not None else (),
        speaker=speaker,
        kind=kind,
        topic=topic,
        type=type_,
        modality=modality,
        polarity=polarity,
        review=review,
        says=says,
        linked=linked,
        alone=alone or None,
        valid_from=valid[0],
        valid_to=valid[1],
        known_from=known[0],
        known_on=known[1],
        cites=asked.an_id(cites, "--cites"),
        text=text,
    )
    found = answer.find(query, seen, limit or None)
    if json:
        show.as_json(found)
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    if not found["claims"]:
        show.line(f"the record does not say: no claim meets every condition; at {found['at']}")
        return
    print_claims(found["claims"])
    shown = f", {len(found['claims'])} shown" if len(found["claims"]) < found["count"] else ""
    show.line(f"{show.counted(found['count'], 'claim')}{shown}; at {found['at']}")
