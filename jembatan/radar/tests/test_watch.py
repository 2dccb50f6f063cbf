"""From the journal to signals: what begins, what ends, what comes back, who sees it, and how much of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.models import Message, Thread
from jembatan.correspondence.tests.scene import organisation, thread
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import visible_entries
from jembatan.radar.actions.setting import set_weekly
from jembatan.radar.actions.settle import dismiss, drop, finish, put_off, restore, take_on
from jembatan.radar.actions.watch import watch
from jembatan.radar.jobs import watch_partners
from jembatan.radar.models import Signal, SignalTask
from jembatan.radar.queries.listing import my_tasks
from jembatan.radar.queries.partners import number_of
from jembatan.radar.queries.visible import open_signals, visible_signals
from jembatan.radar.tests.scene import mail, overdue


def _states() -> list[tuple[bool, bool]]:
    return [(each.closed_at is None, each.dismissed_at is None) for each in Signal.objects.order_by("pk")]


def test_request_becomes_a_signal_and_an_answer_ends_it(officer: Actor, ministry: Organisation) -> None:
    signal = overdue(officer, ministry)
    assert (signal.organisation, signal.party) == (ministry, "Kementerian Kelautan")
    assert [each.entry.kind for each in signal.evidence.all()] == ["mail.received"]
    assert watch(officer.desk).new == 0
    conversation = Thread.objects.get()
    mail(officer, ministry, None, conversation, sent=True)
    assert watch(officer.desk).over == 1
    assert _states() == [(False, True)]


def test_dismissed_signal_returns_only_with_other_evidence(officer: Actor, ministry: Organisation) -> None:
    signal = overdue(officer, ministry)
    with pytest.raises(ValidationError):
        dismiss(officer, signal, "  ")
    dismiss(officer, signal, "Settled by telephone")
    watch(officer.desk)
    assert _states() == [(True, False)]
    first = Message.objects.get()
    first.asks = False
    first.save()
    conversation = Thread.objects.get()
    mail(officer, ministry, None, conversation, ago=12)
    watch(officer.desk)
    assert _states() == [(True, True)]
    restored = restore(officer, dismiss(officer, signal, "No"))
    assert restored.is_open


def test_reader_decides_nothing(officer: Actor, reader: Actor, ministry: Organisation) -> None:
    signal = overdue(officer, ministry)
    with pytest.raises(PermissionDenied):
        dismiss(reader, signal, "No")


def test_whoever_may_not_see_the_evidence_does_not_see_the_signal(
    head: Actor, officer: Actor, second_officer: Actor, stranger: Actor, ministry: Organisation
) -> None:
    signal = overdue(officer, ministry)
    conversation = Thread.objects.get()

    def seen() -> list[int]:
        return [visible_signals(each).count() for each in (head, officer, second_officer, stranger)]

    assert seen() == [1, 1, 1, 0]
    put_in_dossier(officer, conversation, dossier=restrict(officer, open_dossier(officer, "Rahasia")))
    assert seen() == [1, 1, 0, 0]
    with pytest.raises(ValidationError):
        take_on(officer, signal, what="Answer", member=second_officer.user)
    dismiss(officer, signal, "No fault")
    line = Entry.objects.get(kind="signal.dismissed")
    assert not visible_entries(second_officer).filter(pk=line.pk).exists()


def test_week_brings_up_no_more_than_the_desk_wants(head: Actor, officer: Actor) -> None:
    set_weekly(head, 2)
    for number in range(4):
        overdue(officer, organisation(officer.desk, f"House {number}"))
    came = open_signals(officer).filter(shown_on__isnull=False)
    assert (open_signals(officer).count(), came.count()) == (4, 2)
    watch(officer.desk, now=timezone.now() + timedelta(days=7))
    assert came.count() == 4
    with pytest.raises(PermissionDenied):
        set_weekly(officer, 50)


def test_snoozed_signal_is_away_until_its_moment(officer: Actor, ministry: Organisation) -> None:
    signal = overdue(officer, ministry)
    with pytest.raises(ValidationError):
        put_off(officer, signal, until=timezone.now())
    put_off(officer, signal, until=timezone.now() + timedelta(days=1))
    assert open_signals(officer).count() == 0


def test_task_is_taken_on_done_and_dropped(officer: Actor, ministry: Organisation) -> None:
    signal = overdue(officer, ministry)
    take_on(officer, signal, what="Answer them")
    assert [each.what for each in my_tasks(officer)] == ["Answer them"]
    finish(officer, signal)
    assert my_tasks(officer).count() == 0
    drop(officer, signal)
    assert my_tasks(officer).count() == 1
    drop(officer, signal)
    assert SignalTask.objects.count() == 0


def test_new_entry_is_looked_at_at_once_and_one_partner_alone(
    officer: Actor,
    ministry: Organisation,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    other = organisation(officer.desk, "Other house")
    with django_capture_on_commit_callbacks(execute=True):
        mail(officer, ministry, None, thread(officer.desk), ago=20)
        mail(officer, ministry, None, thread(officer.desk, "Another"), ago=20)
    mail(officer, other, None, thread(officer.desk, "Third"), ago=20)
    jobs = ProcrastinateJob.objects.filter(task_name=watch_partners.name)
    assert [each.args["partners"] for each in jobs] == [[number_of(ministry)]]
    watched = watch(officer.desk, only=[number_of(ministry)])
    assert (watched.partners, watched.new) == (1, 2)
    assert set(Signal.objects.values_list("organisation", flat=True)) == {ministry.pk}


def test_what_was_merged_counts_for_the_house_that_stays(
    officer: Actor, ministry: Organisation, budi: Person
) -> None:
    old = organisation(officer.desk, "Old name", removed_at=timezone.now(), merged_into=ministry)
    for week in range(9):
        mail(officer, old, budi, thread(officer.desk, f"Week {week}"), ago=7 * week + 60, asks=False)
    Organisation.objects.filter(pk=ministry.pk).update(absorbed=[old.pk])
    watch(officer.desk, only=[number_of(ministry)])
    found = Signal.objects.filter(rule="silence")
    assert [each.organisation_id for each in found] == [ministry.pk]
