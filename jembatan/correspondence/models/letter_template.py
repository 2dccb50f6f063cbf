"""How formal letters of a desk look and what they always say; every desk has its own."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk, User
from jembatan.platform.files.models import StoredFile

MARGIN = (10, 60)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class LetterTemplate(models.Model):
    """Letterhead, standing words and signer. `word_file` is the desk's own DOCX with fields; without one, the shipped one."""

    class Layout(models.TextChoices):
        OFFICIAL = "official", _("Indonesian official letter (surat dinas)")
        PLAIN = "plain", _("International letter")

    class Font(models.TextChoices):
        SANS = "sans", _("sans serif (Noto Sans; Calibri in Word)")
        SERIF = "serif", _("serif (Noto Serif; Times New Roman in Word)")

    class LogoPlace(models.TextChoices):
        BESIDE = "beside", _("beside the letterhead")
        ABOVE = "above", _("above the letterhead")
        WIDE = "wide", _("over the whole width, as a letterhead of its own")

    class DatePlace(models.TextChoices):
        TOP = "top", _("at the top right")
        SIGNATURE = "signature", _("above the signature")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    layout = models.CharField(_("layout"), max_length=8, choices=Layout, default=Layout.OFFICIAL)
    language = models.CharField(_("language"), max_length=2, choices=User.Language, default="id")
    logo = models.ForeignKey(
        StoredFile, verbose_name=_("logo"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    logo_place = models.CharField(
        _("place of the logo"), max_length=6, choices=LogoPlace, default="beside", db_default="beside"
    )
    letterhead = models.TextField(
        _("letterhead"),
        blank=True,
        help_text=_("The name of the body, then its address; a line each. Empty where the picture says it."),
    )
    place = models.CharField(_("place of writing"), max_length=100, blank=True)
    date_place = models.CharField(
        _("place of the date"), max_length=9, choices=DatePlace, default="top", db_default="top"
    )
    opening = models.TextField(_("opening"), blank=True)
    closing = models.TextField(_("closing"), blank=True)
    signer_office = models.CharField(_("office of the signer"), max_length=200, blank=True)
    signer_name = models.CharField(_("name of the signer"), max_length=200, blank=True)
    signer_number = models.CharField(
        _("staff number of the signer"), max_length=60, blank=True, help_text=_("NIP")
    )
    footer = models.TextField(
        _("text at the foot"),
        blank=True,
        default="",
        db_default="",
        help_text=_("On each page; a line each."),
    )
    font = models.CharField(_("font"), max_length=5, choices=Font, default="sans", db_default="sans")
    size = models.PositiveSmallIntegerField(_("size of the letters (pt)"), default=11, db_default=11)
    left = models.PositiveSmallIntegerField(_("left margin (mm)"), default=25, db_default=25)
    right = models.PositiveSmallIntegerField(_("right margin (mm)"), default=22, db_default=22)
    top = models.PositiveSmallIntegerField(_("top margin (mm)"), default=20, db_default=20)
    bottom = models.PositiveSmallIntegerField(_("bottom margin (mm)"), default=22, db_default=22)
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
            models.CheckConstraint(
                condition=Q(size__range=(9, 14), left__range=MARGIN, right__range=MARGIN, top__range=MARGIN)
                & Q(bottom__range=MARGIN, font__in=["sans", "serif"], date_place__in=["top", "signature"])
                & Q(logo_place__in=["beside", "above", "wide"]),
                name="letter_template_fits_the_page",
                violation_error_message=_("Letters are 9 to 14 points high, and margins 10 to 60 mm wide."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
