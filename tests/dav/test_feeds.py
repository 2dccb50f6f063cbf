"""Books under secret addresses."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from jembatan.accounts.actions.desks import give_role
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.directory.actions.people import add_person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.platform.audit.changes import change_page
from jembatan.platform.audit.newest import Filters
from jembatan.platform.dav.feeds import make_feed, revoke_feed
from jembatan.platform.dav.models import Feed
from jembatan.platform.markings import Marking

BEGINS = datetime(2027, 3, 4, 3, 0, tzinfo=UTC)
TIMES = Times(BEGINS, BEGINS + timedelta(hours=1))


def test_calendar_shows_what_is_open_and_nothing_else(head: Actor, officer: Actor) -> None:
    dossier = open_dossier(officer, "Perkara")
    restrict(officer, dossier)  # Its maker is a member of it: whoever has the address is not.
    plan_meeting(head, "Terbuka", times=TIMES, zone="Asia/Jakarta", allowed=True)
    plan_meeting(head, "Tertutup", times=TIMES, zone="Asia/Jakarta", allowed=True, dossier=dossier)
    plan_meeting(head, "Kuning", times=TIMES, zone="Asia/Jakarta", allowed=True, marking=Marking.AMBER)
    _feed, secret = make_feed(officer, kind="meetings", name="Layar")
    answer = Client().get(f"/feeds/{secret}.ics")
    text = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert ("Terbuka" in text, "Tertutup" in text, "Kuning" in text) == (True, False, False)
    assert text.count("BEGIN:VCALENDAR") == text.count("BEGIN:VTIMEZONE") == 1
    unchanged = Client().get(f"/feeds/{secret}.ics", headers={"If-None-Match": answer.headers["ETag"]})
    assert unchanged.status_code == 304


def test_address_book_is_one_file(officer: Actor) -> None:
    for name, marking in (("Budi", Marking.GREEN), ("Sari", Marking.CLEAR), ("Rahasia", Marking.AMBER)):
        add_person(officer, name, fields={"marking": marking})
    _feed, secret = make_feed(officer, kind="people", name="Mesin surat")
    text = Client().get(f"/feeds/{secret}.vcf").content.decode()
    assert text.count("BEGIN:VCARD") == 2
    assert "Rahasia" not in text


def test_address_ends_with_its_maker_and_when_it_is_taken_back(head: Actor, officer: Actor) -> None:
    feed, secret = make_feed(officer, kind="meetings", name="Layar")
    assert officer.user is not None
    assert Client().get(f"/feeds/{secret}.ics").status_code == 200
    give_role(head, officer.user, role=Role.READER)
    assert Client().get(f"/feeds/{secret}.ics").status_code == 404
    give_role(head, officer.user, role=Role.OFFICER)
    assert Client().get(f"/feeds/{secret}.vcf").status_code == 404
    assert revoke_feed(officer, feed.pk) == "Layar"
    assert Client().get(f"/feeds/{secret}.ics").status_code == 404


def test_only_those_who_let_things_out_make_an_address(officer: Actor, drafter: Actor, reader: Actor) -> None:
    for actor in (drafter, reader):
        with pytest.raises(PermissionDenied):
            make_feed(actor, kind="meetings", name="Layar")
    with pytest.raises(ValidationError, match="for whom"):
        make_feed(officer, kind="meetings", name=" ")
    with pytest.raises(ValidationError, match="what the address shows"):
        make_feed(officer, kind="mail", name="Layar")


def test_secret_is_stored_nowhere_and_the_head_sees_that_there_is_one(head: Actor, officer: Actor) -> None:
    _feed, secret = make_feed(officer, kind="meetings", name="Layar")
    assert secret not in str(list(Feed.objects.values()))
    (change,) = change_page(head, Filters(kind="dav.feed")).rows
    assert (change.record, change.verb) == ("Layar", "insert")


def test_secret_address_shows_no_meeting_that_names_somebody_marked_higher(officer: Actor) -> None:
    kim = add_person(officer, "Kim", fields={"marking": Marking.AMBER})
    plan_meeting(officer, "Dengan Kim", times=TIMES, zone="Asia/Jakarta", allowed=True, parties=[kim])
    plan_meeting(officer, "Tanpa Kim", times=TIMES, zone="Asia/Jakarta", allowed=True)
    _feed, secret = make_feed(officer, kind="meetings", name="Layar")
    text = Client().get(f"/feeds/{secret}.ics").content.decode()
    assert ("Dengan Kim" in text, "Tanpa Kim" in text) == (False, True)
