"""What somebody does with the link that they were sent. The link is the permission."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.correspondence.actions.confirmation.told import tell_answered
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.known import LEFT, WORDS, known_of
from jembatan.correspondence.queries.confirmation.link import confirmation_of, is_good
from jembatan.directory.actions.field_rules import one_line
from jembatan.platform.links import LinkTo

LONGEST, LONGEST_WORDS = 300, 2000
State = Confirmation.State


class LinkOver(Exception):
    """It is expired, replaced, was never sent, or leads to somebody who is not in the directory any more."""


@transaction.atomic
def confirm(link: LinkTo) -> Confirmation:
    """All is right. Raises `LinkOver`, `Refused` for one that is answered, `DoesNotExist`."""
    return _keep(_unanswered(link), {})


@transaction.atomic
def correct(link: LinkTo, written: Mapping[str, str]) -> Confirmation:
    """Keep what differs from what we have, by the keys of `known_of`, with `left` and `words`; the directory stays as it is.

    Raises as `confirm` does, and `Refused` where nothing differs or something is too long.
    """
    confirmation = _unanswered(link)
    found = {
        fact.key: one_line(written[fact.key])
        for fact in known_of(confirmation.person)
        if fact.key in written and one_line(written[fact.key]) != one_line(fact.value)
    }
    words = written.get(WORDS, "").replace("\x00", "").strip()
    if any(len(each) > LONGEST for each in found.values()) or len(words) > LONGEST_WORDS:
        raise Refused(_("This is too long. Please shorten it."))
    found |= {LEFT: "yes"} if written.get(LEFT) else {}
    found |= {WORDS: words} if words else {}
    if not found:
        raise Refused(_("You have changed nothing. If all is right, press “All is right”."))
    if found.get("full_name") == "":
        raise Refused(_("Please write your name."))
    return _keep(confirmation, found)


def _unanswered(link: LinkTo) -> Confirmation:
    confirmation = confirmation_of(link, held=True).get()
    if not is_good(link, confirmation):
        raise LinkOver
    if confirmation.answered_at is not None:
        raise Refused(_("You have answered already. Thank you."))
    return confirmation


def _keep(confirmation: Confirmation, corrections: dict[str, str]) -> Confirmation:
    confirmation.state = State.CORRECTED if corrections else State.CONFIRMED
    confirmation.corrections = corrections
    confirmation.answered_at = timezone.now()
    confirmation.save(update_fields=["state", "corrections", "answered_at"])
    tell_answered(confirmation)
    return confirmation
