"""Minutes before partners: each version that was circulated, whom it went to, what they corrected and what they will do."""

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.journal.models import Entry
from jembatan.meetings.models.minutes.minutes import Minutes
from jembatan.meetings.models.outcome import Action
from jembatan.platform.files.models import StoredFile
from jembatan.platform.markings import Marking

LONGEST_WORDS = 10_000


class MinutesVersion(models.Model):
    """The minutes as they went out for agreement; `content` (`queries/circulation/content.py`) and its fingerprint never change.

    The one with the highest `number` counts. Once it is agreed, nothing of it changes any more; `how` says by what it came to that.
    """

    class How(models.TextChoices):
        ALL = "all", _("all have agreed")
        SILENCE = "silence", _("nobody has corrected it by the date")
        OFFICER = "officer", _("closed by the desk")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    minutes = models.ForeignKey(Minutes, on_delete=models.RESTRICT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    marking = models.CharField(max_length=16, choices=[(m.value, m.value) for m in Marking])
    answer_by = models.DateTimeField()
    silence_agrees = models.BooleanField(default=False)
    circulated_at = models.DateTimeField(auto_now_add=True)
    circulated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    how = models.CharField(max_length=7, choices=How, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["minutes", "number"], name="minutes_version_number_once"),
            models.UniqueConstraint(
                fields=["minutes"],
                name="minutes_version_agreed_once",
                condition=Q(agreed_at__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(how="", agreed_at__isnull=True, entry__isnull=True, pdf__isnull=True)
                | Q(
                    how__in=["all", "silence", "officer"],
                    agreed_at__isnull=False,
                    entry__isnull=False,
                    pdf__isnull=False,
                ),
                name="minutes_version_agreed_in_full",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="minutes_version_stays",
                fields=["minutes", "number", "content", "fingerprint", "marking", "circulated_at"],
            ),
            pgtrigger.Protect(
                name="minutes_version_agreed_for_good",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.agreed_at IS NOT NULL AND (OLD.how, OLD.agreed_at, OLD.entry_id, OLD.pdf_id)"
                    " IS DISTINCT FROM (NEW.how, NEW.agreed_at, NEW.entry_id, NEW.pdf_id)"
                ),
            ),
            pgtrigger.Protect(name="minutes_version_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} · {self.number}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class MinutesPartner(models.Model):
    """Somebody who is asked to agree, by a link of their own. `issue` numbers their links: an earlier one is worthless.

    `agreed` is the version that they have agreed to; another one asks them anew. Who was `withdrawn_at` is asked no more.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    minutes = models.ForeignKey(
        Minutes, verbose_name=_("minutes of a meeting"), on_delete=models.RESTRICT, related_name="partners"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=500)
    email = models.CharField(_("e-mail"), max_length=320)
    language = models.CharField(_("language"), max_length=2)
    zone = models.CharField(_("time zone"), max_length=64)
    issue = models.PositiveSmallIntegerField(_("number of the link"), default=1)
    agreed = models.ForeignKey(
        MinutesVersion,
        verbose_name=_("agreed version"),
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
    )
    agreed_at = models.DateTimeField(_("agreed"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("asked no more since"), null=True, blank=True)

    class Meta:
        verbose_name = _("partner who agrees to minutes")
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(email=""), name="minutes_partner_is_reached"),
            models.UniqueConstraint(fields=["minutes", "email"], name="minutes_partner_once"),
            models.CheckConstraint(
                condition=Q(agreed__isnull=True, agreed_at__isnull=True)
                | Q(agreed__isnull=False, agreed_at__isnull=False),
                name="minutes_partner_agreed_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), exclude=["words"])
class MinutesCorrection(models.Model):
    """What a partner says of a part (`key` of the content): their words, kept as theirs, and what became of them."""

    class State(models.TextChoices):
        OPEN = "open", _("not settled")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    partner = models.ForeignKey(
        MinutesPartner, verbose_name=_("partner"), on_delete=models.RESTRICT, related_name="corrections"
    )
    version = models.ForeignKey(
        MinutesVersion, verbose_name=_("version"), on_delete=models.RESTRICT, related_name="corrections"
    )
    part = models.CharField(_("part"), max_length=40)
    words = models.TextField(_("words"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN)
    reason = models.TextField(_("reason"), blank=True)
    written_at = models.DateTimeField(_("written"), auto_now_add=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("correction of minutes")
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="minutes_correction_says_something"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True)
                | Q(state__in=["accepted", "declined"], settled_at__isnull=False),
                name="minutes_correction_settled_at_a_moment",
            ),
            models.CheckConstraint(
                condition=(Q(state="declined") & ~Q(reason="")) | (~Q(state="declined") & Q(reason="")),
                name="minutes_correction_declined_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["version"], name="minutes_correction_open", condition=Q(state="open"))
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="minutes_correction_stays",
                fields=["partner", "version", "part", "words", "written_at"],
            ),
            pgtrigger.Protect(name="minutes_correction_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.words[:80]


class ActionPledge(models.Model):
    """A partner confirms that an action is theirs to do."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="pledges")
    partner = models.ForeignKey(MinutesPartner, on_delete=models.RESTRICT, related_name="pledges")
    pledged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "partner"], name="action_pledged_once"),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.action}"
