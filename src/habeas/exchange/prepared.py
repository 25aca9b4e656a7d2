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


class FileError(Exception):
    """A file that cannot be read at all: nothing in it was looked at, nothing was recorded."""


class RowError(ValueError):
    """Something wrong at one place of a file."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A document whose bytes the import would keep."""

    data: bytes
    media_type: str


@dataclass(slots=True)
class Prepared:
    """Drafts in order, holdings, problems (any one stops the import) and warnings (none does).

    `scope` names what the file speaks for ("document" or "list", and which), so that what it leaves out can be listed.
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
    warnings: list[str] = field(default_factory=list)
    scope: tuple[str, str] | None = None

    def add(self, draft: Draft) -> None:
        """Keep a draft."""
        self.drafts.append(draft)

    @contextmanager
    def noting(self, where: str) -> Iterator[None]:
        """Turn what is wrong at `where` into a problem and go on with the next row."""
        try:
            yield
        except (RowError, DateError, AnchorError, CanonicalError, ShapeError) as error:
            self.problems.append(f"{where}: {error}")

    def claims(self) -> list[Draft]:
        """The drafts that are claims."""
        return [draft for draft in self.drafts if draft.kind == "claim"]
