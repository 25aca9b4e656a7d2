"""A mapping as its keeper writes it (TOML), read and checked: a pure description of somebody's list.

[list] names the list, [file] says how its file is read, [dates] how it writes days; each [[columns]] says what one
column means; [constants] is said of every row, [left_out] is not recorded, [minors] tells who is under age, and
[words.NAME] what words mean. Every column of the file has to be named somewhere.
"""

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.claims.vocabulary import AgentSort
from habeas.claims.when import Meaning

from ..list_terms import TOLD
from ..sheets.how import How
from .days import DateForm
from .durations import Counted

Words = Dict[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """What one column (of a name: one or several) says, and how its cells are read.

    `narrative`: it is an act that the narrative of an entry tells of, beside its header.
    `words`: what a cell means, closed unless `open`; `separator`: what stands between several; `of`: the act of which
    it is a detail; `meaning`: what the date is the date of; `duration`: the cell is a time up to the day of the list.
    """

    columns: tuple[str, ...]
    says: str
    form: DateForm
    words: Words | None = None
    words_name: str = ""
    open: bool = False
    separator: str = ""
    of: str = ""
    meaning: Meaning | None = None
    duration: Counted | None = None
    narrative: bool = False

    @property
    def plain(self) -> str:
        """The name under which a row of a list has it: `detained`, `facility of detained`."""
        return f"{self.says} of {self.of}" if self.of else f"{self.says}{TOLD if self.narrative else ''}"


@dataclass(frozen=True, slots=True)
class Minors:
    """The columns that tell who is under age: years, or a word of `flagged`; one of `of_age` means that they are not.

    The words are casefolded. A word in neither counts as under age.
    """

    age: str = ""
    flag: str = ""
    flagged: frozenset[str] = frozenset()
    of_age: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping without anything wrong in it. `repeated`: rows with one key are several, told apart by their order."""

    text: str
    name: str
    keeper: str
    sort: AgentSort
    how: How
    columns: Sequence[Column]
    key: tuple[str, ...] = ()
    repeated: bool = False
    constants: Dict[str, str] = field(default_factory=dict)
    suppressed: frozenset[str] = frozenset()
    unused: frozenset[str] = frozenset()
    minors: Minors = field(default_factory=Minors)

    def named(self) -> list[str]:
        """Every column of the file that the mapping names, without those that are suppressed."""
        looked_at = [one for one in (self.minors.age, self.minors.flag) if one]
        read = [column for one in self.columns for column in one.columns]
        return list(dict.fromkeys([*read, *self.key, *looked_at, *sorted(self.unused)]))

    def used(self) -> frozenset[str]:
        """The columns in which something is read."""
        return frozenset(self.named()) - (self.unused - set(self.key) - {self.minors.age, self.minors.flag})
