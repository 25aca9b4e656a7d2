"""What a file judges, in words: for whoever looks at it before it is recorded."""

from collections.abc import Callable, Mapping

from habeas.answers.plain import plainly
from habeas.claims.bodies import VERSIONED
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import LinkKind

from .prepared import Prepared

Names = Mapping[str, str]


def judged_in_words(prepared: Prepared) -> list[tuple[str, str, str]]:
    """Where each link, judgement, grade, review and coverage stands, its kind or grade, and of what it is."""
    names: dict[str, str] = {}
    for draft in prepared.drafts:
        said = draft.body.get("statement") or draft.body.get("name") or draft.body.get("title")
        names.setdefault(str(draft.body["id"]), str(said or draft.body["id"]))
    names |= prepared.words
    return [
        (place(draft.where), *_WORDS[draft.kind](draft.body, names))
        for draft in prepared.drafts
        if draft.kind in _WORDS
    ]


def versioned_in_words(prepared: Prepared) -> list[tuple[str, str, str]]:
    """Where each rule, lens and bargain of the file stands, its name with its version, and its sentence."""
    return [
        (place(draft.where), f"{draft.body['name']}, version {draft.body['version']}", str(draft.body["sentence"]))
        for draft in prepared.drafts
        if draft.kind in VERSIONED
    ]


def place(where: str) -> str:
    """Where in its file something stands, without the file's name: "claim 4 (line 79)", "row 3, column held"."""
    return where.partition(", ")[2] or where


def _link(body: Body, names: Names) -> tuple[str, str]:
    ends = [body["claim"], body["other"]]
    if body["kind"] == LinkKind.contradicts:
        ends = _as_in_the_file(ends, names)
    return str(body["kind"]), " / ".join(f"“{names[end]}”" for end in ends)


def _judgement(body: Body, names: Names) -> tuple[str, str]:
    both = [names[one] for one in _as_in_the_file([body["one"], body["other"]], names)]
    told = [f"“{one}”" for one in both] if "about" in body else both
    return str(body["verdict"]), f"{' / '.join(told)}: {body['reason']}"


def _reliability(body: Body, names: Names) -> tuple[str, str]:
    return f"reliability {body['grade']}", names[body["target"]]


def _credibility(body: Body, names: Names) -> tuple[str, str]:
    return f"credibility {body['grade']}", f"“{names[body['claim']]}”"


def _review(body: Body, names: Names) -> tuple[str, str]:
    note = f": {body['note']}" if "note" in body else ""
    return plainly(body["verdict"]), f"“{names[body['claim']]}”{note}"


def _coverage(body: Body, names: Names) -> tuple[str, str]:
    word = "no coverage any more" if body.get("retracted") == "yes" else f"coverage, known {body['known']}"
    return word, f"{names[body['keeper']]}: {body['sentence']}"


def _as_in_the_file(ids: list[str], names: Names) -> list[str]:
    """Two that stand in no order between them, as the file has them: an id tells nothing to a reader."""
    at = {one: index for index, one in enumerate(names)}
    return sorted(ids, key=lambda one: at[one])


_WORDS: Mapping[str, Callable[[Body, Names], tuple[str, str]]] = {
    "claim_link": _link,
    "judgement": _judgement,
    "reliability": _reliability,
    "credibility": _credibility,
    "review": _review,
    "coverage": _coverage,
}
