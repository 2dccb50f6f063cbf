"""What meetings of before have to learn of what meetings are told today; it may be done twice."""

from itertools import batched

from django.db import transaction
from django.db.models import Q

from jembatan.accounts.models import Desk
from jembatan.journal.models import Entry
from jembatan.meetings.actions.following import lines_follow
from jembatan.meetings.actions.lines import SOURCE
from jembatan.meetings.actions.our_side import claim_guests
from jembatan.meetings.models import Meeting
from jembatan.platform.markings import Marking

CHUNK = 500


def catch_up(desk: Desk) -> None:
    """The journal's lines stand where their meetings stand, and guests on the side of their addresses."""
    apart = ~Q(marking=Marking.GREEN) | Q(dossier__isnull=False)
    lines = Entry.objects.filter(apart, desk=desk, source_kind=SOURCE, placement__id__isnull=True)
    meetings = Meeting.objects.filter(apart | Q(pk__in=lines.values("source_id")), desk=desk).order_by("pk")
    for chunk in batched(meetings.only("pk", "dossier_id", "marking").iterator(), CHUNK):
        with transaction.atomic():
            lines_follow(desk, chunk)
    claim_guests(desk)
