"""What was accepted of officers' claims stands on the papers of their programme."""

import io
from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from jembatan.accounts.actor import Actor
from jembatan.deployment.tests.test_papers import text_of
from jembatan.field.models import Claim
from jembatan.field.tests.scene import games
from jembatan.programmes.models import Duty, Officer


def claim(officer: Officer, state: str = "accepted", **what: object) -> None:
    """As the phone sent it, and the coordinators decided."""
    Claim.objects.create(
        desk=officer.desk,
        officer=officer,
        kind="expense" if "amount" in what else "hours",
        day=timezone.localdate(),
        text="Taxi",
        state=state,
        decided_at=None if state == "waiting" else timezone.now(),
        reason="No bill" if state == "declined" else "",
        **what,
    )


def test_accepted_claims_are_on_the_papers_by_officer_and_currency(
    officer: Actor, client_of: Callable[[Actor], Client]
) -> None:
    scene = games(officer)
    ended = timezone.now().replace(microsecond=0)
    Duty.objects.filter(pk=scene.duty.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    for amount in ("120000", "30500.50"):
        claim(scene.sari, amount=amount, currency="IDR")
    claim(scene.sari, amount="20", currency="USD")
    claim(scene.sari, minutes=90)
    claim(scene.tono, amount="9.90", currency="USD")
    claim(scene.tono, "waiting", minutes=600)
    claim(scene.leader, "declined", amount="5", currency="EUR")
    client, papers = client_of(officer), f"/programmes/{scene.programme.pk}/papers/"
    page = client.get(papers).content.decode()
    assert "2 officers, 4 hours so far" in page
    assert "IDR 150,500.50 · USD 29.90" in " ".join(page.split())
    made = client.post(f"{papers}hours/", {"language": "en"})
    sheet = load_workbook(io.BytesIO(made.content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0][7:] == ["Did not come", "Further hours", "Hours in all", "Expenses IDR", "Expenses USD"]
    assert [(row[1], *row[8:]) for row in rows[1:]] == [
        ("Sari", 1.5, 3.5, 150500.5, 20),
        ("Tono", 0, 0, 0, 9.9),
        ("In all", 1.5, 3.5, 150500.5, 29.9),
    ]
    certificate = client.post(f"{papers}certificates/", {"language": "en"})
    assert "4 hours in all" in text_of(certificate.content)
