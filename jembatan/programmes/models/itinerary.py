"""What a delegation does, hour by hour."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.meetings.models import Meeting
from jembatan.programmes.models.delegation import Delegation
from jembatan.programmes.models.place import Place
from jembatan.programmes.models.programme import Programme


@pghistory.track(*remembered())
class ItineraryItem(models.Model):
    """Of one delegation, or of all (`delegation` empty). `uid` is its name in the calendar or schedule that it was read from."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.CASCADE,
        related_name="itinerary",
        db_index=False,
    )
    delegation = models.ForeignKey(
        Delegation,
        verbose_name=_("delegation"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="itinerary",
    )
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="itinerary",
    )
    title = models.CharField(_("title"), max_length=300)
    place = models.ForeignKey(
        Place, verbose_name=_("place"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    note = models.TextField(_("note"), blank=True)
    uid = models.CharField(_("name in its calendar"), max_length=300, blank=True)
    cancelled = models.BooleanField(_("cancelled"), default=False)
    version = models.PositiveIntegerField(_("version"), default=1)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True)

    class Meta:
        verbose_name = _("item of an itinerary")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="itinerary_item_has_title"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="itinerary_item_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["programme", "delegation", "uid"],
                condition=~Q(uid=""),
                name="itinerary_item_once",
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(fields=["programme", "starts_at"], name="itinerary_by_start")]

    def __str__(self) -> str:
        return self.title
