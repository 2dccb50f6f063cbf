"""Addresses of reports."""

from django.urls import path

from jembatan.reports.web.pages import reports

app_name = "reports"
urlpatterns = [path("reports/", reports.reports, name="reports")]
