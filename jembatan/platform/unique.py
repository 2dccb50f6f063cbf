"""What stands once: the database decides, also between two who write at the same moment."""

from collections.abc import Callable

from django.db import IntegrityError, transaction


def unless_taken[Result](write: Callable[[], Result], *, once: str, taken: type[Exception]) -> Result:
    """What `write` gives. Raises `taken` where the unique key named `once` refuses it; the transaction around goes on."""
    try:
        with transaction.atomic():
            return write()
    except IntegrityError as error:
        if once in str(error):
            raise taken from error
        raise
