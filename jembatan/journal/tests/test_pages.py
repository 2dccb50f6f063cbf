"""The journal's pages: for those who may, those who may only read, and those who may not."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.actions.note import write_note
from jembatan.journal.actions.record import Line, record, record_many
from jembatan.journal.models import Entry
from jembatan.platform.ui.moments import day_text

ClientOf = Callable[[Actor], Client]
START = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def entry(officer: Actor, budi: Person) -> Entry:
    return record(officer, Line(kind="note", summary="Budi menelepon", occurred_at=START, parties=(budi,)))


def test_journal_page_shows_entries_to_every_role(
    head: Actor, officer: Actor, drafter: Actor, reader: Actor, entry: Entry, client_of: ClientOf
) -> None:
    for actor in (head, officer, drafter, reader):
        page = client_of(actor).get("/journal/")
        assert page.status_code == 200
        assert "Budi menelepon" in page.content.decode()


def test_journal_page_shows_nothing_of_another_desk(
    stranger: Actor, entry: Entry, client_of: ClientOf
) -> None:
    client = client_of(stranger)

    assert "Budi menelepon" not in client.get("/journal/").content.decode()
    assert client.get(f"/journal/{entry.pk}/").status_code == 404
    assert client.post(f"/journal/{entry.pk}/correction/", {"text": "x"}).status_code == 404


def test_journal_page_filters_by_its_address(
    officer: Actor, head: Actor, entry: Entry, client_of: ClientOf
) -> None:
    assert head.user is not None
    record(head, Line(kind="mail.sent", summary="Surat keluar", occurred_at=START + timedelta(days=7)))
    client = client_of(officer)

    def found(query: str) -> tuple[bool, bool]:
        text = client.get(f"/journal/?{query}").content.decode()
        return "Budi menelepon" in text, "Surat keluar" in text

    assert found("kind=mail") == (False, True)
    assert found(f"officer={head.user.pk}") == (False, True)
    assert found("start=2026-11-01&end=2+Nov+2026") == (True, False)
    assert found("start=bukan+tanggal") == (True, True)


def test_journal_page_continues_where_it_ended(officer: Actor, client_of: ClientOf) -> None:
    record_many(
        officer,
        [
            Line(kind="note", summary=f"Catatan-{n:02}.", occurred_at=START + timedelta(hours=n))
            for n in range(31)
        ],
    )
    client = client_of(officer)

    first = client.get("/journal/")
    after = first.context["more_url"]
    rest = client.get(after, headers={"HX-Request": "true"}).content.decode()

    assert "Catatan-00." not in first.content.decode()
    assert "Catatan-00." in rest
    assert "<html" not in rest
    assert "Catatan-01." not in rest


def test_journal_page_costs_the_same_for_any_number_of_rows(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(officer)
    for _ in range(3):
        write_note(officer, "Satu lagi")
        with django_assert_max_num_queries(12):
            client.get("/journal/")


def test_entry_page_leads_to_its_corrections(
    officer: Actor, reader: Actor, entry: Entry, client_of: ClientOf
) -> None:
    answer = client_of(officer).post(f"/journal/{entry.pk}/correction/", {"text": "Ia menulis"})
    correction = Entry.objects.get(kind="note.correction")

    assert answer.status_code == 302
    page = client_of(reader).get(f"/journal/{entry.pk}/").content.decode()
    assert f"/journal/{correction.pk}/" in page
    assert "correction/" not in page
    assert client_of(reader).post(f"/journal/{entry.pk}/correction/", {"text": "Tidak"}).status_code == 403


def test_restricted_entry_is_not_found(officer: Actor, second_officer: Actor, client_of: ClientOf) -> None:
    dossier = open_dossier(officer, "Batas laut")
    hidden = write_note(officer, "Posisi kita", dossier=dossier)
    restrict(officer, dossier)

    assert client_of(second_officer).get(f"/journal/{hidden.pk}/").status_code == 404
    assert client_of(second_officer).get(f"/journal/of/dossier/{dossier.pk}/").status_code == 404
    assert client_of(officer).get(f"/journal/{hidden.pk}/").status_code == 200


def test_timeline_fragment_narrows_and_is_a_page_without_htmx(
    officer: Actor, stranger: Actor, budi: Person, entry: Entry, client_of: ClientOf
) -> None:
    address = f"/journal/of/person/{budi.pk}/"
    client = client_of(officer)

    fragment = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "Budi menelepon" in fragment
    assert "<html" not in fragment
    assert "Budi menelepon" not in client.get(f"{address}?kind=mail").content.decode()
    assert "<html" in client.get(address).content.decode()
    assert client_of(stranger).get(address).status_code == 404
    assert client.get("/journal/of/planet/1/").status_code == 404


def test_capture_shows_chips_before_it_saves(
    drafter: Actor, budi: Person, ministry: Organisation, client_of: ClientOf
) -> None:
    client = client_of(drafter)

    chips = client.get(
        "/capture/", {"line": "@Budi menelepon kemarin"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Budi Santoso" in chips
    assert "<form" not in chips
    assert Entry.objects.count() == 0

    saved = client.post(
        "/capture/",
        {"line": "@Budi menelepon kemarin"},
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/journal/"},
    )
    entry = Entry.objects.get()
    assert (saved.status_code, saved.headers["HX-Redirect"]) == (204, "http://testserver/journal/")
    assert [party.person_id for party in entry.parties.all()] == [budi.pk]
    assert entry.occurred_at.date() < entry.recorded_at.date()
    assert entry.summary == f"Budi Santoso menelepon {day_text(entry.occurred_at)}"
    assert (entry.own_words, entry.detail_told) == ("@Budi menelepon kemarin", "")
    assert "@Budi menelepon kemarin" not in client.get("/journal/").content.decode()
    assert "@Budi menelepon kemarin" in client.get(f"/journal/{entry.pk}/").content.decode()


def test_capture_works_without_htmx_and_refuses_an_empty_line(officer: Actor, client_of: ClientOf) -> None:
    client = client_of(officer)

    assert client.get("/capture/").status_code == 200
    assert client.post("/capture/", {"line": " "}).status_code == 422
    assert (
        client.post("/capture/", {"line": "Rapat"}).headers["Location"]
        == f"/journal/{Entry.objects.get().pk}/"
    )


def test_reader_may_not_capture(reader: Actor, client_of: ClientOf) -> None:
    assert client_of(reader).get("/capture/").status_code == 403
    assert client_of(reader).post("/capture/", {"line": "Rapat"}).status_code == 403
    assert Entry.objects.count() == 0


def test_today_shows_the_latest_entries(reader: Actor, entry: Entry, client_of: ClientOf) -> None:
    assert "Budi menelepon" in client_of(reader).get("/").content.decode()


def test_imprecise_moments_are_shown_as_they_are_known(second_officer: Actor, client_of: ClientOf) -> None:
    moment = datetime(2014, 1, 1, 5, 0, tzinfo=UTC)
    record(
        second_officer,
        Line(kind="meeting.held", summary="Lama", occurred_at=moment, precision=Entry.Precision.MONTH),
    )
    record(
        second_officer,
        Line(kind="meeting.held", summary="Lebih lama", occurred_at=moment, precision=Entry.Precision.YEAR),
    )

    page = client_of(second_officer).get("/journal/").content.decode()

    assert ">January 2014</time>" in page
    assert ">2014</time>" in page


def test_timeline_of_a_party_parts_what_is_coming_from_what_was(
    officer: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    now = timezone.now()
    for summary, moment in (("Nanti", now + timedelta(days=2)), ("Dulu", now - timedelta(days=2))):
        record(officer, Line(kind="note", summary=summary, occurred_at=moment, parties=(ministry,)))

    page = client_of(officer).get(f"/journal/of/organisation/{ministry.pk}/").content.decode()

    places = [page.index(text) for text in (">Coming<", "Nanti", ">Until now<", "Dulu")]
    assert places == sorted(places)


def test_divider_is_not_repeated_on_the_next_page(
    officer: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    now = timezone.now()
    record_many(
        officer,
        [
            Line(kind="note", summary=f"Nanti {n}", occurred_at=now + timedelta(days=n), parties=(ministry,))
            for n in range(1, 33)
        ],
    )
    client = client_of(officer)

    first = client.get(f"/journal/of/organisation/{ministry.pk}/")
    rest = client.get(first.context["more_url"], headers={"HX-Request": "true"}).content.decode()

    assert first.content.decode().count(">Coming<") == 1
    assert "Nanti 1<" in rest
    assert "timeline-day" not in rest


def test_timeline_of_a_party_offers_only_kinds_that_it_can_hold(
    officer: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    client = client_of(officer)
    timeline = client.get(f"/journal/of/organisation/{ministry.pk}/").content.decode()
    journal = client.get("/journal/").content.decode()
    assert [kind for kind in ("mail", "meeting", "note", "import", "report") if f"?kind={kind}" in timeline] == [
        "mail", "meeting", "note", "report",
    ]  # fmt: skip
    assert "?kind=import" in journal


def test_line_names_whoever_wrote_the_mail_once(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    record(officer, Line(kind="mail.received", summary="Surat", parties=(budi,), by="Budi Santoso"))
    page = client_of(officer).get("/journal/").content.decode()
    assert page.count("Budi Santoso") == 1
