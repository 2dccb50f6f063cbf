"""Django's name for this room."""

from types import ModuleType

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

from jembatan.platform.audit.registry import know_by_name


class AuditConfig(AppConfig):
    """Label: audit."""

    name = "jembatan.platform.audit"
    label = "audit"

    def __init__(self, app_name: str, app_module: ModuleType) -> None:
        super().__init__(app_name, app_module)
        know_by_name()  # Apps are made before the first model is.

    def ready(self) -> None:
        """What no room's migration says, since it holds for the histories of all."""
        from jembatan.platform.audit.never_emptied import refuse_to_be_emptied

        # Once, with an app that has models: Django announces no other.
        post_migrate.connect(refuse_to_be_emptied, sender=apps.get_app_config("pghistory"))
