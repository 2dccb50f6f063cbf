"""Addresses of correspondence, one module a subject."""

from jembatan.correspondence.web.urls import (
    clearance,
    consultation,
    lines,
    reading,
    settings,
    statements,
    writing,
)

app_name = "correspondence"
urlpatterns = [
    *reading.urlpatterns,
    *writing.urlpatterns,
    *clearance.urlpatterns,
    *consultation.urlpatterns,
    *lines.urlpatterns,
    *statements.urlpatterns,
    *settings.urlpatterns,
]
