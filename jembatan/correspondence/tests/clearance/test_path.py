"""From the drafter over an officer to the head, and what may leave when."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Role
from jembatan.correspondence.actions.clearance.ask import ask_clearance, withdraw_question
from jembatan.correspondence.actions.clearance.decide import ChangedMeanwhile, clear, give_back
from jembatan.correspondence.actions.clearance.hold import Decided
from jembatan.correspondence.actions.drafts.files import attach
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Clearance, Clearer, Draft, OutgoingMail, Thread
from jembatan.correspondence.queries.clearance.asked import decided_for, waiting_for
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.clearance.scene import Condition, asked, led_by, mark, rule
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.models import Organisation
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

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


def test_question_stands_once(officer: Actor, drafter: Actor) -> None:
    draft, clearance = asked(drafter)
    with pytest.raises(Refused, match="already"):
        ask_clearance(drafter, draft)
    with pytest.raises(IntegrityError), transaction.atomic():
        Clearance.objects.create(desk=draft.desk, draft=draft, clearer=clearance.clearer)


def test_database_refuses_half_a_clearance(officer: Actor, drafter: Actor) -> None:
    _draft, clearance = asked(drafter)
    now = timezone.now()
    for change in (
        {"state": State.CLEARED},
        {"state": State.RETURNED, "decided_by": officer.user, "decided_at": now},
        {"state": State.CLEARED, "decided_by": drafter.user, "decided_at": now},
        {"clearer": Clearer.MEMBER},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Clearance.objects.filter(pk=clearance.pk).update(**change)


def test_operator_slips_past_nothing(head: Actor, drafter: Actor) -> None:
    with pytest.raises(Refused, match="needs clearance first"):
        send_draft(operator(head.desk), written(drafter))


def test_readers_ask_nothing(reader: Actor, drafter: Actor) -> None:
    with pytest.raises(PermissionDenied):
        ask_clearance(reader, written(drafter))


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


def test_closed_dossier_hides_the_question(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    assert officer.user is not None
    asking = mail.message(mail.thread(officer.desk))
    dossier = mail.restrict(asking.thread, officer.user)
    rule(head, condition=Condition.DOSSIER, dossier=dossier)
    draft, clearance = asked(officer, answers=asking)

    assert (list(waiting_for(second_officer)), list(waiting_for(head))) == ([], [clearance])
    with pytest.raises(Draft.DoesNotExist):
        clear(second_officer, clearance, read=mark(draft))


def test_rules_belong_to_the_head(head: Actor, officer: Actor, ministry: Organisation) -> None:
    assert Actor(head.desk, Role.OFFICER).may_clear is False
    with pytest.raises(PermissionDenied):
        rule(officer, organisation=ministry)
    for wrong in (
        {},
        {"organisation": ministry, "marking": Marking.RED},
        {"condition": Condition.MARKING},
        {"organisation": ministry, "clearer": Clearer.MEMBER},
    ):
        with pytest.raises(Refused):
            rule(head, **wrong)
    assert rule(head, organisation=ministry) == rule(head, organisation=ministry)
