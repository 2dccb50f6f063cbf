"""A guest says when they have time: by their link, or one of ours for them."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Poll, PollGuest, PollVote
from jembatan.meetings.queries.polls.standing import visible_polls
from jembatan.platform.access import require_writer
from jembatan.platform.links import LinkTo

LONGEST_COMMENT = 2000
ANSWERS = frozenset(PollVote.Answer.values)


class LinkOver(Exception):
    """The link is expired or replaced, or the poll is over."""


@transaction.atomic
def vote(to: LinkTo, answers: Mapping[int, str], comment: str = "") -> PollGuest:
    """What the holder of the link says, by slot; in place of what they said before. Raises `LinkOver`, `ValidationError`."""
    guest = (
        PollGuest.objects.select_for_update(of=("self",))
        .select_related("poll__desk")
        .filter(pk=to.number)
        .first()
    )
    if guest is None or to.is_over or to.issue != guest.issue or not guest.poll.is_open:
        raise LinkOver
    return _keep(guest, answers, comment)


@transaction.atomic
def vote_for(actor: Actor, guest: PollGuest, answers: Mapping[int, str]) -> PollGuest:
    """What a guest has said in another way, on the telephone for instance. Raises `ValidationError`."""
    require_writer(actor)
    poll = visible_polls(actor).get(pk=guest.poll_id)
    if not poll.is_open:
        raise ValidationError(_("Nobody is asked any more: the poll is over."))
    return _keep(PollGuest.objects.select_for_update(of=("self",)).get(pk=guest.pk), answers, guest.comment)


def _keep(guest: PollGuest, answers: Mapping[int, str], comment: str) -> PollGuest:
    slots = set(guest.poll.slots.values_list("pk", flat=True))
    said = {slot: answer for slot, answer in answers.items() if slot in slots and answer in ANSWERS}
    if not said:
        raise ValidationError(_("Say of at least one time whether it suits you."))
    PollVote.objects.filter(guest=guest).delete()
    PollVote.objects.bulk_create(
        PollVote(slot_id=slot, guest=guest, answer=answer) for slot, answer in said.items()
    )
    guest.answered_at, guest.comment = timezone.now(), comment.strip()[:LONGEST_COMMENT]
    guest.save(update_fields=["answered_at", "comment"])
    return guest


def is_open_to(to: LinkTo, guest: PollGuest) -> bool:
    """Whether this link still lets its guest answer."""
    return not to.is_over and to.issue == guest.issue and guest.poll.state == Poll.State.OPEN
