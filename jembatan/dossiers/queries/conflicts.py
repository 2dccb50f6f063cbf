"""What works against the objectives of a matter, as we see it."""

from jembatan.dossiers.models import Conflict, Dossier


def conflicts_of(dossier: Dossier) -> list[Conflict]:
    """Those that stand, between objectives that are pursued, the oldest first."""
    rows = dossier.conflicts.filter(taken_back_at__isnull=True, objective__dropped_at__isnull=True)
    rows = rows.filter(other__dropped_at__isnull=True)
    return list(rows.select_related("objective", "other", "organisation", "person", "said_by").order_by("pk"))
