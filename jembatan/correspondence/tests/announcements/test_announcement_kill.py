"""`kill -9` while an announcement is queued: each receiver has one mail afterwards, and never two."""

import os
import signal
import sys
import warnings
from types import FrameType

import pytest
from django.db import connections

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

STEPS = (1, 9, 30, 60, 90, 150, 300)
OURS = ("/actions/announcements/", "/actions/outbox/", "/django/db/transaction.py")


@pytest.mark.django_db(transaction=True)
def test_worker_killed_while_queueing_leaves_one_mail_a_receiver(head: Actor, officer: Actor) -> None:
    people = [wanting(officer, f"Orang{number} Mitra") for number in range(3)]
    found = announcement(officer, list_of(officer, *people), unheard_address(head.desk))
    start_announcement(officer, found, confirmed=True)
    killed = [_killed_at(step, found.pk) for step in STEPS]
    assert killed[0]

    queue_announcement(found.pk)

    assert AnnouncementReceiver.objects.filter(mail__isnull=False).count() == 3
    assert OutgoingMail.objects.count() == 3


def _killed_at(step: int, announcement_id: int) -> bool:
    """A worker of its own, which `kill -9`s itself at that call; whether it came that far."""
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # the child touches nothing of the parent's threads
        pid = os.fork()
    if pid:
        return os.WIFSIGNALED(os.waitpid(pid, 0)[1])
    aside = connections["default"].connection
    connections["default"].connection = None
    try:
        sys.setprofile(_Killer(step))
        queue_announcement(announcement_id)
    finally:
        os._exit(0 if aside is not None else 2)


class _Killer:
    """Counts the calls of the code that queues, and ends the process at one of them."""

    def __init__(self, step: int) -> None:
        self.left = step

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and any(part in frame.f_code.co_filename for part in OURS):
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)
