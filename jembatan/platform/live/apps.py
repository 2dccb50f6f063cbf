"""Django's name for this room."""

from django.apps import AppConfig


class LiveConfig(AppConfig):
    """Label: live."""

    name = "jembatan.platform.live"
    label = "live"
