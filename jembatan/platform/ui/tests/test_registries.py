"""Places and commands that domains register."""

from dataclasses import dataclass

import pytest

from jembatan.platform.ui import navigation, palette
from jembatan.platform.ui.navigation import Place
from jembatan.platform.ui.palette import Command


@dataclass(frozen=True)
class Holder:
    """An actor's rights."""

    may_write: bool = False
    may_send: bool = False
    may_clear: bool = False


def test_places_stand_in_their_order_and_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_places", {})
    for key, order, section in (("reports", 80, "main"), ("today", 10, "main"), ("settings", 30, "foot")):
        navigation.register_place(Place(key, key, "ui:today", "sun", "", order, section))
    assert [place.key for place in navigation.places("main")] == ["today", "reports"]
    assert [place.key for place in navigation.places("foot")] == ["settings"]
    assert [place.key for place in navigation.tabs()] == ["today"]
    assert navigation.places("main")[0].url == "/"


def test_commands_are_offered_to_those_who_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(palette, "_commands", {})
    for right in ("read", "write", "send", "clear"):
        palette.register_command(Command(right, right, "ui:today", "sun", rights=right))
    offered = {
        holder: [command.key for command in palette.commands_for(holder)]
        for holder in (Holder(), Holder(True), Holder(True, True), Holder(True, True, True))
    }
    assert list(offered.values()) == [
        ["read"],
        ["read", "write"],
        ["read", "write", "send"],
        ["read", "write", "send", "clear"],
    ]
