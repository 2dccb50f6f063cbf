"""People who take themselves off: by the link of a mail, by one click of their mail program, or by answering."""

import re
from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import quote

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.announcements.consents import keep_consent
from jembatan.correspondence.formats.outgoing import Unsubscription
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.models import AnnouncementReceiver, Consent, SendingAddress
from jembatan.correspondence.queries.announcements.consents import consents_of
from jembatan.platform.links import LinkTo, LinkUnreadable, address, read, signed

PURPOSE = "unsubscribe"
VALID_FOR = timedelta(days=3650)
ASKED = re.compile(r"unsubscribe\s+(\S+)\s*", re.IGNORECASE)


def link_of(receiver: AnnouncementReceiver) -> LinkTo:
    """A way off the list has no end in practice: whoever finds an old mail may still use it."""
    return LinkTo(receiver.pk, 1, (timezone.now() + VALID_FOR).replace(microsecond=0))


def unsubscription_of(receiver: AnnouncementReceiver, sender: SendingAddress) -> Unsubscription:
    """Both ways, for the head of a mail."""
    link = link_of(receiver)
    answer_to = sender.reply_to or sender.email
    return Unsubscription(
        page=address("correspondence:unsubscription", PURPOSE, link),
        mail=f"mailto:{answer_to}?subject={quote(f'unsubscribe {signed(PURPOSE, link)}')}",
    )


@transaction.atomic
def decide(receiver: AnnouncementReceiver, *, wishes: bool, how: Consent.How) -> None:
    """The person's own word; the same once more changes nothing. A receiver who has left the directory has nothing to say."""
    person, desk = receiver.person, receiver.announcement.desk
    if person is None:
        return
    known = consents_of(desk, [person.pk]).get(person.pk)
    if known is None or known.wishes != wishes:
        actor = operator(desk, label=person.full_name)
        keep_consent(actor, person, wishes=wishes, how=how, announcement=receiver.announcement)


def keep_unsubscriptions(desk: Desk, readings: Iterable[Reading]) -> None:
    """Inside the transaction that files these messages: whoever sends the words of such a mail back wants no more of them."""
    for reading in readings:
        asked = ASKED.fullmatch(reading.subject.strip())
        if asked is None:
            continue
        try:
            number = read(PURPOSE, asked[1]).number
        except LinkUnreadable:
            continue
        receivers = AnnouncementReceiver.objects.select_related("person", "announcement__desk")
        receiver = receivers.filter(pk=number, announcement__desk=desk).first()
        if receiver is not None:
            decide(receiver, wishes=False, how=Consent.How.MAIL)
