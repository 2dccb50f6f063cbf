"""Letters to officers of the field, by the outbox."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.correspondence.actions.outbox.calendar import CalendarLetter, send_calendar
from jembatan.correspondence.actions.refusals import Refused as NotSent
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.field.actions.refusals import Refused
from jembatan.programmes.models import Officer

OFFICER = "officer"
"""What letters to an officer are about, where nothing else is."""


@transaction.atomic
def write_as(actor: Actor, officer: Officer, subject: str, text: str, *, matter: tuple[str, int]) -> None:
    """From the first address from which the actor may send. Raises `Refused` where there is none, or none to write to."""
    if not officer.email:
        raise Refused(_("%(name)s has no e-mail address. Show the link instead.") % {"name": officer})
    sender = addresses_for(actor).first()
    if sender is None:
        raise Refused(_("There is no address from which you may send mail. Show the link instead."))
    letter = CalendarLetter(
        sender=sender.email,
        receiver=Address(officer.full_name, officer.email),
        subject=subject,
        text=text,
        matter=matter,
    )
    try:
        send_calendar(actor, letter)
    except NotSent as refusal:
        raise Refused(str(refusal)) from refusal


def write_to(officer: Officer, subject: str, text: str) -> bool:
    """By itself; where that is refused, the pages say it alone. Whether it is in the outbox."""
    if officer.status == Officer.Status.ENDED:
        return False
    try:
        write_as(operator(officer.programme.desk), officer, subject, text, matter=(OFFICER, officer.pk))
    except Refused:
        return False
    return True
