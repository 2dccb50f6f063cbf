"""Addresses of correspondence, one module a subject."""

from jembatan.correspondence.web.urls import (
    announcements,
    clearance,
    lines,
    reading,
    receiving,
    settings,
    statements,
    writing,
)

app_name = "correspondence"
urlpatterns = [
    *reading.urlpatterns,
    *writing.urlpatterns,
    *clearance.urlpatterns,
    *lines.urlpatterns,
    *announcements.urlpatterns,
    *statements.urlpatterns,
    *settings.urlpatterns,
    *receiving.urlpatterns,
]
