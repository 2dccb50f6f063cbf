"""Finding dossiers by their title and objective."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models.dossier import words_of_dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import best_matches, headlines


class DossiersSource:
    """Dossiers that the actor may see."""

    kind = "dossiers"
    label: str | Promise = gettext_lazy("Dossiers")
    icon = "folder"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The best, with the passage of the objective that answers."""
        dossiers = visible_dossiers(actor)
        found = best_matches(dossiers, text, vector=words_of_dossier(), limit=limit)
        passages = headlines(dossiers, text, field="objective", pks=[dossier.pk for dossier in found])
        return [
            Hit(
                title=dossier.title,
                subtitle=_("closed") if dossier.closed_at else "",
                url=reverse("dossiers:dossier", args=[dossier.pk]),
                marking=dossier.marking,
                moment=dossier.created_at,
                snippet=passages.get(dossier.pk, ""),
            )
            for dossier in found
        ]


DOSSIERS_SOURCE = DossiersSource()
