"""A meeting, or a series of them."""

from datetime import UTC, datetime, timedelta

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.meetings.models.room import Room
from jembatan.platform.audit.tracked import BEFORE
from jembatan.platform.dav.triggers import stale_triggers
from jembatan.platform.markings import Marking

WHOLE_DAY = timedelta(days=1)
TRANSPARENT = r"(^|[\r\n])TRANSP:TRANSPARENT"  # RFC 5545 3.8.2.7, in the VEVENT as it was read
SERVED = (
    "uid",
    "recurrence_id",
    "and_future",
    "sequence",
    "title",
    "description",
    "location",
    "url",
    "join_url",
    "clock",
    "precision",
    "starts_at",
    "ends_at",
    "zone",
    "rule",
    "expanded_until",
    "status",
    "dossier_id",
    "marking",
    "source",
    "stamp",
)
REMEMBERED = (
    "title",
    "location",
    "join_url",
    "clock",
    "starts_at",
    "ends_at",
    "zone",
    "status",
    "dossier",
    "marking",
)


@pghistory.track(
    pghistory.InsertEvent(condition=pgtrigger.Q(new__import_batch__isnull=True)),
    pghistory.UpdateEvent(BEFORE, row=pghistory.Old, condition=pgtrigger.AnyChange(*REMEMBERED)),
    pghistory.UpdateEvent(condition=pgtrigger.AnyChange(*REMEMBERED)),
    fields=["id", "desk", *REMEMBERED],
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    model_name="MeetingEvent",
)
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
    and_future = models.BooleanField(default=False)
    sequence = models.IntegerField(default=0)
    title = models.TextField(_("title"), blank=True)
    description = models.TextField(blank=True)
    location = models.TextField(_("place"), blank=True)
    url = models.TextField(blank=True)
    join_url = models.TextField(_("link to join"), blank=True, default="", db_default="")
    clock = models.CharField(_("clock"), max_length=8, choices=Clock, default=Clock.ZONED)
    precision = models.CharField(max_length=6, choices=Precision, default=Precision.MINUTE)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    zone = models.CharField(_("time zone"), max_length=64, blank=True)
    rule = models.TextField(blank=True)
    expanded_until = models.DateTimeField(null=True, blank=True)
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.CONFIRMED)
    room = models.ForeignKey(
        Room,
        verbose_name=_("room"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="meetings",
    )
    dossier = models.ForeignKey(
        Dossier,
        verbose_name=_("dossier"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="meetings",
    )
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    source = models.TextField(blank=True, help_text="the VEVENT or the rows, as they were read")
    stamp = models.DateTimeField(null=True, blank=True)
    invited_as = models.CharField(
        max_length=320,
        blank=True,
        default="",
        db_default="",
        help_text="the address of ours that has invited to it",
    )
    seen = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    edited = ArrayField(models.CharField(max_length=20), default=list, blank=True)
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
    transparent = models.GeneratedField(
        expression=Case(When(source__iregex=TRANSPARENT, then=True), default=False),
        output_field=models.BooleanField(),
        db_persist=True,
        help_text="its calendar says that it leaves people free",
    )

    class Meta:
        verbose_name = _("meeting")
        triggers = stale_triggers("meetings", "SELECT one.desk_id, one.uid FROM {rows}", only=SERVED)
        constraints = [
            models.UniqueConstraint(fields=["desk", "uid", "recurrence_id"], name="meeting_once"),
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="meeting_ends_after_start"),
            models.CheckConstraint(condition=~Q(uid=""), name="meeting_has_uid"),
            models.CheckConstraint(
                condition=Q(clock="zoned") ^ Q(zone=""), name="meeting_zone_goes_with_zoned_clock"
            ),
            models.CheckConstraint(
                condition=Q(join_url="") | Q(join_url__startswith="https://"), name="meeting_joined_by_https"
            ),
        ]
        indexes = [
            models.Index(F("desk"), F("starts_at").desc(), F("id"), name="meeting_by_start"),
            models.Index(
                fields=["desk", "expanded_until"],
                name="meeting_runs_on",
                condition=Q(expanded_until__isnull=False),
            ),
            models.Index(
                fields=["import_batch"], name="meeting_batch", condition=Q(import_batch__isnull=False)
            ),
            GinIndex(fields=["search"], name="meeting_search"),
        ]

    def __str__(self) -> str:
        return self.title or gettext("Untitled meeting")

    @property
    def is_ours(self) -> bool:
        """We have invited to it: its guests are told of changes, and answer us."""
        return bool(self.invited_as)

    @property
    def is_series(self) -> bool:
        """It repeats."""
        return bool(self.rule)

    @property
    def is_fixed(self) -> bool:
        """It belongs to a series, whose calendar alone says when it is."""
        return bool(self.rule or self.recurrence_id)

    @property
    def is_cancelled(self) -> bool:
        """It was called off, and stays in the calendar to say so."""
        return self.status == self.Status.CANCELLED

    @property
    def all_day(self) -> bool:
        """It has days and no times."""
        return self.clock == self.Clock.DATE

    @property
    def begins(self) -> datetime:
        """When it (the first of a series) begins, for the reader: a wall clock's time or a day is the reader's own."""
        return self.placed(self.starts_at)

    @property
    def finishes(self) -> datetime:
        """When it ends, for the reader."""
        return self.placed(self.ends_at)

    def placed(self, moment: datetime) -> datetime:
        """A time as this meeting's clock stores it, as a moment for the reader of now."""
        return placed_by(self.clock, moment)


def placed_by(clock: str, moment: datetime) -> datetime:
    """A time as a clock stores it, as a moment for the reader of now."""
    if clock == Meeting.Clock.ZONED:
        return moment
    return moment.astimezone(UTC).replace(tzinfo=timezone.get_current_timezone())


def takes_whole_days(clock: str, starts_at: datetime, ends_at: datetime) -> bool:
    """It stands above the hours of a day: all day, or a day and longer."""
    return clock == Meeting.Clock.DATE or ends_at - starts_at >= WHOLE_DAY
