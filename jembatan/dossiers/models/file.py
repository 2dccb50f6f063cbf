"""Files of a matter, each with its versions."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import Dossier
from jembatan.platform.files.models import StoredFile
from jembatan.platform.markings import Marking


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class DossierFile(models.Model):
    """`name` is harmless already, and tells its versions from other files. One that was taken out stays, so that it can come back."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, related_name="files"
    )
    name = models.CharField(_("name"), max_length=200)
    marking = models.CharField(_("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking])
    taken_out_at = models.DateTimeField(_("taken out"), null=True, blank=True)

    class Meta:
        verbose_name = _("file of a dossier")
        constraints = [
            models.UniqueConstraint(fields=["dossier", "name"], name="dossier_file_once"),
            models.CheckConstraint(condition=~Q(name=""), name="dossier_file_has_name"),
            models.CheckConstraint(condition=Q(marking__in=list(Marking)), name="dossier_file_marking_known"),
        ]

    def __str__(self) -> str:
        return self.name


class FileVersion(models.Model):
    """What a file was at one time. It is never changed: the highest number counts."""

    of = models.ForeignKey(DossierFile, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("version of a file")
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="file_version_once")]
        triggers = [
            pgtrigger.ReadOnly(name="file_version_stays", fields=["of", "number", "file", "note", "added_at"])
        ]

    def __str__(self) -> str:
        return str(self.number)
