"""Agendas to start from that a desk has made its own."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.meetings.models.agenda import LONGEST_MINUTES


class AgendaTemplate(models.Model):
    """A kind of meeting. One that is retired is offered no more; agendas that began with it stay as they are."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "desk", Lower("name"), name="agenda_template_once", condition=Q(retired_at__isnull=True)
            ),
            models.CheckConstraint(condition=~Q(name=""), name="agenda_template_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class AgendaTemplatePoint(models.Model):
    """As in an agenda: without `minutes` it takes what is left."""

    template = models.ForeignKey(AgendaTemplate, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    speaks = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["template", "position"], name="agenda_template_point_once"),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1, minutes__lte=LONGEST_MINUTES),
                name="agenda_template_point_takes_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title
