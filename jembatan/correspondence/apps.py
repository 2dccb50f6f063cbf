"""Django's name for this room."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    """Label: correspondence."""

    name = "jembatan.correspondence"
    label = "correspondence"
