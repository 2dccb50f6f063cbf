"""How two people stand to each other."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models.person import Person
from jembatan.directory.models.tracking import tracked


@tracked()
class Relationship(models.Model):
    """`person` is the `kind` of `other`: Sari is the assistant of Retno."""

    class Kind(models.TextChoices):
        ASSISTANT = "assistant", _("assistant of")
        REPORTS_TO = "reports_to", _("reports to")
        PREDECESSOR = "predecessor", _("predecessor of")
        DEPUTY = "deputy", _("deputy of")
        INTERPRETER = "interpreter", _("interpreter for")
        SPOUSE = "spouse", _("spouse of")
        KNOWS = "knows", _("knows")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="relationships"
    )
    other = models.ForeignKey(
        Person, verbose_name=_("other person"), on_delete=models.CASCADE, related_name="related_by"
    )
    kind = models.CharField(_("kind"), max_length=11, choices=Kind)

    class Meta:
        verbose_name = _("relationship")
        constraints = [
            models.UniqueConstraint(fields=["person", "other", "kind"], name="relationship_once"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="relationship_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_kind_display()} {self.other}"
