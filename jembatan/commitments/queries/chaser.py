"""The letter by which a partner is reminded of a promise: polite, in their language, with the sentence and the day."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment, PartnerQuestion
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.partner_link import in_their_words, link_of
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.directory.queries.reached_at import reached_at
from jembatan.directory.queries.salutations import salutation
from jembatan.platform.ui.moments import day_text

SOON = timedelta(days=3)


def subject_of(question: PartnerQuestion) -> str:
    """Where the letter answers no mail."""
    with in_their_words(question):
        return _("A word about “%(promise)s”") % {"promise": question.commitment.what}


def letter_of(question: PartnerQuestion) -> str:
    """All of its words."""
    promise = question.commitment
    with in_their_words(question):
        invitation = _(
            "At this address you can say with one click that it is right so, propose another day or tell us that it is done. You need no account; the link is yours alone and good until %(day)s:"
        ) % {"day": day_text(timezone.localdate(question.until))}
        parts = [
            salutation(question.person, language=question.language),
            f"{_where(promise)}\n\n“{question.shown}”",
            _how_it_stands(promise, today_at(promise.desk)),
            f"{invitation}\n{link_of(question)}",
            _("Thank you very much."),
        ]
        return "\n\n".join(parts) + "\n"


def language_for(actor: Actor, promise: Commitment) -> str:
    """Theirs, else that of their house, else the desk's; whoever reads none of ours gets English."""
    known = (promise.person.languages if promise.person else []) or (
        promise.organisation.languages if promise.organisation else []
    )
    ours = dict(settings.LANGUAGES)
    return next((code for code in known if code in ours), "en" if known else actor.desk.language)


def receiver_for(promise: Commitment) -> str:
    """The person's address, else that of their house; "" where none is known, for the writer to fill in."""
    found = reached_at(promise.person, promise.organisation)
    return write_receivers([Address(*found)]) if found else ""


def _where(promise: Commitment) -> str:
    day = {"day": day_text(timezone.localdate(promise.made_at, ZoneInfo(promise.desk.time_zone)))}
    if promise.message and not promise.message.ours:
        return _("On %(day)s you wrote to us:") % day
    if promise.message:
        return _("On %(day)s we wrote to you:") % day
    if promise.meeting:
        return _("At our meeting on %(day)s this was noted:") % day
    return _("On %(day)s we noted this:") % day


def _how_it_stands(promise: Commitment, today: date) -> str:
    due = {"day": day_text(promise.due)} if promise.due else {}
    if promise.is_ours:
        if not due:
            return _("This is what we have promised you. Please tell us whether we understand each other.")
        return _("We have promised it for %(day)s. Please tell us whether we understand each other so.") % due
    if not due:
        return _("May we ask by when we can expect it?")
    if promise.is_late(today):
        return _("We had hoped for it by %(day)s. May we ask how it stands, and whether we can help?") % due
    return _("We look forward to it by %(day)s. May we ask whether that still holds?") % due
