"""A line of the journal."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.journal.models.placement import Placement
from jembatan.platform.markings import Marking

NOTES = ("note", "note.correction")
OWN_WORDS = "✎ "


def with_own_words(detail: str, as_written: str) -> str:
    """The detail, and behind it what the writer typed, where the entry tells it in other words."""
    return f"{detail}\n{OWN_WORDS}{as_written}".strip("\n") if as_written else detail


def append_only(name: str) -> pgtrigger.Protect:
    """The trigger that makes the database itself refuse to rewrite the past."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


def never_emptied(name: str) -> pgtrigger.Trigger:
    """The same for emptying the whole table, which asks no trigger of its rows."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'pgtrigger: Cannot truncate % table', TG_TABLE_NAME;",
    )


def words_of_note() -> models.expressions.Combinable:
    """What the journal's own search compares: a note's words under both stemmers, since its language is not known."""
    indonesian = SearchVector("summary", "detail", config="jembatan_id")
    return indonesian + SearchVector("summary", "detail", config="jembatan_en")


class Entry(models.Model):
    """When, who, with whom, about which dossier, at which marking, from which source.

    `kind` is a dotted name owned by the domain that writes it (`mail.received`, `meeting.held`, `note`). `source_kind` and
    `source_id` name the record that it came from; the owner of that kind turns them into an address; what is written by hand
    has no source. A correction is a new entry whose `corrects` points at the old one. Entries of an import that was rolled back are hidden by a
    `Retraction` of their batch. `dossier` and `marking` are those of the day it was written; `dossier_today` and `marking_today`
    follow the source to where it stands now.
    """

    class Precision(models.TextChoices):
        MINUTE = "minute", _("minute")
        DAY = "day", _("day")
        MONTH = "month", _("month")
        YEAR = "year", _("year")

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+", db_index=False)
    occurred_at = models.DateTimeField()
    precision = models.CharField(max_length=6, choices=Precision, default=Precision.MINUTE)
    recorded_at = models.DateTimeField(db_default=models.functions.Now(), editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    actor_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    kind_group = models.GeneratedField(
        expression=Func(F("kind"), Value("."), Value(1), function="split_part"),
        output_field=models.CharField(max_length=40),
        db_persist=True,
    )
    summary = models.CharField(max_length=500)
    detail = models.TextField(blank=True)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    marking = models.CharField(
        max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    source_kind = models.CharField(max_length=40, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    placement = models.ForeignObject(
        Placement,
        on_delete=models.DO_NOTHING,
        from_fields=["source_kind", "source_id"],
        to_fields=["source_kind", "source_id"],
        null=True,
        related_name="entries",
    )
    import_batch = models.BigIntegerField(null=True, blank=True)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections", db_index=False
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
            models.Index(fields=["desk", "occurred_at", "id"], name="entry_timeline"),
            models.Index(fields=["desk", "kind_group", "occurred_at", "id"], name="entry_by_group"),
            models.Index(
                fields=["user", "occurred_at", "id"], name="entry_by_user", condition=Q(user__isnull=False)
            ),
            models.Index(
                fields=["dossier", "occurred_at", "id"],
                name="entry_by_dossier",
                condition=Q(dossier__isnull=False),
            ),
            models.Index(
                fields=["source_kind", "source_id"],
                name="entry_by_source",
                condition=Q(source_id__isnull=False),
            ),
            models.Index(fields=["corrects"], name="entry_corrections", condition=Q(corrects__isnull=False)),
            GinIndex(words_of_note(), name="entry_notes", condition=Q(kind__in=NOTES)),
        ]
        triggers = [append_only("entry_append_only"), never_emptied("entry_never_emptied")]

    def __str__(self) -> str:
        return self.summary

    @property
    def detail_told(self) -> str:
        """The detail without what the writer typed: the summary tells that."""
        return f"\n{self.detail}".partition(f"\n{OWN_WORDS}")[0].strip("\n")

    @property
    def own_words(self) -> str:
        """What the writer typed, where the summary tells it in other words; else ""."""
        return f"\n{self.detail}".partition(f"\n{OWN_WORDS}")[2]

    @property
    def dossier_today(self) -> Dossier | None:
        """The dossier that its source belongs to now; without a source, the one it was written for."""
        return self.placement.dossier if self.placement else self.dossier

    @property
    def marking_today(self) -> Marking:
        """The marking that its source bears now; without a source, its own."""
        return Marking(self.placement.marking if self.placement else self.marking)


class EntryParty(models.Model):
    """With whom: the party's id and its name on that day. The id may outlive the party, so it is no foreign key.

    `occurred_at` and `kind` repeat the entry's, so that a party's timeline is read from one index in its order. The
    database does not check that the entry is there: it was written in the same breath, and no entry is ever deleted.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="parties", db_constraint=False)
    desk_id = models.BigIntegerField()
    organisation_id = models.BigIntegerField(null=True, blank=True)
    person_id = models.BigIntegerField(null=True, blank=True)
    name = models.CharField(max_length=300)
    occurred_at = models.DateTimeField()
    kind = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation_id__isnull=False) ^ Q(person_id__isnull=False),
                name="entry_party_is_one",
            ),
            models.UniqueConstraint(
                fields=["organisation_id", "occurred_at", "entry"],
                include=["kind"],
                condition=Q(organisation_id__isnull=False),
                name="entry_once_an_organisation",
            ),
            models.UniqueConstraint(
                fields=["person_id", "occurred_at", "entry"],
                include=["kind"],
                condition=Q(person_id__isnull=False),
                name="entry_once_a_person",
            ),
        ]
        triggers = [append_only("entry_party_append_only"), never_emptied("entry_party_never_emptied")]

    def __str__(self) -> str:
        return self.name
