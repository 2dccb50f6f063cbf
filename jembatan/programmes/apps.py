"""Django's name for this room."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Label: programmes."""

    name = "jembatan.programmes"
    label = "programmes"
