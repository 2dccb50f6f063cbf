"""Who goes before whom: tables that a desk chooses and edits, each with its versions, their source and their ranks."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models.position import Position
from jembatan.directory.models.tracking import tracked

RANK_OF_ITS_VERSION = """
    IF NOT EXISTS (
        SELECT 1 FROM directory_precedencerank AS rank WHERE rank.id = NEW.rank_id AND rank.version_id = NEW.version_id
    ) THEN RAISE EXCEPTION 'the rank belongs to another version' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@tracked()
class PrecedenceTable(models.Model):
    """`order` says by what people stand; `sides` whether guests or hosts go first, or both together."""

    class Order(models.TextChoices):
        RANKS = "ranks", _("by rank of the post")
        ORGANISATION = "body", _("by name of the organisation")
        COUNTRY = "country", _("by name of the country")
        UNITED_NATIONS = "un", _("by name at the United Nations")
        SENIORITY = "seniority", _("by date of taking the post")

    class Sides(models.TextChoices):
        TOGETHER = "together", _("both sides together")
        GUESTS_FIRST = "guests", _("guests first, hosts last")
        HOSTS_FIRST = "hosts", _("hosts first")

    class Language(models.TextChoices):
        INDONESIAN = "id", _("Indonesian")
        ENGLISH = "en", _("English")
        FRENCH = "fr", _("French")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=200)
    order = models.CharField(_("order"), max_length=9, choices=Order, default=Order.RANKS)
    sides = models.CharField(_("sides"), max_length=8, choices=Sides, default=Sides.TOGETHER)
    language = models.CharField(
        _("language of the names of countries"), max_length=2, choices=Language, default=Language.INDONESIAN
    )
    retired_at = models.DateTimeField(_("put away"), null=True, blank=True)

    class Meta:
        verbose_name = _("order of precedence")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="precedence_has_name"),
            models.UniqueConstraint(
                "desk", Lower("name"), name="precedence_once", condition=Q(retired_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class PrecedenceVersion(models.Model):
    """Holds from `valid_from` to `valid_until` (the last day), open at either end; no two of a table on one day.

    An order by countries begins with the first name that is not before `begins_with`, the lot of the session, and ends with those before it.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    table = models.ForeignKey(
        PrecedenceTable, verbose_name=_("table"), on_delete=models.CASCADE, related_name="versions"
    )
    source = models.TextField(_("source"))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    begins_with = models.CharField(_("begins with"), max_length=80, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("version of an order of precedence")
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="precedence_cites_source"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="precedence_ends_after_start",
            ),
            ExclusionConstraint(
                name="precedence_one_a_day",
                expressions=[
                    ("table", RangeOperators.EQUAL),
                    (
                        Func(
                            F("valid_from"),
                            F("valid_until"),
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.source


@tracked()
class PrecedenceRank(models.Model):
    """`number` counts from 1 without gaps among those that stand; one that was taken out has none.

    `offices` are patterns of offices that hold it, one a line (`formats/office_pattern.py`).
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(
        PrecedenceVersion,
        verbose_name=_("version of the order"),
        on_delete=models.CASCADE,
        related_name="ranks",
    )
    number = models.PositiveSmallIntegerField(_("rank"), null=True)
    name_id = models.CharField(_("name in Indonesian"), max_length=400)
    name_en = models.CharField(_("name in English"), max_length=400)
    article = models.CharField(_("article"), max_length=120, blank=True)
    offices = models.TextField(_("offices"), blank=True)

    class Meta:
        verbose_name = _("rank")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "number"],
                name="precedence_rank_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=~Q(name_id="") & ~Q(name_en=""), name="precedence_rank_named_twice"
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1), name="precedence_rank_from_one"
            ),
        ]

    def __str__(self) -> str:
        return self.name_en


@tracked()
class RankedPosition(models.Model):
    """A position that has its rank by hand, whatever the patterns say: one in each version."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(
        PrecedenceVersion,
        verbose_name=_("version of the order"),
        on_delete=models.CASCADE,
        related_name="by_hand",
    )
    rank = models.ForeignKey(
        PrecedenceRank, verbose_name=_("rank"), on_delete=models.CASCADE, related_name="by_hand"
    )
    position = models.ForeignKey(
        Position, verbose_name=_("position"), on_delete=models.CASCADE, related_name="ranks"
    )

    class Meta:
        verbose_name = _("rank of a position")
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="position_ranked_once"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="rank_of_its_version",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=RANK_OF_ITS_VERSION,
            )
        ]

    def __str__(self) -> str:
        return f"{self.position} · {self.rank}"
