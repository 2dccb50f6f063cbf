"""Django's name for this room."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    """Label: briefings."""

    name = "jembatan.briefings"
    label = "briefings"
