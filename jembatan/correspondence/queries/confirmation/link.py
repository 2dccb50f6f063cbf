"""The link by which a person reaches what we have of them, and nothing else."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from jembatan.correspondence.models import Confirmation, OutgoingMail
from jembatan.platform.links import LinkTo, address

PURPOSE = "confirmation"
_LEAVES_NOT = {OutgoingMail.State.WITHDRAWN, OutgoingMail.State.FAILED}


def link_of(confirmation: Confirmation) -> str:
    """The whole address."""
    return address("correspondence:outside_confirmation", PURPOSE, to(confirmation))


def to(confirmation: Confirmation) -> LinkTo:
    """What the valid link says."""
    return LinkTo(confirmation.pk, confirmation.issue, confirmation.open_until)


def is_over(confirmation: Confirmation) -> bool:
    """Nobody can answer it any more: the time is up, or the mail has not left and does not."""
    return timezone.now() > confirmation.open_until or not mails_of(confirmation.letter_id).exists()


def mails_of(letter: Any) -> QuerySet[OutgoingMail]:
    """Mails of that letter that have left or will; `letter` is a draft's id, or an `OuterRef`."""
    return OutgoingMail.objects.filter(draft=letter).exclude(state__in=_LEAVES_NOT)


def confirmation_of(link: LinkTo, *, held: bool = False) -> QuerySet[Confirmation]:
    """Whatever has become of the link; `held` locks it."""
    found = Confirmation.objects.filter(pk=link.number)
    found = found.select_related("desk", "person__desk", "asked_by")
    return found.select_for_update(of=("self",)) if held else found


def is_good(link: LinkTo, confirmation: Confirmation) -> bool:
    """It is the last one that was sent, in time, for somebody who is in the directory."""
    removed = confirmation.person.removed_at is not None
    return not (link.is_over or link.issue != confirmation.issue or is_over(confirmation) or removed)
