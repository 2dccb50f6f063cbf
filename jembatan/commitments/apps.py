"""Django's name for this room."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """Label: commitments."""

    name = "jembatan.commitments"
    label = "commitments"
