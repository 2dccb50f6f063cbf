"""A promise, ours or theirs."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.accounts.models import Desk, User
from jembatan.correspondence.models import Message
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.meetings.models import Meeting, MinutesSection
from jembatan.platform.markings import Marking


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class Commitment(models.Model):
    """Who owes what to whom by when, with the exact sentence that says so (`evidence`) and where it stands.

    `person` and `organisation` are the other side: theirs owe it to us, ours is owed to them. `member` is the colleague who owes it, or
    whom it was promised to; None for the desk. With a source (`message`, `meeting`, `entry`) it stands in the dossier and at the marking of
    that, and goes where it goes; only without one has it a place of its own. Whether it is late is reckoned, never stored.
    """

    class Side(models.TextChoices):
        OURS = "ours", _("ours")
        THEIRS = "theirs", _("theirs")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        KEPT = "kept", _("kept")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Grade(models.TextChoices):
        WILL = "will", _("will")
        INTENDS = "intends", _("intends")
        LOOKS = "looks", _("will look into")
        ASKED = "asked", pgettext_lazy("how firm", "asked for")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    side = models.CharField(_("side"), max_length=6, choices=Side)
    what = models.CharField(_("promise"), max_length=500)
    evidence = models.TextField(_("sentence"), blank=True)
    grade = models.CharField(_("how firm"), max_length=7, choices=Grade, default=Grade.WILL)
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("colleague"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    made_at = models.DateTimeField(_("promised"))
    due = models.DateField(_("due"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    reason = models.TextField(_("reason"), blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("closed by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    message = models.ForeignKey(
        Message, verbose_name=_("mail"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    meeting = models.ForeignKey(
        Meeting, verbose_name=_("meeting"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    section = models.ForeignKey(
        MinutesSection,
        verbose_name=pgettext_lazy("of a meeting", "minutes"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    entry = models.ForeignKey(
        Entry,
        verbose_name=_("line of the journal"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("promise")
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="commitment_says_what"),
            models.CheckConstraint(condition=Q(side__in=["ours", "theirs"]), name="commitment_side_known"),
            models.CheckConstraint(
                condition=Q(grade__in=["will", "intends", "looks", "asked"]), name="commitment_grade_known"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True)
                | Q(state__in=["kept", "withdrawn"], closed_at__isnull=False),
                name="commitment_closed_at_a_moment",
            ),
            models.CheckConstraint(
                condition=(Q(state="withdrawn") & ~Q(reason="")) | (~Q(state="withdrawn") & Q(reason="")),
                name="commitment_withdrawn_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(message__isnull=True, meeting__isnull=True)
                | Q(message__isnull=True, entry__isnull=True)
                | Q(meeting__isnull=True, entry__isnull=True),
                name="commitment_has_one_source",
            ),
        ]
        indexes = [
            models.Index(
                F("desk"),
                F("due").asc(nulls_last=True),
                F("id"),
                name="commitment_open",
                condition=Q(state="open"),
            ),
            models.Index(fields=["member", "due"], name="commitment_of_member", condition=Q(state="open")),
        ]
        triggers = [pgtrigger.ReadOnly(name="commitment_evidence_stays", fields=["desk", "evidence"])]

    def __str__(self) -> str:
        return self.what

    @property
    def is_ours(self) -> bool:
        """We owe it."""
        return self.side == self.Side.OURS

    @property
    def is_open(self) -> bool:
        """Neither kept nor withdrawn."""
        return self.state == self.State.OPEN

    @property
    def has_source(self) -> bool:
        """Its dossier and its marking are those of where it was said."""
        return bool(self.message_id or self.meeting_id or self.entry_id)

    @property
    def partner(self) -> Person | Organisation | None:
        """Whoever is on the other side: the person where one is named."""
        return self.person or self.organisation

    @property
    def owes(self) -> Person | Organisation | User | None:
        """Who has promised it; None for the desk, and for a partner who is no longer known."""
        return self.member if self.is_ours else self.partner

    def is_late(self, today: date) -> bool:
        """Open, and its day is over; `today` at the desk (`today_at`)."""
        return self.is_open and self.due is not None and self.due < today


def today_at(desk: Desk, moment: datetime | None = None) -> date:
    """The day that it is at the desk, whoever looks."""
    return timezone.localdate(moment, timezone=ZoneInfo(desk.time_zone))
