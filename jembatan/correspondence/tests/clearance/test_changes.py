"""What is cleared holds for exactly what was read, and for nothing that was changed since."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.ask import ask_clearance
from jembatan.correspondence.actions.clearance.decide import ChangedMeanwhile, clear
from jembatan.correspondence.actions.drafts.files import attach
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Clearance, Thread
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.clearance.scene import asked, mark, rule
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.models import Organisation
from jembatan.platform.markings import Marking

State = Clearance.State


@pytest.mark.parametrize("later", [False, True])
def test_cleared_text_that_changes_needs_clearing_again(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation, *, later: bool
) -> None:
    rule(head, organisation=ministry)
    draft, clearance = asked(officer)
    clear(second_officer, clearance, read=mark(draft))
    draft.refresh_from_db()
    words = Content(
        from_address=draft.from_address, to=draft.to, subject=draft.subject, text="Lain sama sekali."
    )
    save_draft(officer, draft, words, version=draft.version)

    with pytest.raises(Refused):
        send_draft(officer, draft, send_at=timezone.now() + timedelta(hours=1) if later else None)

    again = ask_clearance(officer, draft)
    clearance.refresh_from_db()
    assert (clearance.state, again.state, again.text) == (State.LAPSED, State.ASKED, "Lain sama sekali.")


def test_file_marking_and_signature_are_cleared_too(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    asking = mail.message(mail.thread(officer.desk))
    draft, clearance = asked(officer, answers=asking)
    clear(second_officer, clearance, read=mark(draft))
    before = mark(draft)

    attach(officer, draft, b"isi", name="isi.txt")
    with_file = mark(draft)
    Thread.objects.filter(pk=asking.thread_id).update(marking=Marking.AMBER)
    with_marking = mark(draft)
    assert draft.from_address is not None
    draft.from_address.signature = "Lain"
    draft.from_address.save()

    assert len({before, with_file, with_marking, mark(draft)}) == 4
    with pytest.raises(Refused):
        send_draft(officer, draft)


def test_what_is_cleared_is_what_was_read(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft, clearance = asked(officer)
    read = mark(draft)
    draft.refresh_from_db()
    words = Content(from_address=draft.from_address, to=draft.to, text="Diubah.")
    save_draft(officer, draft, words, version=draft.version)

    with pytest.raises(ChangedMeanwhile):
        clear(second_officer, clearance, read=read)


def test_saving_what_stands_makes_nobody_its_writer(officer: Actor, drafter: Actor) -> None:
    draft = written(drafter, text="Satu\nDua")
    words = Content(from_address=draft.from_address, to=draft.to, subject=draft.subject, text="Satu\r\nDua")

    saved = save_draft(officer, draft, words, version=draft.version)

    assert (saved.version, saved.saved_by) == (draft.version, drafter.user)


def test_asked_one_may_change_the_words_and_clear_them(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft, clearance = asked(officer)
    draft.refresh_from_db()
    words = Content(from_address=draft.from_address, to=draft.to, subject=draft.subject, text="Lebih baik.")
    save_draft(second_officer, draft, words, version=draft.version)

    cleared = clear(second_officer, clearance, read=mark(draft))

    assert (cleared.text, cleared.decided_by) == ("Lebih baik.", second_officer.user)
    send_draft(officer, draft)
