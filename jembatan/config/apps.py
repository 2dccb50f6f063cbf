"""The app that introduces the domains to each other once all are loaded."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Last in INSTALLED_APPS, so that every domain exists when the wiring runs."""

    name = "jembatan.config"
    label = "config"

    def ready(self) -> None:
        """Connect events, fill slots and registries."""
        from jembatan.config import wiring

        wiring.connect()
