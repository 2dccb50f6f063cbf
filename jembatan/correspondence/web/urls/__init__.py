"""Addresses of correspondence, one module a subject."""

from jembatan.correspondence.web.urls import (
    announcements,
    clearance,
    confirmation,
    consultation,
    lines,
    read_back,
    reading,
    receiving,
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
    *consultation.urlpatterns,
    *confirmation.urlpatterns,
    *lines.urlpatterns,
    *announcements.urlpatterns,
    *translations.urlpatterns,
    *read_back.urlpatterns,
    *statements.urlpatterns,
    *settings.urlpatterns,
    *receiving.urlpatterns,
]
