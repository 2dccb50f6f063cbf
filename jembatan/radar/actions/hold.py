"""One desk's signals are worked on by one at a time."""

from django.db import connection

from jembatan.accounts.models import Desk

LOCK = 7_526_301  # Any number that no other program on this database uses for an advisory lock.


def hold(desk: Desk) -> None:
    """Until the transaction ends: whoever looks at the desk next waits, and then reads what stands there by then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, desk.pk])
