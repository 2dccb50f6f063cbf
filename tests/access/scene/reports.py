"""Reports that are kept, and names for dossiers that are reported on together."""

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.reports.actions.kept.editions import clear_edition, make_edition
from jembatan.reports.actions.kept.start import start_report
from jembatan.reports.actions.kept.write import save_part
from jembatan.reports.actions.portfolios import keep_portfolio
from jembatan.reports.actions.schedules import begin_schedule
from jembatan.reports.models import Part, ReportEdition, ReportSchedule, ReportTemplate
from jembatan.reports.queries.period import this_week
from jembatan.reports.queries.scope import Scope
from tests.access.scene.kinds import Arguments


def add_portfolio(officer: Actor) -> Arguments:
    """A name without dossiers, and a template without words."""
    template = ReportTemplate.objects.create(desk=officer.desk, name="Templat mingguan")
    return {
        "portfolio_id": keep_portfolio(officer, "Portofolio Pelabuhan", []).pk,
        "report_template_id": template.pk,
    }


def add_report(head: Actor, officer: Actor, word: str, dossier: Dossier) -> Arguments:
    """On the dossier, written on twice, with an edition that is given out."""
    report = start_report(officer, Scope(this_week(officer.desk), dossier), language="id")
    save_part(officer, report, Part.SUMMARY, f"Ringkasan {word}", version=0)
    save_part(officer, report, Part.SUMMARY, f"Ringkasan baru {word}", version=1)
    edition = make_edition(officer, report)
    if edition.state == ReportEdition.State.ASKED:
        clear_edition(head, edition)
    assert officer.user is not None
    schedule = begin_schedule(
        officer,
        dossier,
        every=ReportSchedule.Every.WEEK,
        hour=7,
        language="id",
        form=ReportSchedule.Form.PDF,
        receivers=[officer.user],
    )
    return {"report_id": report.pk, "edition_id": edition.pk, "schedule_id": schedule.pk}
