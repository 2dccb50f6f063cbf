"""The code that a place shows on a screen: it is another one every minute, and says when it was shown.

The signature is made with the installation's secret, so a code is proof that somebody saw the screen in that minute.
"""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

PERIOD = 60
TOLERANCE = timedelta(minutes=3)
"""Between the minute of a code and the moment of its scan: screens renew themselves late, phones' clocks are off."""


class CodeUnreadable(ValueError):
    """No code of ours."""


def code_of(place_id: int, moment: datetime) -> str:
    """What is shown then."""
    return _signed(place_id, int(moment.timestamp()) // PERIOD)


def read_code(code: str) -> tuple[int, datetime]:
    """The place, and the beginning of the minute in which it was shown. Raises `CodeUnreadable`."""
    try:
        place_id, turn = (int(part, 36) for part in code.split("-")[:2])
        if not constant_time_compare(code, _signed(place_id, turn)):
            raise CodeUnreadable
        return place_id, datetime.fromtimestamp(turn * PERIOD, UTC)
    except (ValueError, OverflowError, OSError):
        raise CodeUnreadable from None


def address_of(place_id: int, moment: datetime) -> str:
    """What the QR leads a camera to."""
    return settings.PUBLIC_URL + reverse("field:scanned", args=[code_of(place_id, moment)])


def _signed(place_id: int, turn: int) -> str:
    said = f"{_digits(place_id)}-{_digits(turn)}"
    return f"{said}-{salted_hmac('jembatan place code', said, algorithm='sha256').hexdigest()[:20]}"


def _digits(number: int) -> str:
    digits, letters = "", "0123456789abcdefghijklmnopqrstuvwxyz"
    while True:
        number, last = divmod(number, 36)
        digits = letters[last] + digits
        if number <= 0:
            return digits
