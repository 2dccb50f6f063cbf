"""The history of a record names no dossier that is closed to its reader, whatever the record has stood in."""

from collections.abc import Callable

import pytest
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import Line, Statement
from jembatan.correspondence.tests.lines.scene import cleared
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier

type ClientOf = Callable[[Actor], Client]


@pytest.mark.parametrize("model", [Line, Statement])
def test_history_names_no_dossier_that_is_closed_to_the_reader(
    officer: Actor, second_officer: Actor, client_of: ClientOf, model: type[Line] | type[Statement]
) -> None:
    cleared(officer.desk)
    entered = Entered(state=Statement.State.RECEIVED, number="P1", title="Rules", purpose="information")
    record_statement(officer, entered)
    secret = restrict(officer, open_dossier(officer, "Rahasia"))
    for dossier in (secret, None):
        model.objects.update(dossier=dossier)
    kind = "lines" if model is Line else "statements"
    address = f"/{kind}/{model.objects.get().pk}/"
    named = ["Rahasia" in client_of(actor).get(address).text for actor in (officer, second_officer)]
    assert named == [True, False]
