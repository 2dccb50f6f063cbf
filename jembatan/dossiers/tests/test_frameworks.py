"""Plans begun from a framework, and frameworks made of a plan."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.frameworks import (
    FrameworkTaken,
    bring_back_framework,
    fill_from_framework,
    keep_as_framework,
    retire_framework,
)
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Dossier, Framework
from jembatan.dossiers.queries.framework_kinds import KINDS
from jembatan.dossiers.queries.frameworks import framework_choices, framework_of
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]
FIRST = date(2026, 12, 1)


@pytest.fixture
def dossier(officer: Actor, ministry: Organisation) -> Dossier:
    opened = open_dossier(officer, "MoU Selat", marking=Marking.GREEN)
    add_party(officer, opened, ministry)
    return opened


def test_each_framework_names_earlier_steps_in_both_languages() -> None:
    for kind in KINDS.values():
        for position, step in enumerate(kind.steps, start=1):
            assert step.after is None or step.after < position
            assert (step.begins or 0) <= (step.ends or 0)


def test_plan_is_filled_in_the_language_asked_for_and_only_once(
    officer: Actor, dossier: Dossier, ministry: Organisation
) -> None:
    for _again in range(2):
        added = fill_from_framework(
            officer, dossier, KINDS["permit"], starts_on=FIRST, language="id", party=ministry
        )
    steps = list(dossier.steps.order_by("pk"))
    check = steps[2]
    assert (added, len(steps), dossier.objectives.count()) == (0, 7, 1)
    assert (check.title, check.ours, check.theirs, check.after) == (
        "Periksa dokumen",
        None,
        ministry,
        steps[1],
    )
    assert (check.starts_on, check.ends_on, check.marking) == (
        date(2026, 12, 29),
        date(2027, 1, 12),
        "TLP:GREEN",
    )


def test_plan_is_kept_and_begins_another(
    officer: Actor, reader: Actor, stranger: Actor, dossier: Dossier
) -> None:
    with pytest.raises(Refused):
        keep_as_framework(officer, dossier, "Izin kita")
    fill_from_framework(officer, dossier, KINDS["permit"], starts_on=FIRST, language="en")
    kept = keep_as_framework(officer, dossier, "Izin kita")
    with pytest.raises(FrameworkTaken):
        keep_as_framework(officer, dossier, "izin KITA")
    with pytest.raises(PermissionDenied):
        keep_as_framework(reader, dossier, "Lain")
    again = framework_of(officer, str(kept.pk))
    assert again is not None
    assert [(each.begins, each.ends, each.after) for each in again.steps] == [
        (each.begins, each.ends, each.after) for each in KINDS["permit"].steps
    ]
    assert framework_of(stranger, str(kept.pk)) is None
    restrict(officer, dossier)
    with pytest.raises(Refused):
        keep_as_framework(officer, dossier, "Lain")


def test_head_retires_a_framework_and_brings_it_back(head: Actor, officer: Actor, dossier: Dossier) -> None:
    fill_from_framework(officer, dossier, KINDS["mou"], starts_on=FIRST, language="en")
    kept = keep_as_framework(officer, dossier, "Kita")
    with pytest.raises(PermissionDenied):
        retire_framework(officer, kept)
    retire_framework(head, kept)
    assert str(kept.pk) not in dict(framework_choices(officer))
    bring_back_framework(head, kept)
    assert str(kept.pk) in dict(framework_choices(officer))


def test_pages_begin_and_keep(
    drafter: Actor, dossier: Dossier, ministry: Organisation, client_of: ClientOf
) -> None:
    client = client_of(drafter)
    client.post("/dossiers/new/", {"title": "Acara", "marking": "TLP:AMBER", "framework": "event"})
    assert Dossier.objects.get(title="Acara").steps.count() == 8
    address = f"/dossiers/{dossier.pk}/plan/"
    asked = {
        "framework": "mou",
        "starts_on": "1 Dec 2026",
        "party": f"organisation:{ministry.pk}",
        "language": "en",
    }
    assert client.post(f"{address}filling/", asked | {"framework": "x"}).status_code == 422
    assert "8 steps added." in client.post(f"{address}filling/", asked, follow=True).text
    client.post(f"{address}keeping/", {"name": "MoU kita"})
    assert Framework.objects.get().steps.count() == 8
