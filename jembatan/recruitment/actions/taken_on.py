"""Accepted applicants become officers of the programme, with all that is known of what they can do."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from jembatan.accounts.actor import Actor
from jembatan.programmes.actions.refusals import Refused as NotTakenOn
from jembatan.programmes.actions.taking_on import NewOfficer, Shown, take_on
from jembatan.programmes.models import Officer
from jembatan.programmes.models.levels import Experience
from jembatan.recruitment.actions.photos import carry_photos
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.queries.asked import Asked

TRAINED_AFTER, EXPERIENCED_AFTER = 1, 3


def taken_on(actor: Actor, call: Call, rows: Sequence[Application]) -> list[Officer]:
    """In their order, inside the caller's transaction. Raises `Refused`."""
    prefetch_related_objects(rows, "languages", "ties", "conflicts", "certificates")
    asked = Asked.by(call)
    try:
        officers = take_on(actor, call.programme, [_officer(row, asked) for row in rows])
    except NotTakenOn as refusal:
        raise Refused(str(refusal)) from refusal
    carry_photos(list(zip(rows, officers, strict=True)))
    return officers


def _officer(row: Application, asked: Asked) -> NewOfficer:
    return NewOfficer(
        {
            "full_name": row.full_name,
            "call_name": row.call_name,
            "address_form": row.address_form,
            "email": row.email,
            "phone": row.phone,
            "born": row.born,
            "nationality": row.nationality,
            "post": row.post,
            "employment": row.employment,
            "level": _level(row),
            "days": row.days,
            "further": row.further,
        },
        {each.language: (each.declared, each.tested) for each in row.languages.all()},
        asked.barred(row),
        [
            Shown(each.name, each.expires, each.checked_by_id, each.checked_at)
            for each in row.certificates.all()
        ],
    )


def _level(application: Application) -> Experience:
    years = application.experience
    if years >= EXPERIENCED_AFTER:
        return Experience.EXPERIENCED
    return Experience.TRAINED if years >= TRAINED_AFTER else Experience.NOVICE
