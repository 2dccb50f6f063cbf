"""Marks of mail on its server: those that others set there are told here, and our answers are marked there.

No mark changes whose turn it is. Only the answer itself does, and it comes with the folder that it was kept in.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from jembatan.correspondence.actions.telling import tell_threads
from jembatan.correspondence.models import IncomingFolder, Message, ServerCopy
from jembatan.correspondence.queries.incoming import due_marks
from jembatan.correspondence.servers.imap import Conversation, Marks
from jembatan.correspondence.servers.imap_marking import mark_answered
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble

PAUSE = timedelta(minutes=10)
TRIES = 50
log = logging.getLogger(__name__)


def note_marks(folder: IncomingFolder, marks: Marks) -> int:
    """Inside the caller's transaction, on the locked folder; how many mails were marked or unmarked."""
    copies = folder.copies.filter(gone_at__isnull=True, message__isnull=False)
    if marks.looked_at is not None:
        copies = copies.filter(uid__among=marks.looked_at)
    answered, flagged = {"uid__among": marks.answered}, {"uid__among": marks.flagged}
    changes = (
        (copies.filter(answered_at__isnull=True, **answered), {"answered_at": timezone.now()}),
        (copies.filter(answered_at__isnull=False).exclude(**answered), {"answered_at": None}),
        (copies.filter(flagged=False, **flagged), {"flagged": True}),
        (copies.filter(flagged=True).exclude(**flagged), {"flagged": False}),
    )
    touched: set[int] = set()
    count = 0
    for changed, facts in changes:
        touched.update(changed.values_list("message__thread", flat=True))
        count += changed.update(**facts)
    folder.marks_modseq = marks.modseq
    folder.save(update_fields=["marks_modseq"])
    tell_threads(folder.server.desk, touched)
    return count


def wish_to_mark(answered: Message) -> None:
    """Inside the caller's transaction: the desk has answered it, and every copy on a server is to say so."""
    copies = ServerCopy.objects.filter(message=answered, gone_at__isnull=True, answered_at__isnull=True)
    copies.update(mark_due_at=timezone.now(), mark_tries=0)


@transaction.atomic
def carry_out_marks(conversation: Conversation, folder: IncomingFolder) -> int:
    """All that is due of a folder; how many mails were marked. What the server refuses is tried again for some hours."""
    due = due_marks().filter(folder=folder).select_for_update(of=("self",), skip_locked=True)
    numbers = {uid: pk for uid, pk in due.values_list("uid", "pk") if uid}
    if not numbers:
        return 0
    marked = ServerCopy.objects.filter(pk__in=list(numbers.values()))
    try:
        known = mark_answered(
            conversation, folder.name, uid_validity=folder.uid_validity, uids=sorted(numbers)
        )
    except ServerTrouble as trouble:
        if trouble.trouble != Trouble.SAID_NO:
            raise
        put_off_marks(marked, trouble)
        return 0
    marked.update(mark_due_at=None)
    return marked.update(answered_at=timezone.now()) if known else 0


def put_off_marks(copies: QuerySet[ServerCopy], trouble: ServerTrouble) -> None:
    """They wait; what could not be marked in many tries is given up, since nothing of the desk hangs on it."""
    log.warning("Marking as answered: %s", trouble)
    copies.filter(mark_tries__gte=TRIES).update(mark_due_at=None)
    due = copies.filter(mark_due_at__isnull=False)
    due.update(mark_due_at=timezone.now() + PAUSE, mark_tries=F("mark_tries") + 1)
