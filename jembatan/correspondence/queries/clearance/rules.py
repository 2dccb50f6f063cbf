"""The rules of clearance of a desk."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.models import ClearanceRule
from jembatan.dossiers.queries.visible import within_visible_dossiers


def rules_of(desk: Desk) -> QuerySet[ClearanceRule]:
    """All of them: a rule holds for those, too, who may not see its dossier."""
    rules = ClearanceRule.objects.filter(desk=desk).select_related("organisation", "dossier", "member")
    return rules.order_by("condition", "organisation__name_folded", "marking", "pk")


def visible_rules(actor: Actor) -> QuerySet[ClearanceRule]:
    """For the settings: without those of dossiers that are closed to the actor."""
    return rules_of(actor.desk).filter(within_visible_dossiers(actor))
