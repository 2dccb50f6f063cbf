"""What is done to the plan of a dossier is a line of the journal."""

from datetime import date

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.steps import StepContent, add_step, edit_step, settle_step
from jembatan.dossiers.models import Dossier, Step
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

State = Step.State


def _told(dossier: Dossier) -> list[tuple[str, str, list[str]]]:
    entries = Entry.objects.filter(dossier=dossier, kind="dossier.step").order_by("pk")
    return [(e.summary, e.marking, [str(row.name) for row in e.parties.all()]) for e in entries]


def test_life_of_a_step_is_told_at_its_marking(officer: Actor, ministry: Organisation) -> None:
    dossier = open_dossier(officer, "MoU Selat")
    add_party(officer, dossier, ministry)
    content = StepContent(title="Draf", theirs=ministry, ends_on=date(2026, 12, 1), marking=Marking.RED)
    later = StepContent(title="Draf", theirs=ministry, ends_on=date(2026, 12, 9), marking=Marking.RED)

    step = edit_step(officer, add_step(officer, dossier, content), later, version=1)
    for state in (State.DONE, State.DONE, State.OPEN, State.DROPPED):
        settle_step(officer, step, state)

    told = _told(dossier)
    assert [summary for summary, _marking, _parties in told] == [
        "Planned in MoU Selat: Draf.",
        "Moved in the plan of MoU Selat: Draf (1 Dec 2026 → 9 Dec 2026).",
        "Done in MoU Selat: Draf.",
        "Open again in MoU Selat: Draf.",
        "Dropped from the plan of MoU Selat: Draf.",
    ]
    assert {(marking, *parties) for _summary, marking, parties in told} == {
        ("TLP:RED", "Kementerian Kelautan")
    }
