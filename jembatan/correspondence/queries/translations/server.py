"""The server that translates for the desk, and what may go to it."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft, TranslationServer
from jembatan.correspondence.queries.borne_markings import borne_markings, inserted_in
from jembatan.correspondence.servers.translating import LibreTranslate, Translator
from jembatan.correspondence.servers.translation_troubles import TranslationTrouble, Trouble
from jembatan.platform.markings import Marking, highest, is_lower
from jembatan.platform.sealing import Unsealable, unseal


def server_of(actor: Actor) -> TranslationServer | None:
    """The desk's, if its head has set one up."""
    return TranslationServer.objects.filter(desk=actor.desk).first()


def translator_of(server: TranslationServer) -> Translator:
    """Ready to be asked, with its key opened. Raises `TranslationTrouble` where that is not possible any more."""
    try:
        return LibreTranslate(server.address, unseal(server.sealed_key))
    except Unsealable:
        raise TranslationTrouble(Trouble.UNREADABLE_KEY) from None


def marking_of(draft: Draft) -> Marking:
    """The highest that it bears; that of new conversations where it bears none."""
    borne = borne_markings(draft, inserted_in(draft))
    return highest(borne) if borne else Marking.GREEN


def may_go_to(server: TranslationServer, marking: str) -> bool:
    """Whether a text of this marking may leave for the server."""
    return not is_lower(server.highest, than=Marking(marking))
