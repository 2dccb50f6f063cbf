"""A meeting with its brief, an earlier one, and one for which a time is looked for."""

from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.make_brief import make_brief
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.meetings.actions.circulation.agree import close_as_agreed
from jembatan.meetings.actions.circulation.answer import correct
from jembatan.meetings.actions.circulation.circulate import Question, circulate
from jembatan.meetings.actions.minutes.attend import add_walk_in
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.outcomes.decisions import write_decision
from jembatan.meetings.actions.outcomes.giving import Task, give_action
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.actions.polls.ask import Asked, ask_for_times
from jembatan.meetings.models import Meeting, MinutesSection
from jembatan.meetings.queries.circulation import link as circulation_link
from jembatan.meetings.queries.outcomes.standing import sitting_of
from jembatan.meetings.queries.polls.link import PURPOSE, to
from jembatan.meetings.queries.series import occurrence_at
from jembatan.platform.links import signed
from tests.access.scene.kinds import OPEN, Arguments


def add_meeting(officer: Actor, word: str, ministry: Organisation, budi: Person) -> Meeting:
    begins = timezone.now() + timedelta(hours=2)
    meeting = plan_meeting(
        officer,
        f"Rapat {word}",
        times=Times(begins, begins + timedelta(hours=1)),
        zone="Asia/Jakarta",
        location=f"Ruang {word}",
        description=f"Acara {word}",
        parties=(ministry, budi),
        allowed=True,
    )
    plan_meeting(
        officer,
        f"Rapat lama {word}" if word == OPEN else f"Rapat lama {OPEN}",
        times=Times(begins - timedelta(days=2), begins - timedelta(days=2, hours=-1)),
        zone="Asia/Jakarta",
        parties=(ministry, budi),
    )
    make_brief(officer, meeting, form="pdf", language="id", site="http://testserver")
    return meeting


def add_outcomes(officer: Actor, word: str, meeting: Meeting) -> Arguments:
    """What it came to."""
    sitting = sitting_of(meeting, occurrence_at(meeting, ""))
    return {
        "action_id": give_action(officer, sitting, Task(text=f"Kerjakan {word}")).pk,
        "decision_id": write_decision(officer, sitting, f"Putusan {word}").pk,
    }


def add_minutes(officer: Actor, word: str, meeting: Meeting) -> Arguments:
    """Begun, with somebody who walked in."""
    minutes = begin_minutes(officer, meeting)
    MinutesSection.objects.filter(minutes=minutes).update(text=f"Isi {word}")
    attendee = add_walk_in(officer, minutes, add_person(officer, "Tamu"))
    section = MinutesSection.objects.get(minutes=minutes, item__isnull=True)
    return {"minutes_id": minutes.pk, "attendee_id": attendee.pk, "section_id": section.pk}


def add_circulation(officer: Actor, word: str, dossier: Dossier, budi: Person) -> Arguments:
    """Minutes before a partner who has corrected them; and others that are agreed. In the dossier from the beginning."""
    begins = timezone.now() - timedelta(days=4)
    found = []
    for days in (0, 1):
        starts = begins - timedelta(days=days)
        times = Times(starts, starts + timedelta(hours=1))
        held = plan_meeting(
            officer, f"Sidang {word}", times=times, zone="Asia/Jakarta", parties=(budi,), dossier=dossier
        )
        minutes = begin_minutes(officer, held)
        write_decision(officer, sitting_of(held, occurrence_at(held, "")), f"Putusan {word}")
        until = timezone.now() + timedelta(days=5)
        version = circulate(officer, minutes, Question(emails=["budi@laut.example"], answer_by=until))
        found.append((minutes, version, minutes.partners.get()))
    (minutes, version, partner), (agreed, _version, _partner) = found
    close_as_agreed(officer, agreed)
    link = circulation_link.to(partner, version)
    return {
        "circulated_minutes_id": minutes.pk,
        "agreed_minutes_id": agreed.pk,
        "minutes_partner_id": partner.pk,
        "correction_id": correct(link, version.number, "section-0", word).pk,
        "minutes_token": signed(circulation_link.PURPOSE, link),
    }


def add_poll(officer: Actor, word: str, dossier: Dossier, budi: Person) -> Arguments:
    """Asked, not decided."""
    asked = Asked(
        title=f"Rapat {word}",
        minutes=60,
        starts=[timezone.now() + timedelta(days=9)],
        zone="Asia/Jakarta",
        answer_by=timezone.now() + timedelta(days=3),
        parties=[budi],
        users=[],
        dossier=dossier,
        by_mail=False,
    )
    poll = ask_for_times(officer, asked)
    guest, slot = poll.guests.get(), poll.slots.get()
    return {
        "poll_id": poll.pk,
        "poll_guest_id": guest.pk,
        "poll_slot_id": slot.pk,
        "poll_token": signed(PURPOSE, to(guest)),
    }
