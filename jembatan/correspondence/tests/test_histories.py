"""What is told of a record, in its history and in the journal, is told to those who may see where the record stands, and stood."""

from collections.abc import Callable

import pytest
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.told import CLEARED, tell_cleared
from jembatan.correspondence.actions.lines.write import write_line
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import Line, Statement
from jembatan.correspondence.tests.lines.scene import cleared, content
from jembatan.correspondence.tests.mail_server import MailServer
from jembatan.correspondence.tests.outbox_scene import sending_address
from jembatan.correspondence.tests.outbox_scene import written as letter_of
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.queries.timeline import visible_entries

type ClientOf = Callable[[Actor], Client]


def test_what_the_journal_says_of_a_line_goes_where_that_is_put(
    head: Actor, officer: Actor, second_officer: Actor
) -> None:
    line = cleared(officer.desk)
    write_line(head, line, content(dossier=restrict(officer, open_dossier(officer, "Rahasia"))))
    told = [visible_entries(actor).filter(source_kind="line").exists() for actor in (officer, second_officer)]
    assert told == [True, False]


def test_letter_of_a_closed_statement_is_named_to_nobody_else(officer: Actor, second_officer: Actor) -> None:
    sending_address(officer.desk, MailServer(port=2525))
    entered = Entered(state=Statement.State.RECEIVED, number="P1", title="Rules", purpose="information")
    record_statement(officer, entered)
    Statement.objects.update(dossier=restrict(officer, open_dossier(officer, "Rahasia")))
    letter = letter_of(officer, subject="Rules of the strait")
    letter.statement = Statement.objects.get()
    tell_cleared(officer, letter)
    read = [visible_entries(each).filter(kind=CLEARED).exists() for each in (officer, second_officer)]
    assert read == [True, False]


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
