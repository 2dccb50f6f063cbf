"""Which server translates for the desk: for the head to settle."""

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import TranslationServer
from jembatan.correspondence.queries.translations.server import server_of, translator_of
from jembatan.platform.access import require_head
from jembatan.platform.markings import Marking
from jembatan.platform.sealing import seal

TRIED = "Terima kasih atas perhatian Bapak dan Ibu."


@transaction.atomic
def keep_translation_server(
    actor: Actor, *, address: str, highest: Marking, languages: Collection[str], key: str | None = None
) -> TranslationServer:
    """The server, or other facts of it; `key` None keeps what is stored. Raises `Refused` with a sentence.

    A key is never sent to another address than the one that it was typed for.
    """
    require_head(actor)
    address = address.strip().rstrip("/")
    _check(address)
    if not languages:
        raise Refused(_("Choose at least one language."))
    kept = TranslationServer.objects.select_for_update().filter(desk=actor.desk).first()
    kept = kept or TranslationServer(desk=actor.desk)
    if kept.sealed_key and kept.address != address and key is None:
        raise Refused(_("Type the API key again: it was stored for another address."))
    kept.address, kept.highest, kept.languages = address, highest, sorted(languages)
    if key is not None:
        kept.sealed_key = seal(key) if key else ""
    kept.save()
    return kept


@transaction.atomic
def remove_translation_server(actor: Actor) -> None:
    """The server and its key are forgotten; what it has translated stays."""
    require_head(actor)
    for server in TranslationServer.objects.select_for_update().filter(desk=actor.desk):
        server.delete()


def try_translation(actor: Actor) -> list[str]:
    """Ask it for its languages, and which language one harmless sentence is in; nothing of the desk leaves.

    Returns the languages that the desk offers and the server does not have. Raises `TranslationTrouble`, and `Refused` where none is set.
    """
    require_head(actor)
    server = server_of(actor)
    if server is None:
        raise Refused(_("No translation server is set up."))
    translator = translator_of(server)
    translator.detect(TRIED)
    known = translator.languages()
    return [code for code in server.languages if code not in known]


def _check(address: str) -> None:
    """https everywhere; http only inside the house, where nobody on the way can read along."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or parts.username or parts.query or parts.fragment:
        raise Refused(_("Write the whole address of the server, such as https://translate.example.org."))
    if parts.scheme == "http" and not _is_inside(host):
        raise Refused(
            _("Mail would travel unencrypted to this address. Outside your own network it has to be https.")
        )


def _is_inside(host: str) -> bool:
    """An address of a private network, or a name that only the own network knows."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".lan"))
