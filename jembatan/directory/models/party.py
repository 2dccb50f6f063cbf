"""What organisations and people have in common: both are parties."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.platform.markings import Marking


class Party(models.Model):
    """A person or an organisation in a desk's directory.

    `name_folded` (lower case, accents and punctuation out; lists sort and match on it) and `search_text` (every name the
    party goes by, folded, after a leading space) are written by the actions.
    `version` grows with each change by a person, so that two editors of one field notice each other.
    `extra` keeps imported fields that have no place of their own: [[field, value], …].
    `external_uid` names the party in the address book that it was imported from.
    `removed_at` hides the party from the directory; what other records say about it stays true, and it can come back.
    `merged_into` is the party that it turned out to be, `absorbed` the ids of all that turned out to be this one.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name_folded = models.CharField(max_length=400, editable=False)
    search_text = models.TextField(editable=False)
    native_name = models.CharField(_("name in its own script"), max_length=300, blank=True)
    languages = ArrayField(
        models.CharField(max_length=12), verbose_name=_("languages"), default=list, blank=True
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    tags = ArrayField(models.CharField(max_length=80), verbose_name=_("tags"), default=list, blank=True)
    note = models.TextField(_("note"), blank=True)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    extra = models.JSONField(_("further fields"), default=list, blank=True)
    external_uid = models.CharField(_("identifier elsewhere"), max_length=255, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True, editable=False)
    last_active_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    absorbed = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)

    class Meta:
        abstract = True
