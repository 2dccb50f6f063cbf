"""A person, named as the person writes the name."""

import re

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.directory.models.party import Party
from jembatan.directory.models.tracking import DERIVED, tracked
from jembatan.platform.dav.triggers import stale_triggers
from jembatan.platform.files.models import StoredFile

CHINESE = re.compile("[\u4e00-\u9fff]")

ON_CARD = (
    "full_name",
    "titles_before",
    "degrees_after",
    "form_of_address",
    "call_name",
    "native_name",
    "romanised_name",
    "sort_as",
    "birthday",
    "languages",
    "country",
    "time_zone",
    "tags",
    "note",
    "marking",
    "extra",
    "external_uid",
    "removed_at",
    "photo_id",
)


@tracked(exclude=DERIVED)
class Person(Party):
    """`full_name` is the only required name and is never split; one word is a name.

    `sort_key` is written by the actions: from `sort_as` where someone said so, else from the name in its order.
    """

    class NameOrder(models.TextChoices):
        AS_WRITTEN = "as_written", _("As written")
        FAMILY_FIRST = "family_first", _("Family name first")
        FAMILY_LAST = "family_last", _("Family name last")
        GIVEN_ONLY = "given_only", _("No family name")

    full_name = models.CharField(_("full name"), max_length=300)
    titles_before = models.CharField(_("titles before the name"), max_length=120, blank=True)
    degrees_after = models.CharField(_("degrees after the name"), max_length=120, blank=True)
    form_of_address = models.CharField(_("form of address"), max_length=80, blank=True)
    call_name = models.CharField(_("call name"), max_length=120, blank=True)
    romanised_name = models.CharField(_("romanised name"), max_length=300, blank=True)
    name_order = models.CharField(
        _("name order"), max_length=12, choices=NameOrder, default=NameOrder.AS_WRITTEN
    )
    sort_as = models.CharField(_("sorted as"), max_length=300, blank=True)
    sort_key = models.CharField(max_length=300, editable=False)
    birthday = models.CharField(_("birthday"), max_length=40, blank=True)
    photo = models.ForeignKey(
        StoredFile,
        verbose_name=_("photo"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = "people"
        constraints = [models.CheckConstraint(condition=~Q(full_name=""), name="person_has_name")]
        triggers = stale_triggers("people", "SELECT one.desk_id, one.id::text FROM {rows}", only=ON_CARD)
        indexes = [
            models.Index(F("desk"), F("last_active_at").desc(nulls_last=True), F("id"), name="person_recent"),
            models.Index(fields=["desk", "sort_key", "id"], name="person_by_name"),
            models.Index(fields=["desk", "name_folded"], name="person_by_folded_name"),
            GinIndex(OpClass("search_text", name="gin_trgm_ops"), name="person_search"),
            GinIndex(fields=["tags"], name="person_tags"),
            models.Index(
                fields=["desk", "external_uid"], name="person_by_uid", condition=~Q(external_uid="")
            ),
            models.Index(
                fields=["import_batch"], name="person_batch", condition=Q(import_batch__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def formal_name(self) -> str:
        """Titles, name and degrees: "Prof. Dr. Siti Rahma, M.Si."."""
        name = " ".join(part for part in (self.titles_before, self.full_name) if part)
        return f"{name}, {self.degrees_after}" if self.degrees_after else name

    @property
    def addressed_as(self) -> str:
        """How to speak to the person: form of address and call name ("Ibu Retno"), else the formal name.

        A form that follows the name is written with a hyphen ("-san") or in Chinese characters.
        """
        form, name = self.form_of_address, self.call_name or self.full_name
        if not form:
            return self.call_name or self.formal_name
        return f"{name}{form}" if form[0] == "-" or CHINESE.match(form) else f"{form} {name}"
