"""A body outside (or our own), its units and parents."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.directory.models.party import Party
from jembatan.directory.models.tracking import DERIVED, tracked
from jembatan.platform.dav.triggers import stale_triggers

EMPLOYED = """
    SELECT held.desk_id, held.person_id::text FROM {rows}
    JOIN directory_position AS held ON held.organisation_id = one.id
"""
ON_CARD = (
    "name",
    "short_name",
    "native_name",
    "languages",
    "country",
    "time_zone",
    "tags",
    "note",
    "marking",
    "extra",
    "external_uid",
    "removed_at",
)


@tracked(exclude=DERIVED)
class Organisation(Party):
    """A ministry, company, body or one of its units; a unit is an organisation with a parent."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("Government")
        COMPANY = "company", _("Company")
        MISSION = "mission", _("Embassy or mission")
        STANDARDS = "standards", _("Standards body")
        CIVIL = "civil", _("Civil society")
        MEDIA = "media", _("Media")
        ACADEMIC = "academic", _("University or institute")
        EVENT = "event", _("Event organiser")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=300)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.OTHER)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="units",
    )
    domains = ArrayField(
        models.CharField(max_length=253), verbose_name=_("internet domains"), default=list, blank=True
    )

    class Meta:
        verbose_name = _("organisation")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="organisation_not_own_parent"
            ),
        ]
        triggers = [
            *stale_triggers("people", EMPLOYED, only=("name", "removed_at")),
            *stale_triggers("organisations", "SELECT one.desk_id, one.id::text FROM {rows}", only=ON_CARD),
        ]
        indexes = [
            models.Index(
                F("desk"), F("last_active_at").desc(nulls_last=True), F("id"), name="organisation_recent"
            ),
            models.Index(fields=["desk", "name_folded", "id"], name="organisation_by_name"),
            GinIndex(OpClass("search_text", name="gin_trgm_ops"), name="organisation_search"),
            GinIndex(fields=["tags"], name="organisation_tags"),
            GinIndex(fields=["domains"], name="organisation_domains"),
            models.Index(
                fields=["desk", "external_uid"], name="organisation_by_uid", condition=~Q(external_uid="")
            ),
            models.Index(
                fields=["import_batch"], name="organisation_batch", condition=Q(import_batch__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name
