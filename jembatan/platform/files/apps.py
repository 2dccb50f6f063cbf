"""Django's name for this room."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Label: files."""

    name = "jembatan.platform.files"
    label = "files"
