"""Chats that somebody else's tests are made of: every message filed, and nothing changed by importing them again."""

from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.whatsapp import read_chat
from jembatan.correspondence.models import Thread
from jembatan.platform.imports.actions.run import accounts, import_now

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "whatsapp"

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason=f"there is no real chat in {CORPORA}")


def test_every_real_chat_is_a_conversation(officer: Actor) -> None:
    chats = sorted(CORPORA.glob("*.txt"))
    figures = accounts(import_now(officer, [CORPORA]).batch)
    lines = sum(len(path.read_text(encoding="utf-8").strip().split("\n")) for path in chats)
    assert figures == {**dict.fromkeys(figures, 0), "read": lines, "filed": lines}
    assert Thread.objects.count() == len(chats)
    again = accounts(import_now(officer, [CORPORA]).batch)
    assert again == {**dict.fromkeys(figures, 0), "read": lines, "duplicates": lines}


def test_real_dates_are_read_in_the_order_of_their_phone() -> None:
    orders = {path.name: read_chat(path.read_bytes()).order for path in CORPORA.glob("*.txt")}
    assert {name: (order.name, order.others) for name, order in orders.items()} == {
        "lorem-2000.txt": ("YYYY/MM/DD", ()),
        "lorem-merge-part1.txt": ("YYYY/MM/DD", ()),
        "lorem-merge-part2.txt": ("YYYY/MM/DD", ()),
        "lorem.txt": ("DD/MM/YYYY", ()),
        "pokemon.txt": ("DD/MM/YYYY", ()),
    }
