"""Mail that says which statement it answers."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import Mailbox, Message, Statement
from jembatan.correspondence.queries.statement_ties import mails_answering
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.letters import PARTNER, US, reading
from jembatan.correspondence.tests.scene import restrict


@pytest.fixture
def request_(officer: Actor) -> Statement:
    return record_statement(
        officer,
        Entered(
            state=Statement.State.RECEIVED,
            number="12",
            their_number="APC-77",
            title="Pandu",
            purpose="action",
        ),
    )


def file(actor: Actor, name: str, text: str, *, ours: bool) -> Message:
    written = reading(name, text=text, sender=US if ours else PARTNER, to=PARTNER if ours else US)
    mailbox = Mailbox.objects.get_or_create(desk=actor.desk, name="arsip")[0]
    filing = Filing(actor)
    filing.file(mailbox, [written])
    filing.finish()
    return Message.objects.get(message_id=written.message_id)


def standing(actor: Actor, statement: Statement) -> str:
    return visible_statements(actor).get(pk=statement.pk).standing


def test_our_letter_that_says_so_answers_the_request(officer: Actor, request_: Statement) -> None:
    reply = file(
        officer, "r", "Menjawab surat Saudara Nomor APC-77 tanggal 3 November, kami setuju.", ours=True
    )

    assert standing(officer, request_) == "answered"
    assert list(mails_answering(officer, request_)) == [reply]


def test_mail_that_only_quotes_or_repeats_the_subject_answers_nothing(
    officer: Actor, request_: Statement
) -> None:
    file(officer, "t", "Terima kasih, sedang kami pelajari.\n\n> In response to APC-77 you wrote", ours=True)

    assert standing(officer, request_) == "open"
    assert list(mails_answering(officer, request_)) == []


def test_their_mail_is_tied_to_ours_and_leaves_their_own_request_open(
    officer: Actor, request_: Statement
) -> None:
    ours = record_statement(officer, Entered(state=Statement.State.SENT, number="LS-3", title="Suar"))

    mail = file(officer, "x", "Reply to liaison statement LS-3, and response to APC-77.", ours=False)

    assert list(mails_answering(officer, ours)) == [mail]
    assert standing(officer, request_) == "open"


def test_statement_entered_later_finds_its_answer_in_the_conversation(officer: Actor) -> None:
    thread = scene.thread(officer.desk)
    brought = scene.message(thread, text="Response to APC-77 is wanted.")
    answer = scene.answer(thread, text="In response to your statement APC-77 we agree.")

    entered = record_statement(
        officer,
        Entered(
            state=Statement.State.RECEIVED, number="APC-77", title="Pandu", purpose="action", message=brought
        ),
    )

    assert list(mails_answering(officer, entered)) == [answer]
    assert standing(officer, entered) == "answered"


def test_mail_of_a_restricted_dossier_is_not_named_to_others(
    officer: Actor, second_officer: Actor, request_: Statement
) -> None:
    reply = file(officer, "r", "Response to APC-77: we agree.", ours=True)
    restrict(reply.thread, officer.user)  # type: ignore[arg-type]  # Bagus is a member

    assert list(mails_answering(officer, request_)) == [reply]
    assert list(mails_answering(second_officer, request_)) == []
