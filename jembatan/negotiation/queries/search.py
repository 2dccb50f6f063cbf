"""Finding negotiations by their title, for those who see them."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.negotiation.queries.visible import visible_negotiations
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import first_of


class NegotiationsSource:
    """Negotiations that the actor sees."""

    kind = "negotiations"
    label: str | Promise = gettext_lazy("Negotiations")
    icon = "scale"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """Those whose title has each word; what stands on the sheet is not searched."""
        found = seen = visible_negotiations(actor)
        for word in text.split():
            found = found.filter(title__icontains=word)
        return [
            Hit(
                title=each.title,
                subtitle=each.dossier.title,
                url=reverse("negotiation:negotiation", args=[each.pk]),
                marking=each.marking,
                moment=each.created_at,
                snippet="",
            )
            for each in first_of(found, "-pk", limit=limit, read=seen)
        ]


NEGOTIATIONS_SOURCE = NegotiationsSource()
