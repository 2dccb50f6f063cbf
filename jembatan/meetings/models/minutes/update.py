"""How the text came about: one row for each bit of writing, in the order in which it arrived."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from jembatan.meetings.models.minutes.closing import only_while_writing
from jembatan.meetings.models.minutes.minutes import Minutes
from jembatan.meetings.models.minutes.section import MinutesSection

ONLY_FOLDED = pgtrigger.Trigger(
    name="minutes_update_lost_by_nobody",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func="""
        IF TG_OP = 'UPDATE' OR EXISTS (
            SELECT FROM meetings_minutessection section WHERE section.id = OLD.section_id AND section.folded < OLD.number
        ) THEN
            RAISE EXCEPTION 'what was written is not changed, and deleted only once its section holds it' USING ERRCODE = 'check_violation';
        END IF;
        RETURN OLD;
    """,
)


class MinutesPen(models.Model):
    """One open page of somebody who writes: its client number in the Yjs documents, whose it is, where and when it was seen
    last, and when it wrote last.

    A number belongs to one user for ever, so that every character says who wrote it.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="pens")
    client = models.PositiveBigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="minutes_pens")
    section = models.ForeignKey(
        MinutesSection, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    seen_at = models.DateTimeField(default=timezone.now)
    wrote_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["minutes", "client"], name="minutes_pen_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.client}"


class MinutesUpdate(models.Model):
    """A Yjs update (version 1), as a page sent it. Append-only; one that its section's document holds may go."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="updates")
    section = models.ForeignKey(MinutesSection, on_delete=models.CASCADE, related_name="updates")
    number = models.PositiveBigIntegerField()
    pen = models.ForeignKey(MinutesPen, on_delete=models.RESTRICT, related_name="updates")
    content = models.BinaryField()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["minutes", "number"], name="minutes_update_number_once"),
            models.CheckConstraint(condition=~Q(content=b""), name="minutes_update_says_something"),
        ]
        triggers = [only_while_writing("minutes_update_while_writing"), ONLY_FOLDED]

    def __str__(self) -> str:
        return f"{self.minutes_id} {self.number}"
