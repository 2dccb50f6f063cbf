"""`jembatan radar`: looks through the journal, and tells what it finds."""

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, print_json, print_table, refuse


@click.command()
@click.option("--rule", metavar="RULE", help="This rule alone.")
@desk_option
@json_option
@uses_database
def radar(rule: str | None, desk_slug: str | None, as_json: bool) -> None:
    """Find communication problems, each with its evidence; the most serious first."""
    from django.utils import translation

    from jembatan.radar.actions.watch import watch
    from jembatan.radar.analysis.rules import RULES
    from jembatan.radar.queries.listing import signals_told

    if rule and rule not in RULES:
        refuse(f"There is no rule {rule!r}. Rules: {', '.join(RULES)}.")
    actor = operator_at(desk_slug)
    watched = watch(actor.desk)
    with translation.override("en"):
        signals = signals_told(actor, rule=rule or "")
        if as_json:
            print_json({"signals": signals, "partners": watched.partners})
            return
        rows = [[each["rule"], f"{each['since']:%Y-%m-%d}", each["explanation"]] for each in signals]
        print_table(["rule", "since", "what"], rows, empty="The radar has found nothing.")
