"""The plan for a partner holds what its marking and its audience allow, and nothing of ours."""

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import docx
import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.assess import Standing, assess
from jembatan.dossiers.actions.conflicts import say_conflict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.objectives import ObjectiveContent, add_interest, add_objective, read_measure
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.actions.share import share_plan
from jembatan.dossiers.actions.steps import StepContent, add_step, settle_step
from jembatan.dossiers.models import Assessment, Dossier, Step
from jembatan.dossiers.queries import limits
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]
SECRET = "Wisanggeni"


@pytest.fixture
def dossier(officer: Actor, ministry: Organisation, budi: Person) -> Dossier:
    """Whatever may not go to the ministry at TLP:GREEN says the secret word."""
    opened = open_dossier(officer, f"Perkara {SECRET}", objective=f"Sasaran {SECRET}", marking=Marking.RED)
    for party in (ministry, budi):
        add_party(officer, opened, party)
    add_interest(officer, opened, f"Kepentingan {SECRET}")
    stands = Standing(
        influence=5, interest=1, stance=Assessment.Stance.OPPOSES, on_day=date(2026, 1, 1), reason=SECRET
    )
    assess(officer, opened, ministry, stands)
    hidden = ObjectiveContent(text=f"Tujuan {SECRET}", marking=Marking.AMBER)
    add_objective(officer, opened, hidden)
    told = ObjectiveContent(text="Pandu terlatih", measure="pandu", target=Decimal(24), marking=Marking.GREEN)
    pilots = add_objective(officer, opened, told)
    read_measure(officer, pilots, Decimal(6), on_day=date(2026, 1, 1), note=f"Catatan {SECRET}")
    say_conflict(officer, opened, pilots, ministry, reason=f"Bertentangan {SECRET}")
    first = add_step(officer, opened, StepContent(title=f"Langkah {SECRET}", marking=Marking.AMBER_STRICT))
    add_step(officer, opened, StepContent(title=f"Milik Budi {SECRET}", theirs=budi, marking=Marking.CLEAR))
    gone = add_step(officer, opened, StepContent(title=f"Batal {SECRET}", marking=Marking.CLEAR))
    settle_step(officer, gone, Step.State.DROPPED)
    draft = StepContent(
        title="Tanggapi draf", theirs=ministry, after=first, ends_on=date(2026, 12, 4), marking=Marking.GREEN
    )
    add_step(officer, opened, draft)
    return opened


def _text(content: bytes, file_format: str) -> str:
    if file_format == "pdf":
        pages = PdfReader(io.BytesIO(content)).pages
        assert len(pages) == 1
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    file = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells, file.core_properties.title])


def _told_of_drawings(pdf: bytes) -> list[str]:
    """What a reader without eyes is told instead of each picture."""
    file = PdfReader(io.BytesIO(pdf))
    found = (file.get_object(number) for number in range(1, len(file.xref[0]) + 1))
    return [str(each["/Alt"]) for each in found if isinstance(each, DictionaryObject) and "/Alt" in each]


@pytest.mark.parametrize("file_format", ["pdf", "docx"])
def test_nothing_of_ours_leaves(
    officer: Actor, dossier: Dossier, ministry: Organisation, file_format: str
) -> None:
    shared = share_plan(
        officer,
        dossier,
        title="Rencana bersama",
        party=ministry,
        marking=Marking.GREEN,
        language="id",
        file_format=file_format,
    )
    text = _text(shared.content, file_format)
    told = ("Rencana bersama", "Tanggapi draf", "4 Des 2026", "Pandu terlatih", "6 / 24 pandu")
    assert ([each for each in told if each not in text], SECRET in text) == ([], False)
    assert not any(word in text for word in ("menentang", "opposes", "RED"))
    assert SECRET.encode() not in shared.content
    if file_format == "pdf":
        assert _told_of_drawings(shared.content) == [
            "Langkah menurut waktu: Tanggapi draf: paling lambat 4 Des 2026"
        ]


def test_what_may_not_go_to_them_is_refused(
    officer: Actor,
    drafter: Actor,
    dossier: Dossier,
    ministry: Organisation,
    budi: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def share(actor: Actor, title: str = "Rencana", marking: Marking = Marking.AMBER) -> None:
        share_plan(actor, dossier, title=title, party=ministry, marking=marking, language="en")

    with pytest.raises(PermissionDenied):
        share(drafter)
    for marking in (Marking.AMBER_STRICT, Marking.RED):
        with pytest.raises(Refused):
            share(officer, marking=marking)
    with pytest.raises(Refused, match="give the plan another one"):
        share(officer, title=dossier.title)
    monkeypatch.setattr(limits, "_limits", [lambda _actor, ids: dict.fromkeys(ids, Marking.GREEN)])
    with pytest.raises(Refused, match="At most TLP:GREEN"):
        share(officer)
    share(officer, marking=Marking.GREEN)


def test_plan_is_made_by_its_page(officer: Actor, dossier: Dossier, client_of: ClientOf) -> None:
    client, address = client_of(officer), f"/dossiers/{dossier.pk}/plan/sharing/"
    assert f'value="Perkara {SECRET}"' not in client.get(address).text
    asked = {"party": "", "title": "Rencana", "marking": "TLP:CLEAR", "language": "en", "file_format": "pdf"}
    made = client.post(address, asked)
    assert (made.headers["Content-Type"], b"%PDF" in made.content) == ("application/pdf", True)
    assert client.post(address, asked | {"marking": "TLP:RED"}).status_code == 422
