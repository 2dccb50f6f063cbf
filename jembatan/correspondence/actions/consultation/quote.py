"""An answer goes into a mail that is being written, with its author."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.answering import quoted
from jembatan.correspondence.models import Consultation, Draft
from jembatan.correspondence.queries.consultation.visible import consultations_for
from jembatan.platform.access import require_writer
from jembatan.platform.ui.moments import day_text


@transaction.atomic
def insert_answer(actor: Actor, draft: Draft, consultation: Consultation) -> Draft:
    """Below the words that stand there, as a new version. Raises `Refused` where there is no answer, `NotOpen`."""
    require_writer(actor)
    current = held_open(actor, draft)
    given = next((c for c in consultations_for(actor, current) if c.pk == consultation.pk), None)
    if given is None or not given.answer or given.answered_at is None:
        raise Refused(_("There is no answer to insert."))
    with (
        translation.override(actor.desk.language),
        timezone.override(ZoneInfo(actor.desk.time_zone)),
    ):
        line = _("%(name)s, %(day)s:") % {"name": given.answered_as, "day": day_text(given.answered_at)}
    words = "\n\n".join(part for part in (current.text.rstrip(), f"{line}\n{quoted(given.answer)}") if part)
    content = Content(
        from_address=current.from_address,
        to=current.to,
        cc=current.cc,
        bcc=current.bcc,
        subject=current.subject,
        text=f"{words}\n",
        formatted=current.formatted,
        quote=current.quote,
    )
    return save_draft(actor, current, content, version=current.version)
