"""GENIUS and ANAC domains: a folder with a domain and one utility space a party, in XML.

As GENIUS counts: an issue's worth is its weight times the option's evaluation divided by the greatest evaluation of that issue, so
utilities lie between 0 and 1, and so does the reservation value. `as_written` leaves the division out (as the negmas package does).
"""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from lxml import etree

from jembatan.negotiation.analysis.problem import Issue, NotAnalysable, Party, Problem, problem
from jembatan.negotiation.formats.evaluators import evaluated
from jembatan.negotiation.formats.numbers import exact
from jembatan.negotiation.formats.ranges import blur, sampled, whole_numbers

MOST_BYTES = 50_000_000
TEMPLATE, SPACE = "negotiation_template", "utility_space"


class NotGenius(NotAnalysable):
    """Says what in which file is not as GENIUS writes it."""


@dataclass(frozen=True, slots=True)
class _Ranged:
    """An issue of the domain with the numbers behind its options, where it is a range."""

    issue: Issue
    values: tuple[Fraction, ...] | None


def read_folder(folder: Path, *, as_written: bool = False) -> Problem:
    """The domain of a folder and its utility spaces, by name; raises NotAnalysable."""
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".xml" and path.is_file())
    if not paths:
        raise NotGenius(f"There is no XML file in {folder.name}.")
    trees = {path.name: _parsed(path) for path in paths}
    domains = [name for name, root in trees.items() if _is_domain(root)]
    spaces = [name for name, root in trees.items() if root.tag == SPACE and name not in domains]
    if len(domains) != 1:
        raise NotGenius(f"{folder.name} needs one domain; it has {len(domains)}.")
    return read(
        _text(domains[0], trees[domains[0]]),
        [(Path(name).stem, _text(name, trees[name])) for name in spaces],
        as_written=as_written,
    )


def read(domain: bytes, spaces: list[tuple[str, bytes]], *, as_written: bool = False) -> Problem:
    """A domain and its parties' utility spaces, each with its name."""
    issues = _issues("The domain", _root("The domain", domain))
    parties = [_party(name, _root(name, content), issues, as_written) for name, content in spaces]
    return problem([ranged.issue for ranged in issues.values()], parties)


def _parsed(path: Path) -> "etree._Element":
    if path.stat().st_size > MOST_BYTES:
        raise NotGenius(f"{path.name} is larger than a domain can be.")
    return _root(path.name, path.read_bytes())


def _text(_name: str, root: "etree._Element") -> bytes:
    content: bytes = etree.tostring(root)
    return content


def _root(name: str, content: bytes) -> "etree._Element":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem_found:
        raise NotGenius(f"{name} is no XML: {str(problem_found).splitlines()[0]}") from problem_found


def _is_domain(root: "etree._Element") -> bool:
    return bool(root.tag == TEMPLATE)


def _objective(name: str, root: "etree._Element") -> "etree._Element":
    space = root if root.tag == SPACE else root.find(SPACE)
    objective = None if space is None else space.find("objective")
    if objective is None:
        raise NotGenius(f"{name} has no utility space with an objective.")
    if objective.find("objective") is not None:
        raise NotGenius(f"{name} has objectives inside objectives, which cannot be read.")
    return objective


def _issues(name: str, root: "etree._Element") -> dict[str, _Ranged]:
    found: dict[str, _Ranged] = {}
    for element in _objective(name, root).findall("issue"):
        title = element.get("name") or f"Issue {element.get('index')}"
        if title in found:
            raise NotGenius(f"{name} names two issues “{title}”.")
        found[title] = _ranged(title, element)
    return found


def _ranged(title: str, element: "etree._Element") -> _Ranged:
    kind = _kind(element)
    if kind == "discrete":
        options = tuple(item.get("value") or "" for item in element.findall("item"))
        if not options or "" in options or len(set(options)) < len(options):
            raise NotGenius(f"“{title}” needs options that are named and differ.")
        return _Ranged(Issue(title, options), None)
    if kind not in ("integer", "real"):
        raise NotGenius(f"“{title}” is of a kind that is not known: {kind}.")
    bounds = element.find("range")
    low, high = (
        exact(
            element.get(bound) or ("" if bounds is None else bounds.get(bound)),
            f"The {bound} of “{title}”",
            NotGenius,
        )
        for bound in ("lowerbound", "upperbound")
    )
    issue, values = (whole_numbers if kind == "integer" else sampled)(title, low, high)
    return _Ranged(issue, values)


def _kind(element: "etree._Element") -> str:
    return (element.get("vtype") or element.get("type") or element.get("etype") or "discrete").lower()


def _party(name: str, root: "etree._Element", issues: dict[str, _Ranged], as_written: bool) -> Party:
    objective = _objective(name, root)
    space = root if root.tag == SPACE else root.find(SPACE)
    if objective.find("utility_function") is not None or space.find("utility_function") is not None:
        raise NotGenius(f"{name} has a utility that is not a sum over issues, which cannot be read.")
    weights = {
        element.get("index"): exact(element.get("value"), f"A weight of {name}", NotGenius)
        for element in objective.findall("weight")
    }
    scores: dict[str, tuple[Fraction, ...]] = {}
    off = 0.0
    for element in objective.findall("issue"):
        title = element.get("name") or f"Issue {element.get('index')}"
        if title not in issues:
            raise NotGenius(f"{name} has an issue that the domain has not: “{title}”.")
        own = element.find("weight")
        weight = (
            weights.get(element.get("index"), Fraction(1))
            if own is None
            else exact(own.get("value"), f"A weight of {name}", NotGenius)
        )
        each = _evaluations(name, title, element, issues[title], as_written)
        scores[title] = tuple(weight * value for value in each)
        if issues[title].issue.sampled:
            off += blur(issues[title].values or (), scores[title])
    missing = [title for title in issues if title not in scores]
    if missing:
        raise NotGenius(f"{name} says nothing about “{missing[0]}”.")
    return Party(
        name=name,
        scores=tuple(scores[title] for title in issues),
        reservation=_single(name, space, "reservation", Fraction(0)),
        discount=_discount(name, space),
        reservation_discounted=True,
        blur=off,
    )


def _evaluations(
    name: str, title: str, element: "etree._Element", ranged: _Ranged, as_written: bool
) -> list[Fraction]:
    """One for each option of the domain, divided by the greatest."""
    if ranged.values is not None:
        each = evaluated(name, title, element, ranged.values, NotGenius)
    else:
        by_option = {
            item.get("value"): exact(
                item.get("evaluation"), f"The evaluation of “{item.get('value')}” by {name}", NotGenius
            )
            for item in element.findall("item")
        }
        unknown = set(by_option) - set(ranged.issue.options)
        if unknown:
            raise NotGenius(
                f"{name} values an option that “{title}” has not: {sorted(map(str, unknown))[0]}."
            )
        absent = [option for option in ranged.issue.options if option not in by_option]
        if absent:
            raise NotGenius(f"{name} does not value “{absent[0]}” of “{title}”.")
        each = [by_option[option] for option in ranged.issue.options]
    most = max(each)
    if as_written or most <= 0:
        return each
    return [value / most for value in each]


def _single(name: str, space: "etree._Element", tag: str, otherwise: Fraction) -> Fraction:
    """A value that stands in the utility space or in its objective."""
    element = space.find(f".//{tag}")
    if element is None:
        return otherwise
    return exact(element.get("value"), f"The {tag} of {name}", NotGenius)


def _discount(name: str, space: "etree._Element") -> float:
    """GENIUS takes 0 (and what is above 1) for "none"."""
    factor = float(_single(name, space, "discount_factor", Fraction(1)))
    return factor if 0 < factor <= 1 else 1.0
