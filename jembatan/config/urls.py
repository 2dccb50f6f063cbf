"""Addresses: one line a domain."""

from django.urls import include, path

urlpatterns = [
    path("", include("jembatan.platform.ui.urls")),
]
