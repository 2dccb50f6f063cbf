"""What an open page sends and asks while its people write (JSON, for `together.js`)."""

import binascii
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes.closed import Closed
from jembatan.meetings.actions.minutes.write import Written, show_pen, write_minutes
from jembatan.meetings.formats.yjs import LARGEST
from jembatan.meetings.queries.minutes.reading import pens_here, since
from jembatan.meetings.web.found import minutes_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page

MOST_PIECES = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """`after`: the last number that the page knows. `section`: where it is. `pieces`: what it has written."""

    after: int
    client: int
    section: int | None
    pieces: list[Written]


@require_POST
@desk_page
def writing(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """Keep the pieces, and answer with what others wrote and who is here; 409 where the minutes are closed."""
    require_writer(actor)
    minutes = minutes_or_404(actor, minutes_id)
    try:
        # A form is no JSON; it has been read already, and cannot be read as a body again.
        asked = _read(request.body if request.content_type == "application/json" else b"")
        told = write_minutes(actor, minutes, asked.pieces) if asked.pieces else []
        show_pen(actor, minutes, asked.client, asked.section)
    except Closed as refusal:
        return JsonResponse({"refusal": " ".join(refusal.messages)}, status=409)
    except ValidationError as refusal:
        return JsonResponse({"refusal": " ".join(refusal.messages)}, status=422)
    minutes.refresh_from_db(fields=["number"])
    updates = {
        section_id: [b64encode(content).decode() for content in contents]
        for section_id, contents in since(minutes, asked.after).items()
    }
    pens = {
        (pen.section_id, pen.user.full_name): None for pen in pens_here(minutes) if pen.user != actor.user
    }
    return JsonResponse(
        {
            "told": told,
            "number": minutes.number,
            "updates": updates,
            "pens": [{"section": section, "name": name} for section, name in pens],
        }
    )


def _read(body: bytes) -> Asked:
    """Raises `ValidationError`: no page of ours asks in another way."""
    try:
        asked = json.loads(body)
        pieces = [
            Written(_number(piece["section"]), _number(piece["client"]), _bytes(piece["content"]))
            for piece in asked["pieces"][:MOST_PIECES]
        ]
        section = None if asked["section"] is None else _number(asked["section"])
        return Asked(_number(asked["after"]), _number(asked["client"]), section, pieces)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValidationError(_("This page asks for something that is not known.")) from error


def _number(given: Any) -> int:
    number = record_number(str(given))
    if number is None or number > LARGEST:
        raise ValueError
    return number


def _bytes(given: Any) -> bytes:
    """What is no base64 is refused with the others that are no updates."""
    try:
        return b64decode(given, validate=True)
    except binascii.Error:
        return b""
