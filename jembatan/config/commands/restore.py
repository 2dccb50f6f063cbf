"""`jembatan restore FILE`."""

import os
import time
from pathlib import Path

import click

from jembatan.platform.cli.database import database_open
from jembatan.platform.cli.output import json_option, print_facts, print_json, refuse, refusing, say
from jembatan.platform.paths import HOME
from jembatan.platform.postgres import DatabaseRefused


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace what this installation holds now.")
@json_option
@refusing(DatabaseRefused)
def restore(file: Path, replace: bool, as_json: bool) -> None:
    """Put the backup in FILE into this installation, which must be empty unless --replace is given."""
    from jembatan.config.keeping.about import NotABackup
    from jembatan.config.keeping.unpack import unpack

    started = time.monotonic()
    with database_open(migrate=False):
        from jembatan.platform.cli.schema import bring_up_to_date

        if not replace and holds_a_desk():
            refuse("This installation holds a desk already; --replace puts the backup in its place.")
        try:
            about = unpack(file, dsn=os.environ["DATABASE_URL"], home=HOME)
        except NotABackup as reason:
            refuse(f"{file} is not a backup that can be restored. {reason}")
        bring_up_to_date()
    result = {"file": str(file), "made_at": about.made_at, "seconds": round(time.monotonic() - started, 2)}
    if as_json:
        print_json(result)
    else:
        print_facts(list(result.items()))
    say("Restart a running desk, so that it signs with the restored key.")


def holds_a_desk() -> bool:
    """Whether anybody works here; asked without models, since the tables may be of an older version or not there yet."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.accounts_desk') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return False
        cursor.execute("SELECT EXISTS (SELECT FROM public.accounts_desk)")
        answer: bool = cursor.fetchone()[0]
    connection.close()
    return answer
