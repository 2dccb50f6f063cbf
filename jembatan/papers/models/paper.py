"""A document that people write part by part, beside what the record says: a brief, a kept report."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.platform.markings import Marking


class Paper(models.Model):
    """`marking` is the least that it bears; `fingerprint` is of all that people have written and set (`queries/fingerprint.py`).

    Its `parts` (`WrittenPart`) and their `versions` (`PartVersion`) lead to it under these names.
    """

    title = models.CharField(_("title"), max_length=300)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    fingerprint = models.CharField(max_length=64)
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    discarded_at = models.DateTimeField(_("discarded"), null=True, blank=True)

    if TYPE_CHECKING:
        parts: Any
        versions: Any

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def set_beside(self) -> dict[str, object]:
        """What is set beside the words and is cleared with them; a change of it is a change of the paper."""
        return {"marking": self.marking, "language": self.language}
