"""One import at a time per database: two that met the same new people, or the same broken item, would be in each other's way."""

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _

from jembatan.platform.imports.actions.refusal import CannotImport

LOCK = 0x6A656D62  # "jemb"
PATIENCE = "5s"


def one_import_at_a_time() -> None:
    """Wait for those under way; holds until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def no_import_under_way() -> None:
    """The same for somebody who looks at a page: waits a few seconds at most, then raises `CannotImport`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('lock_timeout'), set_config('lock_timeout', %s, true)", [PATIENCE]
        )
        (before, _now) = cursor.fetchone()
        try:
            with transaction.atomic():
                one_import_at_a_time()
        except OperationalError as error:
            raise CannotImport(_("Another import is under way. Try again when it is done.")) from error
        finally:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [before])
