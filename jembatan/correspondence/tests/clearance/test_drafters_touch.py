"""A drafter who saves what an officer has written does not make it another's: the rule still wants a second officer."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.ask import ask_clearance
from jembatan.correspondence.actions.clearance.decide import clear
from jembatan.correspondence.actions.drafts.files import attach, detach
from jembatan.correspondence.actions.drafts.start import start_mail
from jembatan.correspondence.actions.drafts.versions import restore_version
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.statements.files import enclose
from jembatan.correspondence.models import Clearance, Clearer, Draft, OutgoingMail
from jembatan.correspondence.queries.clearance.asked import waiting_for
from jembatan.correspondence.queries.clearance.path import clearers_of, path_of
from jembatan.correspondence.queries.clearance.writer import writer_of
from jembatan.correspondence.tests.clearance.scene import asked, mark, rule
from jembatan.correspondence.tests.formal_letters.scene import prepare, started
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.models import Organisation

WAITING = OutgoingMail.State.WAITING


def saved(actor: Actor, draft: Draft, text: str, **others: object) -> Draft:
    """The same mail with other words."""
    draft.refresh_from_db()
    facts: dict[str, object] = {"from_address": draft.from_address, "to": draft.to, "subject": draft.subject}
    content = Content(text=text, **(facts | others))  # type: ignore[arg-type]  # any of its fields
    return save_draft(actor, draft, content, version=draft.version)


@pytest.mark.parametrize("how", ["a comma", "an earlier version", "other words"])
def test_officers_words_that_a_drafter_saves_need_another_officer(
    head: Actor, officer: Actor, second_officer: Actor, drafter: Actor, ministry: Organisation, *, how: str
) -> None:
    rule(head, organisation=ministry)
    draft = written(officer, text="Naskah kami setujui")
    if how == "an earlier version":
        draft = restore_version(drafter, draft, version=2)
    else:
        draft = saved(drafter, draft, "Naskah kami setujui." if how == "a comma" else "Kami menunggu.")

    with pytest.raises(Refused, match="needs clearance first: Maria"):
        send_draft(officer, draft)

    assert send_draft(second_officer, draft).state == WAITING
    [clearance] = draft.clearances.all()
    assert (clearance.writer, clearance.decided_by) == (officer.user, second_officer.user)


def test_drafter_who_asks_does_not_ask_the_officer_who_wrote(
    head: Actor, officer: Actor, second_officer: Actor, drafter: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft = saved(drafter, written(officer), "Naskah kami setujui, dengan catatan.")

    clearance = ask_clearance(drafter, draft)

    [standing] = path_of(draft).steps
    assert clearers_of(draft, standing.step) == [second_officer.user]
    assert clearance.writer == officer.user
    with pytest.raises(Refused):
        send_draft(officer, draft)
    clear(second_officer, clearance, read=mark(draft))
    assert send_draft(officer, draft).state == WAITING


def test_without_a_rule_an_officer_sends_what_a_drafter_has_corrected(officer: Actor, drafter: Actor) -> None:
    draft = saved(drafter, written(officer), "Naskah kami setujui!")

    assert send_draft(officer, draft).state == WAITING
    assert [(each.clearer, each.writer) for each in draft.clearances.all()] == [
        (Clearer.OFFICER, drafter.user)
    ]


def test_officer_who_only_began_the_mail_has_written_nothing(
    head: Actor, officer: Actor, drafter: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft = saved(drafter, start_mail(officer, to="budi@laut.example", subject="Naskah"), "Setuju.")

    assert drafter.user is not None
    assert writer_of(draft) == drafter.user.pk
    assert send_draft(officer, draft).state == WAITING


def test_another_officers_last_words_are_what_counts(
    head: Actor, officer: Actor, second_officer: Actor, drafter: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft = saved(second_officer, written(officer), "Naskah kami setujui sebagian.")
    draft = saved(drafter, draft, "Naskah kami setujui sebagian!")

    with pytest.raises(Refused):
        send_draft(second_officer, draft)
    assert send_draft(officer, draft).state == WAITING


def test_what_is_to_be_said_back_is_cleared_too(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft, clearance = asked(officer)
    clear(second_officer, clearance, read=mark(draft))
    before = mark(draft)

    draft = saved(officer, draft, draft.text, read_back=True, read_back_points="Rabu")
    assert mark(draft) != before
    with pytest.raises(Refused):
        send_draft(officer, draft)

    draft = saved(officer, draft, draft.text)
    assert (draft.read_back, mark(draft)) == (False, before)
    assert send_draft(officer, draft).state == WAITING


def test_colleague_who_changes_nothing_of_a_mail_with_points_has_not_written_it(
    officer: Actor, second_officer: Actor
) -> None:
    draft = written(officer, read_back=True, read_back_points="Rabu\r\nKamis")

    again = saved(second_officer, draft, draft.text, read_back=True, read_back_points="Rabu\nKamis")

    assert (again.version, again.saved_by) == (draft.version, officer.user)


def test_officers_file_that_a_drafter_writes_around_needs_another_officer(
    head: Actor, officer: Actor, second_officer: Actor, drafter: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft = saved(drafter, written(drafter), "Naskah terlampir.")
    file = attach(officer, draft, b"isi", name="naskah.pdf")
    draft = saved(drafter, draft, "Naskah terlampir, mohon dibaca.")

    clearance = ask_clearance(drafter, draft)

    assert (file.uploaded_by, clearance.uploaders) == (officer.user, [officer.user and officer.user.pk])
    assert clearers_of(draft, path_of(draft).steps[0].step) == [second_officer.user]
    assert list(waiting_for(officer)) == []
    assert list(waiting_for(second_officer)) == [clearance]
    with pytest.raises(PermissionDenied):
        clear(officer, clearance, read=mark(draft))
    with pytest.raises(IntegrityError), transaction.atomic():
        Clearance.objects.filter(pk=clearance.pk).update(
            state="cleared", decided_by=officer.user, decided_at=timezone.now()
        )
    with pytest.raises(Refused):
        send_draft(officer, draft)
    clear(second_officer, clearance, read=mark(draft))
    assert send_draft(officer, draft).state == WAITING


@pytest.mark.parametrize("gone", ["taken out", "seen by another officer"])
def test_file_that_is_gone_or_was_seen_makes_nobody_its_writer(
    head: Actor, officer: Actor, second_officer: Actor, drafter: Actor, ministry: Organisation, *, gone: str
) -> None:
    rule(head, organisation=ministry)
    draft = saved(drafter, written(drafter), "Naskah terlampir.")
    file = attach(officer, draft, b"isi", name="naskah.pdf")
    if gone == "taken out":
        detach(drafter, draft, attachment_id=file.pk)
        draft = saved(drafter, draft, "Tanpa naskah.")
    else:
        draft = saved(second_officer, draft, "Naskah terlampir, mohon dibaca.")

    assert send_draft(officer, draft).state == WAITING


def test_file_of_a_statement_keeps_who_chose_it(officer: Actor, drafter: Actor) -> None:
    statement = started(officer, prepare(officer.desk))
    enclosed = enclose(drafter, statement, b"isi", name="lampiran.pdf")
    assert enclosed.uploaded_by == drafter.user
