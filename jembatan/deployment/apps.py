"""Django's name for this room."""

from django.apps import AppConfig


class DeploymentConfig(AppConfig):
    """Label: deployment."""

    name = "jembatan.deployment"
    label = "deployment"
