"""What a file would record, with everything that is wrong in it: made without writing anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from habeas.claims.anchor import AnchorError
from habeas.claims.canonical import CanonicalError
from habeas.claims.shape import ShapeError
from habeas.claims.vocabulary import DEFAULT_ACCESS, Access
from habeas.claims.when import DateError
from habeas.register.draft import Draft

from .lines import place_of


class FileError(Exception):
    """A file that cannot be read at all: nothing in it was looked at, nothing was recorded."""


class RowError(ValueError):
    """Something wrong at one place of a file."""


WRONG = (RowError, DateError, AnchorError, CanonicalError, ShapeError)  # what is wrong at one place, and no more


@dataclass(frozen=True, slots=True)
class SetApart:
    """A row of a list that makes no draft: its number, what is wrong in which column ("": the row), and its record.

    `has_key`: the list gives the row a key; else its record rests on the very content that is wrong.
    """

    row: int
    wrong: tuple[tuple[str, str], ...]
    record: str
    has_key: bool

    def problems(self, file: str, rows_are: str = "row") -> list[str]:
        """What is wrong, each in a line with its place; `rows_are`: what a row is called."""
        return [
            f"{file}, {rows_are} {self.row}{f', column {column}' if column else ''}: {reason}"
            for column, reason in self.wrong
        ]


@dataclass(frozen=True, slots=True)
class Holding:
    """A document whose bytes the import would keep."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class OnRecord:
    """Something that the file judges and does not hold: it must be on record already. `words` say which it is.

    `with_key` is a key that its body must have.
    """

    where: str
    kind: str
    id: str
    words: str
    with_key: str = ""


SAID_IN_ORDER = ("document", "agent", "record", "group", "claim", "list_version")
JUDGED_IN_ORDER = (
    "claim_link",
    "judgement",
    "reliability",
    "credibility",
    "review",
    "coverage",
    "rule",
    "lens",
    "bargain",
)
ORDER = (*SAID_IN_ORDER, *JUDGED_IN_ORDER)  # what judges comes after


@dataclass(slots=True)
class Prepared:
    """Drafts in order, holdings, problems (any one stops the import) and warnings (none does).

    `broken_off`: the rest was not looked at, for it rests on what has a problem. `rests_on` is what must be on record
    already, `words` what stands under those ids. `scope` names what the file speaks for ("document" or "list", and
    which), so that what it leaves out can be listed. Of a list, `set_apart` are the rows that make no draft, `minors`
    the records of who is or may be under age (`doubted`: of these, whose row is set apart and who are on record),
    `keyed` whether the list names its rows, `rows_are` what they are called,
    `mapping` the text of the mapping that it was read by, `unknown` how often which word stands in which column that no
    table of words has, `reckoned` the claims whose day was worked out from the day of the list, `entries` what stands
    in each entry of a report, `agreeing` the links between its header and its narrative that would be taken back.
    """

    file: str
    sha256: str
    vouched_by: str = ""
    access: Access = DEFAULT_ACCESS
    access_stated: bool = False
    list_name: str | None = None
    drafts: list[Draft] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    set_apart: list[SetApart] = field(default_factory=list)
    minors: set[str] = field(default_factory=set)
    doubted: set[str] = field(default_factory=set)
    keyed: bool = True
    rows_are: str = "row"
    reckoned: list[Draft] = field(default_factory=list)
    entries: list[tuple[str, str, str]] = field(default_factory=list)
    agreeing: list[Draft] = field(default_factory=list)
    mapping: str = ""
    unknown: dict[tuple[str, str], int] = field(default_factory=dict)
    broken_off: bool = False
    warnings: list[str] = field(default_factory=list)
    scope: tuple[str, str] | None = None
    rests_on: list[OnRecord] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    _first: dict[tuple[str, str], Draft] = field(default_factory=dict)

    def add(self, draft: Draft) -> None:
        """Keep a draft."""
        self.drafts.append(draft)
        self._first.setdefault((draft.kind, str(draft.body["id"])), draft)

    def drafted(self, kind: str, one: str) -> Draft | None:
        """The first draft of a kind under an id, or None."""
        return self._first.get((kind, one))

    def put_in_order(self) -> None:
        """What is judged stands before what judges it, so that it is entered before."""
        self.drafts.sort(key=lambda draft: ORDER.index(draft.kind))

    @contextmanager
    def noting(self, where: str, after: str = "") -> Iterator[None]:
        """Turn what is wrong at `where` into a problem, which ends in `after`, and go on with the next row."""
        try:
            yield
        except WRONG as error:
            self.problems.append(f"{place_of(where, str(error))}: {error}{after}")

    def refusal(self, more: str = "") -> str:
        """How many problems there are, as a file with any is refused; `more` stands after their number."""
        count = f"{len(self.problems):,} problem{'' if len(self.problems) == 1 else 's'}"
        rest = "; the rest was not looked at: it rests on what is wrong above" if self.broken_off else ""
        return f"{self.file}: {count}{more}{rest}; nothing was recorded"

    def claims(self) -> list[Draft]:
        """The drafts that are claims."""
        return [draft for draft in self.drafts if draft.kind == "claim"]
