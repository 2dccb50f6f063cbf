"""Writing to somebody who was told a wording that holds no more."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_mail
from jembatan.correspondence.actions.lines.insert import append_line
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import Draft, LineHearer
from jembatan.correspondence.queries.lines.told import visible_uses
from jembatan.correspondence.queries.lines.visible import standing_of, visible_lines
from jembatan.directory.queries.salutations import salutation
from jembatan.platform.access import require_writer


@transaction.atomic
def start_correction(actor: Actor, hearer: LineHearer) -> Draft:
    """A mail to this one receiver, in the language they were told it in, with what the line says today.

    Raises `Refused` for somebody without an address, and where the line says nothing in that language any more.
    """
    require_writer(actor)
    use = visible_uses(actor).get(pk=hearer.use_id)
    line = visible_lines(actor).get(pk=use.version.line_id)
    if not hearer.email:
        raise Refused(_("There is no address on record. Write to them in another way."))
    row = standing_of(actor, line)
    to = write_receivers([Address(hearer.name, hearer.email)])
    draft = start_mail(actor, to=to, subject=line.topic)
    draft.text = f"{salutation(hearer.person, language=use.language)}\n"
    draft.save(update_fields=["text"])
    return append_line(actor, draft, line, language=use.language) if row.holds else draft
