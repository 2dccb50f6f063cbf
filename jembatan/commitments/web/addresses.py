"""The page on which a promise was said."""

from django.urls import reverse

from jembatan.commitments.models import Commitment
from jembatan.commitments.queries.source import Said


def source_page(said: Said) -> str:
    """The mail, the minutes, the meeting or the line of the journal; "" where it was said nowhere."""
    if said.message:
        return reverse("correspondence:message", args=[said.message.pk])
    if said.section:
        return reverse("meetings:minutes", args=[said.section.minutes_id])
    if said.meeting:
        return reverse("meetings:meeting", args=[said.meeting.pk])
    return reverse("journal:entry", args=[said.entry.pk]) if said.entry else ""


def said_of(commitment: Commitment) -> Said:
    """Where this one was said; whoever sees the promise sees that, too."""
    return Said(
        message=commitment.message,
        meeting=commitment.meeting,
        section=commitment.section,
        entry=commitment.entry,
    )
