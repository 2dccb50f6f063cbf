"""Announcements: whom they go to, one mail each at a pace, paused, cancelled, told once; and who may."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership
from jembatan.correspondence.actions.announcements.consents import record_consents
from jembatan.correspondence.actions.announcements.halt import (
    cancel_announcement,
    pause_announcement,
    resume_announcement,
)
from jembatan.correspondence.actions.announcements.lists import ListContent, keep_list
from jembatan.correspondence.actions.announcements.queue import queue_announcement
from jembatan.correspondence.actions.announcements.start import start_announcement
from jembatan.correspondence.actions.announcements.trial import try_announcement
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.actions.outbox.send import Unconfirmed
from jembatan.correspondence.actions.preflight.limits import set_limit
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import (
    Announcement,
    AnnouncementReceiver,
    Bounce,
    Consent,
    Message,
    OutgoingMail,
    OutgoingServer,
    SendingAddress,
)
from jembatan.correspondence.queries.announcements.receivers import choose
from jembatan.correspondence.queries.announcements.results import outcomes
from jembatan.correspondence.queries.announcements.visible import people_on
from jembatan.correspondence.queries.announcements.words import words_for
from jembatan.correspondence.queries.inbox import threads_in
from jembatan.correspondence.queries.outbox import lately_sent, standing
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.announcements.scene import (
    ENGLISH,
    announcement,
    list_of,
    unheard_address,
    wanting,
)
from jembatan.correspondence.tests.lines.scene import cleared, reworded
from jembatan.correspondence.tests.mail_server import MailServer, certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import sending_address
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import ContactPoint, Person
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

State = Announcement.State


@pytest.fixture
def sender(head: Actor) -> SendingAddress:
    return unheard_address(head.desk)


@pytest.fixture
def retno(officer: Actor) -> Person:
    return wanting(officer, "Retno Marsudi", form_of_address="Ibu", call_name="Retno")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        yield heard


def crowd(actor: Actor, number: int) -> list[Person]:
    return [wanting(actor, f"Orang{each} Mitra") for each in range(number)]


def left_out(actor: Actor, found: Announcement) -> dict[str, str]:
    return {each.person.full_name: each.left_out for each in choose(actor, found)}


def reply_to(sent: Message) -> bytes:
    """What somebody who got it writes back."""
    return (
        "From: Retno <retno@laut.example>\r\nTo: biro@selatnusantara.example\r\nSubject: Re: Kantor kami pindah\r\n"
        f"Message-ID: <balas@laut.example>\r\nIn-Reply-To: <{sent.message_id}>\r\n"
        "Date: Mon, 30 Nov 2099 09:00:00 +0700\r\n\r\nBolehkah kami berkunjung besok?\r\n"
    ).encode()


def results(found: Announcement) -> list[tuple[str, str]]:
    return [(each.receiver.name, each.result.value) for each in outcomes(found)]


def mails_of(found: Announcement) -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(announced__announcement=found).order_by("pk"))


def test_everyone_gets_a_mail_in_their_language_with_their_form_of_address(
    officer: Actor, server: MailServer, retno: Person
) -> None:
    sender = sending_address(officer.desk, server)
    smith = wanting(officer, "Ann Smith", languages="en", form_of_address="Ms", name_order="family_last")
    found = announcement(officer, list_of(officer, retno, smith), sender)

    start_announcement(officer, found, confirmed=True)
    assert queue_announcement(found.pk) == 2
    for mail in mails_of(found):
        OutgoingMail.objects.filter(pk=mail.pk).update(due_at=timezone.now())
        work_on(mail.pk)
    queue_announcement(found.pk)

    found.refresh_from_db()
    assert (found.state, results(found)) == (State.SENT, [("Retno Marsudi", "sent"), ("Ann Smith", "sent")])
    read = {
        taken.rcpt_tos[0]: parse(taken.content) for taken in server.taken if isinstance(taken.content, bytes)
    }
    assert [len(taken.rcpt_tos) for taken in server.taken] == [1, 1]
    assert read["retno@laut.example"].text.startswith("Yth. Ibu Retno,\n\nKantor kami pindah")
    assert read["ann@laut.example"].text.startswith("Dear Ms Smith,\n\nOur office has moved")
    assert read["ann@laut.example"].subject == "Our office has moved"


def test_sent_announcement_is_one_line_of_the_journal_and_no_conversation_that_waits(
    officer: Actor, server: MailServer, retno: Person
) -> None:
    sender = sending_address(officer.desk, server)
    budi = wanting(officer, "Budi Laut")
    found = announcement(officer, list_of(officer, retno, budi), sender)
    start_announcement(officer, found, confirmed=True)
    queue_announcement(found.pk)
    for mail in mails_of(found):
        OutgoingMail.objects.filter(pk=mail.pk).update(due_at=timezone.now())
        work_on(mail.pk)
    queue_announcement(found.pk)

    [entry] = Entry.objects.filter(kind__in=["mail.sent", "announcement.sent"])
    assert (entry.kind, entry.summary) == (
        "announcement.sent",
        "Announcement to 2 receivers: Our office has moved",
    )
    assert set(entry.parties.values_list("person_id", flat=True)) == {retno.pk, budi.pk}
    assert Message.objects.filter(ours=True).count() == 2
    assert list(threads_in(officer)) == []
    assert (list(standing(officer)), list(lately_sent(officer))) == ([], [])

    sent = Message.objects.get(recipients__email="retno@laut.example")
    filing = Filing(officer)
    filing.file(sent.mailbox, [read(reply_to(sent))])
    filing.finish()
    [thread] = threads_in(officer)
    assert (thread.pk, thread.turn) == (sent.thread_id, "ours")


def test_who_is_left_out_and_why(officer: Actor, head: Actor, sender: SendingAddress, retno: Person) -> None:
    never_asked = add_person(officer, "Belum Ditanya", email="belum@laut.example")
    declined = wanting(officer, "Tidak Mau")
    record_consents(officer, [declined], wishes=False, how=Consent.How.ASKED)
    no_address = add_person(officer, "Tanpa Alamat")
    record_consents(officer, [no_address], wishes=True, how=Consent.How.DUTY)
    bounced = wanting(officer, "Pantul Surat")
    report = scene.message(scene.thread(officer.desk))
    Bounce.objects.create(desk=officer.desk, report=report, failed_id="x@x", email="pantul@laut.example")
    foreign = wanting(officer, "Franz Nur", languages="en")
    twin = wanting(officer, "Zeta Kembar")
    ContactPoint.objects.filter(person=twin).update(value="retno@laut.example", normal="retno@laut.example")
    everyone = [retno, never_asked, declined, no_address, bounced, foreign, twin]
    found = announcement(
        officer,
        list_of(officer, *everyone),
        sender,
        subjects={"id": "Pindah"},
        texts={"id": "{greeting} Pindah."},
    )

    assert left_out(officer, found) == {
        "Belum Ditanya": "no_consent",
        "Franz Nur": "language",
        "Pantul Surat": "bounced",
        "Retno Marsudi": "",
        "Tanpa Alamat": "no_address",
        "Tidak Mau": "declined",
        "Zeta Kembar": "shared",
    }


@pytest.mark.parametrize("written", ["{greeting}\n\nKami pindah.", "{greeting},\n\nKami pindah."])
def test_comma_behind_the_greeting_is_not_doubled(
    officer: Actor, sender: SendingAddress, retno: Person, written: str
) -> None:
    found = announcement(officer, list_of(officer, retno), sender, texts={"id": written, "en": ENGLISH})
    [each] = choose(officer, found)

    text = words_for(found, each, off="https://x.example/").text

    assert text.startswith("Yth. Ibu Retno,\n\nKami pindah.")


def test_narrow_marking_goes_only_where_the_desk_has_said_so(
    officer: Actor, head: Actor, sender: SendingAddress, retno: Person
) -> None:
    house = scene.organisation(officer.desk)
    agreed = add_person(officer, "Budi Rumah", email="budi@laut.example", organisation=house)
    record_consents(officer, [agreed], wishes=True, how=Consent.How.ASKED)
    found = announcement(officer, list_of(officer, retno, agreed), sender, marking=Marking.AMBER)
    assert left_out(officer, found) == {"Budi Rumah": "marking", "Retno Marsudi": "marking"}
    set_limit(head, house, highest=Marking.AMBER)
    assert left_out(officer, found) == {"Budi Rumah": "", "Retno Marsudi": "marking"}


def test_choosing_costs_the_same_for_three_people(
    officer: Actor, sender: SendingAddress, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    people = crowd(officer, 3)
    found = announcement(officer, list_of(officer, people[0]), sender)
    with django_assert_num_queries(5):
        choose(officer, found)
    found.contacts.members.add(*people)
    with django_assert_num_queries(5):
        choose(officer, found)


def test_list_holds_whom_the_directory_finds_today(officer: Actor, retno: Person) -> None:
    contacts = keep_list(
        officer, None, ListContent(name="Jepang", filtered=True, country="JP", tags=("visa",))
    )
    add_person(officer, "Tanaka Yuko", fields={"country": "JP", "tags": "visa"})
    add_person(officer, "Suzuki Ken", fields={"country": "JP"})
    contacts.members.add(retno)
    assert [person.full_name for person in people_on(officer, contacts)] == ["Retno Marsudi", "Tanaka Yuko"]
    with pytest.raises(Refused):
        keep_list(officer, contacts, ListContent(name="Semua", filtered=True))


def test_mails_leave_at_the_pace_of_the_server_and_never_twice(
    officer: Actor, sender: SendingAddress
) -> None:
    OutgoingServer.objects.update(per_minute=2)
    found = announcement(officer, list_of(officer, *crowd(officer, 5)), sender)
    start_announcement(officer, found, confirmed=True)

    assert [queue_announcement(found.pk) for _again in range(3)] == [2, 0, 0]
    first, second = mails_of(found)
    assert second.due_at - first.due_at == timedelta(seconds=30)
    OutgoingMail.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    assert queue_announcement(found.pk) == 2
    receivers = AnnouncementReceiver.objects.filter(mail__isnull=False)
    assert receivers.values("email").distinct().count() == OutgoingMail.objects.count() == 4


def test_database_holds_one_mail_a_receiver(officer: Actor, sender: SendingAddress, retno: Person) -> None:
    found = announcement(officer, list_of(officer, retno), sender)
    start_announcement(officer, found, confirmed=True)
    for again in ({"person": retno, "email": "lain@laut.example"}, {"email": "retno@laut.example"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            AnnouncementReceiver.objects.create(announcement=found, name="Lagi", **again)


def test_who_declines_meanwhile_gets_none(officer: Actor, sender: SendingAddress, retno: Person) -> None:
    found = announcement(officer, list_of(officer, retno), sender)
    start_announcement(officer, found, confirmed=True)
    record_consents(officer, [retno], wishes=False, how=Consent.How.ASKED)
    assert queue_announcement(found.pk) == 0
    assert mails_of(found) == []
    assert results(found) == [("Retno Marsudi", "left_out")]


def test_pause_takes_back_what_waits_and_goes_on(officer: Actor, sender: SendingAddress) -> None:
    found = announcement(officer, list_of(officer, *crowd(officer, 3)), sender)
    start_announcement(officer, found, confirmed=True)
    queue_announcement(found.pk)

    pause_announcement(officer, found)
    assert queue_announcement(found.pk) == 0
    assert {mail.state for mail in OutgoingMail.objects.all()} == {"withdrawn"}

    OutgoingMail.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    resume_announcement(officer, found)
    assert queue_announcement(found.pk) == 3
    with pytest.raises(Refused):
        resume_announcement(officer, found)


def test_cancelling_calls_off_the_rest_for_good(
    officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    found = announcement(officer, list_of(officer, retno), sender)
    start_announcement(officer, found, confirmed=True)
    cancelled = cancel_announcement(officer, found)
    assert (cancelled.state, results(cancelled)) == (State.CANCELLED, [("Retno Marsudi", "not_sent")])
    assert queue_announcement(found.pk) == 0
    assert Entry.objects.get(kind="announcement.sent").summary == (
        "Announcement to 0 receivers: Our office has moved"
    )


def test_more_than_twenty_receivers_are_asked_about(officer: Actor, sender: SendingAddress) -> None:
    found = announcement(officer, list_of(officer, *crowd(officer, 21)), sender)
    with pytest.raises(Unconfirmed) as unconfirmed:
        start_announcement(officer, found)
    assert unconfirmed.value.questions[0] == "It goes to 21 receivers, a mail for each."
    assert start_announcement(officer, found, confirmed=True).state == State.SENDING


def test_unknown_field_is_refused_at_saving(officer: Actor, sender: SendingAddress, retno: Person) -> None:
    contacts = list_of(officer, retno)
    with pytest.raises(Refused) as refusal:
        announcement(officer, contacts, sender, texts={"id": "{nama}", "en": "{name}"})
    assert str(refusal.value).startswith("“{nama}” is no field.")
    with pytest.raises(Refused):
        announcement(officer, contacts, sender, texts={"id": "Halo"})


def test_outdated_line_and_stops_of_the_check_are_refused(
    officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    line = cleared(officer.desk)
    text = "{greeting}\n\nKami mendukung pembebasan visa bagi delegasi resmi."
    found = announcement(
        officer, list_of(officer, retno), sender, subjects={"id": "Visa"}, texts={"id": text}
    )
    reworded(officer.desk, line, texts={"id": "Kami mengkajinya lagi."}, owner=line.owner)
    with pytest.raises(Refused) as refusal:
        start_announcement(officer, found, confirmed=True)
    assert "has been changed since" in str(refusal.value)


def test_nobody_to_send_to_is_refused(officer: Actor, sender: SendingAddress) -> None:
    found = announcement(officer, list_of(officer), sender)
    for action in (start_announcement, try_announcement):
        with pytest.raises(Refused):
            action(officer, found)


def test_what_has_begun_to_leave_is_not_written_again(
    officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    found = announcement(officer, list_of(officer, retno), sender)
    start_announcement(officer, found, confirmed=True)
    with pytest.raises(Refused):
        start_announcement(officer, found, confirmed=True)


def test_trial_goes_to_oneself_alone(officer: Actor, sender: SendingAddress, retno: Person) -> None:
    found = announcement(officer, list_of(officer, retno), sender)
    [mail] = try_announcement(officer, found)
    assert officer.user is not None
    assert [each.email for each in mail.receivers.all()] == [officer.user.email]
    assert mail.subject == "Test: Kantor kami pindah"
    assert AnnouncementReceiver.objects.count() == 0


def test_drafter_writes_and_does_not_send(drafter: Actor, sender: SendingAddress, retno: Person) -> None:
    found = announcement(drafter, list_of(drafter, retno), sender)
    for action in (start_announcement, try_announcement, cancel_announcement):
        with pytest.raises(PermissionDenied):
            action(drafter, found)


def test_announcement_of_somebody_who_may_send_no_more_pauses(
    officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    found = announcement(officer, list_of(officer, retno), sender)
    start_announcement(officer, found, confirmed=True)
    Membership.objects.filter(user=officer.user).update(role="reader")
    assert queue_announcement(found.pk) == 0
    found.refresh_from_db()
    assert found.state == State.PAUSED


def test_consent_is_recorded_once_and_never_changed(officer: Actor, retno: Person) -> None:
    assert record_consents(officer, [retno], wishes=True, how=Consent.How.ASKED) == []
    [refused] = record_consents(officer, [retno], wishes=False, how=Consent.How.WRITTEN, words=" Surat  ")
    assert refused.words == "Surat"
    assert Entry.objects.filter(kind="consent.refused", parties__person_id=retno.pk).count() == 1
    with pytest.raises(DatabaseError), transaction.atomic():
        Consent.objects.filter(pk=refused.pk).update(wishes=True)
    with pytest.raises(Refused):
        record_consents(officer, [retno], wishes=True, how=Consent.How.LINK)


def test_bounce_of_an_announcement_is_its_result(
    officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    found = announcement(officer, list_of(officer, retno), sender)
    start_announcement(officer, found, confirmed=True)
    queue_announcement(found.pk)
    [mail] = mails_of(found)
    report = scene.message(scene.thread(officer.desk))
    Bounce.objects.create(
        desk=officer.desk, report=report, failed_id=mail.message_id, email="retno@laut.example"
    )
    assert results(found) == [("Retno Marsudi", "bounced")]


def test_reader_writes_nothing(reader: Actor, retno: Person) -> None:
    with pytest.raises(PermissionDenied):
        list_of(reader)
    with pytest.raises(PermissionDenied):
        record_consents(reader, [retno], wishes=False, how=Consent.How.ASKED)
