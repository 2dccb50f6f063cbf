"""Beginning to keep a report, setting what it bears, reading the journal anew, and putting one away."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.actions.hold import has_changed
from jembatan.papers.actions.put_away import bring_back, discard
from jembatan.papers.queries.fingerprint import fingerprint
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking, highest
from jembatan.reports.actions.kept.hold import held
from jembatan.reports.models import Report
from jembatan.reports.queries.compose import title_of
from jembatan.reports.queries.kept.visible import visible_reports
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.subject import kept_as, marking_of


@transaction.atomic
def start_report(actor: Actor, scope: Scope, *, language: str, left_out: Collection[int] = ()) -> Report:
    """One that nobody has begun for these days, this subject and this language; else the one that stands, with more left out."""
    require_writer(actor)
    Desk.objects.select_for_update().get(pk=actor.desk.pk)  # two who begin at once begin one
    about = kept_as(scope.subject)
    same = visible_reports(actor).filter(
        first=scope.period.first, last=scope.period.last, language=language, **about
    )
    if (found := same.order_by("pk").first()) is not None:
        return leave_out(actor, found, {*found.left_out, *left_out}) if left_out else found
    with translation.override(language):
        title = title_of(scope, language=language)[:300]
    report = Report(
        desk=actor.desk,
        title=title,
        first=scope.period.first,
        last=scope.period.last,
        language=language,
        marking=marking_of(scope.subject),
        as_of=timezone.now(),
        left_out=sorted(left_out),
        created_by=actor.user,
        **about,
    )
    report.fingerprint = fingerprint(report)
    report.save()
    return report


@transaction.atomic
def read_anew(actor: Actor, report: Report) -> Report:
    """Figures and lines as the journal says them now; what people have written stands. Raises `Refused` where its subject is gone."""
    require_writer(actor)
    current = held(actor, report)
    if current.is_orphan:
        raise Refused(_("What this report was about has been taken back."))
    current.as_of = timezone.now()
    current.save(update_fields=["as_of"])
    has_changed(current)
    return current


@transaction.atomic
def set_marking(actor: Actor, report: Report, marking: Marking) -> Report:
    """The least that it bears. Raises `Refused` below that of its dossier or programme."""
    require_writer(actor)
    current = held(actor, report)
    least = marking_of(current.subject or current.dossier)
    if highest([marking, least]) != marking:
        raise Refused(
            _("Its dossier is marked %(marking)s: the report bears no lower one.") % {"marking": least}
        )
    current.marking = marking
    current.save(update_fields=["marking"])
    has_changed(current)
    return current


@transaction.atomic
def leave_out(actor: Actor, report: Report, keys: Collection[int]) -> Report:
    """Exactly these lines stay out, by the number of their first entry."""
    require_writer(actor)
    current = held(actor, report)
    current.left_out = sorted(set(keys))
    current.save(update_fields=["left_out"])
    has_changed(current)
    return current


@transaction.atomic
def discard_report(actor: Actor, report: Report) -> Report:
    """Out of the lists; nothing of it is deleted."""
    require_writer(actor)
    return discard(held(actor, report, discarded=True))


@transaction.atomic
def bring_back_report(actor: Actor, report: Report) -> Report:
    """The inverse."""
    require_writer(actor)
    return bring_back(held(actor, report, discarded=True))
