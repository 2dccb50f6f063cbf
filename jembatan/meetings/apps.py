"""Django's name for this room."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Label: meetings."""

    name = "jembatan.meetings"
    label = "meetings"
