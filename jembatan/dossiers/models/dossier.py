"""A matter, topic or assignment."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.platform.markings import Marking


def words_of_dossier() -> models.expressions.Combinable:
    """What search compares: title and objective under both stemmers."""
    indonesian = SearchVector("title", "objective", config="jembatan_id")
    return indonesian + SearchVector("title", "objective", config="jembatan_en")


def remembered() -> tuple[pghistory.RowEvent, ...]:
    """Every insert, change and deletion leaves its fields in a history table."""
    return pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()


@pghistory.track(*remembered(), exclude=["version"])
class Dossier(models.Model):
    """Open to the desk, or restricted to its named members. `version` grows with each edit of its text."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("title"), max_length=200)
    objective = models.TextField(_("objective"), blank=True)
    restricted = models.BooleanField(_("restricted"), default=False)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.AMBER
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("opened"), auto_now_add=True)

    class Meta:
        verbose_name = _("dossier")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="dossier_has_title"),
            models.UniqueConstraint(fields=["desk", "title"], name="dossier_title_once"),
        ]
        indexes = [GinIndex(words_of_dossier(), name="dossier_words")]

    def __str__(self) -> str:
        return self.title


@pghistory.track(*remembered())
class DossierMember(models.Model):
    """Someone who sees a restricted dossier."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, related_name="members"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("colleague"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("member of a dossier")
        constraints = [models.UniqueConstraint(fields=["dossier", "user"], name="dossier_member_once")]

    def __str__(self) -> str:
        return str(self.user)


@pghistory.track(*remembered())
class DossierParty(models.Model):
    """A party to the matter: an organisation or a person."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, related_name="parties"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="dossiers",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="dossiers",
    )

    class Meta:
        verbose_name = _("party to a dossier")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, organisation__isnull=False)
                | Q(person__isnull=False, organisation__isnull=True),
                name="dossier_party_is_one",
            ),
            models.UniqueConstraint(
                fields=["dossier", "organisation", "person"], name="dossier_party_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return str(self.party)

    @property
    def party(self) -> Organisation | Person:
        """Whichever it is."""
        party = self.organisation or self.person
        assert party is not None, "the database holds dossier_party_is_one"
        return party
