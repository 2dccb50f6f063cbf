"""How formal letters of a desk look and what they always say; every desk has its own."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk, User
from jembatan.platform.files.models import StoredFile


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class LetterTemplate(models.Model):
    """Letterhead, standing words and signer. `word_file` is the desk's own DOCX with fields; without one, the shipped one."""

    class Layout(models.TextChoices):
        OFFICIAL = "official", _("Indonesian official letter (surat dinas)")
        PLAIN = "plain", _("International letter")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    layout = models.CharField(_("layout"), max_length=8, choices=Layout, default=Layout.OFFICIAL)
    language = models.CharField(_("language"), max_length=2, choices=User.Language, default="id")
    logo = models.ForeignKey(
        StoredFile, verbose_name=_("logo"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    letterhead = models.TextField(
        _("letterhead"), help_text=_("The name of the body, then its address; a line each.")
    )
    place = models.CharField(_("place of writing"), max_length=100, blank=True)
    opening = models.TextField(_("opening"), blank=True)
    closing = models.TextField(_("closing"), blank=True)
    signer_office = models.CharField(_("office of the signer"), max_length=200, blank=True)
    signer_name = models.CharField(_("name of the signer"), max_length=200, blank=True)
    signer_number = models.CharField(
        _("staff number of the signer"), max_length=60, blank=True, help_text=_("NIP")
    )
    word_file = models.ForeignKey(
        StoredFile,
        verbose_name=_("Word template"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("letter template")
        constraints = [
            models.UniqueConstraint(fields=["desk", "name"], name="letter_template_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="letter_template_is_named"),
            models.CheckConstraint(
                condition=Q(layout__in=["official", "plain"]) & Q(language__in=["id", "en"]),
                name="letter_template_layout_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name
