"""`jembatan run`: the whole desk on this machine; what `bin/run` starts."""

import os
import sys

import click

from jembatan.platform.cli.database import database_open


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="The first free port from 8000 on unless given.")
@click.option("--without-demo", is_flag=True, help="Start with an empty desk.")
def run(port: int | None, without_demo: bool) -> None:
    """Start database, web, worker and the stream of news, and print where to sign in."""
    from jembatan.config.ports import answers, chosen_port, port_beside
    from jembatan.config.public_url import local_url
    from jembatan.platform.processes import Child, run_together

    port = chosen_port(port)
    beside = port_beside(port)
    environment = {"PUBLIC_URL": local_url(port), "LIVE_PORT": str(beside or ""), **os.environ}
    web = Child("web", [sys.argv[0], "serve", "--port", str(port)], environment=environment)
    commands = {"live": ["live", "--port", str(beside)]} if beside else {}
    commands |= {"worker": ["worker"], "mail watch": ["mail", "watch"]}
    others = [Child(name, [sys.argv[0], *words], environment=environment) for name, words in commands.items()]
    # The web sets itself up while this process does; every part holds a lease on the database of its own, so that they end in
    # order whatever happens to this process.
    web.start()
    with database_open():
        address = sign_in_address(port, with_demo=not without_demo)
        run_together(web, *others, is_up=lambda: answers(port), once_up=lambda: announce(address))


def announce(address: str) -> None:
    """Say where to go."""
    click.echo(
        f"\n  Jembatan is running. Sign in once with this address:\n\n    {address}\n\n  Ctrl+C stops it.\n"
    )


def sign_in_address(port: int, *, with_demo: bool) -> str:
    """A one-time address for the first head of a desk; an empty installation gets its demo office or a desk first."""
    from jembatan.accounts.actions.desks import open_first_desk
    from jembatan.accounts.actions.one_time_link import make_link_secret
    from jembatan.accounts.queries.heads import first_head
    from jembatan.config.public_url import local_url

    head = first_head()
    if head is None and with_demo:
        from jembatan.config.commands.demo import load_demo

        load_demo()
        head = first_head()
    return f"{local_url(port)}/sign-in/{make_link_secret(head or open_first_desk())}/"
