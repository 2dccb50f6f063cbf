"""What somebody without an account may do with the link that they were sent. The link is the permission."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.correspondence.actions.consultation.posting import close_letters
from jembatan.correspondence.actions.consultation.told import tell_answered
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.consultation.link import behind, consultation_of
from jembatan.platform.links import LinkTo

State = Consultation.State
LONGEST = 20_000


@transaction.atomic
def answer(to: LinkTo, *, name: str, text: str, clears: bool | None) -> Consultation:
    """Keep the answer; it can be given anew until the asker closes the question. Raises `Refused`, `LinkOver`, `DoesNotExist`."""
    consultation = behind(to, held=True)
    wants_clearance = consultation.wants == Consultation.Wants.CLEARANCE
    if not name.strip():
        raise Refused(_("Please write your name."))
    if wants_clearance and clears is None:
        raise Refused(_("Please choose whether you clear it."))
    if not text.strip() and (not wants_clearance or clears is False):
        raise Refused(_("Please write a few words."))
    first = consultation.state == State.OPEN
    consultation.state = State.ANSWERED
    consultation.answered_as = name.strip()[:200]
    consultation.answer = text.strip()[:LONGEST]
    consultation.clears = clears if wants_clearance else None
    consultation.answered_at = timezone.now()
    consultation.save()
    if first:
        tell_answered(consultation)
        close_letters(consultation)
    return consultation


@transaction.atomic
def ask_for_new_link(to: LinkTo) -> Consultation:
    """The asker is told, once for each link; also by a link that is over. Raises `DoesNotExist`."""
    consultation = consultation_of(to, held=True).get()
    if consultation.link_wanted_at is None and not consultation.is_settled:
        consultation.link_wanted_at = timezone.now()
        consultation.save(update_fields=["link_wanted_at"])
    return consultation
