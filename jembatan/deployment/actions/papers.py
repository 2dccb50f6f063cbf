"""What a programme leaves on paper: how it stands, and the hours. The journal says that it was made."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import MADE, enter
from jembatan.deployment.formats.hours import write_hours
from jembatan.deployment.queries.service import service_of
from jembatan.deployment.queries.situation import situation
from jembatan.platform.access import require_officer
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.pdf import write_pdf
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes

SITUATION = gettext_noop("Situation report: %(name)s")
HOURS = gettext_noop("Hours: %(name)s")


@dataclass(frozen=True, slots=True)
class Paper:
    """The file's bytes and name."""

    content: bytes
    name: str


@transaction.atomic
def make_situation(actor: Actor, programme: Programme, *, language: str) -> Paper:
    """How it stands now, as a PDF, for whoever sees the programme."""
    shown = visible_programmes(actor).get(pk=programme.pk)
    document = situation(actor, shown, language=language)
    enter(actor, shown, MADE, SITUATION, values={"name": shown})
    return Paper(write_pdf(document), file_name(document.title, "pdf"))


@transaction.atomic
def make_hours(actor: Actor, programme: Programme, *, language: str) -> Paper:
    """Hours and expenses by officer, as a spreadsheet."""
    require_officer(actor)
    shown = visible_programmes(actor).get(pk=programme.pk)
    with translation.override(language):
        title = _(HOURS) % {"name": shown}
        headings = [
            _("Number"),
            _("Name"),
            _("Employment"),
            _("Days"),
            _("Duties"),
            _("Hours"),
            _("Delegations"),
            _("Did not come"),
            _("Further hours"),
            _("Hours in all"),
            _("Expenses"),
        ]
        content = write_hours(
            service_of(shown), title=title, marking=shown.marking, headings=headings, total=_("In all")
        )
    enter(actor, shown, MADE, HOURS, values={"name": shown})
    return Paper(content, file_name(title, "xlsx"))
