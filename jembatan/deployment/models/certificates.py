"""That a programme's certificates of service are issued: from then on each officer has theirs."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.programmes.models import Programme


class CertificateIssue(models.Model):
    """One for a programme. `signature` is the name below each certificate."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="certificate_issue")
    issued_at = models.DateTimeField(_("issued"), auto_now_add=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    signature = models.CharField(_("signed by"), max_length=200)

    class Meta:
        verbose_name = _("issue of certificates")
        constraints = [models.CheckConstraint(condition=~Q(signature=""), name="certificates_bear_a_name")]

    def __str__(self) -> str:
        return str(self.programme)
