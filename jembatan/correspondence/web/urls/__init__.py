"""Addresses of correspondence, one module a subject."""

from jembatan.correspondence.web.urls import clearance, reading, settings, statements, writing

app_name = "correspondence"
urlpatterns = [
    *reading.urlpatterns,
    *writing.urlpatterns,
    *clearance.urlpatterns,
    *statements.urlpatterns,
    *settings.urlpatterns,
]
