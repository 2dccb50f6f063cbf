"""The parts of a brief that people write."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.briefings.models.brief import Brief
from jembatan.papers.models import PartVersion, WrittenPart, stays_for_good


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


class BriefPart(WrittenPart):
    """Which of them a brief may hold depends on whom it is for."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="parts")
    name = models.CharField(max_length=13, choices=Part)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brief", "name"], name="brief_part_once"),
            models.CheckConstraint(condition=Q(name__in=Part.values), name="brief_part_known"),
        ]
        triggers = [ONLY_WHAT_THEY_MAY_READ]

    @property
    def paper(self) -> Brief:
        """Its brief."""
        return self.brief


class BriefPartVersion(PartVersion):
    """What stood in it before."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField(max_length=13, choices=Part)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brief", "name", "version"], name="brief_part_version_once")
        ]
        triggers = stays_for_good("brief_part_version", "brief")

    @property
    def paper(self) -> Brief:
        """Its brief."""
        return self.brief
