"""Letters to applicants, by the outbox: forgotten when the application is deleted."""

import secrets
from collections.abc import Iterable

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.personal import Personal, own_address, send_personal
from jembatan.correspondence.formats.message import Address
from jembatan.recruitment.models import Application
from jembatan.recruitment.queries.invitations import OFF, TAKEN, invitation, times_ahead
from jembatan.recruitment.queries.letters import letter_to
from jembatan.recruitment.queries.link import on_their_clock

MATTER = "application"
CALENDARS = {"booked": TAKEN, "called_off": OFF, "dropped": OFF, "declined": OFF, "withdrawn": OFF}
"""What calendars are told by a letter to somebody who has an interview ahead, by its kind."""


def new_occasion() -> str:
    """A name for what is being done, by which its letters are recalled, and no others."""
    return secrets.token_hex(12)


def write_to(
    actor: Actor, applications: Iterable[Application], kind: str, *, at_once: bool = False, occasion: str = ""
) -> None:
    """Inside the caller's transaction. Nothing leaves to applicants without an address, and from a desk that has none."""
    sender = own_address(actor.desk)
    receivers = [each for each in applications if each.email]
    if sender is None or not receivers:
        return
    method = CALENDARS.get(kind)
    times = times_ahead([each.pk for each in receivers]) if method else {}
    letters = []
    for each in receivers:
        slot, calendar = times.get(each.pk), None
        subject, text = letter_to(each, kind, slot)
        if method and slot:
            with on_their_clock(each.call, each.language):
                calendar = invitation(each, slot, Address(sender.name, sender.email), method)
        letters.append(Personal(Address(each.full_name, each.email), subject, text, each.pk, calendar))
    send_personal(actor, MATTER, letters, at_once=at_once, occasion=occasion)
