"""A meeting, or a series of them."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking


class Meeting(models.Model):
    """One VEVENT: a single meeting, the master of a series (`rule` set) or one changed occurrence (`recurrence_id` set).

    `starts_at` and `ends_at` place it in time for lists. What was written is kept beside them: an all-day meeting has
    dates and no zone, a floating one a wall-clock time in whatever zone the reader is (stored as UTC of the same digits),
    a zoned one its zone. A meeting from a log that knows only its month has precision `month`.
    """

    class Clock(models.TextChoices):
        ZONED = "zoned", _("in its zone")
        FLOATING = "floating", _("wall clock")
        DATE = "date", _("all day")

    class Precision(models.TextChoices):
        MINUTE = "minute", _("minute")
        DAY = "day", _("day")
        MONTH = "month", _("month")
        YEAR = "year", _("year")

    class Status(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        TENTATIVE = "tentative", _("tentative")
        CANCELLED = "cancelled", _("cancelled")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    uid = models.TextField()
    recurrence_id = models.CharField(max_length=64, blank=True)
    sequence = models.IntegerField(default=0)
    title = models.TextField(blank=True)
    description = models.TextField(blank=True)
    location = models.TextField(blank=True)
    url = models.TextField(blank=True)
    clock = models.CharField(max_length=8, choices=Clock, default=Clock.ZONED)
    precision = models.CharField(max_length=6, choices=Precision, default=Precision.MINUTE)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=64, blank=True)
    rule = models.TextField(blank=True)
    repeats_until = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=9, choices=Status, default=Status.CONFIRMED)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.SET_NULL, null=True, blank=True, related_name="meetings"
    )
    marking = models.CharField(
        max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    source = models.TextField(blank=True, help_text="the VEVENT or the row, as it was read")
    language = models.CharField(max_length=2, blank=True)
    version = models.PositiveIntegerField(default=1)
    import_batch = models.BigIntegerField(null=True, blank=True)
    search = models.GeneratedField(
        expression=Case(
            When(language="en", then=SearchVector("title", "location", "description", config="jembatan_en")),
            default=SearchVector("title", "location", "description", config="jembatan_id"),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "uid", "recurrence_id"], name="meeting_once"),
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="meeting_ends_after_start"),
        ]
        indexes = [
            models.Index(F("desk"), F("starts_at").desc(), F("id"), name="meeting_by_start"),
            models.Index(fields=["desk", "starts_at"], name="meeting_series", condition=~Q(rule="")),
            models.Index(
                fields=["import_batch"], name="meeting_batch", condition=Q(import_batch__isnull=False)
            ),
            GinIndex(fields=["search"], name="meeting_search"),
        ]

    def __str__(self) -> str:
        return self.title
