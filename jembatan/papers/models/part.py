"""The parts that people write, each for itself: what stands now, and every wording that it replaced."""

import pgtrigger
from django.conf import settings
from django.db import models

from jembatan.papers.models.paper import Paper


class _Wording(models.Model):
    """Some words for a part. Each room adds the paper and the `name` of the part, which is one of the room's."""

    name: "models.CharField[str, str]"
    text = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def paper(self) -> Paper:
        """The one that it belongs to."""
        raise NotImplementedError


class WrittenPart(_Wording):
    """What a part says now; "" where it was emptied. `version` counts savings, `editor` is the open page that saved last."""

    version = models.PositiveIntegerField(default=1)
    editor = models.CharField(max_length=32, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.paper} · {self.name}"


class PartVersion(_Wording):
    """A wording that another has replaced; one sitting of one writer leaves one. The database refuses to change or delete it."""

    version = models.PositiveIntegerField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.paper} · {self.name} {self.version}"


def stays_for_good(prefix: str, paper: str) -> list[pgtrigger.Trigger]:
    """The triggers of a room's versions, by the beginning of their names: only who wrote it may be forgotten."""
    words = ["id", paper, "name", "text", "version", "saved_at"]
    return [
        pgtrigger.ReadOnly(name=f"{prefix}_stays", fields=words),
        pgtrigger.Protect(name=f"{prefix}_is_kept", operation=pgtrigger.Delete),
    ]
