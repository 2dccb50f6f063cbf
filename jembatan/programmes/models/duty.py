"""Timed pieces of work for officers, and the templates that make them."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.programmes.models.delegation import Delegation
from jembatan.programmes.models.itinerary import ItineraryItem
from jembatan.programmes.models.levels import Cefr, Experience, Priority
from jembatan.programmes.models.movement import Movement
from jembatan.programmes.models.place import Place
from jembatan.programmes.models.post import Post
from jembatan.programmes.models.programme import Programme


class Demands(models.Model):
    """What a piece of work asks of those who do it. `language` is BCP 47; empty asks for none. The first of several has `level`; all speak the language."""

    officers = models.PositiveSmallIntegerField(_("officers"), default=1)
    language = models.CharField(_("language"), max_length=12, blank=True)
    least_cefr = models.CharField(_("language level at least"), max_length=2, choices=Cefr, default=Cefr.B1)
    level = models.PositiveSmallIntegerField(_("experience"), choices=Experience, default=Experience.NOVICE)
    priority = models.PositiveSmallIntegerField(_("priority"), choices=Priority, default=Priority.NORMAL)

    class Meta:
        abstract = True


@pghistory.track(*remembered())
class DutyTemplate(Demands):
    """Makes duties of a programme's movements, items or days. `before` and `after` are minutes around what they are made of; `daily_*` minutes of a day."""

    class Source(models.TextChoices):
        ARRIVAL = "arrival", _("every arrival")
        TRANSFER = "transfer", _("every transfer")
        DEPARTURE = "departure", _("every departure")
        ITEM = "item", _("every item of an itinerary")
        DAY = "day", _("every day of a delegation")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.CASCADE,
        related_name="duty_templates",
        db_index=False,
    )
    name = models.CharField(_("name"), max_length=200)
    source = models.CharField(_("made for"), max_length=9, choices=Source)
    post = models.ForeignKey(
        Post, verbose_name=_("post"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    place = models.ForeignKey(
        Place, verbose_name=_("place"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    own_language = models.BooleanField(_("in the delegation's language"), default=True)
    before = models.PositiveIntegerField(_("minutes before"), default=0)
    after = models.PositiveIntegerField(_("minutes after"), default=0)
    daily_start = models.PositiveIntegerField(_("begins at minute"), default=480)
    daily_end = models.PositiveIntegerField(_("ends at minute"), default=720)

    class Meta:
        verbose_name = _("template of duties")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="duty_template_has_name"),
            models.CheckConstraint(
                condition=Q(daily_end__gt=F("daily_start")), name="duty_template_day_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(officers__gte=1), name="duty_template_takes_somebody"),
            models.UniqueConstraint(fields=["programme", "name"], name="duty_template_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(*remembered())
class Duty(Demands):
    """A timed piece of work. Made by a template of one movement, item or day, or by hand (`template` empty). `day` is the day of the programme that it counts to.

    What people have changed (`by_hand`) no run of the templates changes again.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.CASCADE,
        related_name="duties",
        db_index=False,
    )
    delegation = models.ForeignKey(
        Delegation,
        verbose_name=_("delegation"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="duties",
    )
    post = models.ForeignKey(
        Post, verbose_name=_("post"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    template = models.ForeignKey(
        DutyTemplate,
        verbose_name=_("template of duties"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="duties",
    )
    movement = models.ForeignKey(
        Movement,
        verbose_name=_("movement"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="duties",
    )
    item = models.ForeignKey(
        ItineraryItem,
        verbose_name=_("item of an itinerary"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="duties",
    )
    title = models.CharField(_("title"), max_length=200)
    place = models.ForeignKey(
        Place, verbose_name=_("place"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    day = models.DateField(_("day"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    note = models.TextField(_("note"), blank=True)
    cancelled = models.BooleanField(_("cancelled"), default=False)
    by_hand = models.BooleanField(_("changed by hand"), default=False)
    version = models.PositiveIntegerField(_("version"), default=1)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True)

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="duty_has_title"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="duty_ends_after_start"),
            models.CheckConstraint(condition=Q(officers__gte=1), name="duty_takes_somebody"),
            models.UniqueConstraint(
                fields=["template", "delegation", "movement", "item", "day"],
                condition=Q(template__isnull=False),
                name="duty_made_once",
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(fields=["programme", "starts_at"], name="duty_by_start")]

    def __str__(self) -> str:
        return self.title
