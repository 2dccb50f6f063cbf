"""Django's name for this room."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Label: dossiers."""

    name = "jembatan.dossiers"
    label = "dossiers"
