"""The journal's line that words have left for a translation server."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking

TRANSLATED = "mail.translated"


def say(actor: Actor, subject: str, host: str, message: Message | None) -> None:
    """One line, below the message where there is one, in the dossier and at the marking of its conversation."""
    with translation.override(actor.desk.language):
        told = _("The text of “%(subject)s” went to %(server)s to be translated.")
        summary = told % {"subject": subject or _("(no subject)"), "server": host}
    if message is None:
        record(actor, Line(kind=TRANSLATED, summary=summary))
        return
    thread = message.thread
    record(
        actor,
        Line(
            kind=TRANSLATED,
            summary=summary,
            dossier=thread.dossier,
            marking=Marking(thread.marking),
            source=(SOURCE, message.pk),
        ),
    )
