"""Addresses of briefs."""

from django.urls import path

from jembatan.briefings.web.pages import brief

app_name = "briefings"
urlpatterns = [
    path("organisations/<int:organisation_id>/brief/", brief.organisation_brief, name="organisation"),
    path("meetings/<int:meeting_id>/brief/", brief.meeting_brief, name="meeting"),
]
