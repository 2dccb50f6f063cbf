"""Briefs as something that people without an account are asked about: contributions by a date."""

from django.urls import reverse

from jembatan.briefings.models import Brief
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.queries.matters import About, Matter
from jembatan.platform.markings import highest


def _about(brief: Brief) -> About:
    subject = ("meeting", brief.meeting_id) if brief.meeting_id else ("organisation", brief.organisation_id)
    cleared = standing_of(brief).cleared
    return About(
        title=brief.title,
        marking=highest([brief.marking, *([cleared.marking] if cleared else [])]),
        dossier=brief.meeting.dossier if brief.meeting else None,
        source=(subject[0], subject[1]) if subject[1] else None,
    )


BRIEF = Matter(
    "brief", Brief.objects.all(), visible_briefs, lambda pk: reverse("briefings:brief", args=[pk]), _about
)
