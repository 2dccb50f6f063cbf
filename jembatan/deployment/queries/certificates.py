"""Whose certificate of service there is."""

from django.utils import timezone

from jembatan.deployment.models import ACTIVE, Assignment, CertificateIssue, Roster
from jembatan.programmes.models import Officer


def has_served(officer: Officer) -> bool:
    """They have done a duty of the roster that officers work by, and are not forgotten."""
    if officer.forgotten_at is not None:
        return False
    done = Assignment.objects.filter(
        roster__programme=officer.programme_id,
        roster__state=Roster.State.PUBLISHED,
        officer=officer,
        state__in=ACTIVE,
        duty__cancelled=False,
        duty__ends_at__lte=timezone.now(),
    )
    return done.exists()


def issue_for(officer: Officer) -> CertificateIssue | None:
    """By which they have their certificate themselves; None until it is issued, and where they have done nothing."""
    found = CertificateIssue.objects.filter(programme=officer.programme_id).select_related(
        "programme", "desk"
    )
    return found.first() if has_served(officer) else None
