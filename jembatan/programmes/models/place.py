"""Where a programme happens, and how long it takes from one place to another."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.programmes.models.programme import Programme


@pghistory.track(*remembered())
class Place(models.Model):
    """A place of the programme."""

    class Kind(models.TextChoices):
        VILLAGE = "village", _("village or hotel")
        VENUE = "venue", _("venue")
        TERMINAL = "terminal", _("airport, station or port")
        OFFICE = "office", _("office")
        OTHER = "other", _("another place")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.CASCADE,
        related_name="places",
        db_index=False,
    )
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.VENUE)
    address = models.TextField(_("address"), blank=True)

    class Meta:
        verbose_name = _("place")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="place_has_name"),
            models.UniqueConstraint(fields=["programme", "name"], name="place_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(*remembered())
class Travel(models.Model):
    """Minutes from door to door, one way; a way that nobody has named takes none."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    origin = models.ForeignKey(
        Place,
        verbose_name=_("leaves from"),
        on_delete=models.CASCADE,
        related_name="ways_out",
        db_index=False,
    )
    destination = models.ForeignKey(
        Place, verbose_name=_("goes to"), on_delete=models.CASCADE, related_name="ways_in"
    )
    minutes = models.PositiveIntegerField(_("minutes"))

    class Meta:
        verbose_name = _("travel time")
        constraints = [
            models.UniqueConstraint(fields=["origin", "destination"], name="travel_once"),
            models.CheckConstraint(condition=~Q(origin=F("destination")), name="travel_leads_elsewhere"),
            models.CheckConstraint(condition=Q(minutes__lte=1440), name="travel_within_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.origin} → {self.destination}"
