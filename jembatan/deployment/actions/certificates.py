"""Certificates of service: for all at once, for one officer, and issued so that each has theirs on the phone.

They hold the officer's own name, days and hours, and nothing of delegations: they are TLP:GREEN, whatever the programme is.
"""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.deployment.actions.changing import MADE, enter
from jembatan.deployment.actions.papers import Paper
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.formats.hours import HoursRow
from jembatan.deployment.models import CertificateIssue
from jembatan.deployment.queries.certificates import issue_for
from jembatan.deployment.queries.service import service_of
from jembatan.platform.access import require_officer
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.typesetting import typeset
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.visible import visible_officers, visible_programmes

CERTIFICATES = gettext_noop("Certificates of service: %(name)s")
CERTIFICATE = gettext_noop("Certificate of service: %(name)s")
ISSUED = gettext_noop("Certificates of service issued: %(name)s")
TAKEN_BACK = gettext_noop("Certificates of service no longer on phones: %(name)s")


@transaction.atomic
def make_certificates(actor: Actor, programme: Programme, *, language: str) -> Paper:
    """A page for each officer who has worked, unless they were forgotten. Raises `Refused` where nobody has."""
    require_officer(actor)
    shown = visible_programmes(actor).get(pk=programme.pk)
    known = set(shown.officers.filter(forgotten_at=None).values_list("number", flat=True))
    rows = _rows(shown, known)
    if not rows:
        raise Refused(_("Nobody has done a duty of a published roster yet."))
    paper = _paper(shown, rows, CERTIFICATES, str(shown), actor.name, language, actor.desk)
    enter(actor, shown, MADE, CERTIFICATES, values={"name": shown})
    return paper


@transaction.atomic
def make_certificate(actor: Actor, officer: Officer, *, language: str) -> Paper:
    """Of one officer, whether they are issued or not. Raises `Refused` for one who has done nothing, or is forgotten."""
    require_officer(actor)
    shown = visible_officers(actor).select_related("programme__desk", "programme__dossier").get(pk=officer.pk)
    rows = _rows(shown.programme, {shown.number}) if shown.forgotten_at is None else []
    if not rows:
        raise Refused(_("%(name)s has not done a duty of a published roster yet.") % {"name": shown})
    paper = _paper(shown.programme, rows, CERTIFICATE, str(shown), actor.name, language, actor.desk)
    enter(actor, shown.programme, MADE, CERTIFICATE, values={"name": shown})
    return paper


@transaction.atomic
def issue_certificates(actor: Actor, programme: Programme, *, issued: bool) -> None:
    """From now on each officer has theirs on the phone, signed with the actor's name; or no longer. Done once."""
    require_officer(actor)
    shown = visible_programmes(actor).get(pk=programme.pk)
    standing = CertificateIssue.objects.filter(programme=shown)
    if issued:
        given = {"desk": shown.desk, "issued_by": actor.user, "signature": actor.name[:200]}
        changed = CertificateIssue.objects.get_or_create(programme=shown, defaults=given)[1]
    else:
        changed = bool(standing.delete()[0])
    if changed:
        enter(actor, shown, MADE, ISSUED if issued else TAKEN_BACK, values={"name": shown})


def own_certificate(officer: Officer, *, language: str) -> Paper | None:
    """For the officer themselves; None unless it is issued and they have done something."""
    issue = issue_for(officer)
    rows = _rows(issue.programme, {officer.number}) if issue else []
    if issue is None or not rows:
        return None
    return _paper(issue.programme, rows, CERTIFICATE, str(officer), issue.signature, language, issue.desk)


def _rows(programme: Programme, numbers: Collection[int]) -> list[HoursRow]:
    return [row for row in service_of(programme) if row.duties and row.number in numbers]


def _paper(
    programme: Programme,
    rows: Sequence[HoursRow],
    title: str,
    name: str,
    signature: str,
    language: str,
    desk: Desk,
) -> Paper:
    with translation.override(language):
        told = _(title) % {"name": name}
        data = _data(programme, rows) | {"title": told, "language": language, "signature": signature}
        data["house"] = desk.organisation_name or desk.name
        return Paper(typeset("certificates.typ", data, made_at=timezone.now()), file_name(told, "pdf"))


def _data(programme: Programme, rows: Sequence[HoursRow]) -> dict[str, Any]:
    lasts = {"first": day_text(programme.first_day), "last": day_text(programme.last_day)}
    return {
        "marking": str(Marking.GREEN),
        "made": day_text(timezone.now()),
        "heading": _("Certificate of service"),
        "served": _("served as a liaison officer at"),
        "programme": programme.name,
        "days": _("from %(first)s to %(last)s") % lasts,
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
