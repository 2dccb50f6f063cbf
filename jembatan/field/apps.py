"""Django's name for this room."""

from django.apps import AppConfig


class FieldConfig(AppConfig):
    """Label: field."""

    name = "jembatan.field"
    label = "field"
