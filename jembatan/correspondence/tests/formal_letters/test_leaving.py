"""A letter leaves by the outbox alone; its statement, its number, the journal and the request follow in one go."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.letters.finalise import finalise
from jembatan.correspondence.actions.letters.write import Wording, write_letter
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.statements.files import enclose
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import Message, ReservedNumber, Statement, Thread
from jembatan.correspondence.queries.formal_letters.letter import letter_pdf
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.correspondence.tests.formal_letters.scene import facts, prepare, started
from jembatan.correspondence.tests.mail_server import MailServer, certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import make_due, sending_address
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.platform.files.store import open_stored
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        yield heard


@pytest.fixture
def wording(officer: Actor, server: MailServer) -> Wording:
    sending_address(officer.desk, server)
    return prepare(officer.desk)


@pytest.mark.django_db(transaction=True)
def test_mail_that_leaves_takes_the_statement_along(
    client_of: ClientOf, officer: Actor, server: MailServer, wording: Wording
) -> None:
    request = record_statement(
        officer,
        Entered(state=Statement.State.RECEIVED, number="APC-77", title="Pandu", purpose="action"),
    )
    dossier = restrict(officer, open_dossier(officer, "Batas laut"))
    statement = started(officer, wording, answers=("APC-77",), dossier=dossier, marking=Marking.GREEN)
    draft = finalise(officer, statement)
    draft = save_draft(
        officer,
        draft,
        Content(
            from_address=draft.from_address, to="budi@laut.example", subject=draft.subject, text=draft.text
        ),
        version=draft.version,
    )
    mail = send_draft(officer, draft, confirmed=True)
    make_due(mail)
    statement.refresh_from_db()
    assert statement.state == "draft"
    with pytest.raises(Refused, match="This letter is in the outbox"):
        write_letter(officer, statement, facts(), wording, version=statement.version)

    with pytest.raises(Refused, match="This letter is in the outbox"):
        enclose(officer, statement, b"x", name="x.pdf")

    work_on(mail.pk)

    statement.refresh_from_db()
    message = Message.objects.get(message_id=mail.message_id)
    assert (statement.state, statement.message) == ("sent", message)
    assert ReservedNumber.objects.get().state == "sent"
    assert [file.name for file in message.attachments.all()] == ["001-LO.pdf"]
    assert Thread.objects.get(pk=message.thread_id).dossier == dossier
    with open_stored(message.attachments.get().file) as left:
        assert letter_pdf(statement) == left.read()
    page = client_of(officer).get(reverse("correspondence:statement", args=[statement.pk])).content.decode()
    assert "The PDF is the very file that left." in page
    line = Entry.objects.get(kind="statement.sent")
    assert (line.summary, line.actor_name, line.dossier) == (
        "001/LO · Jadwal pandu",
        "Bagus Prasetyo",
        dossier,
    )
    assert visible_statements(officer).get(pk=request.pk).standing == "answered"
