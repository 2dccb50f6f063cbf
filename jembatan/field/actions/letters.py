"""Letters that the field writes to officers by itself, by the outbox."""

from django.db import transaction

from jembatan.accounts.actor import operator
from jembatan.correspondence.actions.outbox.calendar import CalendarLetter, send_calendar
from jembatan.correspondence.actions.refusals import Refused as NotSent
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.programmes.models import Officer


def write_to(officer: Officer, subject: str, text: str) -> None:
    """Where there is no address to write to, or to write from, the pages say it alone."""
    actor = operator(officer.programme.desk)
    sender = addresses_for(actor).first()
    if sender is None or not officer.email or officer.status == Officer.Status.ENDED:
        return
    letter = CalendarLetter(
        sender=sender.email,
        receiver=Address(officer.full_name, officer.email),
        subject=subject,
        text=text,
        matter=("officer", officer.pk),
    )
    try:
        with transaction.atomic():
            send_calendar(actor, letter)
    except NotSent:
        return
