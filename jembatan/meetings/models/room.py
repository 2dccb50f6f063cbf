"""A room of the desk."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk


class Room(models.Model):
    """Where the desk meets. One that is retired is offered no more; meetings that were in it stay there."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "desk", Lower("name"), name="room_once", condition=Q(retired_at__isnull=True)
            ),
            models.CheckConstraint(condition=~Q(name=""), name="room_has_name"),
        ]

    def __str__(self) -> str:
        return self.name
