"""A record that entries come from has moved to another dossier, or bears another marking: its entries follow it."""

from collections.abc import Iterable

from django.db import connection

from jembatan.accounts.models import Desk
from jembatan.journal.actions.activity import reckon_activity
from jembatan.journal.events import Place, SourcesPlaced
from jembatan.journal.models import Entry, Placement
from jembatan.platform.events import announce

__all__ = ["Place", "place"]


def place(desk: Desk, source_kind: str, places: Iterable[Place]) -> None:
    """Tell where these sources stand, inside the transaction that moved them; four statements for any number.

    Only sources that stand elsewhere than their entries say, or did so before, get a placement. Parties whose only
    activity is now behind a restricted dossier move down in the directory's lists, and up again when it comes out.
    """
    standing = tuple(places)
    if not standing:
        return
    columns = list(zip(*standing, strict=True))
    ids, dossiers, markings = (list(column) for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(PLACE, [desk.pk, source_kind, ids, dossiers, markings])
        moved = [source_id for (source_id,) in cursor.fetchall()]
    if moved:
        reckon_activity(desk, Entry.objects.filter(source_kind=source_kind, source_id__in=moved))
    announce(SourcesPlaced(desk=desk, source_kind=source_kind, places=standing))


PLACE = f"""
    INSERT INTO {Placement._meta.db_table} AS known (desk_id, source_kind, source_id, dossier_id, marking)
    SELECT DISTINCT ON (stands.source_id) %s, stands.kind, stands.source_id, stands.dossier_id, stands.marking
    FROM (
        SELECT %s AS kind, source_id, dossier_id, marking
        FROM unnest(%s::bigint[], %s::bigint[], %s::text[]) AS told (source_id, dossier_id, marking)
    ) AS stands
    JOIN {Entry._meta.db_table} AS entry ON entry.source_kind = stands.kind AND entry.source_id = stands.source_id
    LEFT JOIN {Placement._meta.db_table} AS before
        ON before.source_kind = stands.kind AND before.source_id = stands.source_id
    WHERE (coalesce(before.marking, entry.marking), CASE WHEN before.id IS NULL THEN entry.dossier_id ELSE before.dossier_id END)
        IS DISTINCT FROM (stands.marking, stands.dossier_id)
    ON CONFLICT (source_kind, source_id) DO UPDATE SET dossier_id = excluded.dossier_id, marking = excluded.marking
    RETURNING source_id
"""
