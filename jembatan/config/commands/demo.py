"""`jembatan demo`: the invented office, to look around in."""

import click

from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import refuse, say


@click.command()
@click.option("--remove", is_flag=True, help="Take the demo out again; what people changed since stays.")
@uses_database
def demo(remove: bool) -> None:
    """Load the demo office, or take it out again."""
    from demo import cast
    from jembatan.accounts.actor import operator
    from jembatan.accounts.models import Desk
    from jembatan.platform.imports.actions.roll_back import remove_demo
    from jembatan.platform.imports.models import Batch

    desk = Desk.objects.filter(slug=cast.DESK_SLUG).first()
    if remove:
        if desk is None:
            refuse("The demo office is not loaded.")
        result = remove_demo(operator(desk))
        say(f"The demo is out: {result.removed:,} records removed, {result.kept:,} kept.")
    elif desk is not None and Batch.objects.filter(desk=desk, is_demo=True, state=Batch.State.DONE).exists():
        refuse("The demo office is loaded already; `jembatan demo --remove` takes it out.")
    elif desk is not None:
        refuse(
            f"The demo was here before; its members and what people changed are still at the desk {desk.slug}. "
            "Set JEMBATAN_HOME to an empty folder for a new one."
        )
    else:
        load_demo()
        say(f"The demo office is open: desk {cast.DESK_SLUG}.")


def load_demo() -> None:
    """The demo office as it stands today."""
    from django.utils import timezone

    from demo.load import load

    load(today=timezone.localdate())
