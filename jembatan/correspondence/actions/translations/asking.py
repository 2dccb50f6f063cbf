"""Asking the server: what may go there, and as many pieces as it manages in time."""

from collections.abc import Sequence
from time import monotonic

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.pieces import apart
from jembatan.correspondence.models import TranslationServer
from jembatan.correspondence.queries.translations.server import may_go_to, server_of
from jembatan.correspondence.servers.translating import ANSWER_SECONDS, ANY_LANGUAGE, Translator
from jembatan.correspondence.servers.translation_troubles import TranslationTrouble

ENOUGH_SECONDS = 0.5


def allowed_server(actor: Actor, *, marking: str) -> TranslationServer:
    """The desk's server for a text of this marking. Raises `Refused`."""
    server = server_of(actor)
    if server is None:
        raise Refused(_("No translation server is set up. The head of the desk sets one up in the settings."))
    if not may_go_to(server, marking):
        raise Refused(
            _("This is marked %(marking)s, and only texts up to %(highest)s may go to %(server)s.")
            % {"marking": marking, "highest": server.highest, "server": server.host}
        )
    return server


def translated(translator: Translator, pieces: Sequence[str], *, source: str, target: str) -> list[str]:
    """The first pieces in the other language: as many as there is time for. Raises `TranslationTrouble` where it is none."""
    made: list[str] = []
    until = monotonic() + ANSWER_SECONDS
    for piece in pieces:
        before, words, behind = apart(piece)
        left = until - monotonic()
        if made and left < ENOUGH_SECONDS:
            break
        try:
            said = (
                translator.translate(words, source=source or ANY_LANGUAGE, target=target, seconds=left)
                if words
                else ""
            )
        except TranslationTrouble:
            if not made:
                raise
            break
        made.append(f"{before}{said.strip()}{behind}")
    return made
