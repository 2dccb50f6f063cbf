"""A brief that people have written on."""

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.circulate import circulate
from jembatan.briefings.actions.clear import ask_for_clearance, clear_brief
from jembatan.briefings.actions.contribute import ask_to_contribute
from jembatan.briefings.actions.start import start_brief
from jembatan.briefings.actions.write import save_part
from jembatan.briefings.models import Part
from jembatan.correspondence.tests.consultation.scene import question
from jembatan.meetings.models import Meeting
from tests.access.scene.kinds import Arguments


def add_brief(head: Actor, officer: Actor, word: str, meeting: Meeting) -> Arguments:
    """Cleared and circulated, then changed and asked about anew; and somebody outside was asked to contribute."""
    assert officer.user is not None
    brief = start_brief(officer, meeting, language="id")
    save_part(officer, brief, Part.PURPOSE, f"Tujuan {word}", version=0)
    clear_brief(head, ask_for_clearance(officer, brief))
    circulate(officer, brief, [officer.user])
    save_part(officer, brief, Part.PURPOSE, f"Tujuan baru {word}", version=1)
    asked = ask_to_contribute(officer, brief, question(text=f"Sumbang {word}", passage=word), confirmed=True)
    return {
        "brief_id": brief.pk,
        "brief_clearance_id": ask_for_clearance(officer, brief).pk,
        "brief_reader_id": officer.user.pk,
        "contribution_id": asked.pk,
    }
