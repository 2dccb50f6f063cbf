"""Meetings of before learn what meetings are told today."""

from importlib import import_module

from django.apps import apps
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Placement
from jembatan.meetings.actions.catching_up import catch_up
from jembatan.meetings.models import Meeting
from jembatan.meetings.tests.test_pages import planned

TASK = "jembatan.meetings.jobs.catch_up_with_old_meetings"


def test_lines_and_guests_of_before_stand_where_they_belong(officer: Actor) -> None:
    dossier = Dossier.objects.create(desk=officer.desk, title="MoU")
    moved_in, moved_out, never_moved = planned(officer), planned(officer, dossier=dossier), planned(officer)
    Meeting.objects.filter(pk=moved_in.pk).update(dossier=dossier)
    Meeting.objects.filter(pk=moved_out.pk).update(dossier=None, marking="TLP:AMBER")
    officer.desk.own_domains = ["cabang.example"]
    officer.desk.save()
    guest = never_moved.attendances.create(name="Sari", email="sari@cabang.example")

    for _again in range(2):
        catch_up(officer.desk)

    assert set(Placement.objects.values_list("source_id", "dossier", "marking")) == {
        (moved_in.pk, dossier.pk, "TLP:GREEN"),
        (moved_out.pk, None, "TLP:AMBER"),
    }
    guest.refresh_from_db()
    assert guest.ours


def test_update_hands_old_meetings_to_the_worker(officer: Actor) -> None:
    migration = import_module("jembatan.meetings.migrations.0003_catch_up_with_old_meetings")
    jobs = ProcrastinateJob.objects.filter(task_name=TASK)

    migration.hand_to_the_worker(apps, connection.schema_editor())
    assert jobs.count() == 0
    planned(officer)
    migration.hand_to_the_worker(apps, connection.schema_editor())
    assert jobs.count() == 1
