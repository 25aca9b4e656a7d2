"""The market of potash without a register: the measures of the summer of 2022, as its file has them."""

import os
from pathlib import Path

from habeas.market.described import Change, Described, Effect

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "cases" / "belarus" / "market" / "potash.toml"
MEASURES = (
    ("Lithuania", "Belaruskali rail transit to Klaipeda"),
    ("European Union", "potash"),
    ("European Union", "Belaruskali"),
    ("United States", "Belaruskali"),
)


def potash() -> Described:
    """The market, as it is read from its file."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.server.settings")
    import django

    django.setup()
    from habeas.exchange.market import read_market

    return read_market(FILE).described


def standing(market: Described) -> list[Change]:
    """What its measures do in their first year, in full."""
    lines = [one for one in market.changes if (one.issuer, one.target) in MEASURES and not one.months]
    return [one for one in lines if one.effect is not Effect.none and one.share is None]
