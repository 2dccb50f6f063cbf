"""Opening a programme, its days and its rules; what the database refuses of its records."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.journal.models import Entry
from jembatan.programmes.actions.delegations import change_delegation
from jembatan.programmes.actions.duties import add_duty, change_duty
from jembatan.programmes.actions.duty_runs import do_run, try_templates
from jembatan.programmes.actions.officers import add_officer, pair
from jembatan.programmes.actions.programmes import Days, open_programme
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.actions.teams import lead
from jembatan.programmes.models import (
    Absence,
    Delegation,
    DelegationMember,
    DelegationNote,
    Movement,
    Officer,
)
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.programmes.tests.scene import DAYS, games

ClientOf = Callable[[Actor], Client]
NOON = datetime(2027, 8, 18, 12, tzinfo=UTC)


def test_programme_opens_with_a_dossier_of_its_name(officer: Actor) -> None:
    programme = games(officer)
    assert (programme.dossier.title, programme.dossier.restricted) == ("Pekan Olahraga", False)
    assert Entry.objects.filter(dossier=programme.dossier, kind="programme.opened").count() == 1
    with pytest.raises(Refused, match="of this name already"):
        open_programme(officer, "Pekan Olahraga", DAYS, dossier=programme.dossier)


def test_what_is_changed_is_locked_so_that_nobody_waits_who_only_refers_to_it(officer: Actor) -> None:
    programme = games(officer)
    delegation = Delegation.objects.create(desk=officer.desk, programme=programme, name="Akitsu")
    sari, tono = (add_officer(officer, programme, languages={}, full_name=name) for name in ("Sari", "Tono"))
    lunch = add_duty(
        officer, programme, title="Lunch", starts_at=NOON, ends_at=NOON + timedelta(hours=2), day=DAYS.first
    )
    with CaptureQueriesContext(connection) as asked:
        change_duty(officer, lunch, version=1, officers=2)
        change_delegation(officer, delegation, "size", 20, known=0)
        lead(officer, programme, {sari.pk: tono.pk})
        pair(officer, tono, sari, together=True)
        do_run(officer, try_templates(officer, programme))
    locks = [each["sql"] for each in asked.captured_queries if " FOR " in each["sql"]]
    assert len(locks) >= 8
    blocking = [sql for sql in locks if "FOR NO KEY UPDATE" not in sql]
    assert [sql for sql in blocking if "programmes_pair" not in sql] == []  # nothing refers to a pair


@pytest.mark.parametrize(
    ("days", "why"),
    [
        (Days(date(2027, 9, 2), date(2027, 8, 18), "Asia/Jakarta"), "comes before the first"),
        (Days(date(2027, 1, 1), date(2028, 1, 2), "Asia/Jakarta"), "a year at most"),
        (Days(date(2027, 8, 18), date(2027, 9, 2), "Asia/Atlantis"), "Asia/Atlantis"),
        (Days(date(2027, 8, 18), date(2027, 9, 2), "../secret"), "No such time zone"),
        (Days(date(9999, 12, 30), date(9999, 12, 31), "Asia/Jakarta"), "so far away"),
        (Days(date(1, 1, 1), date(1, 1, 2), "Asia/Jakarta"), "so far away"),
    ],
)
def test_impossible_days_are_refused_in_words(officer: Actor, days: Days, why: str) -> None:
    with pytest.raises(Refused, match=why):
        open_programme(officer, "Pekan", days)


def test_whoever_does_not_see_the_dossier_does_not_see_the_programme(officer: Actor, reader: Actor) -> None:
    programme = games(officer)
    assert list(visible_programmes(reader)) == [programme]
    restrict(officer, programme.dossier)
    assert not visible_programmes(reader).exists()
    assert list(visible_programmes(officer)) == [programme]


def test_form_keeps_what_was_typed_and_says_what_is_wrong(officer: Actor, client_of: ClientOf) -> None:
    typed = {
        "name": "Pekan",
        "first_day": "2 September 2027",
        "last_day": "18 August 2027",
        "zone": "Asia/Jakarta",
    }
    answer = client_of(officer).post("/programmes/new/", typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "The last day comes before the first" in page
    assert 'value="Pekan"' in page
    opened = client_of(officer).post(
        "/programmes/new/", {**typed, "first_day": "18 August 2027", "last_day": "2 September 2027"}
    )
    programme = visible_programmes(officer).get()
    assert opened.headers["Location"] == f"/programmes/{programme.pk}/"
    assert (programme.first_day, programme.last_day) == (DAYS.first, DAYS.last)


def test_working_rules_change_and_are_told_to_the_journal(officer: Actor, client_of: ClientOf) -> None:
    programme = games(officer)
    rules = {
        "max_work": 420,
        "max_spread": 600,
        "min_rest": 720,
        "max_days_in_7": 5,
        "max_week_work": 2400,
        "handover": 15,
        "night_age": 21,
        "self_sign_up": True,
        "keep_days": 30,
    }
    client_of(officer).post(f"/programmes/{programme.pk}/rules/", rules)
    programme.refresh_from_db()
    assert {name: getattr(programme, name) for name in rules} == rules
    assert Entry.objects.filter(kind="programme.changed").count() == 1
    refused = client_of(officer).post(f"/programmes/{programme.pk}/rules/", {**rules, "max_days_in_7": 8})
    assert refused.status_code == 422


def test_page_takes_as_many_queries_for_many_as_for_one(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    programme = games(officer)
    client = client_of(officer)
    client.get(f"/programmes/{programme.pk}/")
    Delegation.objects.bulk_create(
        Delegation(desk=officer.desk, programme=programme, name=f"Delegation {n}", size=10) for n in range(45)
    )
    with django_assert_max_num_queries(24):
        page = client.get(f"/programmes/{programme.pk}/").content.decode()
    assert "450 guests" in page


def _delegation(officer: Actor) -> Delegation:
    programme = games(officer)
    return Delegation.objects.create(desk=officer.desk, programme=programme, name="Akitsu", code="AKT")


def refuses(name: str, make: Callable[[], object]) -> None:
    """The constraint is held by the database."""
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make()


def test_database_refuses_delegations_that_cannot_be(officer: Actor) -> None:
    delegation = _delegation(officer)
    desk = officer.desk
    refuses(
        "movement_arrives_after_departure",
        lambda: Movement.objects.create(
            desk=desk,
            delegation=delegation,
            kind="arrival",
            starts_at=NOON,
            ends_at=NOON - timedelta(minutes=5),
            starts_zone="UTC",
            ends_zone="Asia/Jakarta",
        ),
    )
    DelegationMember.objects.create(desk=desk, delegation=delegation, full_name="Aiko", head=True)
    refuses(
        "delegation_has_one_head",
        lambda: DelegationMember.objects.create(desk=desk, delegation=delegation, full_name="Ren", head=True),
    )
    refuses(
        "delegation_medical_note_is_red",
        lambda: DelegationNote.objects.create(
            desk=desk, delegation=delegation, kind="medical", text="…", marking="TLP:AMBER"
        ),
    )


def test_database_refuses_officers_who_cannot_be(officer: Actor) -> None:
    programme = games(officer)
    desk = officer.desk
    first = Officer.objects.create(
        desk=desk,
        programme=programme,
        number=1,
        full_name="Sari",
        phone="+6281200000001",
        email="sari@a.example",
    )
    refuses(
        "officer_phone_once",
        lambda: Officer.objects.create(
            desk=desk, programme=programme, number=2, full_name="Tono", phone="+6281200000001"
        ),
    )
    refuses(
        "officer_mail_once",
        lambda: Officer.objects.create(
            desk=desk, programme=programme, number=2, full_name="Tono", email="SARI@a.example"
        ),
    )
    refuses(
        "officer_phone_is_e164",
        lambda: Officer.objects.create(
            desk=desk, programme=programme, number=2, full_name="Tono", phone="0812"
        ),
    )
    Absence.objects.create(desk=desk, officer=first, during=(NOON, NOON + timedelta(hours=8)))
    refuses(
        "absence_once_at_a_time",
        lambda: Absence.objects.create(
            desk=desk, officer=first, during=(NOON + timedelta(hours=7), NOON + timedelta(hours=9))
        ),
    )
