"""What a worker does with an announcement that is being sent: as many mails as the server takes in a minute, then the end.

Each mail, its job and the receiver's mark that it has one come into being in one transaction: a worker that is killed leaves a
receiver with exactly one mail, or with none that the next run then makes.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.queries.actors import actor_for
from jembatan.correspondence.actions.announcements.finish import finish_if_done
from jembatan.correspondence.actions.announcements.letters import letter_for
from jembatan.correspondence.actions.announcements.unsubscribe import unsubscription_of
from jembatan.correspondence.actions.outbox.queue import queue
from jembatan.correspondence.formats.outgoing import compose
from jembatan.correspondence.models import Announcement, AnnouncementReceiver, OutgoingMail
from jembatan.correspondence.queries.announcements.consents import consents_of
from jembatan.correspondence.queries.announcements.receivers import Chosen, posts_of
from jembatan.correspondence.queries.announcements.words import words_for

MINUTE = timedelta(minutes=1)
State = Announcement.State


@transaction.atomic
def queue_announcement(announcement_id: int) -> int:
    """How many mails it queued. Safe to repeat at any time; nothing for one that is not being sent."""
    held = Announcement.objects.select_for_update(skip_locked=True, of=("self",))
    related = held.select_related("desk", "sent_by", "from_address__server")
    announcement = related.filter(pk=announcement_id, state=State.SENDING).first()
    if announcement is None:
        return 0
    actor = _sender(announcement)
    if actor is None:
        announcement.state = State.PAUSED
        announcement.save(update_fields=["state"])
        return 0
    queued = _queue_some(actor, announcement)
    finish_if_done(actor, announcement)
    return queued


def _sender(announcement: Announcement) -> Actor | None:
    """Whoever sends it, with the rights of today; None for somebody who may not send here any more."""
    user = announcement.sent_by
    actor = actor_for(user, desk_id=announcement.desk_id) if user else None
    return actor if actor and actor.desk.pk == announcement.desk_id and actor.may_send else None


def _queue_some(actor: Actor, announcement: Announcement) -> int:
    """Those that fall into the minute to come, one pause of the server after the other."""
    now = timezone.now()
    pause = MINUTE / announcement.from_address.server.per_minute
    due_at = max(now, _next_turn(announcement, pause) or now)
    waiting = announcement.receivers.filter(left_out="", mail__isnull=True).select_related("person")
    receivers = list(waiting.order_by("pk")[: max((now + MINUTE - due_at) // pause, 0)])
    wishes = consents_of(actor.desk, [each.person_id for each in receivers if each.person_id])
    queued = 0
    for receiver in receivers:
        consent = wishes.get(receiver.person_id or 0)
        if consent is None or not consent.wishes:
            receiver.left_out = AnnouncementReceiver.LeftOut.DECLINED
            receiver.save(update_fields=["left_out"])
            continue
        receiver.mail = _mail(actor, announcement, receiver, due_at=due_at + queued * pause)
        receiver.save(update_fields=["mail"])
        queued += 1
    return queued


def _next_turn(announcement: Announcement, pause: timedelta) -> datetime | None:
    """After the last mail of any announcement that this server gets."""
    server = announcement.from_address.server
    theirs = OutgoingMail.objects.filter(announced__isnull=False, from_address__server=server)
    last = theirs.aggregate(last=Max("due_at"))["last"]
    return last + pause if last else None


def _mail(
    actor: Actor, announcement: Announcement, receiver: AnnouncementReceiver, *, due_at: datetime
) -> OutgoingMail:
    sender, person = announcement.from_address, receiver.person
    assert person is not None, "somebody without consent is left out"
    unsubscription = unsubscription_of(receiver, sender)
    house = posts_of(actor, [person.pk]).get(person.pk)
    chosen = Chosen(person, house, receiver.email, receiver.language, "")
    words = words_for(announcement, chosen, off=unsubscription.page)
    draft, letter = letter_for(actor, announcement, chosen, words, date=due_at)
    letter = replace(letter, automatic=True, unsubscription=unsubscription)
    return queue(actor, draft, sender, letter, compose(letter), due_at=due_at)
