"""The two forms in which every chart is drawn: wide for a desk, narrow for a hand. Neither is ever shrunk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """Sizes in px: names end before `gutter`, the first day stands at `start` and the last at `end`.

    `plot` and `strip` are heights, `radius` is that of a mark, `most_labels` how many marks are labelled at most.
    """

    name: str
    width: float
    gutter: float
    start: float
    end: float
    plot: float = 0
    strip: float = 0
    radius: float = 0
    most_labels: int = 0

    @property
    def wide(self) -> bool:
        """Whether there is room for words beside the rows."""
        return self.name == "wide"


WIDE = Form("wide", width=1120, gutter=112, start=156, end=1016, plot=330, strip=132, radius=3.6, most_labels=12)
NARROW = Form("narrow", width=350, gutter=1, start=42, end=300, plot=200, strip=96, radius=2.8, most_labels=5)
CUSTODY_WIDE = Form("wide", width=1120, gutter=146, start=158, end=1036)
CUSTODY_NARROW = Form("narrow", width=350, gutter=0, start=2, end=348)
