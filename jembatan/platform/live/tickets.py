"""Tickets for the stream: signed, for one desk, and good for a minute.

The process that streams knows neither sessions nor members, and asks the database nothing: a page of the web, which knows both,
gives the ticket. A stream lasts ten minutes at most, so that whoever has left the desk hears nothing after that.
"""

from django.core import signing

SALT = "jembatan.platform.live"
SECONDS = 60


class NoTicket(Exception):
    """It was not signed here, or it is too old."""


def ticket_for(desk_id: int, user_id: int) -> str:
    """Fit for an address."""
    return signing.dumps([desk_id, user_id], salt=SALT)


def bearer_of(ticket: str) -> tuple[int, int]:
    """The desk whose news may be heard, and the user who hears it. Raises `NoTicket`."""
    try:
        desk_id, user_id = signing.loads(ticket, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise NoTicket from error
    return int(desk_id), int(user_id)
