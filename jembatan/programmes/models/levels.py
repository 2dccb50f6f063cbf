"""What people of a programme can do: languages by the Common European Framework, experience in four steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cefr(models.TextChoices):
    """Common European Framework of Reference for Languages (Council of Europe, 2001), from beginner to mastery."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    C2 = "C2", "C2"


class Experience(models.IntegerChoices):
    """How much somebody has done of it; whoever leads a team is at the top."""

    NOVICE = 0, _("novice")
    TRAINED = 1, _("trained")
    EXPERIENCED = 2, _("experienced")
    LEAD = 3, _("lead")


class Priority(models.IntegerChoices):
    """What is left open first when hands are short."""

    LOW = 1, _("low")
    NORMAL = 2, _("normal")
    HIGH = 3, _("high")


class Employment(models.TextChoices):
    """How an officer is taken on."""

    FULL = "full", _("full time")
    PART = "part", _("part time")
    FREELANCE = "free", _("freelance")
