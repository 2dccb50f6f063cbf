"""What has to be agreed, and the ways to agree it."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.negotiation.models.negotiation import Negotiation


class Issue(models.Model):
    """Something to agree on."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="issues")
    name = models.CharField(_("issue"), max_length=200)

    class Meta:
        verbose_name = _("issue")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="negotiation_issue_has_name"),
            models.UniqueConstraint(fields=["negotiation", "name"], name="negotiation_issue_once"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(*remembered())
class Option(models.Model):
    """One way to settle an issue; a `red_line` may not be agreed."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    issue = models.ForeignKey(
        Issue, verbose_name=_("issue"), on_delete=models.CASCADE, related_name="options"
    )
    name = models.CharField(_("option"), max_length=200)
    red_line = models.BooleanField(_("red line"), default=False)

    class Meta:
        verbose_name = _("option")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="negotiation_option_has_name"),
            models.UniqueConstraint(fields=["issue", "name"], name="negotiation_option_once"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="negotiation_red_line_not_agreed",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__red_line=True),
                func="""
                    IF EXISTS (SELECT FROM negotiation_agreedpoint agreed WHERE agreed.option_id = NEW.id) THEN
                        RAISE EXCEPTION 'this option has been agreed' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.name
