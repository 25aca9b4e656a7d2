"""What goes into a command and what comes out of it: plain values, no Django."""

from dataclasses import dataclass, field

from habeas.claims.canonical import Body

from .chain import Head


@dataclass(frozen=True, slots=True)
class Draft:
    """Something said, not yet entered: its kind, its body, and where in the imported file it stands."""

    kind: str
    body: Body
    where: str


def version_stands(draft: Draft) -> str:
    """Why a rule or a lens (`draft`) is refused of which this version is on record with another content."""
    name, version = draft.body["name"], draft.body["version"]
    return (
        f"{draft.kind} {name}, version {version}, is on record with another content: "
        f"a {draft.kind} that changes is a new version: write version = {version + 1}"
    )


@dataclass(slots=True)
class Receipt:
    """What a command did, and the head after it. `added_at` and `corrected_at` are kinds and places in the file.

    `corrected_at` has what says something else of itself, and not what follows from another name in its row.
    """

    head: Head
    added: int = 0
    same: int = 0
    corrected: int = 0
    claims: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    added_at: list[tuple[str, str]] = field(default_factory=list)
    corrected_at: list[tuple[str, str]] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Count a draft that is new."""
        self.added += 1
        self.added_at.append((draft.kind, draft.where))
        self.kinds[draft.kind] = self.kinds.get(draft.kind, 0) + 1

    def plus(self, other: "Receipt") -> "Receipt":
        """Both together, with the later head."""
        return Receipt(
            other.head,
            self.added + other.added,
            self.same + other.same,
            self.corrected + other.corrected,
            self.claims + other.claims,
            self.refused + other.refused,
            {kind: self.kinds.get(kind, 0) + other.kinds.get(kind, 0) for kind in {**self.kinds, **other.kinds}},
            self.added_at + other.added_at,
            self.corrected_at + other.corrected_at,
        )
