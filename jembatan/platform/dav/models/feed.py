"""A secret address under which a book can be read without signing in."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.DeleteEvent(),
    fields=["id", "desk", "user", "book", "name"],
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    model_name="FeedEvent",
)
class Feed(models.Model):
    """Shows what its maker may see at the moment, up to TLP:GREEN; only the digest of the secret is stored."""

    desk = models.ForeignKey(
        settings.DESK_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("desk")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("colleague")
    )
    book = models.CharField(_("book"), max_length=20)
    name = models.CharField(_("for whom or what"), max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("secret address")
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="dav_feed_has_name")]

    def __str__(self) -> str:
        return self.name
