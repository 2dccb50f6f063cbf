"""Whoever has no phone that rings, and to whom no letter can leave, stands before the coordinators until somebody has told them."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.core.exceptions import PermissionDenied
from django.db.utils import IntegrityError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.deployment.actions.rosters import publish_roster
from jembatan.deployment.models import Roster
from jembatan.field.actions.changes import to_be_written_to, write_of_changes
from jembatan.field.actions.unreached import mark_told
from jembatan.field.models import Unreached
from jembatan.field.queries.unreached import still_unreached, unreached_in, with_words
from jembatan.field.tests.scene import Games, client_on, desk_address, games
from jembatan.programmes.actions.duties import change_duty
from jembatan.programmes.models import Duty, Officer, Programme

ClientOf = Callable[[Actor], Client]


def written() -> None:
    """Some minutes later."""
    for officer in to_be_written_to(timezone.now() + timedelta(minutes=3)):
        write_of_changes(officer)


def published(actor: Actor) -> None:
    """As if for the first time."""
    Roster.objects.update(state="draft", published_at=None)
    publish_roster(actor, Roster.objects.get(), knowingly=True)
    written()


def waiting() -> dict[str, bool]:
    """By name, whether it is the first that they hear."""
    return dict(still_unreached(timezone.now()).values_list("officer__full_name", "first"))


def changed(actor: Actor, scene: Games, note: str) -> None:
    """Sari's duty."""
    duty = Duty.objects.get(pk=scene.duty.pk)
    change_duty(actor, duty, version=duty.version, note=note)
    written()


def test_first_roster_of_who_has_no_mail_address_waits_for_somebody_to_tell_it(
    officer: Actor, reader: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    desk_address(officer.desk)
    Officer.objects.filter(pk=scene.sari.pk).update(email="")
    published(officer)
    assert waiting() == {"Sari": True}
    assert OutgoingMail.objects.get().draft.subject == "Your duties: Games"  # to Tono
    address = f"/programmes/{scene.programme.pk}/field/"
    page = client_of(officer).get(address)
    told = page.content.decode()
    assert page.context["unreached"][0].chat in told.replace("&amp;", "&")
    assert "https://wa.me/628120000002?text=" in told
    assert "Lunch, Village" in unquote(page.context["unreached"][0].chat)
    for words in ("Not reached", "first roster", "no e-mail address", 'href="tel:+628120000002"'):
        assert words in told
    assert (
        "1 officer has not heard of their duties"
        in client_of(reader).get(f"/programmes/{scene.programme.pk}/").content.decode()
    )
    for other in (reader, drafter):
        seen = client_of(other).get(address).content.decode()
        assert "Not reached" in seen
        assert "?text=" not in seen
        with pytest.raises(PermissionDenied):
            mark_told(other, Unreached.objects.get(), told=True)
    client, telling = client_of(officer), f"/programmes/unreached/{Unreached.objects.get().pk}/told/"
    done = client.post(telling, {"told": "yes"}, follow=True).content.decode()
    assert "Sari is told." in done
    assert (waiting(), Unreached.objects.get().told_by) == ({}, officer.user)
    client.post(telling, {"told": "no"})
    assert waiting() == {"Sari": True}


def test_change_waits_once_and_what_is_told_comes_again_with_the_next_one(officer: Actor) -> None:
    scene = games(officer)
    desk_address(officer.desk)
    Officer.objects.filter(pk=scene.sari.pk).update(email="")
    changed(officer, scene, "By the lake")
    changed(officer, scene, "By the gate")
    assert waiting() == {"Sari": False}
    mark_told(officer, Unreached.objects.get(), told=True)
    changed(officer, scene, "By the lake")
    assert waiting() == {"Sari": False}


def test_letter_that_cannot_leave_waits_until_one_leaves_with_all_of_it(officer: Actor) -> None:
    """There is no address of the desk yet. The duty is far away, so that a letter of the next days would not name it."""
    scene = games(officer)
    begins = timezone.now() + timedelta(days=20)
    Programme.objects.update(last_day=begins.date() + timedelta(days=2))
    Duty.objects.filter(pk=scene.duty.pk).update(starts_at=begins, ends_at=begins + timedelta(hours=2))
    published(officer)
    assert waiting() == {"Sari": True, "Tono": True}
    desk_address(officer.desk)
    dinner = Duty.objects.get(title="Dinner")
    change_duty(officer, dinner, version=dinner.version, note="Later")
    written()
    assert (waiting(), OutgoingMail.objects.get().draft.subject) == ({"Sari": True}, "Your duties: Games")
    Duty.objects.filter(pk=scene.duty.pk).update(starts_at=timezone.now() + timedelta(days=1))
    changed(officer, scene, "By the lake")
    assert not Unreached.objects.exists()
    assert OutgoingMail.objects.latest("pk").draft.subject == "Your duties: Games"


def test_whoever_opens_their_duties_on_the_phone_is_told(officer: Actor) -> None:
    scene = games(officer)
    client = client_on(officer, scene.sari)
    changed(officer, scene, "By the lake")
    assert waiting() == {"Sari": False}
    client.get("/duty/data/")
    assert waiting() == {}
    changed(officer, scene, "By the gate")
    assert waiting() == {"Sari": False}


def test_who_works_no_more_and_programmes_that_are_over_or_red_are_left_out(officer: Actor) -> None:
    scene = games(officer)
    changed(officer, scene, "By the lake")
    Officer.objects.filter(pk=scene.sari.pk).update(status=Officer.Status.ENDED)
    assert waiting() == {}
    Officer.objects.filter(pk=scene.sari.pk).update(status=Officer.Status.ACTIVE)
    Programme.objects.update(marking="TLP:RED")
    assert waiting() == {}
    over = timezone.now().date() - timedelta(days=1)
    Programme.objects.update(marking="TLP:AMBER", first_day=over, last_day=over)
    assert waiting() == {}


def test_words_cost_the_same_for_one_and_for_many(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    scene = games(officer)
    published(officer)
    assert len(waiting()) == 2
    with django_assert_num_queries(4):
        found = with_words(unreached_in(scene.programme, timezone.now()), timezone.now())
    assert [("Lunch" in each.text, "Dinner" in each.text) for each in found] == [(True, False), (False, True)]


def test_nobody_tells_without_a_time(officer: Actor) -> None:
    scene = games(officer)
    with pytest.raises(IntegrityError, match="unreached_told_by_somebody_at_a_time"):
        Unreached.objects.create(officer=scene.sari, since=timezone.now(), told_by=officer.user)
