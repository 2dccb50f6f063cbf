"""`migrate`, which founds new rooms at once before it goes step by step."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from jembatan.platform.founding import found


class Command(migrate.Command):
    """Django's own, after `found`: unless only a part is asked for, or only what would be done."""

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["app_label"] and not options["plan"] and not options["check_unapplied"]:
            found(connections[options["database"]])
        super().handle(*args, **options)
