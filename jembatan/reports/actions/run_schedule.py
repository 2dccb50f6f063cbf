"""Running a schedule: the report of each period that is due is kept and mailed to the team, once, whoever runs it how often."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Desk, User
from jembatan.accounts.queries.actors import actor_for
from jembatan.correspondence.actions.drafts.files import attach
from jembatan.correspondence.actions.drafts.start import start_letter
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.platform.documents.prose import as_prose
from jembatan.reports.actions.kept.editions import make_edition
from jembatan.reports.actions.kept.start import read_anew, start_report
from jembatan.reports.actions.kept.take import file_of
from jembatan.reports.models import Report, ReportEdition, ReportRun, ReportSchedule
from jembatan.reports.queries.kept.matter import REPORT
from jembatan.reports.queries.kept.standing import standing_of
from jembatan.reports.queries.kept.visible import visible_reports
from jembatan.reports.queries.kept.whole import document_of
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.schedules import periods_due
from jembatan.reports.queries.scope import Scope

TRIED_FOR = timedelta(days=14)


def run_schedules(desk: Desk, *, now: datetime | None = None) -> int:
    """What is due, and what could not be mailed before (it waited for its clearance, or the outbox refused it); returns how many mails."""
    mailed = 0
    for schedule in ReportSchedule.objects.filter(desk=desk, stopped_at__isnull=True).select_related("desk"):
        for period in periods_due(schedule, now):
            mailed += _run(schedule.pk, period)
    since = timezone.now() - TRIED_FOR
    waiting = ReportRun.objects.filter(schedule__desk=desk, mailed_at__isnull=True, ran_at__gte=since)
    for number in waiting.order_by("pk").values_list("pk", flat=True):
        mailed += _mail_later(number)
    return mailed


@transaction.atomic
def _run(schedule_id: int, period: Period) -> bool:
    """Report, edition, mail and the note that they are made are there together, or none of them is."""
    schedule = (
        ReportSchedule.objects.select_for_update(of=("self",)).select_related("desk").get(pk=schedule_id)
    )
    if schedule.is_orphan or schedule.runs.filter(first=period.first).exists():
        return False
    actor = operator(schedule.desk)
    report = start_report(actor, Scope(period, schedule.subject), language=schedule.language)
    edition = make_edition(actor, read_anew(actor, report))
    run = ReportRun.objects.create(schedule=schedule, first=period.first, report=report)
    return _mail(actor, run, edition)


@transaction.atomic
def _mail_later(run_id: int) -> bool:
    run = (
        ReportRun.objects.select_for_update(of=("self",))
        .select_related("schedule__desk", "report")
        .get(pk=run_id)
    )
    given = standing_of(run.report).given
    if run.mailed_at is not None or given is None or run.report.discarded_at is not None:
        return False
    return _mail(operator(run.schedule.desk), run, ReportEdition.objects.get(pk=given.pk))


def _mail(actor: Actor, run: ReportRun, edition: ReportEdition) -> bool:
    """Whether it is in the outbox; what hinders it is noted for the page of schedules, and tried again."""
    if edition.state == ReportEdition.State.ASKED:
        return False
    try:
        with transaction.atomic():
            _send(actor, run, edition)
    except Refused as refusal:
        run.trouble = str(refusal)
        run.save(update_fields=["trouble"])
        return False
    run.mailed_at, run.trouble = timezone.now(), ""
    run.save(update_fields=["mailed_at", "trouble"])
    return True


def _send(actor: Actor, run: ReportRun, edition: ReportEdition) -> None:
    schedule, report = run.schedule, run.report
    with translation.override(schedule.language):
        team = _team(schedule, report)
        if not team:
            raise Refused(_("Nobody who gets it may see this report."))
        document = document_of(edition)
        text = _("The report is kept here: %(address)s") % {
            "address": settings.PUBLIC_URL + reverse("reports:report", args=[report.pk])
        }
        whole = schedule.form == ReportSchedule.Form.HTML
        body = as_prose(document) if whole else _short(document.title)
        draft = start_letter(
            actor,
            about=None,
            to=write_receivers([Address(user.full_name, user.email) for user in team]),
            subject=document.title,
            text=f"{body}\n{text}\n",
            matter=(REPORT.kind, report.pk),
        )
        draft.formatted = True
        draft.save(update_fields=["formatted"])
        if not whole:
            made = file_of(edition, form=schedule.form)  # type: ignore[arg-type]  # the others are all written
            attach(actor, draft, made.content, name=made.name)
    send_draft(actor, draft, confirmed=True)


def _short(title: str) -> str:
    return _("Please find attached: %(title)s.") % {"title": title} + "\n"


def _team(schedule: ReportSchedule, report: Report) -> list[User]:
    """Those of its receivers who are still of the desk and may see the report."""
    found = []
    for user in schedule.receivers.filter(is_active=True).order_by("full_name", "pk"):
        actor = actor_for(user, desk_id=schedule.desk_id)
        if actor and actor.desk == schedule.desk and visible_reports(actor).filter(pk=report.pk).exists():
            found.append(user)
    return found
