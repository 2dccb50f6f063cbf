"""What became of each receiver of an announcement."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.correspondence.models import Announcement, AnnouncementReceiver, Bounce, Consent, OutgoingMail


class Result(StrEnum):
    """In the order in which the page counts them."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"
    BOUNCED = "bounced"
    UNSUBSCRIBED = "unsubscribed"
    NOT_SENT = "not_sent"
    LEFT_OUT = "left_out"


RESULTS: dict[Result, Promise] = {
    Result.WAITING: _("waiting"),
    Result.SENT: _("sent"),
    Result.FAILED: _("failed"),
    Result.IN_DOUBT: _("in doubt"),
    Result.BOUNCED: _("came back"),
    Result.UNSUBSCRIBED: _("unsubscribed"),
    Result.NOT_SENT: _("not sent"),
    Result.LEFT_OUT: _("left out"),
}
OF_MAIL = {
    OutgoingMail.State.SENT: Result.SENT,
    OutgoingMail.State.FAILED: Result.FAILED,
    OutgoingMail.State.IN_DOUBT: Result.IN_DOUBT,
    OutgoingMail.State.WITHDRAWN: Result.NOT_SENT,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A receiver with its result."""

    receiver: AnnouncementReceiver
    result: Result

    @property
    def told(self) -> str | Promise:
        """In words; why, for somebody who was left out."""
        return self.receiver.get_left_out_display() if self.receiver.left_out else RESULTS[self.result]


def outcomes(announcement: Announcement) -> list[Outcome]:
    """In the order of the list; one query."""
    return [Outcome(receiver, _result(announcement, receiver)) for receiver in _receivers(announcement)]


def _receivers(announcement: Announcement) -> "QuerySet[AnnouncementReceiver]":
    bounced = Bounce.objects.filter(
        kind=Bounce.Kind.UNDELIVERED,
        desk=announcement.desk,
        failed_id=OuterRef("mail__message_id"),
        email=OuterRef("email"),
    )
    off = Consent.objects.filter(announcement=announcement, person=OuterRef("person"), wishes=False)
    return (
        AnnouncementReceiver.objects.filter(announcement=announcement)
        .select_related("mail", "person")
        .annotate(bounced=Exists(bounced), off=Exists(off))
        .order_by("pk")
    )


def _result(announcement: Announcement, receiver: AnnouncementReceiver) -> Result:
    if receiver.left_out:
        return Result.LEFT_OUT
    if receiver.off:  # type: ignore[attr-defined]  # annotated
        return Result.UNSUBSCRIBED
    if receiver.bounced:  # type: ignore[attr-defined]  # annotated
        return Result.BOUNCED
    if receiver.mail is not None and receiver.mail.state in OF_MAIL:
        return OF_MAIL[OutgoingMail.State(receiver.mail.state)]
    is_over = announcement.state == Announcement.State.CANCELLED and receiver.mail is None
    return Result.NOT_SENT if is_over else Result.WAITING
