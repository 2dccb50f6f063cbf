"""The capture line: what says that something is promised becomes a promise."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment
from jembatan.directory.models import Person
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry

ClientOf = Callable[[Actor], Client]
LINE = "@Budi janji kirim draf jumat 15.00 #MoU"


def test_line_becomes_their_promise(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    dossier = open_dossier(officer, "MoU Selat")
    client = client_of(officer)
    assert 'name="note"' in client.get("/capture/", {"line": LINE}).content.decode()
    client.post("/capture/", {"line": LINE})
    made = Commitment.objects.get()
    assert (made.side, made.what, made.person, made.dossier) == ("theirs", "kirim draf", budi, dossier)
    assert made.due is not None
    assert made.due.weekday() == 4
    assert made.evidence == LINE
    assert not Entry.objects.filter(kind="note").exists()
    toast = client.session["toasts"][-1]
    client.post(toast["undo"], toast["undo_fields"])
    assert Commitment.objects.get().state == "withdrawn"


@pytest.mark.parametrize("line", ["Saya janji kirim daftar ke @Budi", "We promised @Budi the list"])
def test_line_becomes_our_promise(officer: Actor, budi: Person, client_of: ClientOf, line: str) -> None:
    client_of(officer).post("/capture/", {"line": line})
    made = Commitment.objects.get()
    assert (made.side, made.person, made.member) == ("ours", budi, officer.user)


@pytest.mark.parametrize(
    "sent",
    [
        {"line": LINE, "note": "1"},
        {"line": "@Budi menelepon"},
        {"line": "Ada yang janji datang"},
        {"line": "@Budi janji"},
    ],
)
def test_line_stays_a_note(officer: Actor, budi: Person, client_of: ClientOf, sent: dict[str, str]) -> None:
    client_of(officer).post("/capture/", sent)
    assert not Commitment.objects.exists()
    assert Entry.objects.filter(kind="note").exists()


def test_day_that_is_over_sets_no_day(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    day = (timezone.localdate() - timedelta(days=40)).isoformat()
    client_of(officer).post("/capture/", {"line": f"{day} @Budi janji kirim draf"})
    assert Commitment.objects.get().due is None
