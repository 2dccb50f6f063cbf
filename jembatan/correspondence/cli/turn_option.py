"""`--turn`: whose turn it is in a conversation, for every command that lists some."""

import click

TURNS = ("ours", "theirs", "nobodys")

turn_option = click.option(
    "--turn",
    type=click.Choice(TURNS),
    help="Only open conversations in which it is ours, theirs or nobody's turn.",
)
