"""Meetings by mail: how invitations leave by the outbox, and how what arrives reaches the meetings."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from django.http import HttpRequest

    from jembatan.accounts.actor import Actor
    from jembatan.correspondence.events import CalendarArrived
    from jembatan.correspondence.models import Thread
    from jembatan.meetings.actions.invitations.post import InvitationLetter
    from jembatan.platform.markings import Marking


def connect() -> None:
    """Register it."""
    from jembatan.correspondence.events import CalendarArrived
    from jembatan.meetings.actions.invitations.post import register_post
    from jembatan.platform.events import listen
    from jembatan.platform.ui.slots import fill

    register_post(Outbox())
    _matters()
    listen(CalendarArrived, arrived)
    fill("correspondence.thread.panels", invitations_of_thread, order=5)


def _matters() -> None:
    """What letters about meetings are about."""
    from django.urls import reverse

    from jembatan.correspondence.queries.matters import About, Matter, register_matter
    from jembatan.meetings.actions.lines import SOURCE
    from jembatan.meetings.models import Meeting, Minutes, Poll
    from jembatan.meetings.queries.minutes.visible import visible_minutes
    from jembatan.meetings.queries.occurrences import visible_meetings
    from jembatan.meetings.queries.polls.standing import visible_polls
    from jembatan.platform.markings import Marking

    def about_meeting(meeting: Meeting) -> About:
        return About(str(meeting), Marking(meeting.marking), meeting.dossier, (SOURCE, meeting.pk))

    def about_poll(poll: Poll) -> About:
        return About(str(poll), Marking(poll.marking), poll.dossier, None)

    def about_minutes(minutes: Minutes) -> About:
        return about_meeting(minutes.meeting)

    def page_of(view: str) -> "Callable[[int], str]":
        return lambda pk: reverse(view, args=[pk])

    meetings, polls = page_of("meetings:meeting"), page_of("meetings:poll")
    register_matter(Matter("meeting", Meeting.objects.all(), visible_meetings, meetings, about_meeting))
    circulated = page_of("meetings:circulation")
    every = Minutes.objects.select_related("meeting__dossier")
    register_matter(Matter("minutes", every, visible_minutes, circulated, about_minutes))
    register_matter(Matter("poll", Poll.objects.all(), visible_polls, polls, about_poll))


class Outbox:
    """The outbox as meetings see it."""

    def addresses(self, actor: "Actor") -> list[str]:
        """Those of the desk and of the actor."""
        from jembatan.correspondence.queries.sending import addresses_for

        return [address.email for address in addresses_for(actor)]

    def limits(self, actor: "Actor", organisations: "Collection[int]") -> "dict[int, Marking]":
        """As the desk has settled them for its letters."""
        from jembatan.correspondence.queries.preflight.settled import limits_of
        from jembatan.platform.markings import Marking

        found = limits_of(actor).filter(organisation__in=organisations)
        return {limit.organisation_id: Marking(limit.highest) for limit in found}

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
                    matter=(letter.about._meta.model_name or "", letter.about.pk),
                ),
            )
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


def arrived(event: "CalendarArrived") -> None:
    """A calendar came with mail."""
    from jembatan.meetings.actions.invitations.arrive import take_calendar
    from jembatan.meetings.actions.invitations.mail import Mail

    mail = Mail(event.message_id, event.sender, event.believed, event.content, event.import_batch)
    take_calendar(event.actor, mail)


def invitations_of_thread(request: "HttpRequest", actor: "Actor", thread: "Thread") -> str:
    """The meetings that the mails of a conversation brought, or are about."""
    from jembatan.meetings.web.invitations import invitations_in

    return invitations_in(request, actor, thread.messages.values("pk"))
