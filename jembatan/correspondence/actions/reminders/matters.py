"""Reminders of records of rooms above: the room says when, of what and whom; the bell, Today and the mail are those of answers."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from jembatan.accounts.models import Desk, User
from jembatan.correspondence.actions.reminders.by_mail import mail_reminder
from jembatan.correspondence.models import Reminder
from jembatan.correspondence.reminding import Step


@transaction.atomic
def remind_of_matter(
    desk: Desk, matter: tuple[str, int], step: Step, *, due_at: datetime, users: Iterable[User]
) -> int:
    """Each once for every step and moment, whoever calls how often; returns how many were told something new. `matter` is its kind and id."""
    kind, pk = matter
    told = 0
    for user in users:
        reminder, is_new = Reminder.objects.get_or_create(
            matter_kind=kind,
            matter_id=pk,
            due_at=due_at,
            step=step.value,
            user=user,
            defaults={"desk": desk},
        )
        if is_new:
            told += 1
            mail_reminder(reminder)
    return told


def forget_matter(matter: tuple[str, int], *, but: datetime | None = None) -> None:
    """Nobody is reminded of it any more; of the moment `but` they are. What somebody has seen to stays seen."""
    kind, pk = matter
    unseen = Reminder.objects.filter(matter_kind=kind, matter_id=pk, seen_at__isnull=True)
    unseen.exclude(due_at=but).delete() if but else unseen.delete()
