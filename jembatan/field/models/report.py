"""What officers say from where they are: incidents, what they spent and worked, and that they have read a change."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.accounts.models import Desk
from jembatan.platform.files.models import StoredFile
from jembatan.programmes.models import Delegation, Duty, Officer, Programme


class Incident(models.Model):
    """Something happened. The journal says that it did; who sees the programme reads what."""

    class Severity(models.TextChoices):
        NOTE = "note", pgettext_lazy("incident", "for information")
        HELP = "help", _("needs help")
        URGENT = "urgent", pgettext_lazy("incident", "urgent")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="incidents")
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="incidents")
    duty = models.ForeignKey(Duty, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    delegation = models.ForeignKey(
        Delegation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    severity = models.CharField(_("how serious"), max_length=6, choices=Severity, default=Severity.NOTE)
    text = models.TextField(_("what happened"))
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("incident")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="incident_says_something")]

    def __str__(self) -> str:
        return self.text[:80]


class KeptFile(models.Model):
    """A photo or a voice note; it goes with what it came with."""

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=100)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def is_photo(self) -> bool:
        """Else it is a voice note."""
        return self.name.endswith(".jpg")


class IncidentFile(KeptFile):
    """Of an incident."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="files")

    class Meta:
        verbose_name = _("file of an incident")


class Claim(models.Model):
    """Money spent, or minutes worked beside what the roster says; coordinators accept it, or decline it for a reason."""

    class Kind(models.TextChoices):
        EXPENSE = "expense", _("expense")
        HOURS = "hours", _("hours")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", pgettext_lazy("claim", "accepted")
        DECLINED = "declined", pgettext_lazy("claim", "declined")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="claims")
    kind = models.CharField(max_length=7, choices=Kind)
    day = models.DateField(_("day"))
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    text = models.CharField(_("what for"), max_length=500)
    received_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("claim of an officer")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at__isnull=True, reason="")
                | Q(state="accepted", decided_at__isnull=False, reason="")
                | Q(state="declined", decided_at__isnull=False) & ~Q(reason=""),
                name="claim_declined_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(kind="expense", amount__gt=0, minutes__isnull=True, currency__regex="^[A-Z]{3}$")
                | Q(kind="hours", minutes__range=(1, 1440), amount__isnull=True),
                name="claim_is_money_or_time",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class ClaimFile(KeptFile):
    """The photo of a receipt."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="files")

    class Meta:
        verbose_name = _("receipt")


class ChangeSeen(models.Model):
    """An officer has read this version of a duty, a movement or an item of an itinerary, or that a seat is theirs no more."""

    class Kind(models.TextChoices):
        DUTY = "duty", _("duty")
        MOVEMENT = "movement", _("movement")
        ITEM = "item", _("item of an itinerary")
        SEAT = "seat", _("seat that was left")

    officer = models.ForeignKey(
        Officer, on_delete=models.CASCADE, related_name="changes_seen", db_index=False
    )
    kind = models.CharField(max_length=8, choices=Kind)
    record = models.BigIntegerField()
    version = models.PositiveIntegerField()
    seen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("change that was read")
        constraints = [
            models.UniqueConstraint(fields=["officer", "kind", "record", "version"], name="change_seen_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"
