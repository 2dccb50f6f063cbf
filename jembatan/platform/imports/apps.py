"""Django's name for this room."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Label: imports."""

    name = "jembatan.platform.imports"
    label = "imports"
