"""Reminders before and after the date, each once, and the end of questions that nobody has answered."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.queries.actors import actor_for
from jembatan.correspondence.actions.consultation.posting import post
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Consultation, ConsultationReminder
from jembatan.correspondence.queries.consultation.due import run_out
from jembatan.correspondence.queries.consultation.letters import reminding
from jembatan.correspondence.queries.consultation.visible import visible_consultations


@transaction.atomic
def remind(consultation_id: int, occasion: str) -> ConsultationReminder | None:
    """In the name of whoever asked; None where it has been done. A letter that may not leave is kept with the reason."""
    consultation = Consultation.objects.select_for_update().get(pk=consultation_id)
    reminder, made = ConsultationReminder.objects.get_or_create(consultation=consultation, occasion=occasion)
    if not made or consultation.state != Consultation.State.OPEN:
        return None
    try:
        with transaction.atomic():
            actor = _asker(consultation)
            asked = visible_consultations(actor).get(pk=consultation.pk)
            post(actor, asked, reminding(asked), confirmed=True)
    except (Refused, PermissionDenied, Consultation.DoesNotExist) as refusal:
        reminder.refusal = str(refusal)
        reminder.save(update_fields=["refusal"])
    return reminder


def let_expire() -> int:
    """Questions whose link is over without an answer; how many."""
    return run_out().update(state=Consultation.State.EXPIRED)


def _asker(consultation: Consultation) -> Actor:
    actor = actor_for(consultation.asked_by, desk_id=consultation.desk_id)
    if actor is None or actor.desk.pk != consultation.desk_id:
        raise Refused(_("Whoever asked is not a member of the desk any more."))
    return actor
