"""Django's name for this room."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Label: search."""

    name = "jembatan.platform.search"
    label = "search"
