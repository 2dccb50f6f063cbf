"""Numbers of formal letters: how a series writes them, and the book in which each stands that was ever given."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.statement import Statement


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class NumberSeries(models.Model):
    """`pattern` is one of `formats/number_patterns.py`; `begins_at` is the first number of each run."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    pattern = models.CharField(_("pattern"), max_length=60)
    begins_at = models.PositiveIntegerField(_("first number"), default=1)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = "number series"
        constraints = [
            models.UniqueConstraint(fields=["desk", "name"], name="number_series_name_once"),
            models.CheckConstraint(
                condition=Q(begins_at__gte=1) & ~Q(name="") & Q(pattern__contains="{number"),
                name="number_series_counts",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ReservedNumber(models.Model):
    """A line of the book: never deleted, and given to no other letter. `year` is 0 in a series that counts through.

    The statement may go (an import taken back, the demo leaving); its number and `title` stay.
    """

    class State(models.TextChoices):
        RESERVED = "reserved", _("reserved")
        SENT = "sent", _("sent")
        VOID = "void", _("void")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    series = models.ForeignKey(NumberSeries, on_delete=models.PROTECT, related_name="numbers")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    text = models.CharField(_("number"), max_length=80)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.RESERVED)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    title = models.CharField(max_length=500)
    statement = models.OneToOneField(
        Statement, on_delete=models.SET_NULL, null=True, related_name="reserved_number"
    )
    reserved_at = models.DateTimeField(auto_now_add=True)
    reserved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="reserved_number_once"),
            models.UniqueConstraint(fields=["desk", "text"], name="reserved_number_text_once"),
            models.CheckConstraint(
                condition=~Q(state="void") | ~Q(reason=""), name="reserved_number_void_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["reserved", "sent", "void"]), name="reserved_number_state_known"
            ),
        ]
        indexes = [models.Index(fields=["desk", "-reserved_at", "-id"], name="reserved_number_latest")]

    def __str__(self) -> str:
        return self.text
