"""Beginning to send: the receivers are settled now, and a worker queues a mail for each at the pace of the server."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.letters import letter_for
from jembatan.correspondence.actions.announcements.write import held_draft
from jembatan.correspondence.actions.outbox.checks import Objection, objections
from jembatan.correspondence.actions.outbox.send import CONFIRMED_ABOVE, Unconfirmed
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.events import AnnouncementStarted
from jembatan.correspondence.models import Announcement, AnnouncementReceiver
from jembatan.correspondence.preflight.finding import Finding, Severity
from jembatan.correspondence.queries.announcements.receivers import Chosen, choose
from jembatan.correspondence.queries.announcements.words import (
    checked_letter,
    first_in_each_language,
    words_for,
)
from jembatan.correspondence.queries.preflight import findings_for
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce

PREVIEWED = "https://…"


@transaction.atomic
def start_announcement(actor: Actor, announcement: Announcement, *, confirmed: bool = False) -> Announcement:
    """From now on its words and receivers stand; whoever is left out is kept with the reason.

    Raises `Unconfirmed` for more than twenty receivers and for warnings of the pre-flight check, unless `confirmed`; `Refused`
    for what the check stops, and where nobody is left.
    """
    require_officer(actor)
    held = held_draft(actor, announcement)
    if not addresses_for(actor).filter(pk=held.from_address_id).exists():
        raise Refused(_("Choose an address that you may send from."))
    chosen = choose(actor, held)
    _ask(actor, held, chosen, confirmed=confirmed)
    AnnouncementReceiver.objects.bulk_create(
        AnnouncementReceiver(
            announcement=held,
            person=each.person,
            name=each.person.full_name,
            email=each.email,
            language=each.language,
            left_out=each.left_out,
        )
        for each in chosen
    )
    held.state, held.sent_by, held.started_at = Announcement.State.SENDING, actor.user, timezone.now()
    held.save(update_fields=["state", "sent_by", "started_at"])
    announce(AnnouncementStarted(held.pk))
    return held


def findings_of(
    actor: Actor, announcement: Announcement, chosen: list[Chosen]
) -> Iterator[tuple[Chosen, Finding]]:
    """What the pre-flight check says, for the first receiver in each language."""
    for each in first_in_each_language(chosen):
        words = words_for(announcement, each, off=PREVIEWED)
        for finding in findings_for(actor, letter=checked_letter(announcement, each, words)):
            yield each, finding


def _ask(actor: Actor, announcement: Announcement, chosen: list[Chosen], *, confirmed: bool) -> None:
    count = sum(not each.left_out for each in chosen)
    if not count:
        raise Refused(_("Nobody on the list can get it: look at who is left out, and why."))
    found = [finding for _each, finding in findings_of(actor, announcement, chosen)]
    stops = [finding.message for finding in found if finding.severity == Severity.STOP]
    questions = [finding.message for finding in found if finding.severity == Severity.WARNING]
    for objection in _objections(actor, announcement, chosen):
        (stops if objection.final else questions).append(objection.text)
    if stops:
        raise Refused(" ".join(dict.fromkeys(stops)))
    if count > CONFIRMED_ABOVE:
        questions.insert(0, _("It goes to %(count)s receivers, a mail for each.") % {"count": count})
    if questions and not confirmed:
        raise Unconfirmed(list(dict.fromkeys(questions)))


def _objections(actor: Actor, announcement: Announcement, chosen: list[Chosen]) -> list[Objection]:
    """What the checks of the outbox say about the mail of the first receiver in each language, which is written and forgotten."""
    raised: list[Objection] = []
    with transaction.atomic():
        for each in first_in_each_language(chosen):
            words = words_for(announcement, each, off=PREVIEWED)
            draft, letter = letter_for(actor, announcement, each, words, date=timezone.now())
            raised += objections(actor, draft, letter)
        transaction.set_rollback(True)
    return raised
