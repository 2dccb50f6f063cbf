"""Django's name for this room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Label: audit."""

    name = "jembatan.platform.audit"
    label = "audit"
