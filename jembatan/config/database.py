"""`DATABASE_URL` in Django's form."""

import os
from typing import Any

from psycopg.conninfo import conninfo_to_dict

FIELDS = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def database(*, pooled: bool) -> dict[str, Any]:
    """Django's settings of the one database; the command line puts the embedded server's address in `DATABASE_URL`."""
    parts = conninfo_to_dict(os.environ.get("DATABASE_URL") or "postgresql:///jembatan")
    settings: dict[str, Any] = {name: str(parts.pop(key)) for key, name in FIELDS.items() if parts.get(key)}
    options: dict[str, Any] = dict(parts)
    if pooled:
        options["pool"] = {
            "min_size": 1,
            "max_size": int(os.environ.get("DATABASE_POOL", "8")),
            "timeout": 15,
        }
        # A connection is tried before it is lent, so that a restarted server costs nobody an error page.
        settings["CONN_HEALTH_CHECKS"] = True
    return {"ENGINE": "django.db.backends.postgresql", "OPTIONS": options, **settings}
