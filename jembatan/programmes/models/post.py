"""What officers are wanted for."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.programmes.models.levels import Experience
from jembatan.programmes.models.programme import Programme


@pghistory.track(*remembered())
class Post(models.Model):
    """A kind of work in a programme, and how many are wanted for it."""

    class Kind(models.TextChoices):
        DELEGATION = "delegation", _("with a delegation")
        PLACE = "place", _("at a place")
        PROTOCOL = "protocol", _("protocol assistant")
        OTHER = "other", _("other work")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(
        Programme, verbose_name=_("programme"), on_delete=models.CASCADE, related_name="posts", db_index=False
    )
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.DELEGATION)
    description = models.TextField(_("what they do"), blank=True)
    wanted = models.PositiveIntegerField(_("wanted"), default=1)
    least_level = models.PositiveSmallIntegerField(
        _("experience at least"), choices=Experience, default=Experience.NOVICE
    )
    least_age = models.PositiveSmallIntegerField(_("age at least"), default=18)

    class Meta:
        verbose_name = _("post")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="post_has_name"),
            models.CheckConstraint(condition=Q(least_level__lte=3), name="post_level_known"),
            models.UniqueConstraint(fields=["programme", "name"], name="post_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
