"""Django's name for this room."""

from django.apps import AppConfig


class RadarConfig(AppConfig):
    """Label: radar."""

    name = "jembatan.radar"
    label = "radar"
