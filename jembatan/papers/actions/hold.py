"""What every change of a paper leaves behind."""

from jembatan.papers.models import Paper
from jembatan.papers.queries.fingerprint import fingerprint


def has_changed(paper: Paper) -> None:
    """After every change of words or settings: what was cleared or asked about before is not this any more."""
    paper.fingerprint = fingerprint(paper)
    paper.save(update_fields=["fingerprint"])
