"""Django's name for this room."""

from django.apps import AppConfig


class GuideConfig(AppConfig):
    """Label: guide."""

    name = "jembatan.platform.guide"
    label = "guide"
