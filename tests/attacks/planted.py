"""What is not public, planted in every place that words are kept in, each place with a word that stands nowhere else.

A word is looked for as it stands and in whatever form an answer could carry it in.
"""

import base64
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, product
from pathlib import Path
from typing import Any
from urllib.parse import quote

from anyascii import anyascii

from habeas.claims import identity
from habeas.claims.vocabulary import Access, Review, WithdrawalReason
from habeas.names.fold import fold
from habeas.names.sound import sound
from habeas.register import erase, log, write
from habeas.register.draft import Draft
from habeas.register.purge import archive
from tests import zalesia
from tests.web.site import EDITOR, Stranger, enter, public_part, same

NEVER, NEVER_ID = "Wuxolyp", "9f" * 16  # a word and an id that nobody has
LATIN, CYRILLIC = "bdfghklmnprstvz", "бдфгхклмнпрств"
LEVELS = {"partners": Access.partners, "staff": Access.staff, "sealed": Access.sealed}


@dataclass
class Planted:
    """The words by where they were planted, those of them that are in the name of somebody, and the ids beside them."""

    words: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    _number: Iterator[int] = field(default_factory=lambda: count(37, 11))

    def word(self, where: str, *, cyrillic: bool = False) -> str:
        """A new word: no word of a language, and no part of another."""
        number, letters = next(self._number), CYRILLIC if cyrillic else LATIN
        vowels = "оуыао" if cyrillic else "oayuo"
        drawn = [letters[number // 14**place % 14] for place in range(3)]
        made = ("Щя" if cyrillic else "Xq") + "".join(one + vowel for one, vowel in zip(drawn, vowels, strict=False))
        made += "жь" if cyrillic else "qx"
        assert made not in self.words.values()
        self.words[where] = made
        return made

    def name(self, where: str, *, cyrillic: bool = False) -> str:
        """The name of somebody with a new word in it."""
        self.names.append(f"{self.word(where, cyrillic=cyrillic)} Koliada")
        return self.names[-1]


def plant(place: Path) -> tuple[Stranger, Planted]:
    """A register with a public part, and what is not public beside it, in it, and around it."""
    planted, stranger = Planted(), public_part(place)
    for level, access in LEVELS.items():
        _everything(planted, level, access)
    _taken_back(planted)
    _on_public_people(planted, stranger)
    _in_documents(planted)
    _of_the_house(planted, stranger)
    held = [(entry.body or "").lower() for entry in log.entries()]
    for where, word in planted.words.items():  # it is in the register, so that it could be told
        assert where in {"erased", "text"} or any(word.lower() in body for body in held), where
    _erased(planted)
    return stranger, planted


def _everything(planted: Planted, level: str, access: Access) -> None:
    """An act, a figure, a measure, an attribute, a bargain, a rule, a lens and what a keeper takes in, at one level."""
    word = planted.word
    document = identity.fingerprint(f"a document of {level}")
    said = {name: word(f"{level}: {name} of a document") for name in ("title", "publisher", "author", "citation")}
    said |= {"address": f"https://{word(f'{level}: address of a document').lower()}.example/"}
    speaker = zalesia.agent(word(f"{level}: speaker"))
    aliased = {**speaker.body, "names": [{"name": planted.name(f"{level}: alias", cyrillic=True), "script": "Cyrl"}]}
    chain = [
        {
            "agent": speaker.body["id"],
            "kind": "anonymous",
            "terms": word(f"{level}: terms"),
            "setting": word(f"{level}: setting"),
        }
    ]
    how: dict[str, Any] = {"document": document, "attribution": chain}
    act = {name: word(f"{level}: {name} of an act") for name in ("facility", "body", "ground", "term")}
    record, acted = zalesia.act(planted.name(f"{level}: name"), "detained", "2025-01-02", 10, **how)
    other, other_act = zalesia.act(
        planted.name(f"{level}: name in Cyrillic", cyrillic=True), "held", "2025-02-02", 20, **how
    )
    acted.body["act"] |= act | {
        "articles": [word(f"{level}: article")],
        "place": {"name": word(f"{level}: place of act")},
    }
    acted.body["place"] = {"name": word(f"{level}: place")}
    acted.body["when"]["original"] = word(f"{level}: words of a day")
    count_of = zalesia.figure(7171, "2025-11-14", 30, **how)
    count_of.body["figure"] |= {
        "subject": word(f"{level}: subject"),
        "population": word(f"{level}: population"),
        "printed": word(f"{level}: printed"),
        "basis": word(f"{level}: basis"),
    }
    measured = zalesia.measure("impose", word(f"{level}: target"), "2025-03-01", 40, **how)
    measured.body["measure_event"] |= {name: word(f"{level}: {name}") for name in ("issuer", "regime", "instrument")}
    told = zalesia.claim(word(f"{level}: statement"), 50, **how)
    group = zalesia.round_of(3, 5, 60, **how)
    group[0].body["name"] = group[1].body["participants"][0]["name"] = word(f"{level}: group")
    group[0].body["document"] = document
    made = zalesia.enter(
        Draft("document", {"id": document, "sha256": document, **said}, "test"),
        Draft("agent", aliased, "test"),
        *([record, acted], [other, other_act], [count_of, measured, told], group),
        access=access,
        vouched_by=EDITOR,
    )
    term = zalesia.commitment(
        word(f"{level}: key of a term").lower(), str(told.body["id"]), undertakes=word(f"{level}: term")
    )
    closed: dict[str, Any] = {"access": level, "sentence": word(f"{level}: sentence")}
    zalesia.enter(
        zalesia.bargain(word(f"{level}: bargain"), term, **closed),
        zalesia.rule(word(f"{level}: rule"), **closed | {"sentence": word(f"{level}: sentence of a rule")}),
        zalesia.lens(word(f"{level}: lens"), **closed | {"sentence": word(f"{level}: sentence of a lens")}),
        zalesia.coverage("2025-01-01", region=word(f"{level}: region"), **closed),
    )
    planted.ids |= {document, *made.claims, *(str(one.body["id"]) for one in (record, other, speaker, group[0]))}


def _taken_back(planted: Planted) -> None:
    """What was public once, and was withdrawn or sealed."""
    by = write.actor(EDITOR)
    for start, how in enumerate(("consent", "legal", "sealed later"), 100):
        record, act = zalesia.act(planted.name(how), "detained", "2025-01-02", start)
        enter(record, act)
        (one,) = (str(act.body["id"]),)
        if how == "sealed later":
            write.set_access(Access.sealed, by, EDITOR, claims=[one])
        else:
            write.withdraw([one], WithdrawalReason(how), by)
        planted.ids |= {one, str(record.body["id"])}


def _on_public_people(planted: Planted, stranger: Stranger) -> None:
    """Of somebody who is public: what is not said publicly of them, and who else they are."""
    (known,) = stranger.data("/api/people?text=harbar")["people"]
    for start, said in enumerate(("health", "address", "mother", "name"), 200):
        hidden = zalesia.attribute("Pavel Harbar", said, planted.word(f"{said} of somebody public"), start)[1]
        hidden.body["attribute"]["record"] = hidden.body["participants"][0]["record"] = known["id"]
        zalesia.enter(hidden)
        planted.ids.add(str(hidden.body["id"]))
    record, act = zalesia.act(planted.name("a name that the public claim does not write"), "held", "2025-01-02", 300)
    shown = act.body["participants"][0] | {"name": "Zed Kay"}
    act.body.update(statement="Z. K. was held.", participants=[shown])
    enter(record, act)
    alias, hidden = zalesia.act(planted.name("who somebody public is besides"), "held", "2025-01-03", 310)
    zalesia.enter(alias, hidden)
    judged = same(known["id"], str(alias.body["id"]))
    judged.body["reason"] = planted.word("reason of a judgement")
    zalesia.enter(judged)
    planted.ids |= {str(alias.body["id"]), str(hidden.body["id"])}
    child, told = zalesia.act(planted.name("somebody under age"), "detained", "2025-01-02", 320)
    child.body["minor"] = "yes"
    zalesia.enter(child, told)
    planted.ids |= {str(child.body["id"]), str(told.body["id"])}


def _in_documents(planted: Planted) -> None:
    """Words of documents: beside a public passage where the words are withheld, and where a protected source speaks."""
    word = planted.word("text")
    for number, passage in enumerate(("Two were freed", "Ten could follow")):
        text = f"{passage} on Monday, {word} told us, in the year {number}."
        digest, text_digest = archive().keep_bytes(text.encode()), archive().keep_text(text)
        held = {"sha256": digest, "text_sha256": text_digest, "extractor": "plain-1", "media_type": "text/plain"}
        said = zalesia.claim(f"{passage}.", 0, document=digest)
        said.body["anchor"] |= {"end": len(passage), "passage": identity.fingerprint(passage)}
        if number:
            said.body["attribution"] = [{"kind": "anonymous", "source": "5ec2e7" + "f" * 26}]
        enter(zalesia.document(digest, **held), said)


def _of_the_house(planted: Planted, stranger: Stranger) -> None:
    """Who keeps the register, and what they note for themselves."""
    word, open_claim = planted.word, stranger.claim("38 of those held are women.")["id"]
    by = write.actor(word("who keeps the register"))
    write.review([open_claim], Review.second_look, by, note=word("note of a review"))
    gone = zalesia.claim("Nobody was freed.", 400)
    enter(gone)
    write.withdraw([str(gone.body["id"])], WithdrawalReason.register_error, by, note=word("note of a withdrawal"))
    opened = zalesia.claim("Somebody was freed.", 410)
    zalesia.enter(opened)
    write.set_access(
        Access.public, by, word("who vouches for access"), claims=[str(opened.body["id"])], note=word("note of access")
    )
    noted = {"file": f"{word('file name')}.csv", "sha256": "e" * 64, "vouched_by": word("who vouches for a file")}
    write.note_import(noted | {"list": word("list that holds nothing public")}, by)
    edition = {
        "id": "b" * 32,
        "list": word("list of hidden people"),
        "document": zalesia.DOCUMENT,
        "date": "2025-01-01",
    }
    zalesia.enter(Draft("list_version", edition | {"records": sorted(planted.ids - {open_claim})[:1]}, "test"))


def _erased(planted: Planted) -> None:
    """What was public and is erased; the ground and the authority stay in the log."""
    record, act = zalesia.act(planted.name("erased"), "detained", "2025-01-02", 500)
    enter(record, act)
    ground, authority = planted.word("ground of an erasure"), planted.word("authority of an erasure")
    erase.erase(write.actor(EDITOR), ground, authority, records=[str(record.body["id"])])
    planted.ids |= {str(record.body["id"]), str(act.body["id"])}


def forms(word: str) -> set[bytes]:
    """A word in every form in which an answer could carry it, in small letters."""
    spelled = {word, fold(word), sound(word), anyascii(word)}
    found: set[bytes] = set()
    for one in {case for each in spelled for case in (each, each.lower(), each.upper())}:
        found |= {one.encode(), html.escape(one).encode(), json.dumps(one)[1:-1].encode(), quote(one).encode()}
        found |= {"".join(f"&#{ord(letter)};" for letter in one).encode()}
        found |= {"".join(f"&#x{ord(letter):x};" for letter in one).encode()}
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            found |= {one.encode(encoding), one.encode(encoding).hex().encode()}
        found |= set(_base64(one.encode()))
    return {one.lower() for one in found if len(one) > 5}


def _base64(said: bytes) -> Iterator[bytes]:
    """What of base64 is the same whatever stands before and after, in both alphabets."""
    for before, coded in product(range(3), (base64.b64encode, base64.urlsafe_b64encode)):
        whole = coded(b"\0" * before + said)
        yield whole[(0, 2, 3)[before] : -4]
