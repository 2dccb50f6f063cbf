"""Watching one folder, for as long as it is wanted: connect, catch up, wait, catch up; and again after every trouble."""

import logging
import threading

from django.db import InterfaceError, OperationalError, connections

from jembatan.correspondence.actions.incoming.signing_in import server_of
from jembatan.correspondence.actions.incoming.standing import record_fetched, record_trouble
from jembatan.correspondence.importer.arriving import Moved
from jembatan.correspondence.importer.fetching import Fetch
from jembatan.correspondence.models import IncomingFolder
from jembatan.correspondence.servers.imap import Conversation, Standing, connected
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble

RENEWAL_SECONDS = (
    9 * 60.0
)  # servers may hang up after 29 minutes, and routers forget a silent connection after ten
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
REFUSED_PAUSE = 300.0  # a wrong password said every second gets an account locked
REFUSALS = {
    Trouble.PASSWORD,
    Trouble.APP_PASSWORD,
    Trouble.NO_TOKEN,
    Trouble.TOKEN_REFUSED,
    Trouble.UNREADABLE_PASSWORD,
}
log = logging.getLogger(__name__)


class Watcher(threading.Thread):
    """`stop` ends it at once, whatever it waits for."""

    def __init__(self, folder_id: int) -> None:
        super().__init__(name=f"watch-{folder_id}", daemon=True)
        self.folder_id = folder_id
        self.stopping = threading.Event()
        self.conversation: Conversation | None = None
        self.pause = FIRST_PAUSE

    def run(self) -> None:
        """Until it is stopped."""
        while not self.stopping.is_set():
            try:
                self._converse()
            except ServerTrouble as trouble:
                self._tell(trouble)
            except (Moved, OperationalError, InterfaceError) as error:
                log.warning("Folder %s: %s", self.folder_id, error)
            except Exception:
                log.exception("Folder %s", self.folder_id)
            finally:
                self.conversation = None
                connections.close_all()
            self.stopping.wait(self.pause)
            self.pause = min(self.pause * 2, max(LONGEST_PAUSE, self.pause))

    def stop(self) -> None:
        """From another thread."""
        self.stopping.set()
        if self.conversation is not None:
            self.conversation.break_off()

    def _converse(self) -> None:
        folder = IncomingFolder.objects.select_related("server").filter(pk=self.folder_id).first()
        if folder is None:
            self.stopping.set()
            return
        with connected(server_of(folder.server)) as conversation:
            self.conversation = conversation
            fetch = Fetch(folder, conversation)
            if fetch.is_behind:
                fetch.catch_up()
            standing: Standing | None = fetch.standing
            while not self.stopping.is_set():
                fetch.follow()
                fetch.catch_up()  # Last: a server tells of new mail once, also in the midst of answering something else.
                record_fetched(folder.pk, standing)
                standing, self.pause = None, FIRST_PAUSE
                connections.close_all()
                conversation.wait(RENEWAL_SECONDS)

    def _tell(self, trouble: ServerTrouble) -> None:
        if self.stopping.is_set():
            return
        if trouble.trouble in REFUSALS:
            self.pause = REFUSED_PAUSE
        try:
            record_trouble(self.folder_id, trouble)
        except (OperationalError, InterfaceError) as error:
            log.warning("Folder %s: %s", self.folder_id, error)
