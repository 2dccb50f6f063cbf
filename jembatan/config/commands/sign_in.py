"""`jembatan sign-in ADDRESS`: the way back in for someone who has lost theirs, by whoever runs this machine."""

import click

from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, print_json, refuse


@click.command("sign-in")
@click.argument("email", metavar="ADDRESS")
@click.option("--port", type=click.IntRange(1, 65535), help="The port of the desk, where it is not found.")
@json_option
@uses_database
def sign_in(email: str, port: int | None, as_json: bool) -> None:
    """Print an address that signs the user with this e-mail ADDRESS in, once, within a day."""
    from django.conf import settings

    from jembatan.accounts.actions.one_time_link import make_link_secret
    from jembatan.accounts.models import User
    from jembatan.config.public_url import local_url

    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None:
        refuse(f"Nobody signs in with the address {email}.")
    site = local_url(port) if port else settings.PUBLIC_URL
    address = f"{site}/sign-in/{make_link_secret(user)}/"
    print_json({"user": user.full_name, "address": address}) if as_json else click.echo(address)
