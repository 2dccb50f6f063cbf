"""The palette shows no key that nothing listens to."""

from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.platform.ui.navigation import places
from jembatan.platform.ui.palette import commands_for


def test_every_key_of_a_command_is_declared_by_a_place() -> None:
    actor = operator(Desk())
    declared = {
        place.shortcut for section in ("main", "foot", "capture") for place in places(section, actor=actor)
    }
    assert {command.shortcut for command in commands_for(actor) if command.shortcut} <= declared
