"""Every page for those who may, may only read, and may not; the number of queries does not grow with the rows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Meeting, Occurrence
from jembatan.platform.markings import LoweredMarking

type ClientOf = Callable[[Actor], Client]

DAY = datetime(2026, 3, 4, 7, tzinfo=UTC)


def planned(
    actor: Actor, title: str = "Bilateral", *, at: datetime = DAY, dossier: Dossier | None = None
) -> Meeting:
    times = Times(at, at + timedelta(hours=1))
    return plan_meeting(actor, title, times=times, zone="Asia/Jakarta", dossier=dossier)


def calendar(view: str, day: str = "2026-03-04") -> str:
    return f"{reverse('meetings:calendar')}?view={view}&day={day}"


@pytest.fixture
def organisation(officer: Actor) -> Organisation:
    return Organisation.objects.create(
        desk=officer.desk, name="Mitra", name_folded="mitra", search_text=" mitra", time_zone="Asia/Tokyo"
    )


@pytest.mark.parametrize("view", ["week", "month", "agenda"])
def test_calendar_shows_the_meeting_to_a_reader_in_the_readers_zone(
    view: str, officer: Actor, reader: Actor, client_of: ClientOf, in_indonesian: Callable[[Actor], Actor]
) -> None:
    planned(officer)

    page = client_of(reader).get(calendar(view)).content.decode()
    page_in_indonesian = client_of(in_indonesian(reader)).get(calendar(view)).content.decode()

    assert "Bilateral" in page
    assert "14:00" in page
    assert "New meeting" not in page
    assert "14.00" in page_in_indonesian


def test_calendar_hides_other_desks_and_restricted_dossiers(
    officer: Actor, drafter: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Rahasia", restricted=True)
    assert officer.user is not None
    secret.members.create(desk=officer.desk, user=officer.user)
    planned(officer, "Terbuka")
    planned(officer, "Tertutup", dossier=secret)

    seen = {
        actor.name: client_of(actor).get(calendar("week")).content.decode()
        for actor in (officer, drafter, stranger)
    }

    assert "Tertutup" in seen[officer.name]
    assert "Terbuka" in seen[drafter.name]
    assert "Tertutup" not in seen[drafter.name]
    assert "Terbuka" not in seen[stranger.name]


@pytest.mark.parametrize("view", ["week", "month", "agenda"])
def test_calendar_asks_as_much_for_three_meetings_as_for_one(
    view: str, officer: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(officer)
    planned(officer)
    client.get(calendar(view))
    with CaptureQueriesContext(connection) as first:
        client.get(calendar(view))
    planned(officer, "Dua", at=DAY + timedelta(hours=3))
    planned(officer, "Tiga", at=DAY + timedelta(hours=5))

    with django_assert_num_queries(len(first)):
        client.get(calendar(view))


def test_week_shows_the_second_zone(officer: Actor, client_of: ClientOf) -> None:
    assert officer.user is not None
    officer.user.second_time_zone = "Asia/Tokyo"
    officer.user.save()

    page = client_of(officer).get(calendar("week")).content.decode()

    assert "JST (UTC+9)" in page
    assert "WIB (UTC+7)" in page


def test_meeting_page_shows_other_zones_and_guests(
    officer: Actor,
    reader: Actor,
    organisation: Organisation,
    client_of: ClientOf,
    in_indonesian: Callable[[Actor], Actor],
) -> None:
    times = Times(DAY, DAY + timedelta(hours=1))
    meeting = plan_meeting(officer, "Bilateral", times=times, zone="Asia/Jakarta", parties=[organisation])

    page = (
        client_of(in_indonesian(reader)).get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()
    )

    assert "14.00–15.00 WIB (UTC+7)" in page
    assert "16.00–17.00 JST (UTC+9)" in page
    assert "Mitra" in page
    assert "data-edit-url" not in page


def test_meeting_of_another_desk_is_not_found(officer: Actor, stranger: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)
    client = client_of(stranger)

    assert client.get(reverse("meetings:meeting", args=[meeting.pk])).status_code == 404
    assert client.post(reverse("meetings:cancellation", args=[meeting.pk])).status_code == 404
    assert client.get(reverse("meetings:field", args=[meeting.pk, "title"])).status_code == 404


def test_occurrence_that_there_never_was_shows_the_meeting(
    reader: Actor, officer: Actor, client_of: ClientOf
) -> None:
    address = reverse("meetings:meeting", args=[planned(officer).pk])
    for at in ("20260101T000000", "x"):
        assert "Bilateral" in client_of(reader).get(address, {"at": at}).text


def test_drafter_puts_a_meeting_into_the_calendar_in_words(
    drafter: Actor, organisation: Organisation, client_of: ClientOf
) -> None:
    data = {
        "title": "Koordinasi",
        "when": "17 Agustus 2031 pukul 15.00",
        "minutes": "90",
        "marking": "TLP:GREEN",
    }

    answer = client_of(drafter).post(reverse("meetings:new"), {**data, "organisation": "Mitra"})

    meeting = Meeting.objects.get()
    assert answer.status_code == 302
    assert meeting.begins == datetime(2031, 8, 17, 8, tzinfo=UTC)
    assert meeting.finishes == datetime(2031, 8, 17, 9, 30, tzinfo=UTC)
    assert [guest.name for guest in meeting.attendances.order_by("id")] == ["Mitra", drafter.name]
    assert Entry.objects.get(kind="meeting.planned").parties.get().organisation_id == organisation.pk
    assert Occurrence.objects.get().meeting == meeting


def test_a_day_in_words_is_an_all_day_meeting(drafter: Actor, client_of: ClientOf) -> None:
    data = {"title": "Hari jadi", "when": "17 Agustus 2031", "minutes": "60", "marking": "TLP:GREEN"}

    client_of(drafter).post(reverse("meetings:new"), data)

    meeting = Meeting.objects.get()
    assert (meeting.clock, str(meeting.starts_at.date()), str(meeting.ends_at.date())) == (
        "date",
        "2031-08-17",
        "2031-08-18",
    )


def test_new_meeting_without_a_time_is_refused_with_a_sentence(drafter: Actor, client_of: ClientOf) -> None:
    answer = client_of(drafter).post(
        reverse("meetings:new"), {"title": "X", "when": "entahlah", "minutes": "60", "marking": "TLP:GREEN"}
    )

    assert answer.status_code == 422
    assert not Meeting.objects.exists()


def test_reader_cannot_change_anything(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)
    client = client_of(reader)

    assert client.get(reverse("meetings:new")).status_code == 403
    for name in ("cancellation", "restoration"):
        assert client.post(reverse(f"meetings:{name}", args=[meeting.pk])).status_code == 403
    assert client.post(reverse("meetings:field", args=[meeting.pk, "title"]), {}).status_code == 403
    assert client.post(reverse("meetings:guests", args=[meeting.pk]), {}).status_code == 403


def test_title_is_edited_in_place(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)
    address = reverse("meetings:field", args=[meeting.pk, "location"])

    answer = client_of(officer).post(
        address, {"version": "1", "value": "Aula"}, headers={"HX-Request": "true"}
    )

    meeting.refresh_from_db()
    assert "Aula" in answer.content.decode()
    assert (meeting.location, meeting.version, meeting.edited) == ("Aula", 2, ["location"])


@pytest.mark.parametrize(("field", "longest"), [("title", 500), ("description", 100_000)])
def test_text_that_is_too_long_is_refused_with_a_sentence(
    field: str, longest: int, officer: Actor, client_of: ClientOf
) -> None:
    meeting = planned(officer)
    address = reverse("meetings:field", args=[meeting.pk, field])
    client = client_of(officer)

    answer = client.post(address, {"version": "1", "value": "x" * (longest + 1)})

    meeting.refresh_from_db()
    assert (answer.status_code, meeting.version) == (422, 1)
    assert f"Ensure this value has at most {longest} characters (it has {longest + 1})." in answer.text
    assert client.post(address, {"version": "1", "value": "x" * longest}).status_code == 302


def test_edit_of_an_older_version_shows_both_values(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)
    Meeting.objects.update(title="Lebih baru", version=2)

    answer = client_of(officer).post(
        reverse("meetings:field", args=[meeting.pk, "title"]), {"version": "1", "value": "Lebih lama"}
    )

    assert answer.status_code == 409
    assert "Lebih baru" in answer.content.decode()
    assert "Lebih lama" in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value"), [("marking", "TLP:PINK"), ("dossier", "²"), ("dossier", "999999"), ("dossier", "x")]
)
def test_choice_that_was_not_offered_is_refused(
    field: str, value: str, officer: Actor, client_of: ClientOf
) -> None:
    meeting = planned(officer)
    address = reverse("meetings:field", args=[meeting.pk, field])

    assert client_of(officer).post(address, {"version": "1", "value": value}).status_code == 422
    meeting.refresh_from_db()
    assert (meeting.version, meeting.dossier, meeting.marking) == (1, None, "TLP:GREEN")


def test_lower_marking_is_asked_about_and_saved_once_it_is_confirmed(
    officer: Actor, client_of: ClientOf
) -> None:
    meeting, client = planned(officer), client_of(officer)
    address = reverse("meetings:field", args=[meeting.pk, "marking"])
    client.post(address, {"version": "1", "value": "TLP:AMBER"})

    asked = client.post(address, {"version": "2", "value": "TLP:CLEAR"})
    meeting.refresh_from_db()
    assert (asked.status_code, meeting.marking) == (422, "TLP:AMBER")
    assert "Yes, lower the marking" in asked.text
    client.post(address, {"version": "2", "value": "TLP:CLEAR", "confirmed": "on"})
    meeting.refresh_from_db()
    assert meeting.marking == "TLP:CLEAR"


def test_lower_marking_of_a_series_is_asked_about_when_one_of_its_days_has_a_higher_one(
    officer: Actor,
) -> None:
    meeting, day = planned(officer), planned(officer)
    Meeting.objects.filter(pk=day.pk).update(
        uid=meeting.uid, recurrence_id="20260311T070000Z", marking="TLP:RED"
    )

    with pytest.raises(LoweredMarking):
        change_meeting(officer, meeting, "marking", "TLP:AMBER", version=1)


def test_meeting_is_called_off_and_back_on(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer, at=timezone.now() + timedelta(days=3))
    client = client_of(officer)

    client.post(reverse("meetings:cancellation", args=[meeting.pk]))
    meeting.refresh_from_db()
    assert meeting.is_cancelled
    client.post(reverse("meetings:restoration", args=[meeting.pk]))
    meeting.refresh_from_db()

    assert not meeting.is_cancelled
    assert Entry.objects.filter(kind="meeting.changed").count() == 2
