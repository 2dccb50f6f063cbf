"""Telling those whom we have invited: the invitation, what changes, and that it is off."""

from collections.abc import Collection, Iterable, Iterator

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.invitations.post import InvitationLetter, post
from jembatan.meetings.formats.itip.compose import compose
from jembatan.meetings.formats.itip.message import Message
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.significance import differs
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.guest_page.link import link_for
from jembatan.meetings.queries.invitations.scheduled import told_version
from jembatan.meetings.queries.invitations.words import words_of


def as_told(actor: Actor, meeting: Meeting) -> Scheduled | None:
    """Asked before a change, and given to `tell_change` after it. Raises `ValidationError` for who may not send mail."""
    before = told_version(meeting, now=timezone.now())
    if before is not None and not actor.may_send:
        raise ValidationError(
            _("Others are invited to this meeting and would be told by mail: only an officer can change it.")
        )
    return before


def tell_change(actor: Actor, meeting: Meeting, before: Scheduled | None) -> None:
    """A mail to everyone who is or was invited. At another time they have to answer anew, and the SEQUENCE says so."""
    if before is None:
        return
    now = timezone.now()
    after = told_version(meeting, now=now)
    if after is not None and differs(before, after):
        meeting.sequence += 1
        meeting.save(update_fields=["sequence"])
        _forget_answers(meeting)
        after = told_version(meeting, now=now)
    invited = meeting.attendances.filter(told__isnull=False)
    ours = set(meeting.attendances.filter(ours=True).values_list("email", flat=True))
    messages = compose(before, after, user=meeting.invited_as, now=now)
    send(actor, meeting, _concerned(messages, ours=ours, invited=invited), about="CHANGED")
    invited.update(told=meeting.sequence)


def _concerned(
    messages: Iterable[Message], *, ours: Collection[str], invited: QuerySet[Attendance]
) -> Iterator[Message]:
    """None of us; and who is invited to one date of a series alone is not told of the others, only that all are off."""
    addresses = set(invited.values_list("email", flat=True))
    for each in messages:
        address = _address(each)
        if address not in ours and (each.method == "CANCEL" or address in addresses):
            yield each


def send(
    actor: Actor,
    meeting: Meeting,
    messages: Iterable[Message],
    *,
    about: str,
    comment: str = "",
    sender: str = "",
) -> None:
    """Each message with its words; `about` chooses them for everything but a cancellation.

    It leaves from `sender`, an address of ours that speaks for whom the message is from; from that one unless given.
    """
    for each in messages:
        page = link_for(meeting, None, email=_address(each)) if each.method == "REQUEST" else ""
        said = "CANCEL" if each.method == "CANCEL" else about
        subject, text = words_of(meeting, said, comment=comment, page=page)
        letter = InvitationLetter(
            sender=sender or each.sender.partition(":")[2],
            receiver=_address(each),
            receiver_name=each.recipient_name,
            subject=subject,
            text=text,
            method=each.method,
            content=each.ics,
            about=meeting,
        )
        post().send(actor, letter)


def _forget_answers(meeting: Meeting) -> None:
    if not meeting.is_cancelled:
        outside = meeting.attendances.filter(told__isnull=False, ours=False)
        outside.update(status=Attendance.Status.UNKNOWN, comment="", delegated_to="")


def _address(message: Message) -> str:
    return message.recipient.partition(":")[2].lower()
