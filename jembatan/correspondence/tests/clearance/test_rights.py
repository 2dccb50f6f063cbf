"""What nobody gets past: the database, the roles, the closed dossier."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Role
from jembatan.correspondence.actions.clearance.ask import ask_clearance
from jembatan.correspondence.actions.clearance.decide import clear
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Clearance, Clearer, Draft
from jembatan.correspondence.queries.clearance.asked import waiting_for
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.clearance.scene import Condition, asked, mark, rule
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.models import Organisation
from jembatan.platform.markings import Marking

State = Clearance.State


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
        {"organisation": ministry, "clearer": Clearer.CONSULTED},
        {"organisation": ministry, "address": "hukum@selatnusantara.example"},
    ):
        with pytest.raises(Refused):
            rule(head, **wrong)
    assert rule(head, organisation=ministry) == rule(head, organisation=ministry)
