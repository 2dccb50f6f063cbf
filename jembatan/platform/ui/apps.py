"""Django's name for this room."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Label: ui."""

    name = "jembatan.platform.ui"
    label = "ui"
