"""A call on an embassy, and a brief that is written for it."""

from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.clear import ask_for_clearance, clear_brief
from jembatan.briefings.actions.start import start_brief
from jembatan.briefings.actions.write import save_part
from jembatan.briefings.models import Audience, Brief, BriefClearance, Part
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Meeting

WORDS = {
    Part.PURPOSE: "Agree on the date of the visit.",
    Part.CERTAIN: "The date of the visit\nThe list of delegates",
    Part.IF_ASKED: "Who pays for the hotel?\nThe host does.",
    Part.NEVER: "The minister's health",
    Part.SENSITIVITIES: "The islands are not mentioned.",
}


def call_on(actor: Actor, organisation: Organisation, *, dossier: Dossier | None = None) -> Meeting:
    """In two days, for an hour."""
    starts = timezone.now() + timedelta(days=2)
    return plan_meeting(
        actor,
        "Courtesy call",
        times=Times(starts, starts + timedelta(hours=1)),
        zone="Asia/Jakarta",
        parties=[organisation],
        dossier=dossier,
        allowed=True,
    )


def call(actor: Actor) -> Meeting:
    """On an embassy that the directory does not know yet."""
    return call_on(actor, add_organisation(actor, "Embassy of Akitsu", fields={"country": "JP"}))


def written(
    actor: Actor, subject: Meeting | Organisation, *, audience: Audience = Audience.OURS, **parts: str
) -> Brief:
    """In English; with `WORDS` where no part is given."""
    brief = start_brief(actor, subject, audience=audience, language="en")
    for name, text in (parts or {part.value: text for part, text in WORDS.items()}).items():
        save_part(actor, brief, Part(name), text, version=0)
    brief.refresh_from_db()
    return brief


def cleared(head: Actor, brief: Brief) -> BriefClearance:
    """Asked about and cleared by the head, as it stands."""
    clearance = clear_brief(head, ask_for_clearance(head, brief))
    brief.refresh_from_db()
    return clearance
