"""What a programme leaves on paper: how it stands, the hours, and a certificate for each officer. The journal says that it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import MADE, enter
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.formats.hours import HoursRow, write_hours
from jembatan.deployment.queries.service import service_of
from jembatan.deployment.queries.situation import situation
from jembatan.platform.access import require_officer
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.documents.typesetting import typeset
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes

SITUATION = gettext_noop("Situation report: %(name)s")
HOURS = gettext_noop("Hours: %(name)s")
CERTIFICATES = gettext_noop("Certificates of service: %(name)s")


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


@transaction.atomic
def make_certificates(actor: Actor, programme: Programme, *, language: str) -> Paper:
    """A page for each officer who has worked, unless they were forgotten. Raises `Refused` where nobody has.

    They hold the officer's own name, days and hours, and nothing of delegations: they are TLP:GREEN, whatever the programme is.
    """
    require_officer(actor)
    shown = visible_programmes(actor).get(pk=programme.pk)
    known = set(shown.officers.filter(forgotten_at=None).values_list("number", flat=True))
    rows = [row for row in service_of(shown) if row.duties and row.number in known]
    if not rows:
        raise Refused(_("Nobody has done a duty of a published roster yet."))
    with translation.override(language):
        title = _(CERTIFICATES) % {"name": shown}
        content = typeset(
            "certificates.typ", _data(actor, shown, rows, title, language), made_at=timezone.now()
        )
    enter(actor, shown, MADE, CERTIFICATES, values={"name": shown})
    return Paper(content, file_name(title, "pdf"))


def _data(
    actor: Actor, programme: Programme, rows: Sequence[HoursRow], title: str, language: str
) -> dict[str, Any]:
    house = actor.desk.organisation_name or actor.desk.name
    lasts = {"first": day_text(programme.first_day), "last": day_text(programme.last_day)}
    return {
        "title": title,
        "language": language,
        "marking": str(Marking.GREEN),
        "made": day_text(timezone.now()),
        "house": house,
        "heading": _("Certificate of service"),
        "served": _("served as a liaison officer at"),
        "programme": programme.name,
        "days": _("from %(first)s to %(last)s") % lasts,
        "signature": actor.name,
        "people": [{"name": row.name, "told": _served(row)} for row in rows],
    }


def _served(row: HoursRow) -> str:
    duties = ngettext("%(count)s duty", "%(count)s duties", row.duties) % {"count": row.duties}
    days = ngettext("%(count)s day", "%(count)s days", row.days) % {"count": row.days}
    hours = round(row.all_hours)
    return _("%(duties)s on %(days)s, %(hours)s hours in all") % {
        "duties": duties,
        "days": days,
        "hours": hours,
    }
