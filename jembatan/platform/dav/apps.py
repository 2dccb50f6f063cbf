"""Django's name for this room."""

from django.apps import AppConfig


class DavConfig(AppConfig):
    """Label: dav."""

    name = "jembatan.platform.dav"
    label = "dav"
