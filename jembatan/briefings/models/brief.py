"""A brief that somebody has begun to write: about a meeting or an organisation, for us or for the other side."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation
from jembatan.dossiers.models.dossier import remembered
from jembatan.meetings.models import Meeting
from jembatan.papers.models import Paper
from jembatan.platform.markings import Marking

MAY_LEAVE_THE_HOUSE = (Marking.CLEAR, Marking.GREEN, Marking.AMBER)


class Audience(models.TextChoices):
    """Whom a brief is for; it never changes, since what one may hold the other must not."""

    OURS = "ours", _("for us")
    THEIRS = "theirs", _("for the other side")


@pghistory.track(*remembered(), exclude=["fingerprint"])
class Brief(Paper):
    """It follows its meeting into dossiers. One whose meeting or organisation was taken back is left to the head, under its `title`."""

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
    audience = models.CharField(_("whom it is for"), max_length=6, choices=Audience)
    expires_at = models.DateTimeField(_("holds until"))

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

    @property
    def set_beside(self) -> dict[str, object]:
        """Also until when it holds."""
        return super().set_beside | {"expires_at": int(self.expires_at.timestamp())}

    @property
    def for_them(self) -> bool:
        """The other side reads it."""
        return self.audience == Audience.THEIRS

    @property
    def subject(self) -> Meeting | Organisation | None:
        """What it is about; None where that was taken back."""
        return self.meeting or self.organisation
