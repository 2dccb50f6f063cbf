"""`kill -9` while an announcement is queued: each receiver has one mail afterwards, and never two."""

import os

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.queue import queue_announcement
from jembatan.correspondence.actions.announcements.start import start_announcement
from jembatan.correspondence.models import AnnouncementReceiver, OutgoingMail
from jembatan.correspondence.tests.announcements.scene import (
    announcement,
    list_of,
    unheard_address,
    wanting,
)
from jembatan.correspondence.tests.forked import forked, killed_at

STEPS = (1, 9, 30, 60, 90, 150, 300)
OURS = ("/actions/announcements/", "/actions/outbox/", "/django/db/transaction.py")


@pytest.mark.django_db(transaction=True)
def test_worker_killed_while_queueing_leaves_one_mail_a_receiver(head: Actor, officer: Actor) -> None:
    people = [wanting(officer, f"Orang{number} Mitra") for number in range(3)]
    found = announcement(officer, list_of(officer, *people), unheard_address(head.desk))
    start_announcement(officer, found, confirmed=True)
    killed = [_dies_at(step, found.pk) for step in STEPS]
    assert killed[0]

    queue_announcement(found.pk)

    assert AnnouncementReceiver.objects.filter(mail__isnull=False).count() == 3
    assert OutgoingMail.objects.count() == 3


def _dies_at(step: int, announcement_id: int) -> bool:
    """A worker of its own, which is killed at that call; whether it came that far."""

    def work() -> None:
        killed_at(step, among=OURS)
        queue_announcement(announcement_id)

    return os.WIFSIGNALED(os.waitpid(forked(work), 0)[1])
