"""Orders of precedence and their versions: taken over, copied, changed, put away. All of it is the head's."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import (
    PrecedenceRank,
    PrecedenceTable,
    PrecedenceVersion,
    RankedPosition,
)
from jembatan.directory.queries.precedence.shipped import SHIPPED
from jembatan.directory.queries.precedence.tables import all_tables, standing_ranks, tables, versions_of
from jembatan.platform.access import require_head
from jembatan.platform.unique import unless_taken

LONGEST_NAME = 200
LONGEST_SOURCE = 2000
LONGEST_LOT = 80
ONCE = "precedence_once"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """What is said of a table."""

    name: str
    order: str
    sides: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """What is said of a version; `valid_until` is its last day, `begins_with` the letter or name that was drawn for it."""

    source: str
    valid_from: date | None = None
    valid_until: date | None = None
    begins_with: str = ""


class NameTaken(ValidationError):
    """Another order of the desk is called so."""

    def __init__(self) -> None:
        super().__init__({"name": _("There is an order of precedence of this name already.")})


@transaction.atomic
def take_over(actor: Actor, key: str) -> PrecedenceTable:
    """One that comes with the house, as a table of the desk. Raises `KeyError`, and `ValidationError` for a name in use."""
    require_head(actor)
    shipped = SHIPPED[key]
    facts = TableFacts(
        name=str(shipped.name), order=shipped.order, sides=shipped.sides, language=shipped.language
    )
    table = _fill(actor, PrecedenceTable(desk=actor.desk), facts)
    version = PrecedenceVersion.objects.create(
        desk=actor.desk, table=table, source=_(shipped.source), valid_from=shipped.valid_from
    )
    PrecedenceRank.objects.bulk_create(
        PrecedenceRank(
            desk=actor.desk,
            version=version,
            number=number,
            name_id=rank.name_id,
            name_en=rank.name_en,
            article=rank.article,
            offices="\n".join(rank.offices),
        )
        for number, rank in enumerate(shipped.ranks, start=1)
    )
    return table


@transaction.atomic
def make_table(actor: Actor, facts: TableFacts, *, source: str) -> PrecedenceTable:
    """With one version that always holds. Raises `ValidationError` with a sentence."""
    require_head(actor)
    table = _fill(actor, PrecedenceTable(desk=actor.desk), facts)
    _fill_version(PrecedenceVersion(desk=actor.desk, table=table), VersionFacts(source=source))
    return table


@transaction.atomic
def copy_table(actor: Actor, table: PrecedenceTable, *, name: str) -> PrecedenceTable:
    """All versions, ranks, and ranks by hand. Raises `ValidationError` for a name in use."""
    require_head(actor)
    original = all_tables(actor).get(pk=table.pk)
    facts = TableFacts(name=name, order=original.order, sides=original.sides, language=original.language)
    copy = _fill(actor, PrecedenceTable(desk=actor.desk), facts)
    for version in versions_of(original):
        made = PrecedenceVersion.objects.create(
            desk=actor.desk,
            table=copy,
            source=version.source,
            valid_from=version.valid_from,
            valid_until=version.valid_until,
            begins_with=version.begins_with,
        )
        _copy_ranks(version, made)
    return copy


@transaction.atomic
def change_table(actor: Actor, table: PrecedenceTable, facts: TableFacts) -> PrecedenceTable:
    """Raises `ValidationError` with a sentence."""
    require_head(actor)
    return _fill(actor, all_tables(actor).select_for_update().get(pk=table.pk), facts)


@transaction.atomic
def put_table_away(actor: Actor, table: PrecedenceTable) -> None:
    """It is offered no more; meetings that follow it go on doing so."""
    require_head(actor)
    all_tables(actor).filter(pk=table.pk).update(retired_at=timezone.now())


@transaction.atomic
def bring_table_back(actor: Actor, table: PrecedenceTable) -> None:
    """Raises `ValidationError` where another has got its name."""
    require_head(actor)
    _refuse_name(actor, table, table.name)
    retired = all_tables(actor).filter(pk=table.pk)
    unless_taken(lambda: retired.update(retired_at=None), once=ONCE, taken=NameTaken)


@transaction.atomic
def begin_version(
    actor: Actor, table: PrecedenceTable, *, source: str, valid_from: date
) -> PrecedenceVersion:
    """From that day on, with the ranks of the newest, which ends the day before. Raises `ValidationError` with a sentence."""
    require_head(actor)
    newest = versions_of(all_tables(actor).select_for_update().get(pk=table.pk)).first()
    if newest is not None:
        if valid_from <= (newest.valid_from or date.min):
            raise ValidationError({"valid_from": _("It has to begin after the version before it.")})
        if newest.valid_until is None or newest.valid_until >= valid_from:
            newest.valid_until = valid_from - ONE_DAY
            newest.save()
    version = PrecedenceVersion(desk=actor.desk, table=table)
    _fill_version(version, VersionFacts(source=source, valid_from=valid_from))
    if newest is not None:
        _copy_ranks(newest, version)
    return version


@transaction.atomic
def change_version(actor: Actor, version: PrecedenceVersion, facts: VersionFacts) -> None:
    """Raises `ValidationError` with a sentence; the versions of a table never hold on the same day."""
    require_head(actor)
    all_tables(actor).select_for_update().get(pk=version.table_id)
    _fill_version(PrecedenceVersion.objects.get(desk=actor.desk, pk=version.pk), facts)


def _fill(actor: Actor, table: PrecedenceTable, facts: TableFacts) -> PrecedenceTable:
    name = " ".join(facts.name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValidationError(
            {"name": _("Give it a name of at most %(most)s characters.") % {"most": LONGEST_NAME}}
        )
    _refuse_name(actor, table, name)
    table.name = name
    table.order = PrecedenceTable.Order(facts.order)
    table.sides = PrecedenceTable.Sides(facts.sides)
    table.language = PrecedenceTable.Language(facts.language)
    unless_taken(table.save, once=ONCE, taken=NameTaken)
    return table


def _refuse_name(actor: Actor, table: PrecedenceTable, name: str) -> None:
    if tables(actor).filter(name__iexact=name).exclude(pk=table.pk).exists():
        raise NameTaken


def _fill_version(version: PrecedenceVersion, facts: VersionFacts) -> None:
    source = facts.source.strip()
    if not 0 < len(source) <= LONGEST_SOURCE:
        raise ValidationError({"source": _("Say where this order stands written.")})
    if facts.valid_from and facts.valid_until and facts.valid_until < facts.valid_from:
        raise ValidationError({"valid_until": _("It ends before it begins.")})
    version.source, version.valid_from, version.valid_until = source, facts.valid_from, facts.valid_until
    version.begins_with = " ".join(facts.begins_with.split())[:LONGEST_LOT]
    for other in version.table.versions.exclude(pk=version.pk):
        if _overlap(version, other):
            raise ValidationError({"valid_from": _("Another version of this order holds in these days.")})
    version.save()


def _overlap(one: PrecedenceVersion, other: PrecedenceVersion) -> bool:
    begins = max(one.valid_from or date.min, other.valid_from or date.min)
    return begins <= min(one.valid_until or date.max, other.valid_until or date.max)


def _copy_ranks(before: PrecedenceVersion, after: PrecedenceVersion) -> None:
    made: dict[int, PrecedenceRank] = {}
    for rank in standing_ranks(before):
        made[rank.pk] = PrecedenceRank.objects.create(
            desk_id=after.desk_id,
            version=after,
            number=rank.number,
            name_id=rank.name_id,
            name_en=rank.name_en,
            article=rank.article,
            offices=rank.offices,
        )
    RankedPosition.objects.bulk_create(
        RankedPosition(
            desk_id=after.desk_id, version=after, rank=made[each.rank_id], position_id=each.position_id
        )
        for each in before.by_hand.all()
        if each.rank_id in made
    )
