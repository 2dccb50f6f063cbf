"""How the links of a desk's online meetings are made."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class LinkTemplate(models.Model):
    """One a desk; "" where links are pasted by hand."""

    desk = models.OneToOneField(Desk, on_delete=models.CASCADE, related_name="+")
    template = models.CharField(_("template of links"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("links of online meetings")
        constraints = [
            models.CheckConstraint(
                condition=Q(template="") | Q(template__startswith="https://", template__contains="{secret}"),
                name="link_template_keeps_secret",
            ),
        ]

    def __str__(self) -> str:
        return self.template
