"""`jembatan backup FILE`."""

import os
import time
from pathlib import Path

import click

from jembatan.platform.cli.database import database_open
from jembatan.platform.cli.output import json_option, print_facts, print_json, refuse, refusing
from jembatan.platform.paths import HOME
from jembatan.platform.postgres import DatabaseRefused


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@refusing(DatabaseRefused)
def backup(file: Path, as_json: bool) -> None:
    """Write database, files and signing key to one FILE (tar). The desk may be in use meanwhile."""
    from jembatan.config.keeping.pack import pack

    started = time.monotonic()
    with database_open():
        try:
            files = pack(file, dsn=os.environ["DATABASE_URL"], home=HOME)
        except OSError as error:
            refuse(f"{file} cannot be written: {error.strerror}.")
    result = {"file": str(file), "bytes": file.stat().st_size, "files": files}
    result["seconds"] = round(time.monotonic() - started, 2)
    if as_json:
        print_json(result)
    else:
        print_facts(list(result.items()))
