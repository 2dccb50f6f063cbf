"""Kinds of meetings that a desk makes its own."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.agenda_templates import (
    KindTaken,
    bring_back_template,
    keep_as_template,
    retire_template,
    start_from_template,
)
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import AgendaTemplate, AgendaTemplatePoint, Meeting
from jembatan.meetings.queries.agenda import standing_items
from jembatan.meetings.queries.agenda_kinds import KINDS

type ClientOf = Callable[[Actor], Client]


def meeting(officer: Actor, days: int = 2) -> Meeting:
    begins = timezone.now() + timedelta(days=days)
    times = Times(begins, begins + timedelta(minutes=60))
    return plan_meeting(officer, "Rapat", times=times, zone="Asia/Jakarta")


@pytest.fixture
def template(officer: Actor) -> AgendaTemplate:
    before = meeting(officer)
    add_point(officer, before, Content(title="Doa", minutes=5))
    add_point(officer, before, Content(title="Sambutan", speaks=True, notes="Hanya kali ini"))
    return keep_as_template(officer, before, " Rapat  pagi ")


def test_four_kinds_come_with_the_house() -> None:
    assert list(KINDS) == ["bilateral", "committee", "press", "visit"]


def test_agenda_is_kept_and_started_from(officer: Actor, template: AgendaTemplate) -> None:
    after = meeting(officer, 3)
    start_from_template(officer, after, template)
    found = [
        (item.position, item.title, item.minutes, item.speaks, item.notes) for item in standing_items(after)
    ]
    assert found == [(1, "Doa", 5, False, ""), (2, "Sambutan", None, True, "")]
    assert template.name == "Rapat pagi"
    with pytest.raises(ValidationError):
        start_from_template(officer, after, template)


@pytest.mark.parametrize("name", ["", "rapat PAGI", "bilateral talk", "x" * 121])
def test_name_that_is_none_or_taken_is_refused(officer: Actor, template: AgendaTemplate, name: str) -> None:
    before = meeting(officer, 4)
    add_point(officer, before, Content(title="Doa"))
    with pytest.raises(ValidationError):
        keep_as_template(officer, before, name)


def test_meeting_without_an_agenda_has_none_to_keep(officer: Actor) -> None:
    with pytest.raises(ValidationError):
        keep_as_template(officer, meeting(officer), "Kosong")


def test_agenda_of_a_restricted_dossier_stays_there(officer: Actor) -> None:
    hidden = meeting(officer, 7)
    add_point(officer, hidden, Content(title="Rahasia"))
    hidden.dossier = restrict(officer, open_dossier(officer, "MoU", objective="Tahun ini"))
    hidden.save()
    with pytest.raises(ValidationError):
        keep_as_template(officer, hidden, "Rapat MoU")


def test_second_of_two_at_once_is_refused_in_a_sentence(
    head: Actor, officer: Actor, template: AgendaTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "jembatan.meetings.actions.agenda_templates._refuse_name", lambda *_given, **_more: None
    )
    before = meeting(officer, 4)
    add_point(officer, before, Content(title="Doa"))
    with pytest.raises(KindTaken):
        keep_as_template(officer, before, "rapat PAGI")
    retire_template(head, template)
    keep_as_template(officer, before, "rapat PAGI")
    with pytest.raises(KindTaken):
        bring_back_template(head, template)


def test_only_the_head_takes_one_out(
    head: Actor, officer: Actor, reader: Actor, template: AgendaTemplate
) -> None:
    with pytest.raises(PermissionDenied):
        retire_template(officer, template)
    with pytest.raises(PermissionDenied):
        keep_as_template(reader, meeting(officer, 5), "x")
    retire_template(head, template)
    bring_back_template(head, template)
    bring_back_template(head, template)
    retire_template(head, template)
    other = meeting(officer, 6)
    add_point(officer, other, Content(title="Doa"))
    keep_as_template(officer, other, "Rapat pagi")
    with pytest.raises(KindTaken):
        bring_back_template(head, template)


def test_database_refuses_what_is_no_template(officer: Actor, template: AgendaTemplate) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaTemplate.objects.create(desk=officer.desk, name="RAPAT PAGI")
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaTemplatePoint.objects.create(template=template, position=1, title="Lagi")


def test_pages_keep_offer_and_take_out(
    head: Actor, officer: Actor, template: AgendaTemplate, client_of: ClientOf
) -> None:
    after = meeting(officer, 6)
    client = client_of(officer)
    page = reverse("meetings:meeting", args=[after.pk])
    assert "Rapat pagi" in client.get(page).content.decode()
    client.post(reverse("meetings:agenda_start", args=[after.pk]), {"own": str(template.pk)})
    assert [item.title for item in standing_items(after)] == ["Doa", "Sambutan"]
    kept = client.post(reverse("meetings:agenda_template", args=[after.pk]), {"name": "Rapat sore"})
    assert kept.status_code == 302
    assert (
        client.post(reverse("meetings:agenda_template", args=[after.pk]), {"name": "Rapat sore"}).status_code
        == 422
    )
    settings = client_of(head)
    assert "Rapat sore" in settings.get(reverse("meetings:agenda_settings")).content.decode()
    settings.post(reverse("meetings:agenda_template_retirement", args=[template.pk]))
    assert "Rapat pagi" not in settings.get(reverse("meetings:agenda_settings")).content.decode().split(
        "<main"
    )[1].replace("Rapat pagi is offered no more", "")
    settings.post(reverse("meetings:agenda_template_return", args=[template.pk]))
    assert AgendaTemplate.objects.get(pk=template.pk).retired_at is None


def test_head_takes_back_a_kind_just_kept(head: Actor, officer: Actor, client_of: ClientOf) -> None:
    before = meeting(officer)
    add_point(officer, before, Content(title="Doa"))
    address = reverse("meetings:agenda_template", args=[before.pk])
    for actor, name, offered in ((officer, "Rapat pagi", False), (head, "Rapat sore", True)):
        page = client_of(actor).post(address, {"name": name}, follow=True).content.decode()
        undo = reverse("meetings:agenda_template_retirement", args=[AgendaTemplate.objects.get(name=name).pk])
        assert (f'action="{undo}"' in page) == offered
