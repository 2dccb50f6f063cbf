"""Members are told of promises that are due soon or late: by the bell, on Today and, whoever wishes it, by mail."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.closing import keep, open_again
from jembatan.commitments.actions.reminding import remind_of_promises
from jembatan.commitments.actions.renegotiate import renegotiate
from jembatan.commitments.models import Commitment
from jembatan.commitments.tests.scene import in_days, ours, theirs
from jembatan.correspondence.actions.reminders.settle import remind_by_mail
from jembatan.correspondence.models import OutgoingMail, Reminder
from jembatan.correspondence.queries.reminders.unseen import count_unseen
from jembatan.correspondence.tests.announcements.scene import unheard_address
from jembatan.directory.models import Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier

ClientOf = Callable[[Actor], Client]


def _told(actor: Actor) -> list[str]:
    rows = Reminder.objects.filter(user=actor.user, seen_at__isnull=True).order_by("due_at", "pk")
    what = dict(Commitment.objects.values_list("pk", "what"))
    return [f"{each.step} {what[each.matter_id or 0]}" for each in rows]


def test_members_are_told_once(officer: Actor, head: Actor, budi: Person, client_of: ClientOf) -> None:
    ours(officer, budi, "besok", due=in_days(officer, 1))
    ours(officer, budi, "lewat", due=in_days(officer, -1))
    ours(officer, budi, "nanti", due=in_days(officer, 5))
    ours(officer, budi, "lama", due=in_days(officer, -30))
    theirs(officer, budi, "mereka lewat", due=in_days(officer, -2))
    theirs(officer, budi, "mereka besok", due=in_days(officer, 1))
    assert remind_of_promises(officer.desk) == 3
    assert remind_of_promises(officer.desk) == 0
    assert _told(officer) == ["due lewat", "before besok"]
    assert _told(head) == ["theirs mereka lewat"]  # whom it was promised to is not said
    assert (count_unseen(officer), count_unseen(head)) == (2, 1)
    page = client_of(officer).get("/").text
    assert all(words in page for words in ("notice-bell", "You owe it, and it is overdue."))
    assert "They owe it, and it is overdue." in client_of(head).get("/").text


def test_seen_is_undone(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    ours(officer, budi, due=in_days(officer, 1))
    remind_of_promises(officer.desk)
    client = client_of(officer)
    client.post(f"/reminders/{Reminder.objects.get().pk}/sight/")
    assert count_unseen(officer) == 0
    toast = client.session["toasts"][-1]
    client.post(toast["undo"], toast["undo_fields"])
    assert count_unseen(officer) == 1


def test_nobody_is_reminded_of_what_is_over(officer: Actor, budi: Person) -> None:
    kept, moved = (ours(officer, budi, what, due=in_days(officer, 0)) for what in ("satu", "dua"))
    remind_of_promises(officer.desk)
    keep(officer, kept)
    renegotiate(officer, moved, in_days(officer, 1), "Menteri pergi")
    assert _told(officer) == []
    assert remind_of_promises(officer.desk) == 1
    open_again(officer, kept)
    assert remind_of_promises(officer.desk) == 1
    assert _told(officer) == ["before satu", "before dua"]


def test_only_those_who_may_see_it_are_told(officer: Actor, head: Actor, budi: Person) -> None:
    promise = ours(officer, budi, due=in_days(officer, 1))
    dossier = restrict(head, open_dossier(head, "Rahasia"))
    Commitment.objects.filter(pk=promise.pk).update(dossier=dossier)
    remind_of_promises(officer.desk)
    assert (_told(officer), _told(head)) == ([], ["before kirim daftar"])
    Reminder.objects.update(user=officer.user)
    assert count_unseen(officer) == 0


def test_marked_promise_is_not_named_by_mail(officer: Actor, head: Actor, budi: Person) -> None:
    unheard_address(head.desk)
    remind_by_mail(officer, wanted=True)
    for what, marking in (("terbuka", "TLP:GREEN"), ("tertutup", "TLP:AMBER")):
        promise = ours(officer, budi, what, due=in_days(officer, 1))
        Commitment.objects.filter(pk=promise.pk).update(marking=marking)
    remind_of_promises(officer.desk)
    subjects = list(OutgoingMail.objects.order_by("pk").values_list("subject", flat=True))
    assert subjects == ["Due soon: terbuka", "Due soon: a promise"]


def test_late_promise_is_news_for_four_days(officer: Actor, budi: Person) -> None:
    ours(officer, budi, due=in_days(officer, -4))
    ours(officer, budi, due=in_days(officer, -5))
    assert remind_of_promises(officer.desk) == 1
    assert Reminder.objects.get().due_at.date() - in_days(officer, 0) == timedelta(days=-4)
