"""Django's name for this room."""

from django.apps import AppConfig


class NegotiationConfig(AppConfig):
    """Label: negotiation."""

    name = "jembatan.negotiation"
    label = "negotiation"
