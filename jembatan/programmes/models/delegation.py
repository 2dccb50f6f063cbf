"""A delegation, who is in it, and what is to be minded."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models.dossier import remembered
from jembatan.platform.markings import Marking
from jembatan.programmes.models.place import Place
from jembatan.programmes.models.programme import Programme


@pghistory.track(*remembered())
class Delegation(models.Model):
    """Guests of the programme who come together. `code` is short, as on a badge (of three letters with an NOC); `languages` are BCP 47, the first is spoken to them."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.CASCADE,
        related_name="delegations",
        db_index=False,
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="delegations",
    )
    name = models.CharField(_("name"), max_length=200)
    code = models.CharField(_("code"), max_length=12, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=_("ISO 3166, two letters"))
    languages = ArrayField(
        models.CharField(max_length=12), verbose_name=_("languages"), default=list, blank=True
    )
    size = models.PositiveIntegerField(_("people"), default=0)
    home = models.ForeignKey(
        Place, verbose_name=_("stays at"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    protocol = models.TextField(_("protocol"), blank=True)
    further = models.JSONField(_("further columns"), default=dict, blank=True)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True)

    class Meta:
        verbose_name = _("delegation")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="delegation_has_name"),
            models.UniqueConstraint(fields=["programme", "name"], name="delegation_name_once"),
            models.UniqueConstraint(
                fields=["programme", "code"], condition=~Q(code=""), name="delegation_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(*remembered())
class DelegationMember(models.Model):
    """Someone who comes with it; one of them leads it. `person` where the directory knows them."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    delegation = models.ForeignKey(
        Delegation, verbose_name=_("delegation"), on_delete=models.CASCADE, related_name="members"
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="delegations",
    )
    full_name = models.CharField(_("name"), max_length=300)
    address_form = models.CharField(_("form of address"), max_length=100, blank=True)
    function = models.CharField(_("function"), max_length=200, blank=True)
    head = models.BooleanField(_("leads the delegation"), default=False)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("mail"), max_length=320, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    further = models.JSONField(_("further columns"), default=dict, blank=True)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True)

    class Meta:
        verbose_name = _("member of a delegation")
        constraints = [
            models.CheckConstraint(condition=~Q(full_name=""), name="delegation_member_has_name"),
            models.UniqueConstraint(
                fields=["delegation"], condition=Q(head=True), name="delegation_has_one_head"
            ),
        ]

    def __str__(self) -> str:
        return self.full_name


@pghistory.track(*remembered())
class DelegationNote(models.Model):
    """What is to be minded about a delegation, or one of its members, for those whom its marking allows."""

    class Kind(models.TextChoices):
        DIET = "diet", _("diet")
        MEDICAL = "medical", _("medical")
        COURTESY = "courtesy", _("courtesy")
        SECURITY = "security", _("security")
        OTHER = "other", _("other")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    delegation = models.ForeignKey(
        Delegation, verbose_name=_("delegation"), on_delete=models.CASCADE, related_name="notes"
    )
    member = models.ForeignKey(
        DelegationMember,
        verbose_name=_("about"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notes",
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.OTHER)
    text = models.TextField(_("note"))
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.AMBER
    )

    class Meta:
        verbose_name = _("note on a delegation")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="delegation_note_has_text"),
            models.CheckConstraint(
                condition=~Q(kind="medical") | Q(marking=Marking.RED), name="delegation_medical_note_is_red"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
