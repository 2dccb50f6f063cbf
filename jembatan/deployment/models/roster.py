"""A plan of who does what in a programme."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.accounts.models import Desk
from jembatan.programmes.models import Programme


class Roster(models.Model):
    """One version. What it comes to (`figures`) and what the independent check found (`verdict`) stand beside it; below what none can come, `Bound`.

    `figures` have the keys uncovered, officer_days, pairs and officers. `verdict` has checked_at, broken, of the first of them `violations` as sentences of the checker,
    and `instance`, the digest of what it was checked against.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("roster", "draft")
        PUBLISHED = "published", _("published")
        REPLACED = "replaced", _("replaced")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="rosters", db_index=False)
    version = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.DRAFT)
    figures = models.JSONField(default=dict)
    seconds = models.FloatField(default=0)
    verdict = models.JSONField(default=dict)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("roster")
        constraints = [
            models.UniqueConstraint(fields=["programme", "version"], name="roster_version_once"),
            models.UniqueConstraint(
                fields=["programme"], condition=Q(state="published"), name="roster_published_once"
            ),
            models.UniqueConstraint(
                fields=["programme"], condition=Q(state="draft"), name="roster_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(published_at__isnull=False), name="roster_published_at_a_time"
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="roster_stays_in_its_programme", fields=["programme", "desk"])]

    def __str__(self) -> str:
        return _("Roster %(version)s") % {"version": self.version}

    @property
    def is_published(self) -> bool:
        """Officers work by it."""
        return self.state == self.State.PUBLISHED

    @property
    def may_change(self) -> bool:
        """One that was replaced stays as it was."""
        return self.state != self.State.REPLACED
