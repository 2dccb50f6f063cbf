"""`jembatan worker` as a real process that is killed in the middle of running a schedule of reports."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from jembatan.accounts.actor import Actor
from jembatan.config.tests.worker_process import database_address, is_filed, worker
from jembatan.correspondence.jobs import send_mail
from jembatan.correspondence.models import OutgoingMail
from jembatan.correspondence.tests.mail_server import mail_server
from jembatan.correspondence.tests.outbox_scene import make_due, sending_address
from jembatan.platform.postgres.tests.owners import eventually
from jembatan.reports.actions.schedules import begin_schedule
from jembatan.reports.jobs import run_report_schedules
from jembatan.reports.models import Report, ReportRun, ReportSchedule

OUTBOX = "correspondence_outgoingmail"
LOCKED = f"LOCK TABLE {OUTBOX} IN SHARE MODE"
WAITING = f"SELECT FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock' AND relation = '{OUTBOX}'::regclass"


@contextmanager
def outbox_held() -> Iterator[psycopg.Connection]:
    """Nobody puts a mail into the outbox meanwhile: whoever tries has made all the rest, and waits."""
    with psycopg.connect(database_address()) as other:
        other.execute(LOCKED)
        yield other


def _due_once(officer: Actor) -> None:
    """A schedule for which yesterday is due, and no other day."""
    assert officer.user is not None
    schedule = begin_schedule(
        officer,
        None,
        every=ReportSchedule.Every.DAY,
        hour=0,
        language="en",
        form=ReportSchedule.Form.PDF,
        receivers=[officer.user],
    )
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0)
    ReportSchedule.objects.filter(pk=schedule.pk).update(begun_at=midnight - timedelta(hours=12))


@pytest.mark.django_db(transaction=True)
def test_killed_worker_leaves_no_half_report_and_the_next_one_mails_it_once(officer: Actor) -> None:
    assert officer.user is not None
    waiting = ProcrastinateJob.objects.filter(task_name=run_report_schedules.name, status="todo")
    with mail_server() as server:
        sending_address(officer.desk, server)
        _due_once(officer)
        running = run_report_schedules.configure(queueing_lock=f"schedules of {officer.desk.pk}")
        killed = running.defer(timestamp=0)
        with outbox_held() as other, worker():
            assert eventually(lambda: other.execute(WAITING).rowcount > 0, seconds=60)
        assert (Report.objects.count(), ReportRun.objects.count()) == (0, 0)

        # as `retry_stalled` does after a while
        app.job_manager.retry_job_by_id(killed, retry_at=timezone.now())
        with worker():
            assert eventually(lambda: OutgoingMail.objects.exists(), seconds=60)
            mail = OutgoingMail.objects.get()
            running.defer(timestamp=1)
            make_due(mail)
            send_mail.defer(mail_id=mail.pk)
            assert eventually(lambda: is_filed(mail) and not waiting.exists(), seconds=60)
        assert (Report.objects.count(), ReportRun.objects.count(), OutgoingMail.objects.count()) == (1, 1, 1)
        assert [taken.rcpt_tos for taken in server.taken] == [[officer.user.email]]
