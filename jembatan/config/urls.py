"""Addresses: one line a room."""

from django.urls import include, path

from jembatan.accounts.web.urls import allauth_patterns

urlpatterns = [
    path("", include("jembatan.platform.ui.web.urls")),
    path("", include("jembatan.platform.search.web.urls")),
    path("", include("jembatan.platform.audit.web.urls")),
    path("", include("jembatan.platform.dav.web.urls")),
    path("", include("jembatan.platform.guide.web.urls")),
    path("", include("jembatan.platform.imports.web.urls")),
    path("", include("jembatan.platform.live.web.urls")),
    path("", include("jembatan.accounts.web.urls")),
    path("", include("jembatan.directory.web.urls")),
    path("", include("jembatan.dossiers.web.urls")),
    path("", include("jembatan.journal.web.urls")),
    path("", include("jembatan.correspondence.web.urls")),
    path("", include("jembatan.meetings.web.urls")),
    path("", include("jembatan.commitments.web.urls")),
    path("", include("jembatan.briefings.web.urls")),
    path("", include("jembatan.negotiation.web.urls")),
    path("", include("jembatan.programmes.web.urls")),
    path("", include("jembatan.recruitment.web.urls")),
    path("", include("jembatan.field.web.urls")),
    path("", include("jembatan.deployment.web.urls")),
    path("", include("jembatan.radar.web.urls")),
    path("", include("jembatan.reports.web.urls")),
    *allauth_patterns,
]
