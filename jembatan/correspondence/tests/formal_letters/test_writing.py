"""A formal letter from its first words to its number and its mail, or to its withdrawal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.files import detach
from jembatan.correspondence.actions.letters.check import ask_letter
from jembatan.correspondence.actions.letters.finalise import finalise, withdraw_letter
from jembatan.correspondence.actions.letters.write import Wording, write_letter
from jembatan.correspondence.actions.numbering.series import keep_series
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.statements.files import enclose, take_out
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft, ReservedNumber, Statement
from jembatan.correspondence.queries.clearance.facts import facts_of
from jembatan.correspondence.queries.clearance.fingerprint import fingerprint
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.formal_letters.letter import formal_letter
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.formal_letters.scene import facts, prepare, started
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def wording(officer: Actor) -> Wording:
    return prepare(officer.desk)


def objections(actor: Actor, draft: Draft) -> list[str]:
    letter = Letter.__new__(Letter)  # the check asks nothing of it
    draft.refresh_from_db()
    return [each.text for each in ask_letter(actor, draft, letter)]


def test_letter_says_what_an_official_letter_says(officer: Actor, wording: Wording) -> None:
    statement = started(
        officer, replace(wording, nature="urgent"), cc="Menteri Kelautan", marking=Marking.AMBER
    )
    enclose(officer, statement, b"peta", name="peta.pdf")
    draft = finalise(officer, statement)
    statement.refresh_from_db()

    letter = formal_letter(statement)

    assert letter.facts == (
        ("Nomor", "001/LO"),
        ("Sifat", "Segera"),
        ("Lampiran", "1 berkas"),
        ("Hal", "Jadwal pandu"),
    )
    assert letter.addressee == ("Yth. Direktur Pelabuhan", "Halvern")
    assert letter.paragraphs == ("Kami menyetujui jadwal pandu.", "Titik lapor ada di lampiran.")
    assert (letter.copies_label, letter.copies) == ("Tembusan:", ("Menteri Kelautan",))
    assert [(file.name, file.letter) for file in draft.attachments.order_by("pk")] == [
        ("001-LO.pdf", True),
        ("peta.pdf", False),
    ]


def test_number_is_reserved_once_and_stays_with_the_letter(officer: Actor, wording: Wording) -> None:
    statement = started(officer, wording)
    draft = finalise(officer, statement)
    cleared = fingerprint(draft)
    assert finalise(officer, statement) == draft
    draft.refresh_from_db()
    assert fingerprint(draft) == cleared
    first = draft.attachments.get(letter=True).file_id

    statement.refresh_from_db()
    changed = write_letter(
        officer,
        statement,
        facts(title="Jadwal pandu baru"),
        replace(wording, text="Kata lain."),
        version=statement.version,
    )

    assert (changed.number, changed.state, changed.dated) == ("001/LO", "draft", statement.dated)
    assert draft.attachments.get(letter=True).file_id != first
    assert ReservedNumber.objects.count() == 1
    other = keep_series(Actor(desk=officer.desk, role="head"), None, name="LS", pattern="LS-{number}")  # type: ignore[arg-type]  # the role by its value
    with pytest.raises(Refused, match="This letter has its number already, and stays in its series"):
        write_letter(officer, changed, facts(), replace(wording, series=other), version=changed.version)


def test_answer_to_a_statement_is_a_reply_to_its_mail(officer: Actor, wording: Wording) -> None:
    message = mail.message(mail.thread(officer.desk))
    request = record_statement(
        officer,
        Entered(
            state=Statement.State.RECEIVED,
            number="12",
            their_number="APC-77",
            title="Pandu",
            purpose="action",
            message=message,
        ),
    )

    answer = started(officer, wording, answers=("APC-77",))

    assert visible_statements(officer).get(pk=request.pk).standing == "drafted"
    draft = finalise(officer, answer)
    assert (draft.answers, draft.kind, draft.to) == (message, "reply", "Budi Santoso <budi@laut.example>")


def test_files_of_the_statement_go_along_with_its_letter(officer: Actor, wording: Wording) -> None:
    statement = started(officer, wording)
    draft = finalise(officer, statement)
    before = draft.attachments.get(letter=True).file_id

    enclosed = enclose(officer, statement, b"peta", name="peta.pdf")
    assert [file.name for file in draft.attachments.order_by("name")] == ["001-LO.pdf", "peta.pdf"]
    assert draft.attachments.get(letter=True).file_id != before

    take_out(officer, enclosed)
    assert [file.name for file in draft.attachments.all()] == ["001-LO.pdf"]


def test_letter_without_words_gets_no_number(officer: Actor, wording: Wording) -> None:
    with pytest.raises(Refused, match="Write the letter first"):
        finalise(officer, started(officer, replace(wording, text=" ")))
    assert ReservedNumber.objects.count() == 0


def test_withdrawn_letter_leaves_its_number_void_and_its_mail_discarded(
    officer: Actor, wording: Wording
) -> None:
    statement = started(officer, wording)
    draft = finalise(officer, statement)
    with pytest.raises(Refused, match="Say why it is withdrawn"):
        withdraw_letter(officer, statement, reason=" ")

    withdrawn = withdraw_letter(officer, statement, reason="Diganti surat lain")

    number = ReservedNumber.objects.get()
    assert (withdrawn.state, number.state, number.reason) == ("withdrawn", "void", "Diganti surat lain")
    draft.refresh_from_db()
    assert draft.state == "discarded"
    assert objections(officer, draft) == ["The letter of this mail was withdrawn, or has left already."]
    with pytest.raises(Refused, match="This letter has left already, or was withdrawn"):
        finalise(officer, statement)


def test_mail_without_its_letter_is_stopped(officer: Actor, wording: Wording) -> None:
    statement = started(officer, wording)
    draft = finalise(officer, statement)
    assert objections(officer, draft) == []

    detach(officer, draft, attachment_id=draft.attachments.get(letter=True).pk)
    assert objections(officer, draft) == [
        "The letter was taken out of this mail. Put it in again from its statement."
    ]
    finalise(officer, statement)
    assert objections(officer, draft) == []


def test_who_may(officer: Actor, drafter: Actor, reader: Actor, wording: Wording) -> None:
    statement = started(drafter, wording)
    finalise(drafter, statement)
    with pytest.raises(PermissionDenied):
        withdraw_letter(drafter, statement, reason="Salah")
    for forbidden in (lambda: started(reader, wording), lambda: finalise(reader, statement)):
        with pytest.raises(PermissionDenied):
            forbidden()


def test_table_that_names_a_letter_of_ours_changes_nothing_of_it(
    officer: Actor, wording: Wording, tmp_path: Path
) -> None:
    statement = started(officer, wording)
    finalise(officer, statement)
    table = tmp_path / "rapat.csv"
    table.write_text("Nomor;Jenis;Perihal;Status\n001/LO;LS Out;Lain;Approved\n", encoding="utf-8")

    import_now(officer, [table], kind="statements")

    statement.refresh_from_db()
    assert (statement.number, statement.state, statement.title) == ("001/LO", "draft", "Jadwal pandu")


def test_clearance_knows_what_a_mail_carries(officer: Actor, wording: Wording) -> None:
    dossier = open_dossier(officer, "Batas laut")
    draft = finalise(officer, started(officer, wording, dossier=dossier, marking=Marking.AMBER))

    facts = facts_of(draft)

    assert (facts.carries_statement, facts.dossier, facts.marking) == (True, dossier.pk, Marking.AMBER)


def test_draft_of_a_restricted_statement_is_hidden(
    officer: Actor, second_officer: Actor, wording: Wording
) -> None:
    dossier = restrict(officer, open_dossier(officer, "Batas laut"))
    finalise(officer, started(officer, wording, dossier=dossier))

    assert visible_drafts(officer).count() == 1
    assert visible_drafts(second_officer).count() == 0


def test_pages_lead_from_the_request_to_the_mail(
    client_of: ClientOf, officer: Actor, reader: Actor, wording: Wording
) -> None:
    request = record_statement(
        officer,
        Entered(state=Statement.State.RECEIVED, number="APC-77", title="Pandu", purpose="action"),
    )
    client, new = client_of(officer), reverse("correspondence:new_letter")
    page = client.get(new, {"answers": request.pk}).content.decode()
    assert 'value="Reply to: Pandu"' in page
    form = {
        "title": "Reply to: Pandu",
        "series": wording.series.pk,
        "template": wording.template.pk,
        "nature": "ordinary",
        "answers": "APC-77",
        "marking": "TLP:GREEN",
        "text": "Setuju.",
    }
    client.post(new, form)
    statement = Statement.objects.get(state="draft")
    address = reverse("correspondence:statement", args=[statement.pk])
    shown = client.get(address).content.decode()
    assert 'src="data:image/png;base64,' in shown
    assert "Give it its number, and write the mail" in shown
    assert "Give it its number" not in client_of(reader).get(address).content.decode()

    answer = client.post(reverse("correspondence:letter_number", args=[statement.pk]))
    draft = Draft.objects.get(statement=statement)
    assert answer.headers["Location"] == reverse("correspondence:draft", args=[draft.pk])
    for kind, beginning in (("pdf", b"%PDF"), ("docx", b"PK")):
        file = client.get(reverse("correspondence:letter_file", args=[statement.pk, kind]))
        assert file.content.startswith(beginning)

    edit = reverse("correspondence:letter", args=[statement.pk])
    stale = client.post(edit, form | {"version": "1", "text": "Tidak setuju."})
    assert stale.status_code == 409
    client.post(reverse("correspondence:letter_withdrawal", args=[statement.pk]), {"reason": "Keliru"})
    statement.refresh_from_db()
    assert statement.state == "withdrawn"
