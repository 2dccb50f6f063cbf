"""The end of an announcement, and its one line in the journal."""

from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Announcement, OutgoingMail
from jembatan.correspondence.queries.announcements.receivers import posts_of
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking

SENT = "announcement.sent"
SOURCE = "announcement"
ON_ITS_WAY = (OutgoingMail.State.WAITING, OutgoingMail.State.SENDING)
LEFT = (OutgoingMail.State.SENT, OutgoingMail.State.IN_DOUBT)


def finish_if_done(actor: Actor, announcement: Announcement) -> bool:
    """Inside the caller's transaction, with the announcement locked: once no mail is to be made and none is on its way."""
    open_ones = Q(mail__isnull=True) | Q(mail__state__in=ON_ITS_WAY)
    if announcement.receivers.filter(open_ones, left_out="").exists():
        return False
    end(actor, announcement, Announcement.State.SENT)
    return True


def end(actor: Actor, announcement: Announcement, state: Announcement.State) -> None:
    """One line of the journal, on the timeline of everyone whom a mail has left for, and of their houses."""
    announcement.state, announcement.ended_at = state, timezone.now()
    announcement.save(update_fields=["state", "ended_at"])
    left = announcement.receivers.filter(mail__state__in=LEFT, person__isnull=False).order_by("pk")
    people = [each.person for each in left.select_related("person") if each.person]
    houses = posts_of(actor, [person.pk for person in people]).values()
    parties: list[Person | Organisation] = [*people, *houses]
    with translation.override(announcement.desk.language):
        told = ngettext(
            "Announcement to %(count)s receiver: %(subject)s",
            "Announcement to %(count)s receivers: %(subject)s",
            len(people),
        ) % {"count": len(people), "subject": announcement}
    line = Line(
        kind=SENT,
        summary=told,
        detail=next(iter(announcement.texts.values()), ""),
        parties=parties,
        marking=Marking(announcement.marking),
        source=(SOURCE, announcement.pk),
    )
    record(actor, line)
