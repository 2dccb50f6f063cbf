"""What the pages say of a folder: read a moment ago, or hindered since when and by what."""

from django.db import transaction
from django.utils import timezone

from jembatan.correspondence.models import IncomingFolder
from jembatan.correspondence.servers.imap import Standing
from jembatan.correspondence.servers.troubles import ServerTrouble
from jembatan.platform.live.news import tell

TOPIC = "incoming"


@transaction.atomic
def record_fetched(folder_id: int, standing: Standing | None = None) -> None:
    """All that the server had is here."""
    folder = IncomingFolder.objects.select_related("server").filter(pk=folder_id).first()
    if folder is None:
        return
    recovered = folder.trouble != ""
    folder.fetched_at, folder.failing_since, folder.trouble, folder.words = timezone.now(), None, "", ""
    if standing is not None:
        folder.highest_modseq = standing.highest_modseq
    folder.save(update_fields=["fetched_at", "failing_since", "trouble", "words", "highest_modseq"])
    if recovered:
        tell(folder.server.desk_id, TOPIC, [folder.server_id])


@transaction.atomic
def record_trouble(folder_id: int, trouble: ServerTrouble) -> None:
    """Written when it changes, not at every try."""
    folder = IncomingFolder.objects.select_related("server").filter(pk=folder_id).first()
    if folder is None or (folder.trouble, folder.words) == (trouble.trouble, trouble.words):
        return
    folder.failing_since = folder.failing_since or timezone.now()
    folder.trouble, folder.words = trouble.trouble, trouble.words
    folder.save(update_fields=["failing_since", "trouble", "words"])
    tell(folder.server.desk_id, TOPIC, [folder.server_id])
