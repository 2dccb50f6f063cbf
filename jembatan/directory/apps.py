"""Django's name for this room."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Label: directory."""

    name = "jembatan.directory"
    label = "directory"
