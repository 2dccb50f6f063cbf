"""Mail on a server, and a desk that reads it."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming
from jembatan.correspondence.actions.incoming.signing_in import server_of
from jembatan.correspondence.importer.fetching import Fetch
from jembatan.correspondence.models import IncomingFolder, IncomingServer
from jembatan.correspondence.servers.imap import connected
from jembatan.correspondence.tests.incoming.dovecot import PASSWORD, USER


def keep_login(
    head: Actor, port: int, *, security: str = "tls", folders: tuple[str, ...] = ("INBOX",), **facts: str
) -> IncomingServer:
    """As the page stores it."""
    known: dict[str, str | int] = {
        "host": "127.0.0.1",
        "port": port,
        "security": security,
        "username": USER,
        "sign_in": "password",
        "token_url": "",
        "client_id": "",
    }
    return keep_incoming(
        head, None, facts={**known, **facts}, folders=folders, secrets=Secrets(password=PASSWORD)
    )


def fetch(login: IncomingServer, name: str = "INBOX") -> int:
    """Connect and read what is new; how many messages that were."""
    folder = IncomingFolder.objects.select_related("server").get(server=login, name=name)
    with connected(server_of(folder.server)) as conversation:
        fetch = Fetch(folder, conversation)
        count = fetch.catch_up()
        fetch.follow()
        return count
