"""A person's dated role at an organisation."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models.organisation import Organisation
from jembatan.directory.models.person import Person
from jembatan.directory.models.tracking import tracked
from jembatan.platform.dav.triggers import stale_triggers


@tracked(exclude=("version",))
class Position(models.Model):
    """Held from `since` until `until` (the last day); an open end means today."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="positions"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="positions"
    )
    title = models.CharField(_("position"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=200, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("position")
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
                name="position_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "title", "unit", "since"],
                name="position_once",
                nulls_distinct=False,
            ),
        ]
        triggers = stale_triggers("people", "SELECT one.desk_id, one.person_id::text FROM {rows}")
        indexes = [
            models.Index(fields=["organisation", "until"], name="position_at_organisation"),
            models.Index(
                fields=["import_batch"], name="position_batch", condition=Q(import_batch__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.unit, self.organisation.name) if part)
