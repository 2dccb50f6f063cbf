"""The stripped version: made as a file, and recorded."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.changing import SHARED, held, tell
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.models import Negotiation
from jembatan.negotiation.queries.sheet import sheet_of
from jembatan.negotiation.queries.stripped import stripped
from jembatan.platform.access import require_officer
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.markings import Marking, highest

MAY_BE_SHARED = (Marking.CLEAR, Marking.GREEN, Marking.AMBER)


@dataclass(frozen=True, slots=True)
class Shared:
    """The file's bytes and name."""

    content: bytes
    name: str


@transaction.atomic
def make_stripped(actor: Actor, negotiation: Negotiation, *, marking: Marking, language: str) -> Shared:
    """Issues, options and agreed points as a PDF with a marking of its own. Raises `Refused` for one that may not leave the house."""
    require_officer(actor)
    current = held(actor, negotiation)
    if highest([marking, Marking.AMBER]) != Marking.AMBER:
        raise Refused(_("What is marked %(marking)s does not go to the other side.") % {"marking": marking})
    document = stripped(sheet_of(current), marking=marking, language=language)
    summary = _("Stripped version made: %(title)s") % {"title": current}
    tell(actor, current, SHARED, summary)
    return Shared(write_pdf(document), file_name(document.title, "pdf"))
