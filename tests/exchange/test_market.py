"""A market as a file: what is read of it, and what is refused, each mistake at its place."""

import shutil
from pathlib import Path

import pytest

from habeas.exchange.market import read_market
from habeas.exchange.prepared import FileError
from habeas.market.compared import central
from habeas.market.parameter import best

CASES = Path(__file__).parents[2] / "cases"
TIMBER = CASES / "zalesia" / "market"


@pytest.fixture
def timber(tmp_path: Path) -> Path:
    """A copy of the market of timber."""
    return shutil.copytree(TIMBER, tmp_path / "market")


def changed(folder: Path, file: str, old: str, new: str) -> Path:
    """The market of the folder, with these words replaced in one of its files."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder / "timber.toml"


def test_a_market_is_read_with_its_units(timber: Path) -> None:
    read = read_market(timber / "timber.toml")
    flows = {one.tonnes.name: one.tonnes for one in read.described.flows}
    assert flows["Zalesia to Abroad, river"].best == pytest.approx(1.2)  # 2 million m3 at 0.6 tonnes
    assert {one.tonnes.unit for one in read.described.flows} == {"Mt"}
    assert read.described.bases == pytest.approx({"published": 1.8 / 5.9, "derived": 1.2 / 5.9, "assumed": 2.9 / 5.9})
    assert read.series.in_year(2020) == pytest.approx(88.25)
    (seen, lane) = read.described.seen
    assert (seen.low, seen.high) == pytest.approx((0.48, 0.6))
    assert (lane.lane, lane.high) == (("Zalesia", "Abroad"), None)


def test_its_base_year_comes_out_exactly(timber: Path) -> None:
    described = read_market(timber / "timber.toml").described
    calm = central(described, (), ()).before
    values = best(described.ranges)
    for flow in described.flows:
        if flow.way:
            assert calm.flows[flow.tonnes.name] == pytest.approx(values[flow.tonnes.name], abs=1e-6)


def test_the_fingerprint_is_of_all_four_files(timber: Path) -> None:
    before = read_market(timber / "timber.toml").sha256
    again = read_market(TIMBER / "timber.toml").sha256
    assert before == again
    assert read_market(changed(timber, "timber_prices.csv", "invented", "invented too")).sha256 != before


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("timber.toml", "[market]", "[markt]", r"the section \[market\] is missing"),
        ("timber.toml", 'reference = "Abroad"', 'reference = "Abrod"', r"\[market\]: no region is called “Abrod”"),
        ("timber.toml", 'subject = "Zalesia"\n', "", "`subject` is missing"),
        ("timber.toml", 'numbers = "timber_numbers.csv"', 'numbers = "none.csv"', "none.csv is not there"),
        ("timber.toml", '"Mt" = 1', '"Mt" = 0', "every unit is a number above 0"),
        (
            "timber.toml",
            '[[regions]]\nname = "Zalesia"',
            '[[regions]]\nnam = "Zalesia"',
            r"region 1 \(line 20\): `nam`",
        ),
        ("timber.toml", 'supply = "supply elasticity"', 'supply = "elasticity"', "Zalesia: no number is called"),
        ("timber.toml", 'supply = "supply elasticity"', "supply = 0.3", "`supply` is 0.3: text is expected"),
        ("timber.toml", 'amount = ["barge"]', 'amount = "barge"', "`amount` is 'barge': a list of texts"),
        ("timber.toml", 'gates = ["river"]', 'gates = ["sea"]', "way river: no gate is called “sea”"),
        ("timber.toml", 'when = ["restricted"]', 'when = ["forbidden"]', "`when` is"),
        ("timber.toml", 'closes_gate = "river"', "", "a change has one of"),
        ("timber.toml", 'closes_gate = "river"', 'closes_gate = "river"\nnone = true', "a change has one of"),
        ("timber.toml", 'closes_gate = "river"', "none = false", "`none` is true"),
        (
            "timber.toml",
            'closes_lane = { from = "Zalesia", to',
            'closes_lane = { frm = "Zalesia", to',
            "`frm` is not a key",
        ),
        ("timber.toml", "months = 24", "months = 2.5", "a whole number is expected"),
        ("timber.toml", "months = 24", "months = -3", "`months` is -3: a measure does nothing before it stands"),
        ("timber.toml", 'closes_gate = "river"', 'closes_gate = "river"\nstays = true', "`stays` is true of a"),
        ("timber.toml", 'share = "share of a', 'share = "part of a', "no number is called “part of a"),
        ("timber.toml", "low = 0.8", "low = 1.8", "`low` is not above `high`"),
        ("timber.toml", "low = 0.8", 'another = "bark"\nlow = 0.8', "does not weigh"),
        ("timber.toml", 'gate = "pass"\nlow', "low", "of a `gate`, or `from` one region"),
        ("timber.toml", 'unit = "million m3"', 'unit = "m3"', "`unit` is “m3”"),
        ("timber.toml", '["the guild of Southland", "in volume"]', '["the guild of Southland"]', "a list of pairs"),
        (
            "timber.toml",
            "[[regions]]",
            '[cites]\n"ferry" = ["It costs 3."]\n\n[[regions]]',
            "thing seen is called “ferry”",
        ),
        (
            "timber.toml",
            "[[regions]]",
            '[cites]\n"barge" = "It costs 3."\n\n[[regions]]',
            "a list of texts is expected",
        ),
        ("timber_numbers.csv", "name,low", "nam,low", "row 1: the columns are name, low"),
        ("timber_numbers.csv", "margin,0.1,0.2", "margin,0.3,0.2", "row 7: margin: a range is three numbers"),
        ("timber_numbers.csv", "barge,8,10", "barge,8,ten", "row 8: `best` is “ten”"),
        ("timber_numbers.csv", "barge,8,10", "margin,8,10", "row 8: every number needs a name of its own"),
        ("timber_numbers.csv", "guild of bargemen", "", "row 8: barge: say its unit, and its source"),
        ("timber_flows.csv", "Zalesia,Zalesia,,", "Zalesia,Zalesia,pass,", "row 6: `by` is empty where"),
        ("timber_flows.csv", "Zalesia,Abroad,river", "Zalesia,Abroad,", "row 3: `by` is empty where"),
        ("timber_flows.csv", "Zalesia,Abroad,river", "Zalesia,Norland,river", "stands here twice"),
        ("timber_flows.csv", "2.5,million m3", "2.5,m3", "row 3: `unit` is “m3”"),
        ("timber_flows.csv", "Norland,river,1,1.2", "Norland,river,-1,1.2", "row 2: `low` is below 0"),
        ("timber_flows.csv", "Norland,river,1,1.2", "Norland,canal,1,1.2", "no way is called “canal”"),
        ("timber_flows.csv", "Zalesia,Norland,river", "Zalessia,Norland,river", "no region is called “Zalessia”"),
        ("timber_prices.csv", "2018-02", "2018-2", "row 3: "),
        ("timber_prices.csv", "2018-02", "2018-01", "row 3: the month 2018-01 stands here twice"),
        ("timber_prices.csv", "2018-02,68", "2018-02,0", "a price is above 0"),
    ],
)
def test_a_mistake_is_told_at_its_place(timber: Path, file: str, old: str, new: str, said: str) -> None:
    with pytest.raises(FileError, match=said):
        read_market(changed(timber, file, old, new))


def test_every_mistake_is_told_at_once(timber: Path) -> None:
    changed(timber, "timber_numbers.csv", "barge,8,10", "barge,8,ten")
    with pytest.raises(FileError) as refused:
        read_market(changed(timber, "timber_flows.csv", "Zalesia,Zalesia,,", "Zalesia,Zalesia,pass,"))
    told = str(refused.value).splitlines()
    assert [line.split(":")[0] for line in told[:2]] == ["timber_numbers.csv, row 8", "timber_flows.csv, row 6"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="name the file of a market"):
        read_market(tmp_path / "salt.toml")
