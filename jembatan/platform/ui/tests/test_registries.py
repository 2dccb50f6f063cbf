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
    actor = Holder()
    assert [place.key for place in navigation.places("main", actor=actor)] == ["today", "reports"]
    assert [place.key for place in navigation.places("foot", actor=actor)] == ["settings"]
    assert [place.key for place in navigation.tabs(actor=actor)] == ["today"]
    assert navigation.places("main", actor=actor)[0].url == "/"


def test_places_are_offered_to_those_who_may_enter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_places", {})
    navigation.register_place(Place("audit", "Audit", "ui:today", "sun", "", 20, rights="clear"))
    assert navigation.places("main", actor=Holder(may_write=True, may_send=True)) == []
    assert len(navigation.places("main", actor=Holder(True, True, True))) == 1


def test_no_two_places_share_a_key() -> None:
    head = Holder(True, True, True)
    shortcuts = [
        place.shortcut
        for section in ("main", "foot", "capture")
        for place in navigation.places(section, actor=head)
        if place.shortcut
    ]
    assert sorted(shortcuts) == sorted(set(shortcuts))


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
