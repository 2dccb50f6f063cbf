"""One desk's signals are worked on by one at a time."""

from django.db import connection

from jembatan.accounts.models import Desk

LOCK = 7_526_301  # Any number that no other program on this database uses for an advisory lock.


def hold(desk: Desk) -> None:
    """Until the transaction ends: whoever looks at the desk next waits, and then reads what stands there by then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, desk.pk])


def hold_if_free(desk: Desk) -> bool:
    """The same without waiting: False while somebody looks at the desk."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, desk.pk])
        return bool(cursor.fetchone() == (True,))
