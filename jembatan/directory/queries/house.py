"""What an organisation is part of, and its units all the way down."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation

DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation and how deep below the first it stands (its own units: 1)."""

    id: int
    name: str
    depth: int


def house_around(actor: Actor, organisation: Organisation) -> tuple[list[Unit], list[Unit]]:
    """What it is part of, the outermost first, and every unit below, each after the one it belongs to, by name; one query.

    Removed ones end the line upwards, and their units are not shown.
    """
    statement = f"""
        WITH RECURSIVE above AS ({_walk("above", "parent.id = above.parent_id")}),
        below AS ({_walk("below", "parent.parent_id = below.id")})
        SELECT false, id, name, depth, path FROM above WHERE depth > 0
        UNION ALL SELECT true, id, name, depth, path FROM below WHERE depth > 0
        ORDER BY path
    """
    values = {"id": organisation.pk, "desk": actor.desk.pk, "deepest": DEEPEST}
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found = [(is_below, Unit(*unit)) for is_below, *unit, _path in cursor.fetchall()]
    ancestors = [unit for is_below, unit in found if not is_below]
    return sorted(ancestors, key=lambda unit: -unit.depth), [unit for is_below, unit in found if is_below]


def with_houses(desk: Desk, organisations: Collection[int]) -> frozenset[int]:
    """These organisations and everything that they are part of, by their ids."""
    statement = """
        WITH RECURSIVE house AS (
            SELECT id, parent_id, 0 AS depth FROM directory_organisation
            WHERE id = ANY(%s) AND desk_id = %s
            UNION
            SELECT parent.id, parent.parent_id, house.depth + 1
            FROM house JOIN directory_organisation parent ON parent.id = house.parent_id
            WHERE parent.desk_id = %s AND parent.removed_at IS NULL AND house.depth < %s
        )
        SELECT DISTINCT id FROM house
    """
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(organisations), desk.pk, desk.pk, DEEPEST])
        return frozenset(found for (found,) in cursor.fetchall())


def _walk(house: str, step: str) -> str:
    return f"""
        SELECT id, parent_id, name, 0 AS depth, ARRAY[]::text[] AS path
        FROM directory_organisation WHERE id = %(id)s AND desk_id = %(desk)s
        UNION ALL
        SELECT parent.id, parent.parent_id, parent.name, {house}.depth + 1,
               {house}.path || (parent.name_folded || ' ' || parent.id)
        FROM {house} JOIN directory_organisation parent ON {step}
        WHERE parent.desk_id = %(desk)s AND parent.removed_at IS NULL AND {house}.depth < %(deepest)s
    """
