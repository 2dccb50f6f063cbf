"""Django's name for this room."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Label: reports."""

    name = "jembatan.reports"
    label = "reports"
