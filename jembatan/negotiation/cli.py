"""`jembatan negotiation …`: what a negotiation could end in, without a database."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jembatan.platform.cli.output import json_option, print_facts, print_json, print_table, refuse, say

if TYPE_CHECKING:
    from jembatan.negotiation.analysis.analyse import Analysis
    from jembatan.negotiation.analysis.offers import Judged, Trade

POINTS = ("nash", "kalai", "egalitarian", "utilitarian")
SHOWN = 20


@click.group()
def negotiation() -> None:
    """Analyse negotiations."""


@negotiation.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--time",
    "time_passed",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="SHARE",
    help="How much of the time has passed, 0 to 1: discounts count from there.",
)
@click.option("--as-written", is_flag=True, help="Take the evaluations of a GENIUS domain as they stand.")
@json_option
def analyse(path: Path, time_passed: float, as_written: bool, as_json: bool) -> None:
    """Find the efficient packages of the negotiation at PATH and the fair ones among them."""
    from jembatan.negotiation.analysis.analyse import analyse as analysed
    from jembatan.negotiation.analysis.offers import judged, trades
    from jembatan.negotiation.analysis.problem import NotAnalysable
    from jembatan.negotiation.formats.reading import read_path

    if not path.exists():
        refuse(f"There is no {path}.")
    try:
        found = analysed(read_path(path, as_written=as_written), time_passed=time_passed)
    except NotAnalysable as reason:
        refuse(str(reason))
    except OSError as trouble:
        refuse(f"{path} cannot be read: {trouble.strerror}.")
    offers = [judged(found, offer) for offer in found.problem.offers]
    last = trades(found, found.problem.offers[-1].package) if offers else []
    if as_json:
        print_json(_document(found, offers, last))
    else:
        _tell(found, offers, last)


def _document(found: "Analysis", offers: list["Judged"], last: list["Trade"]) -> dict[str, object]:
    from jembatan.negotiation.analysis.sensitivity import what_ifs

    points = {name: found.point(getattr(found.points, name)) for name in POINTS}
    named = found.problem.named
    asked = what_ifs(found)
    return {
        "outcomes": found.problem.outcomes,
        "parties": [party.name for party in found.problem.parties],
        "issues": {issue.name: len(issue.options) for issue in found.problem.issues},
        "pareto": found.utilities.T.tolist(),
        **{name: None if point is None else point.utilities for name, point in points.items()},
        "disagreement": [float(party.reservation) for party in found.problem.parties],
        "packages": {name: None if point is None else named(point.package) for name, point in points.items()},
        "exact": found.exact,
        "errors": found.errors,
        "approximations": _approximations(found),
        "offers": [
            {
                "by": each.offer.by,
                "package": named(each.offer.package),
                "utilities": each.utilities,
                "acceptable": each.acceptable,
                "efficient": each.better is None,
                "better": None if each.better is None else named(each.better.package),
                "left": each.left,
                "distance": each.distance,
            }
            for each in offers
        ],
        "trades": [_trade(found, each) for each in last],
        "sensitivity": None
        if asked is None
        else [
            {
                "party": found.problem.parties[each.party].name,
                "issue": found.problem.issues[each.issue].name,
                "factor": float(each.factor),
                "nash": None if each.nash is None else named(each.nash.package),
                "changes": [found.problem.issues[issue].name for issue in each.changes],
            }
            for each in asked
        ],
        "seconds": found.seconds,
    }


def _trade(found: "Analysis", trade: "Trade") -> dict[str, object]:
    issues = found.problem.issues
    return {
        name: {
            "issue": issues[change.issue].name,
            "from": issues[change.issue].options[change.before],
            "to": issues[change.issue].options[change.after],
            "gains": change.gains,
        }
        for name, change in (("give", trade.give), ("get", trade.get))
    } | {"by": found.problem.parties[trade.giver].name, "gains": trade.gains}


def _approximations(found: "Analysis") -> list[str]:
    told = []
    if found.thinned:
        told.append("packages that nearly equal another one were dropped")
    if found.sampled:
        told.append("continuous ranges were sampled")
    if found.rounded:
        told.append("utilities were rounded to 61 bits")
    return told


def _tell(found: "Analysis", offers: list["Judged"], last: list["Trade"]) -> None:
    parties = [party.name for party in found.problem.parties]
    exact = "yes" if found.exact else f"no, up to {max(found.errors):.3g} may be missed"
    print_facts(
        [
            ("packages", f"{found.problem.outcomes:,}"),
            ("efficient", f"{found.utilities.shape[1]:,}"),
            ("exact", exact),
            ("seconds", f"{found.seconds:.4f}"),
        ]
    )
    rows = []
    for name in POINTS:
        point = found.point(getattr(found.points, name))
        if point is not None:
            rows.append([name, *_told(point.utilities), _words(found.problem.named(point.package))])
    rows.append(["disagreement", *_told([float(each.reservation) for each in found.problem.parties]), ""])
    for each in offers:
        rows.append(
            [
                f"offer of {each.offer.by}",
                *_told(each.utilities),
                _words(found.problem.named(each.offer.package)),
            ]
        )
    print_table(["point", *parties, "package"], rows, empty="")
    if offers and offers[-1].better is not None:
        better = offers[-1].better
        say(
            f"The last offer leaves {', '.join(_told(offers[-1].left))} lying: {_words(found.problem.named(better.package))}"
        )
    for trade in last:
        told = _trade(found, trade)
        say(f"{told['by']} could give {told['give']} for {told['get']}")
    if found.utilities.shape[1] <= SHOWN:
        print_table(parties, [_told(column) for column in found.utilities.T], empty="")


def _told(utilities: "tuple[float, ...] | list[float]") -> list[str]:
    return [f"{float(each):.4g}" for each in utilities]


def _words(package: dict[str, str]) -> str:
    return ", ".join(f"{issue}: {option}" for issue, option in package.items())
