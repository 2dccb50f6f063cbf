"""The liaison officers of a programme, and what binds them."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.platform.whatsapp import whatsapp_link
from jembatan.programmes.models.delegation import Delegation
from jembatan.programmes.models.levels import Cefr, Employment, Experience
from jembatan.programmes.models.post import Post
from jembatan.programmes.models.programme import DAY, Programme


@pghistory.track(*remembered())
class Officer(models.Model):
    """Taken on for a programme. `number` stands on the badge; `phone` is E.164. Works on `days`, between two minutes of the day (1440: into the night).

    From `forgotten_at` on, only a number is known of them, and what they worked.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        STANDBY = "standby", _("standby")
        ENDED = "ended", _("ended")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.CASCADE,
        related_name="officers",
        db_index=False,
    )
    number = models.PositiveIntegerField(_("number"))
    full_name = models.CharField(_("name"), max_length=300)
    call_name = models.CharField(_("called"), max_length=100, blank=True)
    address_form = models.CharField(_("form of address"), max_length=100, blank=True)
    email = models.EmailField(_("mail"), max_length=320, blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    born = models.DateField(_("born"), null=True, blank=True)
    nationality = models.CharField(_("nationality"), max_length=2, blank=True)
    post = models.ForeignKey(
        Post,
        verbose_name=_("post"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="officers",
    )
    employment = models.CharField(_("employment"), max_length=4, choices=Employment, default=Employment.FULL)
    level = models.PositiveSmallIntegerField(_("experience"), choices=Experience, default=Experience.NOVICE)
    status = models.CharField(_("status"), max_length=7, choices=Status, default=Status.ACTIVE)
    leader = models.ForeignKey(
        "self", verbose_name=_("leader"), on_delete=models.SET_NULL, null=True, blank=True, related_name="led"
    )
    days = ArrayField(models.DateField(), verbose_name=_("days"), default=list, blank=True)
    window_from = models.PositiveSmallIntegerField(_("from minute"), default=0)
    window_until = models.PositiveSmallIntegerField(_("until minute"), default=DAY)
    wishes = models.TextField(_("wishes"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    further = models.JSONField(_("further columns"), default=dict, blank=True)
    forgotten_at = models.DateTimeField(_("personal data deleted"), null=True, blank=True)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True)

    class Meta:
        verbose_name = _("officer")
        constraints = [
            models.CheckConstraint(condition=~Q(full_name=""), name="officer_has_name"),
            models.CheckConstraint(condition=Q(level__lte=3), name="officer_level_known"),
            models.CheckConstraint(
                condition=Q(window_until__gt=F("window_from"), window_until__lte=DAY),
                name="officer_window_in_a_day",
            ),
            models.CheckConstraint(
                condition=Q(phone="") | Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"), name="officer_phone_is_e164"
            ),
            models.CheckConstraint(condition=~Q(leader=F("pk")), name="officer_leads_others"),
            models.UniqueConstraint(fields=["programme", "number"], name="officer_number_once"),
            models.UniqueConstraint(
                fields=["programme", "phone"], condition=~Q(phone=""), name="officer_phone_once"
            ),
            models.UniqueConstraint(
                "programme",
                Func(F("email"), function="lower"),
                condition=~Q(email=""),
                name="officer_mail_once",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def chat(self) -> str:
        """An address that opens WhatsApp with them; "" without a number that has its country."""
        return whatsapp_link(self.phone)


@pghistory.track(*remembered())
class OfficerLanguage(models.Model):
    """A language of an officer: what they say (`declared`), and what a test found (`tested`), which counts."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.CASCADE, related_name="languages", db_index=False
    )
    language = models.CharField(_("language"), max_length=12)
    declared = models.CharField(_("declared"), max_length=2, choices=Cefr, blank=True)
    tested = models.CharField(_("tested"), max_length=2, choices=Cefr, blank=True)

    class Meta:
        verbose_name = _("language of an officer")
        constraints = [
            models.CheckConstraint(condition=~Q(language=""), name="officer_language_named"),
            models.CheckConstraint(
                condition=~Q(declared="") | ~Q(tested=""), name="officer_language_has_level"
            ),
            models.UniqueConstraint(fields=["officer", "language"], name="officer_language_once"),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.level}"

    @property
    def level(self) -> str:
        """CEFR: what was tested, else what was declared."""
        return self.tested or self.declared


@pghistory.track(*remembered())
class Absence(models.Model):
    """An officer cannot come: illness, or another reason. `during` is half-open."""

    class Reason(models.TextChoices):
        ILL = "ill", _("ill")
        OTHER = "other", _("another reason")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.CASCADE, related_name="absences", db_index=False
    )
    during = DateTimeRangeField(_("time"))
    reason = models.CharField(_("reason"), max_length=5, choices=Reason, default=Reason.ILL)
    reported_at = models.DateTimeField(_("reported"), auto_now_add=True)

    class Meta:
        verbose_name = _("absence")
        constraints = [
            ExclusionConstraint(
                name="absence_once_at_a_time",
                expressions=[("officer", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(condition=Q(during__isempty=False), name="absence_lasts"),
        ]

    def __str__(self) -> str:
        return self.get_reason_display()


@pghistory.track(*remembered())
class ConflictOfInterest(models.Model):
    """Why an officer may not work for a delegation."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.CASCADE, related_name="conflicts", db_index=False
    )
    delegation = models.ForeignKey(
        Delegation, verbose_name=_("delegation"), on_delete=models.CASCADE, related_name="conflicts"
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("conflict of interest")
        constraints = [
            models.UniqueConstraint(fields=["officer", "delegation"], name="conflict_of_interest_once")
        ]

    def __str__(self) -> str:
        return f"{self.officer} · {self.delegation}"


@pghistory.track(*remembered())
class Pair(models.Model):
    """Two officers who always, or never, share a duty for two. The lower record number comes first."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    first = models.ForeignKey(
        Officer,
        verbose_name=_("first officer"),
        on_delete=models.CASCADE,
        related_name="pairs_first",
        db_index=False,
    )
    second = models.ForeignKey(
        Officer, verbose_name=_("second officer"), on_delete=models.CASCADE, related_name="pairs_second"
    )
    together = models.BooleanField(_("together"), default=True)

    class Meta:
        verbose_name = _("pair of officers")
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="pair_in_order"),
            models.UniqueConstraint(fields=["first", "second"], name="pair_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first} · {self.second}"
