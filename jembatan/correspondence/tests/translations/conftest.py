"""A translation server, and desks that use it."""

from collections.abc import Iterator

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.translations.server import keep_translation_server
from jembatan.correspondence.tests.translations.server import TranslationServer, translation_server
from jembatan.platform.markings import Marking


@pytest.fixture
def server() -> Iterator[TranslationServer]:
    """On loopback."""
    with translation_server() as heard:
        yield heard


@pytest.fixture
def set_up(head: Actor, server: TranslationServer) -> TranslationServer:
    """The desk's server, for mail up to TLP:GREEN, into Indonesian and English."""
    keep_translation_server(head, address=server.address, highest=Marking.GREEN, languages=["id", "en"])
    return server
