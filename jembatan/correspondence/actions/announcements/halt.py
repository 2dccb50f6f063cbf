"""Pausing an announcement, going on with it, and calling off the rest."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.finish import end
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.events import AnnouncementStarted
from jembatan.correspondence.models import Announcement, OutgoingMail, SendAttempt
from jembatan.correspondence.queries.announcements.visible import announcements
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce

State = Announcement.State


@transaction.atomic
def pause_announcement(actor: Actor, announcement: Announcement) -> Announcement:
    """Nothing more leaves; mails that still wait in the outbox come back. Raises `Refused` for one that is not being sent."""
    held = _held(actor, announcement, State.SENDING)
    _take_back_waiting(held)
    held.state = State.PAUSED
    held.save(update_fields=["state"])
    return held


@transaction.atomic
def resume_announcement(actor: Actor, announcement: Announcement) -> Announcement:
    """The inverse; from now on it is the actor's to send."""
    held = _held(actor, announcement, State.PAUSED)
    held.state, held.sent_by = State.SENDING, actor.user
    held.save(update_fields=["state", "sent_by"])
    announce(AnnouncementStarted(held.pk))
    return held


@transaction.atomic
def cancel_announcement(actor: Actor, announcement: Announcement) -> Announcement:
    """For good: whoever has not got it gets none. What has left has left."""
    held = _held(actor, announcement, State.SENDING, State.PAUSED)
    _take_back_waiting(held)
    end(actor, held, State.CANCELLED)
    return held


def _held(actor: Actor, announcement: Announcement, *states: Announcement.State) -> Announcement:
    require_officer(actor)
    found = Announcement.objects.select_for_update(of=("self",)).get(
        pk__in=announcements(actor).order_by().values("pk"), pk=announcement.pk
    )
    if found.state not in states:
        raise Refused(_("This announcement is not being sent."))
    return found


def _take_back_waiting(announcement: Announcement) -> None:
    """Those that no worker has taken: their receivers wait for another mail."""
    tried = SendAttempt.objects.filter(mail=OuterRef("pk"))
    waiting = OutgoingMail.objects.select_for_update(of=("self",)).filter(
        ~Exists(tried), announced__announcement=announcement, state=OutgoingMail.State.WAITING
    )
    ids = list(waiting.values_list("pk", flat=True))
    announcement.receivers.filter(mail__in=ids).update(mail=None)
    OutgoingMail.objects.filter(pk__in=ids).update(state=OutgoingMail.State.WITHDRAWN)
