"""What a desk settles about the pre-flight check: how it wants each rule, whose words, and which markings may go where."""

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation
from jembatan.platform.markings import Marking


def remembered() -> tuple[pghistory.RowEvent, ...]:
    """Every insert, change and deletion leaves its fields in a history table."""
    return pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()


@pghistory.track(*remembered())
class GlossaryTerm(models.Model):
    """To this partner (none: to everyone) write `use` where one might write `avoid`; an empty language is every language."""

    class Language(models.TextChoices):
        INDONESIAN = "id", "Bahasa Indonesia"
        ENGLISH = "en", "English"

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("partner"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="glossary",
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, blank=True)
    avoid = models.CharField(_("avoid"), max_length=120)
    use = models.CharField(_("use instead"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("term of the glossary")
        constraints = [
            models.CheckConstraint(condition=~Q(avoid=""), name="glossary_term_says_what"),
            models.UniqueConstraint(
                "desk",
                "organisation",
                "language",
                Lower("avoid"),
                name="glossary_term_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.avoid


@pghistory.track(*remembered())
class RuleTuning(models.Model):
    """How the desk wants one rule of the check; without a row, as the rule is. An empty severity is the rule's own."""

    class Severity(models.TextChoices):
        STOP = "stop", _("Stop")
        WARNING = "warning", _("Warning")
        NOTICE = "notice", _("Notice")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    rule = models.CharField(_("rule"), max_length=60)
    is_on = models.BooleanField(_("checked"), default=True)
    severity = models.CharField(_("severity"), max_length=7, choices=Severity, blank=True)

    class Meta:
        verbose_name = _("rule of the pre-flight check")
        constraints = [models.UniqueConstraint(fields=["desk", "rule"], name="rule_tuning_once")]

    def __str__(self) -> str:
        return self.rule


@pghistory.track(*remembered())
class MarkingLimit(models.Model):
    """The narrowest marking that may go to an organisation."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    organisation = models.OneToOneField(
        Organisation, verbose_name=_("partner"), on_delete=models.CASCADE, related_name="marking_limit"
    )
    highest = models.CharField(
        _("highest marking"), max_length=16, choices=[(m.value, m.value) for m in Marking]
    )

    class Meta:
        verbose_name = _("highest marking for a partner")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.highest}"
