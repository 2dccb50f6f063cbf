"""The announcement as one receiver gets it, sent to oneself."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_mail
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Announcement, OutgoingMail
from jembatan.correspondence.queries.announcements.receivers import choose
from jembatan.correspondence.queries.announcements.visible import announcements
from jembatan.correspondence.queries.announcements.words import first_in_each_language, words_for
from jembatan.platform.access import require_officer

NO_ADDRESS = "https://example.invalid/"


@transaction.atomic
def try_announcement(actor: Actor, announcement: Announcement) -> list[OutgoingMail]:
    """A mail to the actor for the first receiver of each language. Raises `Refused` where nobody would get it."""
    require_officer(actor)
    found = announcements(actor).get(pk=announcement.pk)
    samples = first_in_each_language(choose(actor, found))
    if not samples or actor.user is None:
        raise Refused(_("Nobody on the list can get it: look at who is left out, and why."))
    mails = []
    for each in samples:
        words = words_for(found, each, off=NO_ADDRESS)
        subject = _("Test: %(subject)s") % {"subject": words.subject}
        draft = start_mail(actor, to=actor.user.email, subject=subject)
        draft.from_address, draft.text = found.from_address, words.text
        draft.save(update_fields=["from_address", "text"])
        mails.append(send_draft(actor, draft, confirmed=True))
    return mails
