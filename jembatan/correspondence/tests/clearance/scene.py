"""A desk with rules of clearance, and mail that waits for it."""

from typing import Any

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.ask import ask_clearance
from jembatan.correspondence.actions.clearance.rules import add_rule
from jembatan.correspondence.models import Clearance, ClearanceRule, Clearer, Draft
from jembatan.correspondence.queries.clearance.fingerprint import fingerprint
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.models import Counterpart, Organisation

Condition = ClearanceRule.Condition


def partner(desk_of: Actor) -> Organisation:
    """The house behind budi@laut.example."""
    return scene.organisation(desk_of.desk, domains=["laut.example"])


def rule(head: Actor, *, clearer: Clearer = Clearer.OFFICER, **facts: Any) -> ClearanceRule:
    """About a partner, unless said otherwise."""
    values: dict[str, Any] = {"condition": Condition.PARTNER} | facts
    return add_rule(head, ClearanceRule(clearer=clearer, **values))


def led_by(organisation: Organisation, lead: Actor) -> Counterpart:
    """The officer who answers for the partner."""
    assert lead.user is not None
    return Counterpart.objects.create(desk=lead.desk, organisation=organisation, lead=lead.user)


def asked(actor: Actor, **words: Any) -> tuple[Draft, Clearance]:
    """The actor has written a mail and asked for its clearance."""
    draft = written(actor, **words)
    return draft, ask_clearance(actor, draft)


def mark(draft: Draft) -> str:
    """What somebody has read who looks at the draft now."""
    return fingerprint(Draft.objects.get(pk=draft.pk))
