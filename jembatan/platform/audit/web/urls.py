"""Addresses of the audit."""

from django.urls import path

from jembatan.platform.audit.web.pages import audit

app_name = "audit"
urlpatterns = [path("audit/", audit.audit, name="audit")]
