"""From the drafter over an officer to the head, and what may leave when."""

import pytest
from django.core.exceptions import PermissionDenied

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.ask import ask_clearance, withdraw_question
from jembatan.correspondence.actions.clearance.decide import clear, give_back
from jembatan.correspondence.actions.clearance.hold import Decided
from jembatan.correspondence.actions.consultation.answer import answer
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.models import Clearance, Clearer, Draft, OutgoingMail
from jembatan.correspondence.queries.clearance.asked import decided_for, waiting_for
from jembatan.correspondence.queries.clearance.path import path_of
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.clearance.scene import asked, led_by, mark, rule
from jembatan.correspondence.tests.consultation.scene import asked_about, link_to
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.models import Organisation
from jembatan.journal.models import Entry

State = Clearance.State


def states(draft: Draft) -> list[tuple[str, str]]:
    return list(draft.clearances.order_by("pk").values_list("clearer", "state"))


def test_drafters_mail_is_cleared_by_the_officer_who_sends_it(officer: Actor, drafter: Actor) -> None:
    draft = written(drafter)

    send_draft(officer, draft)

    [clearance] = draft.clearances.all()
    assert (clearance.state, clearance.writer, clearance.decided_by) == (
        State.CLEARED,
        drafter.user,
        officer.user,
    )


def test_mail_without_a_rule_needs_nobody(officer: Actor) -> None:
    draft = written(officer)

    send_draft(officer, draft)

    assert states(draft) == []
    with pytest.raises(Refused, match="Nothing is missing"):
        ask_clearance(officer, written(officer))


def test_officer_does_not_clear_own_words(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft, clearance = asked(officer)
    with pytest.raises(Refused, match="needs clearance first: Maria"):
        send_draft(officer, draft)
    with pytest.raises(PermissionDenied):
        clear(officer, clearance, read=mark(draft))

    clear(second_officer, clearance, read=mark(draft))

    assert send_draft(officer, draft).state == OutgoingMail.State.WAITING


def test_steps_are_taken_in_order(
    head: Actor, officer: Actor, drafter: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry, clearer=Clearer.HEAD)
    draft, first = asked(drafter)
    assert list(waiting_for(officer)) == [first]
    assert list(waiting_for(drafter)) == []

    clear(officer, first, read=mark(draft))

    [second] = waiting_for(head)
    assert (second.clearer, second.asked_by) == (Clearer.HEAD, drafter.user)
    with pytest.raises(Refused):
        send_draft(officer, draft)
    clear(head, second, read=mark(draft))
    assert states(draft) == [("officer", "cleared"), ("head", "cleared")]
    assert list(decided_for(drafter)) == [second]
    send_draft(officer, draft)


def test_head_clears_the_steps_below_at_once(head: Actor, drafter: Actor, ministry: Organisation) -> None:
    rule(head, organisation=ministry, clearer=Clearer.HEAD)
    draft, first = asked(drafter)

    clear(head, first, read=mark(draft))

    assert states(draft) == [("officer", "cleared"), ("head", "cleared")]


def test_head_needs_nobody(head: Actor, ministry: Organisation) -> None:
    rule(head, organisation=ministry, clearer=Clearer.OFFICER)
    rule(head, organisation=ministry, clearer=Clearer.HEAD)
    draft = written(head)

    send_draft(head, draft)

    assert states(draft) == [("officer", "cleared"), ("head", "cleared")]


def test_lead_of_the_partner_is_asked_and_sends_own_mail(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry, clearer=Clearer.LEAD)
    led_by(ministry, second_officer)
    _draft, clearance = asked(officer)

    assert clearance.member == second_officer.user
    assert list(waiting_for(second_officer)) == [clearance]
    send_draft(second_officer, written(second_officer))


def test_named_drafter_clears(head: Actor, officer: Actor, drafter: Actor, ministry: Organisation) -> None:
    rule(head, organisation=ministry, clearer=Clearer.MEMBER, member=drafter.user)
    draft, clearance = asked(officer)

    clear(drafter, clearance, read=mark(draft))

    send_draft(officer, draft)


def test_given_back_with_a_comment(head: Actor, officer: Actor, drafter: Actor) -> None:
    draft, clearance = asked(drafter)
    with pytest.raises(Refused, match="Say what has to change"):
        give_back(officer, clearance, comment="  ")

    give_back(officer, clearance, comment="Tanpa angka.")

    assert [each.comment for each in decided_for(drafter)] == ["Tanpa angka."]
    with pytest.raises(Decided):
        clear(officer, clearance, read=mark(draft))
    assert ask_clearance(drafter, draft).state == State.ASKED


def test_question_is_withdrawn_by_those_concerned(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    _draft, clearance = asked(officer)
    with pytest.raises(Refused, match="Only whoever asked"):
        withdraw_question(second_officer, clearance)

    withdraw_question(officer, clearance)

    assert list(waiting_for(second_officer)) == []


def test_consulted_department_clears_the_whole_text_that_it_was_given(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    legal = "hukum@selatnusantara.example"
    rule(head, organisation=ministry, clearer=Clearer.CONSULTED, address=legal)
    draft = written(officer)
    with pytest.raises(Refused, match="Ask hukum@"):
        ask_clearance(officer, draft)
    part, whole = (
        asked_about(officer, draft, to=Address("", legal), **facts) for facts in ({"passage": "Naskah"}, {})
    )
    answer(link_to(part), name="Rina", text="", clears=True)
    with pytest.raises(Refused, match="needs clearance first: hukum@"):
        send_draft(officer, draft)

    answer(link_to(whole), name="Rina", text="", clears=True)
    assert path_of(Draft.objects.get(pk=draft.pk)).open == []
    answer(link_to(whole), name="Rina", text="Ternyata tidak.", clears=False)
    with pytest.raises(Refused):
        send_draft(officer, draft)
    send_draft(head, draft)
    assert states(draft) == [("consulted", "cleared")]


def test_clearing_is_one_line_of_the_journal(
    head: Actor, officer: Actor, drafter: Actor, ministry: Organisation
) -> None:
    asking = mail.message(mail.thread(officer.desk))
    dossier = mail.restrict(asking.thread, *(each.user for each in (officer, drafter) if each.user))
    draft, clearance = asked(drafter, answers=asking)

    clear(officer, clearance, read=mark(draft))

    [entry] = Entry.objects.filter(kind="mail.cleared")
    assert (entry.user, entry.summary, entry.dossier, entry.source_id) == (
        officer.user,
        "Naskah",
        dossier,
        asking.pk,
    )
    assert list(entry.parties.values_list("organisation_id", flat=True)) == [ministry.pk]
