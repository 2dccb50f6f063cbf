"""`jembatan run`: the whole desk on this machine; what `bin/run` starts."""

import os
import socket
import sys

import click

from jembatan.platform.cli.database import database_open

PORTS = range(8000, 8100)


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="The first free port from 8000 on unless given.")
@click.option("--without-demo", is_flag=True, help="Start with an empty desk.")
def run(port: int | None, without_demo: bool) -> None:
    """Start database, web and worker, and print where to sign in."""
    from jembatan.platform.processes import Child, run_together

    port = port or free_port()
    with database_open():
        address = sign_in_address(port, with_demo=not without_demo)
        environment = {**os.environ, "JEMBATAN_CHILD": "1"}
        children = [
            Child("web", [sys.argv[0], "serve", "--port", str(port)], environment=environment),
            Child("worker", [sys.argv[0], "worker"], environment=environment),
        ]
        for child in children:
            child.start()
        wait_until_open(port)
        click.echo(f"\n  Jembatan is running. Sign in once with this address:\n\n    {address}\n\n  Ctrl+C stops it.\n")
        run_together(children)


def sign_in_address(port: int, *, with_demo: bool) -> str:
    """A one-time address for the first head of a desk; an empty installation gets its demo office or a desk first."""
    from jembatan.accounts.actions.desks import open_first_desk
    from jembatan.accounts.actions.one_time_link import make_link_secret
    from jembatan.accounts.models import Membership, Role

    first = Membership.objects.filter(role=Role.HEAD, user__is_active=True).order_by("id").first()
    if first is None and with_demo:
        from jembatan.config.commands.demo import load_demo

        load_demo()
    user = first.user if first else open_first_desk()
    return f"http://localhost:{port}/sign-in/{make_link_secret(user)}/"


def free_port() -> int:
    """The first port from 8000 on that nobody listens to."""
    for port in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise click.ClickException("Every port from 8000 to 8099 is taken; name one with --port.")


def wait_until_open(port: int, *, seconds: float = 30) -> None:
    """Return as soon as the web answers; refuse with a sentence when it does not within `seconds`."""
    import time

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise click.ClickException("The web did not start; its messages are above.")
