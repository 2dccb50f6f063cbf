"""The desk's rules of clearance: the head adds them and takes them away."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import ClearanceRule, Clearer
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_head

Condition = ClearanceRule.Condition


@transaction.atomic
def add_rule(actor: Actor, wanted: ClearanceRule) -> ClearanceRule:
    """Keep the rule; one that stands already stays the one. Raises `Refused` for a rule that says half of what it has to."""
    require_head(actor)
    _check_subject(actor, wanted)
    if (wanted.clearer == Clearer.MEMBER) != (wanted.member_id is not None):
        raise Refused(_("Choose the member who clears."))
    if wanted.member_id is not None and not _writes(actor, wanted.member_id):
        raise Refused(_("Choose a member of this desk who may write."))
    if (wanted.clearer == Clearer.CONSULTED) != (wanted.address != ""):
        raise Refused(_("Write the address of the department that is consulted."))
    rule, _made = ClearanceRule.objects.get_or_create(
        desk=actor.desk,
        condition=wanted.condition,
        organisation=wanted.organisation,
        dossier=wanted.dossier,
        marking=wanted.marking,
        clearer=wanted.clearer,
        member=wanted.member,
        address=wanted.address,
    )
    return rule


@transaction.atomic
def remove_rule(actor: Actor, rule: ClearanceRule) -> None:
    """Mail of that kind leaves without this clearance again."""
    require_head(actor)
    ClearanceRule.objects.get(desk=actor.desk, pk=rule.pk).delete()


def _check_subject(actor: Actor, wanted: ClearanceRule) -> None:
    """Exactly what the condition speaks of, and of this desk."""
    given = {
        Condition.PARTNER: wanted.organisation_id is not None,
        Condition.DOSSIER: wanted.dossier_id is not None,
        Condition.MARKING: wanted.marking != "",
    }
    if any(filled != (wanted.condition == condition) for condition, filled in given.items()):
        raise Refused(_("Choose the partner, dossier or marking that the rule is about, and nothing else."))
    if wanted.organisation_id and not visible_organisations(actor).filter(pk=wanted.organisation_id).exists():
        raise Refused(_("That organisation is not in the directory of this desk."))
    if wanted.dossier_id and not visible_dossiers(actor).filter(pk=wanted.dossier_id).exists():
        raise Refused(_("That dossier is not one of this desk."))


def _writes(actor: Actor, user_id: int) -> bool:
    members = Membership.objects.filter(desk=actor.desk, user=user_id)
    return members.exclude(role=Role.READER).exists()
