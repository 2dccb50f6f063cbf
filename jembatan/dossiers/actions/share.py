"""The plan for a partner: made as a file, and recorded."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.changing import Party, locked, tell
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.limits import highest_for, within
from jembatan.dossiers.queries.listing import parties_of
from jembatan.dossiers.queries.partner_plan import partner_plan
from jembatan.platform.access import require_officer
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.office import write_docx
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.markings import Marking

WRITERS = {"pdf": write_pdf, "docx": write_docx}


@dataclass(frozen=True, slots=True)
class Shared:
    """The file's bytes and name."""

    content: bytes
    name: str


@transaction.atomic
def share_plan(
    actor: Actor,
    dossier: Dossier,
    *,
    title: str,
    party: Party | None,
    marking: Marking,
    language: str,
    file_format: str = "pdf",
) -> Shared:
    """For one party, or for all together. Raises `Refused` for a marking that may not go to them, and for a title that may not."""
    require_officer(actor)
    current = locked(actor, dossier)
    parties = [row.party for row in parties_of(current)]
    if party is not None and party not in parties:
        raise Refused(_("Make %(name)s a party to this dossier first.") % {"name": party})
    require_may_leave(actor, [party] if party else parties, marking)
    if current.title.casefold() in title.casefold() and not within(current.marking, marking):
        raise Refused(
            _("The title of this dossier is marked %(marking)s: give the plan another one.")
            % {"marking": current.marking}
        )
    document = partner_plan(current, title=title, party=party, marking=marking, language=language)
    with translation.override(actor.desk.language):
        audience = str(party) if party else _("all parties")
    tell(actor, current, Change.SHARED, party=party, name=f"{audience}, {marking}")
    return Shared(WRITERS[file_format](document), file_name(title, file_format))


def require_may_leave(actor: Actor, parties: list[Party], marking: Marking) -> None:
    """Raises `Refused` where less may go to one of them."""
    highest = highest_for(actor, parties)
    if not within(marking, highest):
        raise Refused(
            _("At most %(highest)s may go there, not %(marking)s.") % {"highest": highest, "marking": marking}
        )
