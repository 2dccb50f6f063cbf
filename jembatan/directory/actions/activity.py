"""When something was last heard from or done with a party: the order in which lists show them."""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person


def mark_active(
    desk: Desk,
    *,
    people: Mapping[int, datetime] | None = None,
    organisations: Mapping[int, datetime] | None = None,
) -> None:
    """Move `last_active_at` forward, never back, one statement a kind for any number of parties; called by importers too."""
    for model, moments in ((Person, people), (Organisation, organisations)):
        if moments:
            _move_forward(model, desk, moments)


def set_active(
    desk: Desk, model: type[Person] | type[Organisation], moments: Mapping[int, datetime | None]
) -> None:
    """Say anew when these parties were last active, back or forward; None for never."""
    table = connection.ops.quote_name(model._meta.db_table)
    statement = f"""
        UPDATE {table} party SET last_active_at = heard.moment
        FROM unnest(%s::bigint[], %s::timestamptz[]) AS heard (id, moment)
        WHERE party.id = heard.id AND party.desk_id = %s AND party.last_active_at IS DISTINCT FROM heard.moment
    """
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(moments), list(moments.values()), desk.pk])


def _move_forward(
    model: type[Person] | type[Organisation], desk: Desk, moments: Mapping[int, datetime]
) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    statement = f"""
        UPDATE {table} party SET last_active_at = heard.moment
        FROM unnest(%s::bigint[], %s::timestamptz[]) AS heard (id, moment)
        WHERE party.id = heard.id AND party.desk_id = %s
          AND (party.last_active_at IS NULL OR party.last_active_at < heard.moment)
    """
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(moments), list(moments.values()), desk.pk])
