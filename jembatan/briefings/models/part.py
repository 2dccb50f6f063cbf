"""The parts that people write, each for itself: what stands now, and every wording that it replaced."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.briefings.models.brief import Brief


class Part(models.TextChoices):
    """In the order in which they are written. What may and what may not be said never share a part."""

    PURPOSE = "purpose", _("Purpose and objectives")
    CERTAIN = "certain", _("Points to raise: certain")
    POSSIBLE = "possible", _("Points to raise: possible")
    IF_ASKED = "if_asked", _("Only if asked")
    SAY = "say", _("What may be said")
    NEVER = "never", _("What may not be said")
    BACKGROUND = "background", _("Background")
    OURS = "ours", _("What we have promised")
    THEIRS = "theirs", _("What they have promised")
    SENSITIVITIES = "sensitivities", _("Sensitivities")
    COURTESY = "courtesy", _("Courtesy")
    LOGISTICS = "logistics", _("Logistics")
    SPEECH = "speech", _("Speech")


FOR_THEM = (Part.PURPOSE, Part.CERTAIN, Part.BACKGROUND, Part.LOGISTICS)
_THEIR_NAMES = ", ".join(f"'{part}'" for part in FOR_THEM)
ONLY_WHAT_THEY_MAY_READ = pgtrigger.Trigger(
    name="brief_for_them_holds_no_more",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=f"""
        IF NEW.name NOT IN ({_THEIR_NAMES}) AND EXISTS (
            SELECT FROM briefings_brief WHERE id = NEW.brief_id AND audience = 'theirs'
        ) THEN
            RAISE EXCEPTION 'a brief for the other side has no part %', NEW.name USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)


class BriefPart(models.Model):
    """What a part says now; "" where it was emptied. `version` counts savings, `editor` is the open page that saved last."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="parts")
    name = models.CharField(max_length=13, choices=Part)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    editor = models.CharField(max_length=32, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brief", "name"], name="brief_part_once"),
            models.CheckConstraint(condition=Q(name__in=Part.values), name="brief_part_known"),
        ]
        triggers = [ONLY_WHAT_THEY_MAY_READ]

    def __str__(self) -> str:
        return f"{self.brief} · {self.get_name_display()}"


class BriefPartVersion(models.Model):
    """A wording that another has replaced; one sitting of one writer leaves one. The database refuses to change or delete it."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField(max_length=13, choices=Part)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brief", "name", "version"], name="brief_part_version_once")
        ]
        triggers = [
            pgtrigger.ReadOnly(name="brief_part_version_stays", exclude=["saved_by"]),
            pgtrigger.Protect(name="brief_part_version_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.brief} · {self.get_name_display()} {self.version}"
