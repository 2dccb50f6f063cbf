"""Making a handover pack as a file; the journal says that it was made, and for whom."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import actor_for
from jembatan.briefings.actions.make_brief import WRITERS, Form, MadeBrief
from jembatan.briefings.queries.handover.compose import compose_handover
from jembatan.briefings.queries.handover.scope import Subject
from jembatan.correspondence.actions.refusals import Refused
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.platform.documents.file_name import file_name

HANDED_OVER = "handover.made"


@transaction.atomic
def make_handover(
    actor: Actor, taker: User, subject: Subject, *, form: Form, language: str, site: str
) -> MadeBrief:
    """What both may see. Raises `Refused` for a taker who is no member of the desk, `KeyError` for a form that is not known."""
    writer = WRITERS[form]
    document = compose_handover(actor, as_taker(actor, taker), subject, language=language, site=site)
    with translation.override(actor.desk.language):
        told = _("Handover pack made for %(name)s: %(subject)s") % {
            "name": taker.full_name,
            "subject": subject,
        }
    line = Line(
        kind=HANDED_OVER,
        summary=told,
        parties=(subject,) if isinstance(subject, Organisation) else (),
        dossier=subject if isinstance(subject, Dossier) else None,
        marking=document.marking,
    )
    record(actor, line)
    return MadeBrief(writer(document), file_name(document.title, form), document)


def as_taker(actor: Actor, taker: User) -> Actor:
    """The member as they see this desk. Raises `Refused`."""
    member = actor_for(taker, desk_id=actor.desk.pk)
    if member is None or member.desk != actor.desk:
        raise Refused(_("Only a member of the desk takes over."))
    return member
