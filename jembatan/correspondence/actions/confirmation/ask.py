"""Asking somebody of the directory, by a mail with a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.told import tell_asked
from jembatan.correspondence.actions.drafts.start import start_letter
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import Confirmation, Draft
from jembatan.correspondence.queries.bounces import bounced_among
from jembatan.correspondence.queries.confirmation.letter import letter
from jembatan.correspondence.queries.confirmation.link import is_over
from jembatan.directory.models import ContactPoint, Person
from jembatan.directory.queries.visible import visible_people
from jembatan.platform.access import require_officer

OPEN_FOR = timedelta(days=30)
MOST = 50
CONFIRMED_ABOVE = 20


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Somebody of a selection who was not asked, and why."""

    person: Person
    why: str


@transaction.atomic
def ask_to_confirm(actor: Actor, person: Person) -> Confirmation:
    """By a mail that leaves through the outbox; the caller's yes answers what its checks would ask.

    Where the last link is over unanswered, it is asked anew and that link stays worthless. Raises `Refused`, and
    `DoesNotExist` for somebody whom the actor cannot see.
    """
    require_officer(actor)
    current = visible_people(actor).select_related("desk").select_for_update(of=("self",)).get(pk=person.pk)
    if actor.user is None:
        raise Refused(_("Only a member of the desk can ask."))
    confirmation = _open(actor, current)
    confirmation.asked_by, confirmation.asked_at = actor.user, timezone.now()
    confirmation.email = _address(actor, current)
    confirmation.language = _language(actor, current)
    confirmation.open_until = (timezone.now() + OPEN_FOR).replace(microsecond=0)
    confirmation.save()
    confirmation.letter = _post(actor, confirmation)
    confirmation.save(update_fields=["letter"])
    tell_asked(actor, confirmation)
    return confirmation


def ask_several(actor: Actor, ids: Sequence[int]) -> tuple[list[Confirmation], list[NotAsked]]:
    """Each by a mail of their own. Raises `Refused` for more than fifty."""
    require_officer(actor)
    if len(set(ids)) > MOST:
        raise Refused(_("Ask at most %(most)s people at once.") % {"most": MOST})
    asked, others = [], []
    for person in visible_people(actor).filter(pk__in=ids).order_by("sort_key", "pk"):
        try:
            asked.append(ask_to_confirm(actor, person))
        except Refused as refusal:
            others.append(NotAsked(person, str(refusal)))
    return asked, others


def _open(actor: Actor, person: Person) -> Confirmation:
    """The unanswered one, whose link is over, with the next number; else a new one."""
    found = Confirmation.objects.filter(person=person, answered_at__isnull=True).first()
    if found is None:
        return Confirmation(desk=actor.desk, person=person)
    if not is_over(found):
        raise Refused(_("%(name)s has been asked already.") % {"name": person})
    found.issue += 1
    found.person = person
    return found


def _address(actor: Actor, person: Person) -> str:
    points = ContactPoint.objects.filter(person=person, kind=ContactPoint.Kind.EMAIL)
    emails = list(points.order_by("-preferred", "id").values_list("normal", flat=True))
    if not emails:
        raise Refused(_("%(name)s has no e-mail address.") % {"name": person})
    bounced = bounced_among(actor, emails)
    working = next((email for email in emails if email not in bounced), None)
    if working is None:
        raise Refused(
            _("Mail to %(name)s has come back: write down another address first.") % {"name": person}
        )
    return working


def _language(actor: Actor, person: Person) -> str:
    """Theirs as far as the house speaks it, else the desk's."""
    spoken = dict(settings.LANGUAGES)
    return next((each[:2] for each in person.languages if each[:2] in spoken), actor.desk.language)


def _post(actor: Actor, confirmation: Confirmation) -> Draft:
    subject, text = letter(confirmation)
    receiver = write_receivers([Address(confirmation.person.full_name, confirmation.email)])
    draft = start_letter(actor, about=None, to=receiver, subject=subject, text=text)
    send_draft(actor, draft, confirmed=True)
    return draft
