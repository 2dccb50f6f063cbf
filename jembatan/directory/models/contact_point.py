"""An address, number or site by which a party is reached."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models.organisation import Organisation
from jembatan.directory.models.person import Person
from jembatan.directory.models.tracking import tracked
from jembatan.platform.dav.triggers import stale_triggers


@tracked(exclude=("version",))
class ContactPoint(models.Model):
    """`normal` is what matching compares: the lower-case address, the E.164 number, the folded text.

    `parts` are a postal address's components in the order of RFC 6350 6.3.1 (post office box, extended address, street,
    locality, region, postal code, country), where they are known; `value` is the address as people write it.
    """

    class Kind(models.TextChoices):
        EMAIL = "email", _("E-mail")
        PHONE = "phone", _("Telephone")
        MOBILE = "mobile", _("Mobile")
        FAX = "fax", _("Fax")
        MESSAGING = "messaging", _("Messaging")
        WEB = "web", _("Web")
        ADDRESS = "address", _("Postal address")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="contact_points",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="contact_points",
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    value = models.TextField(_("value"))
    normal = models.CharField(_("as it is compared"), max_length=320, editable=False)
    parts = ArrayField(models.TextField(blank=True), verbose_name=_("parts"), default=list, blank=True)
    label = models.CharField(_("label"), max_length=80, blank=True)
    preferred = models.BooleanField(_("preferred"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("contact point")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, organisation__isnull=False)
                | Q(person__isnull=False, organisation__isnull=True),
                name="contact_point_of_one_party",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "kind", "normal"],
                name="contact_point_once",
                nulls_distinct=False,
            ),
        ]
        triggers = [
            *stale_triggers(
                "people",
                "SELECT one.desk_id, one.person_id::text FROM {rows} WHERE one.person_id IS NOT NULL",
            ),
            *stale_triggers(
                "organisations",
                "SELECT one.desk_id, one.organisation_id::text FROM {rows} WHERE one.organisation_id IS NOT NULL",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "kind", "normal"], name="contact_point_lookup"),
            GinIndex(OpClass("normal", name="gin_trgm_ops"), name="contact_point_fragments"),
            models.Index(
                fields=["import_batch"], name="contact_point_batch", condition=Q(import_batch__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.value
