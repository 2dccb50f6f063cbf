"""Addresses of reports."""

from django.urls import path

from jembatan.reports.web.pages import dashboard, figures, forms, portfolios, reports, schedules
from jembatan.reports.web.pages.kept import beginning, editions, templates, versions, writing

app_name = "reports"
ONE = "reports/kept/<int:report_id>/"
EDITION = f"{ONE}editions/<int:edition_id>/"
urlpatterns = [
    path("reports/", reports.reports, name="reports"),
    path("reports/panels/", reports.panels, name="panels"),
    path("reports/standing/", dashboard.dashboard, name="dashboard"),
    path("reports/figures/", figures.figure, name="figure"),
    path("reports/forms/", forms.forms, name="forms"),
    path("reports/forms/messages/<int:message_id>/", forms.message, name="message_form"),
    path("reports/schedules/", schedules.schedules, name="schedules"),
    path("reports/schedules/<int:schedule_id>/stopping/", schedules.stopping, name="stopping"),
    path("reports/schedules/<int:schedule_id>/resuming/", schedules.resuming, name="resuming"),
    path("reports/portfolios/", portfolios.portfolios, name="portfolios"),
    path("reports/portfolios/<int:portfolio_id>/", portfolios.portfolio, name="portfolio"),
    path("reports/portfolios/<int:portfolio_id>/removal/", portfolios.removal, name="portfolio_removal"),
    path("reports/kept/", beginning.kept, name="kept"),
    path("reports/templates/<int:report_template_id>/removal/", templates.removal, name="template_removal"),
    path(ONE, writing.report, name="report"),
    path(f"{ONE}template/", templates.keeping, name="template"),
    path(f"{ONE}reading/", writing.reading, name="reading"),
    path(f"{ONE}setting/", writing.setting, name="setting"),
    path(f"{ONE}discarding/", beginning.discarding, name="discarding"),
    path(f"{ONE}return/", beginning.returning, name="return"),
    path(f"{ONE}parts/<str:part>/", writing.part, name="part"),
    path(f"{ONE}parts/<str:part>/versions/", versions.versions, name="versions"),
    path(
        f"{ONE}parts/<str:part>/versions/<int:version>/restoration/", versions.restoration, name="restoration"
    ),
    path(f"{ONE}editions/", editions.making, name="making"),
    path(EDITION, editions.edition, name="edition"),
    path(f"{EDITION}clearing/", editions.clearing, name="clearing"),
    path(f"{EDITION}giving-back/", editions.giving_back, name="giving_back"),
    path(f"{EDITION}withdrawal/", editions.withdrawal, name="withdrawal"),
    path(f"{EDITION}mail/", editions.mailing, name="mailing"),
]
