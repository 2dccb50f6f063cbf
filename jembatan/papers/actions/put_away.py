"""Putting a paper away and bringing it back. The room's action says who may, and holds the paper."""

from django.utils import timezone

from jembatan.papers.models import Paper


def discard[P: Paper](paper: P) -> P:
    """Out of the lists; nothing of it is deleted."""
    paper.discarded_at = paper.discarded_at or timezone.now()
    paper.save(update_fields=["discarded_at"])
    return paper


def bring_back[P: Paper](paper: P) -> P:
    """The inverse."""
    paper.discarded_at = None
    paper.save(update_fields=["discarded_at"])
    return paper
