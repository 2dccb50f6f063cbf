"""What a kept report, or a schedule of reports, is about."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import User
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.programmes.models import Programme
from jembatan.reports.models.portfolio import Portfolio

SUBJECTS = ("organisation", "dossier", "officer", "portfolio", "programme")


class AboutSubject(models.Model):
    """`subject_kind` is "" for the desk. It stays when its subject is taken back, so that no report grows into one on the whole desk.

    One on a programme bears the programme's dossier, too: whoever does not see that does not see this.
    """

    subject_kind = models.CharField(_("about"), max_length=12, blank=True, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("officer"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    portfolio = models.ForeignKey(
        Portfolio,
        verbose_name=_("portfolio"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True

    @property
    def subject(self) -> Organisation | Dossier | User | Portfolio | Programme | None:
        """None for the desk, and where it was taken back (`is_orphan`)."""
        return getattr(self, self.subject_kind) if self.subject_kind else None

    @property
    def is_orphan(self) -> bool:
        """What it was about is gone."""
        return bool(self.subject_kind) and self.subject is None


def about_one(name: str) -> models.CheckConstraint:
    """Of its kind, and of no other; a programme has its dossier beside it."""
    condition = Q(subject_kind="", **{f"{kind}__isnull": True for kind in SUBJECTS})
    for kind in SUBJECTS:
        beside = {kind, "dossier"} if kind == "programme" else {kind}
        condition |= Q(
            subject_kind=kind, **{f"{other}__isnull": True for other in SUBJECTS if other not in beside}
        )
    beside_its_dossier = Q(programme__isnull=True) | Q(dossier__isnull=False)
    return models.CheckConstraint(condition=condition & beside_its_dossier, name=name)
