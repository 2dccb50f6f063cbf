"""Django's name for this room."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Label: journal."""

    name = "jembatan.journal"
    label = "journal"
