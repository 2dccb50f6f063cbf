"""Which rank positions have, and who goes before whom."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jembatan.directory.formats.names import fold
from jembatan.directory.formats.office_pattern import read_patterns
from jembatan.directory.formats.places import country_name
from jembatan.directory.formats.un_names import un_name
from jembatan.directory.models import Position, PrecedenceRank, PrecedenceTable, PrecedenceVersion
from jembatan.directory.queries.precedence.tables import standing_ranks
from jembatan.platform.ui.moments import day_text

BY_COUNTRY = frozenset({PrecedenceTable.Order.COUNTRY, PrecedenceTable.Order.UNITED_NATIONS})


@dataclass(frozen=True, slots=True)
class Candidate[Key]:
    """Somebody who is to get a place: known by `key`; `position` is the post held on the day, if any."""

    key: Key
    name: str
    ours: bool
    position: Position | None = None
    organisation: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Placed[Key]:
    """In order. `reason` says why the place is this one; without `ranked` the table knows no place for them."""

    candidate: Candidate[Key]
    ranked: bool
    reason: str
    rank: PrecedenceRank | None = None


def ranks_of(version: PrecedenceVersion, positions: Collection[Position]) -> dict[int, PrecedenceRank]:
    """By position: the rank given by hand, else the first whose offices fit. Two queries."""
    ranks = list(standing_ranks(version))
    by_number = {rank.pk: rank for rank in ranks}
    by_hand = dict(
        version.by_hand.filter(position__in=[each.pk for each in positions]).values_list("position", "rank")
    )
    patterns = [(rank, read_patterns(rank.offices)) for rank in ranks]
    found: dict[int, PrecedenceRank] = {}
    for position in positions:
        if (chosen := by_number.get(by_hand.get(position.pk, 0))) is not None:
            found[position.pk] = chosen
            continue
        title, body = position.title, position.organisation.name
        fitting = (rank for rank, lines in patterns if any(line.matches(title, body) for line in lines))
        if (first := next(fitting, None)) is not None:
            found[position.pk] = first
    return found


def in_order[Key](
    table: PrecedenceTable, version: PrecedenceVersion | None, candidates: Iterable[Candidate[Key]]
) -> list[Placed[Key]]:
    """Sides as the table has them, then its order, then seniority, then the name; who has no place in it comes last."""
    people = list(candidates)
    ranks: dict[int, PrecedenceRank] = {}
    if table.order == PrecedenceTable.Order.RANKS and version is not None:
        ranks = ranks_of(version, [each.position for each in people if each.position])
    placed = [_placed(table, each, ranks) for each in people]
    lot = fold(version.begins_with) if version else ""
    return sorted(placed, key=lambda each: _key(table, each, lot))


def rank_name(rank: PrecedenceRank, language: str = "") -> str:
    """In the language, or the reader's."""
    return rank.name_en if (language or get_language() or "id").startswith("en") else rank.name_id


def _placed[Key](
    table: PrecedenceTable, candidate: Candidate[Key], ranks: dict[int, PrecedenceRank]
) -> Placed[Key]:
    position = candidate.position
    if table.order == PrecedenceTable.Order.RANKS:
        rank = ranks.get(position.pk) if position else None
        if rank is not None:
            facts = {"number": rank.number, "name": rank_name(rank)}
            reason = _("rank %(number)s: %(name)s") % facts
            return Placed(candidate, True, ", ".join(part for part in (reason, rank.article) if part), rank)
        missing = _("no rank for this post") if position else _("no post in the directory on this day")
        return Placed(candidate, False, missing)
    if table.order == PrecedenceTable.Order.ORGANISATION:
        return Placed(candidate, bool(candidate.organisation), candidate.organisation or _("no organisation"))
    if table.order in BY_COUNTRY:
        name = _country(table, candidate.country) if candidate.country else ""
        return Placed(candidate, bool(name), name or _("no country"))
    if position is not None and position.since:
        return Placed(candidate, True, _("in the post since %(day)s") % {"day": day_text(position.since)})
    return Placed(candidate, False, _("nobody knows since when"))


def _country(table: PrecedenceTable, code: str) -> str:
    if table.order == PrecedenceTable.Order.UNITED_NATIONS:
        return un_name(code)
    return country_name(code, table.language)


def _key[Key](table: PrecedenceTable, placed: Placed[Key], lot: str) -> tuple[object, ...]:
    candidate = placed.candidate
    since = candidate.position.since if candidate.position and candidate.position.since else date.max
    by = _by(table, placed, lot)
    return (not placed.ranked, _side(table, candidate.ours), by, since, fold(candidate.name))


def _side(table: PrecedenceTable, ours: bool) -> bool:
    if table.sides == PrecedenceTable.Sides.GUESTS_FIRST:
        return ours
    return not ours if table.sides == PrecedenceTable.Sides.HOSTS_FIRST else False


def _by[Key](table: PrecedenceTable, placed: Placed[Key], lot: str) -> tuple[int, str]:
    if table.order == PrecedenceTable.Order.RANKS:
        return (placed.rank.number or 0 if placed.rank else 0, "")
    if table.order == PrecedenceTable.Order.ORGANISATION:
        return (0, fold(placed.reason) if placed.ranked else "")
    if table.order in BY_COUNTRY:
        name = fold(placed.reason) if placed.ranked else ""
        return (int(name < lot), name)
    return (0, "")
