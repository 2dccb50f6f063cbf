"""Domains of the negotiation competitions: every folder is analysed, and is what looking at each package finds."""

from pathlib import Path

import numpy as np
import pytest
from lxml import etree

from jembatan.negotiation.analysis.analyse import analyse
from jembatan.negotiation.formats.reading import read_path

NEGOTIATIONS = Path(__file__).parents[3] / "shared" / "corpora" / "negotiation"

pytestmark = pytest.mark.skipif(not NEGOTIATIONS.exists(), reason="the corpora are not beside the project")


def _domains() -> list[Path]:
    return sorted(path for path in NEGOTIATIONS.glob("*/*") if path.is_dir())


def test_every_file_is_part_of_an_analysis() -> None:
    files = sorted(NEGOTIATIONS.rglob("*.xml"))
    read = [read_path(folder) for folder in _domains()]
    assert sum(1 + len(domain.parties) for domain in read) == len(files) > 0


@pytest.mark.parametrize("folder", _domains(), ids=lambda path: path.name)
def test_frontier_and_nash_product_are_those_of_all_packages(folder: Path) -> None:
    found = analyse(read_path(folder))
    ours, theirs = _everything(folder)
    higher = np.lexsort((-theirs, -ours))
    best, frontier = -np.inf, []
    for place in higher:
        if theirs[place] > best + 1e-12:
            best = theirs[place]
            frontier.append((ours[place], theirs[place]))
    assert found.exact
    assert np.allclose(found.utilities.T, frontier, rtol=0, atol=1e-9)
    nash = found.point(found.points.nash)
    assert nash is not None
    assert nash.utilities[0] * nash.utilities[1] == pytest.approx((ours * theirs).max())


def _everything(folder: Path) -> list[np.ndarray]:
    """Each party's utility for each package, straight from the XML: weight times evaluation by the greatest evaluation."""
    spaces = []
    for path in sorted(folder.glob("*.xml")):
        root = etree.parse(str(path)).getroot()
        if root.tag != "utility_space":
            continue
        weights = {each.get("index"): float(each.get("value")) for each in root.iter("weight")}
        total = np.zeros(1)
        for issue in root.iter("issue"):
            values = np.array([float(item.get("evaluation")) for item in issue.findall("item")])
            total = np.add.outer(total, weights[issue.get("index")] * values / values.max()).ravel()
        spaces.append(np.round(total, 10))
    return spaces
