"""What the applicant's calendar is told of an interview, and which letters an undo takes back."""

from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.platform.files.store import open_stored
from jembatan.recruitment.actions import own
from jembatan.recruitment.actions.decide import decide, undo
from jembatan.recruitment.actions.interviews import offer_times, put_back, withdraw_time
from jembatan.recruitment.models import InterviewSlot
from jembatan.recruitment.queries.link import link_of, link_to
from jembatan.recruitment.tests.scene import applied, call_of, sends, several

type Told = tuple[str, str, int, str]
"""Method, status, sequence and the hour of the beginning."""


def _told() -> tuple[list[Told], set[str]]:
    """What the letters in the outbox tell calendars, in order, and about which entries."""
    told, entries = list[Told](), set[str]()
    for mail in OutgoingMail.objects.order_by("pk"):
        with open_stored(mail.raw) as raw:
            message = message_from_bytes(raw.read(), policy=policy.default)
        for part in message.walk():
            if part.get_content_type() == "text/calendar":
                calendar = Calendar.from_ical(part.get_content())
                event: Any = calendar.walk("VEVENT")[0]
                assert part.get_param("method") == calendar["METHOD"]
                assert str(event["ATTENDEE"]) == "mailto:sari@pelamar.example"
                assert "RSVP" not in event["ATTENDEE"].params
                hour = f"{event['DTSTART'].dt:%H:%M}"
                told.append((str(calendar["METHOD"]), str(event["STATUS"]), event["SEQUENCE"], hour))
                entries.add(str(event["UID"]))
    return told, entries


def _offered(officer: Actor, count: int, days: int = 1) -> list[InterviewSlot]:
    assert officer.user is not None
    call = call_of(officer)
    first = (timezone.now() + timedelta(days=days)).replace(hour=2, minute=0, second=0, microsecond=0)
    return offer_times(officer, call, officer.user, first, minutes=30, count=count, place="Ruang 2")


def test_one_entry_follows_the_interview_wherever_it_goes(
    head: Actor, officer: Actor, client: Client
) -> None:
    sends(head)
    early, late = _offered(officer, 2)
    call = early.call
    application = applied(call)
    link = link_to(application)
    decide(officer, call, [application.pk], "shortlisted", letters=False)
    own.take_slot(link, early.pk)
    own.take_slot(link, late.pk)
    address = "/application/" + link_of(application).split("/application/")[1]
    assert "interview.ics" in client.get(address).content.decode()
    kept = client.get(f"{address}interview.ics")
    assert kept.headers["Content-Type"] == "text/calendar"
    entry: Any = Calendar.from_ical(kept.content.decode()).walk("VEVENT")[0]
    gone = withdraw_time(officer, late)
    put_back(officer, gone)
    own.withdraw(link)
    assert client.get(f"{address}interview.ics").status_code == 302
    own.come_back(link)
    declined = decide(officer, call, [application.pk], "declined")
    undo(officer, call, declined, decided="declined")
    decide(officer, call, [application.pk], "declined")
    decide(officer, call, [application.pk], "shortlisted")
    told, entries = _told()
    assert [each[:2] for each in told] == [
        ("REQUEST", "CONFIRMED"),
        ("REQUEST", "CONFIRMED"),
        ("CANCEL", "CANCELLED"),
        ("REQUEST", "CONFIRMED"),
        ("CANCEL", "CANCELLED"),
        ("REQUEST", "CONFIRMED"),
    ]
    assert [hour for _method, _status, _sequence, hour in told] == ["09:00", *["09:30"] * 5]
    sequences = [sequence for _method, _status, sequence, _hour in told]
    assert sequences == sorted(set(sequences))
    assert (entries, entry["SEQUENCE"]) == ({str(entry["UID"])}, sequences[1])


def test_interview_that_is_called_off_is_chosen_anew_above_it(head: Actor, officer: Actor) -> None:
    sends(head)
    first, second = _offered(officer, 2)
    application = applied(first.call)
    decide(officer, first.call, [application.pk], "shortlisted", letters=False)
    own.take_slot(link_to(application), first.pk)
    withdraw_time(officer, first)
    own.take_slot(link_to(application), second.pk)
    told, _entries = _told()
    assert [(method, sequence) for method, _status, sequence, _hour in told] == [
        ("REQUEST", 1),
        ("CANCEL", 2),
        ("REQUEST", 3),
    ]


def test_undo_takes_back_its_own_letter_and_no_other(head: Actor, officer: Actor) -> None:
    sends(head)
    call = call_of(officer)
    (one,) = several(call, 1)
    decide(officer, call, [one.pk], "waiting")
    decide(officer, call, [one.pk], "shortlisted", letters=False)
    again = decide(officer, call, [one.pk], "waiting")
    undo(officer, call, again, decided="waiting")
    subjects = [mail.subject.split(":")[0] for mail in OutgoingMail.objects.order_by("pk")]
    assert subjects == ["Your application has arrived", "You are on the waiting list"]
