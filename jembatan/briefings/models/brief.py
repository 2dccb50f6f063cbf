"""A brief that somebody has begun to write: about a meeting or an organisation, for us or for the other side."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation
from jembatan.dossiers.models.dossier import remembered
from jembatan.meetings.models import Meeting
from jembatan.platform.markings import Marking

MAY_LEAVE_THE_HOUSE = (Marking.CLEAR, Marking.GREEN, Marking.AMBER)


class Audience(models.TextChoices):
    """Whom a brief is for; it never changes, since what one may hold the other must not."""

    OURS = "ours", _("for us")
    THEIRS = "theirs", _("for the other side")


@pghistory.track(*remembered(), exclude=["fingerprint"])
class Brief(models.Model):
    """It follows its meeting into dossiers. One whose meeting or organisation was taken back is left to the head, under its `title`.

    `marking` is the least that it bears; `fingerprint` is of all that people have written and set (`queries/writing/fingerprint.py`).
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="briefs",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="briefs",
    )
    title = models.CharField(_("title"), max_length=300)
    audience = models.CharField(_("whom it is for"), max_length=6, choices=Audience)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    expires_at = models.DateTimeField(_("holds until"))
    fingerprint = models.CharField(max_length=64)
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    discarded_at = models.DateTimeField(_("discarded"), null=True, blank=True)

    class Meta:
        verbose_name = _("brief")
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) | Q(organisation__isnull=True), name="brief_about_one"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="brief_has_title"),
            models.CheckConstraint(condition=Q(audience__in=["ours", "theirs"]), name="brief_audience_known"),
            models.CheckConstraint(
                condition=Q(audience="ours") | Q(marking__in=MAY_LEAVE_THE_HOUSE), name="brief_may_leave"
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="brief_audience_stays", fields=["audience", "desk"])]

    def __str__(self) -> str:
        return self.title

    @property
    def for_them(self) -> bool:
        """The other side reads it."""
        return self.audience == Audience.THEIRS

    @property
    def subject(self) -> Meeting | Organisation | None:
        """What it is about; None where that was taken back."""
        return self.meeting or self.organisation
