"""What goes into a market is worked out once for its files, and a page of it calibrates nothing."""

from datetime import date
from pathlib import Path

import pytest

from habeas.answers import market_inputs, public
from habeas.exchange import kept_markets

TIMBER = Path(__file__).parents[2] / "cases" / "zalesia" / "market" / "timber.toml"


def test_it_is_calibrated_once(register_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_markets.keep(TIMBER)
    file = kept_markets.kept_market("Timber")
    first = market_inputs.inputs(file.described, file.sha256, public.view(), date(2026, 1, 1))
    monkeypatch.setattr(market_inputs, "calibrate", lambda base: pytest.fail("calibrated again"))
    assert market_inputs.inputs(file.described, file.sha256, public.view(), date(2025, 1, 1)) == first
    assert "of the tonnes of the base year 49% are assumed" in first.bases
    assert first.produced[0][0] == "Southland"
    assert all(way.startswith("to ") for routes in first.unexplained.values() for way in routes)
