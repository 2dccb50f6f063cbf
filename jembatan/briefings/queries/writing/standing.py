"""Where a brief stands, and until when what is cleared of it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from jembatan.briefings.models import Brief, BriefClearance
from jembatan.papers.queries.standing import Standing as PaperStanding
from jembatan.papers.queries.standing import latest


@dataclass(frozen=True)
class Standing(PaperStanding[Brief, BriefClearance]):
    """A brief at a moment; expiry is computed from that."""

    now: datetime

    @property
    def brief(self) -> Brief:
        """The paper."""
        return self.paper

    @property
    def cleared(self) -> BriefClearance | None:
        """The wording that holds, or held."""
        return self.given

    @property
    def holds(self) -> bool:
        """There is a cleared wording, and it is not over."""
        return self.given is not None and self.given.expires_at > self.now


def standing_of(brief: Brief) -> Standing:
    """One of them; one query."""
    return standings([brief])[0]


def standings(briefs: Iterable[Brief]) -> list[Standing]:
    """These briefs as they stand now, in their order; one query, none for none."""
    rows, now = list(briefs), timezone.now()
    asked = BriefClearance.objects.filter(brief__in=rows).select_related("asked_by", "decided_by")
    found = latest(rows, asked, of=lambda each: each.brief_id, given={BriefClearance.State.CLEARED})
    return [Standing(brief, last, given, now) for brief, last, given in found]
