"""The commands of the palette (Ctrl/⌘ K): their owners register them, the shell lists those the actor may use."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from jembatan.platform.access import Right, Rights, may


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do, by the address that does it or asks for the rest. `rights` is what the actor needs."""

    key: str
    label: str | Promise
    url_name: str
    icon: str
    shortcut: str = ""
    rights: Right = "read"

    @property
    def url(self) -> str:
        """Where the command leads."""
        return reverse(self.url_name)


_commands: dict[str, Command] = {}


def register_command(command: Command) -> None:
    """Make the command known; registering its key again replaces it."""
    _commands[command.key] = command


def commands_for(actor: Rights) -> list[Command]:
    """The commands that this actor may use, in the order of registration."""
    return [command for command in _commands.values() if may(actor, command.rights)]
