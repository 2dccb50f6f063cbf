"""Where a phone delivers what it wrote, perhaps hours before and without a network."""

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST

from jembatan.field.access import OnDuty, Standing
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.deeds.files import LARGEST_FILE, MOST_FILES
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.web.guard import phone_answer

MOST = 100
FURTHEST = timedelta(days=30)


@require_POST
@phone_answer(Standing.OPEN, Standing.OVER)
def deeds(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """`deeds` is a list of {key, kind, happened_at, data}, `file-KEY` are files, `sent_at` is the phone's clock now, by which its moments are put right."""
    now = timezone.now()
    try:
        listed = json.loads(request.POST.get("deeds", ""))
        skew = now - _moment(request.POST.get("sent_at", ""))
        incoming = [_incoming(request, each, skew, now) for each in listed]
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError, RecursionError):
        return JsonResponse({"answers": []}, status=400)
    if len(incoming) > MOST:
        return JsonResponse({"answers": []}, status=413)
    answers = receive(who, incoming)
    return JsonResponse(
        {"answers": [{"key": each.key, "outcome": each.outcome, "told": each.told} for each in answers]}
    )


def _incoming(request: HttpRequest, said: dict[str, object], skew: timedelta, now: datetime) -> Incoming:
    """Raises what a broken one raises."""
    key = UUID(str(said["key"]))
    happened = min(_moment(str(said["happened_at"])) + skew, now)
    if now - happened > FURTHEST:
        raise ValueError("further back than any phone keeps")
    data = said.get("data", {})
    if not isinstance(data, dict):
        raise TypeError("no fields")
    files = request.FILES.getlist(f"file-{said['key']}")[: MOST_FILES + 1]
    return Incoming(
        key=key,
        kind=str(said["kind"]),
        happened_at=happened,
        data=data,
        files=[file.read(LARGEST_FILE + 1) for file in files],
    )


def _moment(text: str) -> datetime:
    moment = parse_datetime(text)
    if moment is None or moment.tzinfo is None:
        raise ValueError("no moment")
    return moment.astimezone(UTC)
