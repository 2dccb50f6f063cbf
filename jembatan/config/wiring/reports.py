"""What reports offer to other rooms."""


def connect() -> None:
    """Register it."""
    _journal()
    _pages()
    _records()


def _journal() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.platform.ui.addresses import record_address
    from jembatan.reports.actions.kept.editions import CLEARED
    from jembatan.reports.actions.make_report import MADE

    register_kind(EntryKind(MADE, _("Report made"), "file-text", _("Reports")))
    register_kind(EntryKind(CLEARED, _("Report cleared"), "badge-check", _("Reports")))
    register_source(SourceKind("report", lambda pk: record_address("reports:report", pk)))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill
    from jembatan.reports.web import panels

    register_place(Place("reports", _("Reports"), "reports:reports", "chart-column", "g r", 80))
    register_command(Command("reports.standing", _("How we stand"), "reports:dashboard", "activity"))
    register_command(Command("reports.kept", _("Kept reports"), "reports:kept", "file-pen"))
    register_command(Command("reports.forms", _("Forms"), "reports:forms", "file"))
    register_command(
        Command("reports.schedules", _("Reports by schedule"), "reports:schedules", "calendar-clock")
    )
    register_command(Command("reports.portfolios", _("Portfolios"), "reports:portfolios", "folder"))
    fill("today", panels.reports_that_ask, order=7)


def _records() -> None:
    from django.urls import reverse

    from jembatan.correspondence.actions.outbox.checks import register_check
    from jembatan.correspondence.queries.matters import register_matter
    from jembatan.directory.actions.following import register_follower
    from jembatan.platform.audit.tracked import register_address
    from jembatan.reports.actions.kept.take import ask_report
    from jembatan.reports.models import Portfolio, Report, ReportSchedule
    from jembatan.reports.queries.kept.matter import REPORT

    register_follower(Report, "organisation")
    register_follower(ReportSchedule, "organisation")
    register_matter(REPORT)
    register_check(ask_report)
    register_address(Portfolio, lambda pk: reverse("reports:portfolio", args=[pk]))
    register_address(Report, lambda pk: reverse("reports:report", args=[pk]))
