"""A command group that imports a command only when it is called, so that `mail parse` starts without Django."""

from collections.abc import Mapping
from importlib import import_module

import click


class LazyGroup(click.Group):
    """`places` maps a command's name to `package.module:attribute`."""

    def __init__(self, name: str, *, places: Mapping[str, str], help: str | None = None) -> None:
        super().__init__(name, help=help)
        self.places = dict(places)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted({*super().list_commands(ctx), *self.places})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None for an unknown name."""
        if (place := self.places.get(cmd_name)) is None:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = place.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command
