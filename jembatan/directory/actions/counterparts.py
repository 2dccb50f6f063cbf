"""Who of us answers for an organisation."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.directory.actions.fields import locked
from jembatan.directory.events import tell
from jembatan.directory.models import Counterpart, Organisation
from jembatan.platform.access import require_officer

ANSWERS = gettext_lazy("%(lead)s answers for %(organisation)s")
ANSWERS_WITH_DEPUTY = gettext_lazy("%(lead)s answers for %(organisation)s, with %(deputy)s as deputy")
NOBODY_ANSWERS = gettext_lazy("Nobody answers for %(organisation)s any more")


@dataclass(frozen=True, slots=True)
class Assignment:
    """Lead and deputy by user; None for nobody."""

    lead: User | None = None
    deputy: User | None = None


@transaction.atomic
def assign_counterpart(actor: Actor, organisation: Organisation, assignment: Assignment) -> Assignment:
    """Give the organisation to a lead (None: to nobody) and a deputy, two officers or heads of this desk.

    Who answers for whom is a decision, so a drafter cannot make it. Returns the assignment before. Raises
    `ValidationError` with a sentence.
    """
    require_officer(actor)
    current = locked(actor, organisation)
    before = assignment_of(current)
    if before == assignment:
        return before
    _check(actor, assignment)
    if assignment.lead is None:
        Counterpart.objects.filter(organisation=current).delete()
    else:
        Counterpart.objects.update_or_create(
            organisation=current,
            defaults={"desk": actor.desk, "lead": assignment.lead, "deputy": assignment.deputy},
        )
    _tell(actor, current, assignment)
    return before


def assignment_of(organisation: Organisation) -> Assignment:
    """Who answers for it now."""
    counterpart = (
        Counterpart.objects.select_related("lead", "deputy").filter(organisation=organisation).first()
    )
    return Assignment(counterpart.lead, counterpart.deputy) if counterpart else Assignment()


def _check(actor: Actor, assignment: Assignment) -> None:
    if assignment.deputy and not assignment.lead:
        raise ValidationError({"lead": _("Choose a lead before a deputy.")})
    if assignment.lead and assignment.lead == assignment.deputy:
        raise ValidationError({"deputy": _("Lead and deputy are two people.")})
    chosen = {user.pk for user in (assignment.lead, assignment.deputy) if user}
    officers = Membership.objects.filter(desk=actor.desk, role__in=(Role.HEAD, Role.OFFICER), user__in=chosen)
    if officers.count() != len(chosen):
        raise ValidationError(_("Only officers of this desk answer for an organisation."))


def _tell(actor: Actor, organisation: Organisation, assignment: Assignment) -> None:
    sentence = NOBODY_ANSWERS
    if assignment.lead:
        sentence = ANSWERS_WITH_DEPUTY if assignment.deputy else ANSWERS
    tell(
        actor,
        [organisation],
        sentence,
        organisation=organisation,
        lead=assignment.lead or "",
        deputy=assignment.deputy or "",
    )
