"""How a delegation arrives, moves and leaves."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.programmes.models.delegation import Delegation
from jembatan.programmes.models.place import Place


@pghistory.track(*remembered())
class Movement(models.Model):
    """From a place, or from far away (`origin` empty), to a place, or far away. `starts_at` is when it departs, `ends_at` when it arrives."""

    class Kind(models.TextChoices):
        ARRIVAL = "arrival", _("arrival")
        TRANSFER = "transfer", _("transfer")
        DEPARTURE = "departure", _("departure")

    class Mode(models.TextChoices):
        FLIGHT = "flight", _("flight")
        TRAIN = "train", _("train")
        SHIP = "ship", _("ship")
        ROAD = "road", _("road")

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        CONFIRMED = "confirmed", _("confirmed")
        DELAYED = "delayed", _("delayed")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("cancelled")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    delegation = models.ForeignKey(
        Delegation,
        verbose_name=_("delegation"),
        on_delete=models.CASCADE,
        related_name="movements",
        db_index=False,
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    mode = models.CharField(_("means of travel"), max_length=6, choices=Mode, default=Mode.ROAD)
    number = models.CharField(
        _("number"), max_length=40, blank=True, help_text=_("of the flight, train or ship")
    )
    terminal = models.CharField(_("terminal"), max_length=100, blank=True)
    origin = models.ForeignKey(
        Place,
        verbose_name=_("leaves from"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    destination = models.ForeignKey(
        Place, verbose_name=_("goes to"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    far_end = models.CharField(
        _("from or to far away"), max_length=200, blank=True, help_text=_("a city or an airport")
    )
    starts_at = models.DateTimeField(_("departs"))
    ends_at = models.DateTimeField(_("arrives"))
    starts_zone = models.CharField(_("time zone of departure"), max_length=64)
    ends_zone = models.CharField(_("time zone of arrival"), max_length=64)
    people = models.PositiveIntegerField(_("people"), default=0)
    vehicles = models.CharField(_("vehicles"), max_length=300, blank=True)
    driver = models.CharField(_("driver"), max_length=200, blank=True)
    driver_phone = models.CharField(_("driver's telephone"), max_length=40, blank=True)
    luggage = models.CharField(_("luggage"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.PLANNED)
    version = models.PositiveIntegerField(_("version"), default=1)
    further = models.JSONField(_("further columns"), default=dict, blank=True)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True)

    class Meta:
        verbose_name = _("movement")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="movement_arrives_after_departure"
            )
        ]
        indexes = [models.Index(fields=["delegation", "starts_at"], name="movement_by_start")]

    def __str__(self) -> str:
        return " ".join(filter(None, (self.get_kind_display(), self.number)))
