"""Addresses of the journal."""

from django.urls import path

from jembatan.journal.web.pages import capture, journal, timeline

app_name = "journal"
urlpatterns = [
    path("journal/", journal.journal, name="journal"),
    path("journal/<int:entry_id>/", journal.entry, name="entry"),
    path("journal/<int:entry_id>/correction/", journal.correction, name="correction"),
    path("journal/of/<str:subject_kind>/<int:subject_id>/", timeline.timeline, name="timeline"),
    path("capture/", capture.capture, name="capture"),
]
