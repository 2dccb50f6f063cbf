"""Meetings by mail: how invitations leave by the outbox, and how what arrives reaches the meetings."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

    from jembatan.accounts.actor import Actor
    from jembatan.correspondence.events import CalendarArrived
    from jembatan.correspondence.models import Thread
    from jembatan.meetings.actions.invitations.post import InvitationLetter


def connect() -> None:
    """Register it."""
    from jembatan.correspondence.events import CalendarArrived
    from jembatan.meetings.actions.invitations.post import register_post
    from jembatan.platform.events import listen
    from jembatan.platform.ui.slots import fill

    register_post(Outbox())
    listen(CalendarArrived, arrived)
    fill("correspondence.thread.panels", invitations_of_thread, order=5)


class Outbox:
    """The outbox as meetings see it."""

    def addresses(self, actor: "Actor") -> list[str]:
        """Those of the desk and of the actor."""
        from jembatan.correspondence.queries.sending import addresses_for

        return [address.email for address in addresses_for(actor)]

    def send(self, actor: "Actor", letter: "InvitationLetter") -> None:
        """By the way of every letter."""
        from django.core.exceptions import ValidationError

        from jembatan.correspondence.actions.outbox.calendar import CalendarLetter, send_calendar
        from jembatan.correspondence.actions.refusals import Refused
        from jembatan.correspondence.formats.message import Address

        try:
            send_calendar(
                actor,
                CalendarLetter(
                    sender=letter.sender,
                    receiver=Address(letter.receiver_name, letter.receiver),
                    subject=letter.subject,
                    text=letter.text,
                    method=letter.method,
                    content=letter.content,
                    dossier=letter.dossier,
                    marking=letter.marking,
                ),
            )
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


def arrived(event: "CalendarArrived") -> None:
    """A calendar came with mail."""
    from jembatan.meetings.actions.invitations.arrive import take_calendar
    from jembatan.meetings.actions.invitations.mail import Mail

    mail = Mail(event.message_id, event.sender, event.believed, event.content)
    take_calendar(event.actor, mail)


def invitations_of_thread(request: "HttpRequest", actor: "Actor", thread: "Thread") -> str:
    """The meetings that the mails of a conversation brought, or are about."""
    from jembatan.meetings.web.invitations import invitations_in

    ids = thread.messages.values_list("pk", flat=True)
    return invitations_in(request, actor, list(ids))
