"""A drafter who saves what an officer has written does not make it another's: the rule still wants a second officer."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.ask import ask_clearance
from jembatan.correspondence.actions.clearance.decide import clear
from jembatan.correspondence.actions.drafts.start import start_mail
from jembatan.correspondence.actions.drafts.versions import restore_version
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Clearer, Draft, OutgoingMail
from jembatan.correspondence.queries.clearance.path import clearers_of, path_of
from jembatan.correspondence.queries.clearance.writer import writer_of
from jembatan.correspondence.tests.clearance.scene import asked, mark, rule
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
