"""Packages that were put on the table, and points that are agreed."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.negotiation.models.issue import Issue, Option
from jembatan.negotiation.models.negotiation import Negotiation
from jembatan.negotiation.models.party import NegotiatingParty

OF_ITS_ISSUE = """
    IF NOT EXISTS (SELECT FROM negotiation_option option WHERE option.id = NEW.option_id AND option.issue_id = NEW.issue_id) THEN
        RAISE EXCEPTION 'this is no option of the issue' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


def _of_its_issue(name: str) -> pgtrigger.Trigger:
    operation = pgtrigger.Insert | pgtrigger.Update
    return pgtrigger.Trigger(name=name, when=pgtrigger.Before, operation=operation, func=OF_ITS_ISSUE)


class Offer(models.Model):
    """Who offered what, and when. It is never changed: who changes their mind makes another one."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="offers")
    party = models.ForeignKey(NegotiatingParty, on_delete=models.PROTECT, related_name="offers")
    made_at = models.DateTimeField()
    note = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("offer")
        triggers = [
            pgtrigger.ReadOnly(name="offer_stays", fields=["negotiation", "party", "made_at", "note"])
        ]
        indexes = [models.Index(fields=["negotiation", "made_at", "id"], name="offers_in_time")]

    def __str__(self) -> str:
        return str(self.party)


class OfferedOption(models.Model):
    """What an offer says on one issue."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="options")
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="+")
    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "issue"], name="offered_once_an_issue")]
        triggers = [
            _of_its_issue("offered_option_of_its_issue"),
            pgtrigger.Protect(name="offered_option_stays", operation=pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return str(self.option)


class AgreedPoint(models.Model):
    """An issue that both sides have settled; a red line never is."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="agreed")
    issue = models.OneToOneField(Issue, on_delete=models.PROTECT, related_name="agreed")
    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(auto_now_add=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("agreed point")
        triggers = [
            _of_its_issue("agreed_point_of_its_issue"),
            pgtrigger.Trigger(
                name="agreed_point_is_no_red_line",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF EXISTS (SELECT FROM negotiation_option option WHERE option.id = NEW.option_id AND option.red_line) THEN
                        RAISE EXCEPTION 'this is a red line' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return str(self.option)
