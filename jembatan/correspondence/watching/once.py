"""Fetching once, for whoever does not watch: a timer of the system, or somebody at the command line."""

from typing import TypedDict

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.signing_in import server_of
from jembatan.correspondence.actions.incoming.standing import record_fetched, record_trouble
from jembatan.correspondence.importer.arriving import Moved, mailbox_name
from jembatan.correspondence.importer.fetching import Fetch
from jembatan.correspondence.models import IncomingFolder
from jembatan.correspondence.queries.incoming import watched_folders
from jembatan.correspondence.servers.imap import connected
from jembatan.correspondence.servers.troubles import ServerTrouble
from jembatan.correspondence.watching.moving import move_done


class Fetched(TypedDict):
    """A folder, how many messages of it were read, and in words what hindered it ("" nothing)."""

    mailbox: str
    fetched: int
    trouble: str


def fetch_once(actor: Actor) -> list[Fetched]:
    """Every folder of the desk that is not paused. One that is being watched meanwhile counts only what was read here."""
    return [_fetch(folder) for folder in watched_folders().filter(server__desk=actor.desk)]


def _fetch(folder: IncomingFolder) -> Fetched:
    name = mailbox_name(folder)
    try:
        with connected(server_of(folder.server)) as conversation:
            fetch = Fetch(folder, conversation)
            count = fetch.catch_up()
            fetch.follow()
    except ServerTrouble as trouble:
        record_trouble(folder.pk, trouble)
        return {"mailbox": name, "fetched": 0, "trouble": str(trouble)}
    except Moved:
        return {"mailbox": name, "fetched": 0, "trouble": ""}
    record_fetched(folder.pk, fetch.standing)
    move_done(folder)
    return {"mailbox": name, "fetched": count, "trouble": ""}
