"""What was written about a signal is read by those who may read its evidence today."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.actions.consultation.told import ASKED, tell_asked
from jembatan.correspondence.models import Consultation, Thread
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict, unrestrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.queries.timeline import visible_entries
from jembatan.radar.actions.first_step import MATTER
from jembatan.radar.actions.settle import take_on
from jembatan.radar.tests.scene import overdue


def _read(actor: Actor) -> bool:
    return visible_entries(actor).filter(kind="signal.taken").exists()


def test_task_of_a_signal_goes_with_its_evidence_behind_a_dossier_and_comes_back(
    officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    take_on(officer, overdue(officer, ministry), what="Call the minister at home")
    assert _read(second_officer)

    dossier = restrict(officer, open_dossier(officer, "Sea border"))
    put_in_dossier(officer, Thread.objects.get(), dossier=dossier)
    assert (_read(officer), _read(second_officer)) == (True, False)

    unrestrict(officer, dossier)
    assert _read(second_officer)


def test_question_about_a_signal_goes_with_its_evidence(
    officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    signal = overdue(officer, ministry)
    asked = Consultation(desk=officer.desk, question="Who telephones?", email="retno@laut.example")
    asked.matter_kind, asked.matter_id = MATTER, signal.pk
    tell_asked(officer, asked)
    put_in_dossier(
        officer, Thread.objects.get(), dossier=restrict(officer, open_dossier(officer, "Sea border"))
    )
    read = [visible_entries(each).filter(kind=ASKED).exists() for each in (officer, second_officer)]
    assert read == [True, False]


def test_task_of_a_signal_is_hidden_when_its_dossier_closes(
    officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    dossier = open_dossier(officer, "Sea border")
    signal = overdue(officer, ministry)
    put_in_dossier(officer, Thread.objects.get(), dossier=dossier)
    take_on(officer, signal, what="Call the minister at home")
    restrict(officer, dossier)
    assert (_read(officer), _read(second_officer)) == (True, False)
