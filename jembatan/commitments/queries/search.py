"""Finding promises by what is promised, or by the sentence that says so."""

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.commitments.queries.visible import visible_commitments
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import first_of


class PromisesSource:
    """Promises that the actor sees, open or not."""

    kind = "promises"
    label: str | Promise = gettext_lazy("Promises")
    icon = "handshake"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """Those that have each word; the newest first."""
        found = seen = visible_commitments(actor)
        for word in text.split():
            found = found.filter(Q(what__icontains=word) | Q(evidence__icontains=word))
        return [
            Hit(
                title=each.what,
                subtitle=str(each.partner or ""),
                url=reverse("commitments:promise", args=[each.pk]),
                marking=each.marking,
                moment=each.made_at,
            )
            for each in first_of(found, "-made_at", "-pk", limit=limit, read=seen)
        ]


PROMISES_SOURCE = PromisesSource()
