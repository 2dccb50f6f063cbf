"""A line of the journal."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking


def append_only(name: str) -> pgtrigger.Protect:
    """The trigger that makes the database itself refuse to rewrite the past."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


class Entry(models.Model):
    """When, who, with whom, about which dossier, at which marking, from which source.

    `kind` is a dotted name owned by the domain that writes it (`mail.received`, `meeting.held`, `note`). `source_kind` and
    `source_id` name the record that it came from; the owner of that kind turns them into an address. A correction is a
    new entry whose `corrects` points at the old one. Entries of an import that was rolled back are hidden by a
    `Retraction` of their batch.
    """

    class Precision(models.TextChoices):
        MINUTE = "minute", _("minute")
        DAY = "day", _("day")
        MONTH = "month", _("month")
        YEAR = "year", _("year")

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    occurred_at = models.DateTimeField()
    precision = models.CharField(max_length=6, choices=Precision, default=Precision.MINUTE)
    recorded_at = models.DateTimeField(db_default=models.functions.Now(), editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    summary = models.CharField(max_length=500)
    detail = models.TextField(blank=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    marking = models.CharField(
        max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    source_kind = models.CharField(max_length=40, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    import_batch = models.BigIntegerField(null=True, blank=True)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(condition=~Q(summary=""), name="entry_says_something"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")), name="entry_corrects_another"
            ),
        ]
        indexes = [
            models.Index(F("desk"), F("occurred_at").desc(), F("id").desc(), name="entry_timeline"),
            models.Index(
                F("dossier"),
                F("occurred_at").desc(),
                name="entry_by_dossier",
                condition=Q(dossier__isnull=False),
            ),
            models.Index(fields=["source_kind", "source_id"], name="entry_by_source"),
            models.Index(fields=["corrects"], name="entry_corrections", condition=Q(corrects__isnull=False)),
        ]
        triggers = [append_only("entry_append_only")]

    def __str__(self) -> str:
        return self.summary


class EntryParty(models.Model):
    """With whom: the party's id and its name on that day. The id may outlive the party, so it is no foreign key."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="parties")
    desk_id = models.BigIntegerField()
    organisation_id = models.BigIntegerField(null=True, blank=True)
    person_id = models.BigIntegerField(null=True, blank=True)
    name = models.CharField(max_length=300)
    occurred_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation_id__isnull=False) ^ Q(person_id__isnull=False),
                name="entry_party_is_one",
            ),
        ]
        indexes = [
            models.Index(
                F("organisation_id"),
                F("occurred_at").desc(),
                F("entry").desc(),
                name="entry_by_organisation",
                condition=Q(organisation_id__isnull=False),
            ),
            models.Index(
                F("person_id"),
                F("occurred_at").desc(),
                F("entry").desc(),
                name="entry_by_person",
                condition=Q(person_id__isnull=False),
            ),
        ]
        triggers = [append_only("entry_party_append_only")]

    def __str__(self) -> str:
        return self.name
