"""Addresses of correspondence, one module a subject."""

from jembatan.correspondence.web.urls import (
    clearance,
    lines,
    read_back,
    reading,
    settings,
    statements,
    translations,
    writing,
)

app_name = "correspondence"
urlpatterns = [
    *reading.urlpatterns,
    *writing.urlpatterns,
    *clearance.urlpatterns,
    *lines.urlpatterns,
    *translations.urlpatterns,
    *read_back.urlpatterns,
    *statements.urlpatterns,
    *settings.urlpatterns,
]
