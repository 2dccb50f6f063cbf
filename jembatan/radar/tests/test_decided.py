"""What people have decided about signals stays decided, whoever looks, and whatever becomes of the partner meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.models import Thread
from jembatan.correspondence.tests.scene import organisation, thread
from jembatan.directory.actions.following import follow, go_back
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.radar.actions.settle import dismiss, put_off, take_on
from jembatan.radar.actions.watch import watch
from jembatan.radar.jobs import watch_everywhere, watch_partners
from jembatan.radar.models import Signal, SignalEvidence, SignalTask
from jembatan.radar.queries.listing import Narrowed, list_signals
from jembatan.radar.queries.partners import number_of
from jembatan.radar.queries.visible import open_signals
from jembatan.radar.tests.scene import mail, overdue


def test_look_holds_the_desk_before_it_reads_and_the_signals_before_it_writes(
    officer: Actor, ministry: Organisation
) -> None:
    overdue(officer, ministry)
    with CaptureQueriesContext(connection) as asked:
        watch(officer.desk)
    statements = [each["sql"] for each in asked if "SAVEPOINT" not in each["sql"]]
    assert "pg_advisory_xact_lock" in statements[0]
    [known] = [each for each in statements if "FOR NO KEY UPDATE" in each]
    assert 'FROM "radar_signal"' in known


def test_nobody_puts_a_signal_off_for_ever(officer: Actor, ministry: Organisation) -> None:
    signal = overdue(officer, ministry)
    with pytest.raises(ValidationError):
        put_off(officer, signal, until=datetime(9999, 12, 31, tzinfo=UTC))
    put_off(officer, signal, until=timezone.now() + timedelta(days=365))
    assert watch(officer.desk).open == 1


def test_dismissed_signal_goes_with_its_house_into_another_and_comes_back(
    officer: Actor, ministry: Organisation
) -> None:
    old = organisation(officer.desk, "Old name")
    dismiss(officer, overdue(officer, old), "Settled by telephone")

    def seen() -> tuple[int, bool]:
        watch(officer.desk)
        signal = Signal.objects.get(closed_at__isnull=True)
        return signal.partner, signal.dismissed_at is not None

    moved = follow(old, ministry)
    Organisation.objects.filter(pk=old.pk).update(removed_at=timezone.now(), merged_into=ministry)
    assert seen() == (number_of(ministry), True)
    go_back(moved, old, ministry)
    Organisation.objects.filter(pk=old.pk).update(removed_at=None, merged_into=None)
    assert seen() == (number_of(old), True)
    assert Signal.objects.count() == 1


def test_signal_shows_the_lines_that_show_it_now(
    officer: Actor, ministry: Organisation, budi: Person
) -> None:
    for week in range(14):
        mail(officer, ministry, budi, thread(officer.desk, f"Week {week}"), ago=7 * week + 5, sent=True)
    watch(officer.desk)
    signal = Signal.objects.get(rule="bottleneck")
    newest = mail(officer, ministry, budi, thread(officer.desk, "Today"), sent=True)
    watch(officer.desk)
    mark, lines = signal.mark, signal.evidence.filter(entry__source_id=newest.pk)
    signal.refresh_from_db()
    assert (signal.mark, lines.count(), signal.evidence.count()) == (mark, 1, 3)


def test_every_desk_is_looked_at_in_a_job_of_its_own(officer: Actor, stranger: Actor) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    for _twice in range(2):
        watch_everywhere(timestamp=0)
    jobs = ProcrastinateJob.objects.filter(task_name=watch_partners.name)
    assert {officer.desk.pk, stranger.desk.pk} <= {each.args["desk_id"] for each in jobs}
    assert len(jobs) == len({each.args["desk_id"] for each in jobs})


def test_reader_who_could_not_do_it_gets_no_task(
    officer: Actor, reader: Actor, ministry: Organisation
) -> None:
    with pytest.raises(ValidationError):
        take_on(officer, overdue(officer, ministry), what="Answer", member=reader.user)


def test_way_back_from_a_task_leads_to_the_task_before(
    officer: Actor, second_officer: Actor, ministry: Organisation, client: Client
) -> None:
    signal = overdue(officer, ministry)
    take_on(second_officer, signal, what="Call them")
    assert officer.user is not None
    client.force_login(officer.user)
    address = f"/radar/{signal.pk}/task/"
    page = client.post(address, {"what": "Write to them", "member": officer.user.pk}, follow=True)
    assert SignalTask.objects.get().member == officer.user
    assert f'action="{address}"' in page.text
    assert 'name="what" value="Call them"' in page.text


def test_what_was_dismissed_last_comes_first(officer: Actor) -> None:
    first, second = (overdue(officer, organisation(officer.desk, name)) for name in ("One", "Two"))
    dismiss(officer, second, "No")
    dismiss(officer, first, "No")
    shown = list_signals(officer, Narrowed(view="dismissed")).rows
    assert [each.signal for each in shown] == [first, second]


def test_words_about_evidence_of_two_closed_dossiers_stand_in_neither(
    officer: Actor, ministry: Organisation
) -> None:
    signal = overdue(officer, ministry)
    put_in_dossier(officer, Thread.objects.get(), dossier=restrict(officer, open_dossier(officer, "One")))
    other = thread(officer.desk, "Another")
    mail(officer, ministry, None, other)
    put_in_dossier(officer, other, dossier=restrict(officer, open_dossier(officer, "Two")))
    line = Entry.objects.get(source_kind="message", source_id=other.messages.get().pk)
    SignalEvidence.objects.create(signal=signal, entry=line)
    dismiss(officer, signal, "The minister has called")
    assert Entry.objects.get(kind="signal.dismissed").detail == ""
    assert open_signals(officer).count() == 0
