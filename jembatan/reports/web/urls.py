"""Addresses of reports."""

from django.urls import path

from jembatan.reports.web.pages import figures, programmes, reports

app_name = "reports"
urlpatterns = [
    path("reports/", reports.reports, name="reports"),
    path("reports/figures/", figures.figure, name="figure"),
    path("reports/programmes/", programmes.programmes, name="programmes"),
    path("reports/programmes/<int:programme_id>/", programmes.programme, name="programme"),
    path("reports/programmes/<int:programme_id>/removal/", programmes.removal, name="programme_removal"),
]
