"""Django's name for this room."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Label: papers. It has no tables: the papers of other rooms are made of its models."""

    name = "jembatan.papers"
    label = "papers"
