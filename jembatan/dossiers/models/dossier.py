"""A matter, topic or assignment."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.platform.markings import Marking


@pghistory.track()
class Dossier(models.Model):
    """Open to the desk, or restricted to its named members."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("title"), max_length=200)
    objective = models.TextField(_("objective"), blank=True)
    restricted = models.BooleanField(_("restricted"), default=False)
    marking = models.CharField(
        max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.AMBER
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="dossier_has_title"),
            models.UniqueConstraint(fields=["desk", "title"], name="dossier_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class DossierMember(models.Model):
    """Someone who sees a restricted dossier."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "user"], name="dossier_member_once")]


class DossierParty(models.Model):
    """A party to the matter: an organisation or a person."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="dossiers"
    )
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="dossiers"
    )

    class Meta:
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
