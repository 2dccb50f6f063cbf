"""`jembatan negotiation analyse`: the keys of the contract, the tables for people, refusals in a sentence."""

import json
from pathlib import Path

from click.testing import CliRunner

from jembatan.negotiation.cli import negotiation
from jembatan.negotiation.tests.genius import folder
from jembatan.negotiation.tests.test_formats import DOCUMENT


def test_domain_is_told_as_one_document(tmp_path: Path) -> None:
    result = CliRunner().invoke(negotiation, ["analyse", str(folder(tmp_path)), "--json"])
    told = json.loads(result.stdout)
    assert (result.exit_code, told["outcomes"], told["exact"]) == (0, 6, True)
    assert told["disagreement"] == [0.0, 0.25]
    assert told["nash"] in told["pareto"]
    assert told["packages"]["nash"] == {"Price": "high", "Days": "2"}
    assert {"kalai", "egalitarian", "utilitarian", "seconds", "errors"} <= set(told)


def test_document_tells_its_offers_and_its_trades(tmp_path: Path) -> None:
    path = tmp_path / "talks.json"
    path.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    told = json.loads(CliRunner().invoke(negotiation, ["analyse", str(path), "--json"]).stdout)
    [offer] = told["offers"]
    assert (offer["by"], offer["package"]["Days"], offer["efficient"]) == ("They", "2", False)
    assert len(offer["left"]) == 2
    assert told["approximations"] == ["continuous ranges were sampled", "utilities were rounded to 61 bits"]
    assert {each["issue"] for each in told["sensitivity"]} == {"Price"}


def test_people_read_a_table(tmp_path: Path) -> None:
    result = CliRunner().invoke(negotiation, ["analyse", str(folder(tmp_path))])
    assert result.exit_code == 0


def test_what_is_not_there_or_cannot_be_read_is_refused(tmp_path: Path) -> None:
    absent = CliRunner().invoke(negotiation, ["analyse", str(tmp_path / "absent")])
    assert (absent.exit_code, "There is no" in absent.stderr) == (1, True)
    (tmp_path / "domain.xml").write_text("<nothing/>", encoding="utf-8")
    wrong = CliRunner().invoke(negotiation, ["analyse", str(tmp_path)])
    assert (wrong.exit_code, "needs one domain; it has 0" in wrong.stderr) == (1, True)
    part = CliRunner().invoke(negotiation, ["analyse", str(tmp_path / "domain.xml")])
    assert (part.exit_code, "Name its folder instead" in part.stderr) == (1, True)
