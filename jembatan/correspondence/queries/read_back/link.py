"""The link that one receiver answers by, and who is behind a link."""

from jembatan.correspondence.models import OutgoingMail, ReadBackReceiver
from jembatan.platform.links import LinkTo, address

PURPOSE = "read-back"
ISSUE = 1


def link_of(receiver: ReadBackReceiver) -> str:
    """The whole address."""
    to = LinkTo(receiver.pk, ISSUE, receiver.read_back.until)
    return address("correspondence:read_back", PURPOSE, to)


def receiver_behind(to: LinkTo) -> ReadBackReceiver | None:
    """Whoever was asked by this link; None where the mail never left."""
    known = ReadBackReceiver.objects.select_related("read_back__desk", "person").filter(pk=to.number)
    receiver = known.first()
    if receiver is None or to.issue != ISSUE or _never_left(receiver):
        return None
    return receiver


def _never_left(receiver: ReadBackReceiver) -> bool:
    asked = receiver.read_back
    mail = OutgoingMail.objects.filter(desk=asked.desk, message_id=asked.message_id)
    return not mail.exclude(state__in=[OutgoingMail.State.WITHDRAWN, OutgoingMail.State.FAILED]).exists()
