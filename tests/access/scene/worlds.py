"""Matters of one dossier, and how they are confined to it."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.actions.letters.write import Wording
from jembatan.correspondence.actions.statements.files import enclose
from jembatan.correspondence.models import (
    Thread,
)
from jembatan.correspondence.tests.formal_letters.scene import started
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import edit_dossier, open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.journal.actions.note import write_note
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.invitations.ask import ask
from jembatan.platform.markings import Marking
from tests.access.scene.briefs import add_brief
from tests.access.scene.deployment import add_deployment
from tests.access.scene.events import add_event
from tests.access.scene.field import add_field
from tests.access.scene.kinds import World
from tests.access.scene.letters import add_mail
from tests.access.scene.meetings import (
    add_circulation,
    add_meeting,
    add_minutes,
    add_outcomes,
    add_poll,
)
from tests.access.scene.negotiations import add_negotiation
from tests.access.scene.plans import add_plan
from tests.access.scene.promises import add_promise
from tests.access.scene.protocol import add_protocol
from tests.access.scene.reports import add_report
from tests.access.scene.signals import add_signal
from tests.access.scene.words import add_line, add_statement


def add_world(
    head: Actor, officer: Actor, word: str, ministry: Organisation, budi: Person, wording: Wording
) -> World:
    dossier = open_dossier(officer, f"Perkara {word}", objective=f"Tujuan {word}")
    message, arguments = add_mail(officer, word, ministry, budi)
    meeting = add_meeting(officer, word, ministry, budi)
    note = write_note(officer, f"Catatan {word}\nRincian {word}", parties=(ministry, budi), dossier=dossier)
    statement = add_statement(officer, word, dossier)
    guest = meeting.attendances.filter(ours=False).first()
    assert guest is not None
    promise = add_promise(head, officer, word, message, budi)
    return World(
        word,
        dossier,
        message,
        meeting,
        note,
        {
            **arguments,
            **add_line(head, officer, word, dossier, budi),
            "dossier_id": dossier.pk,
            **add_plan(officer, word, dossier, ministry),
            "entry_id": note.pk,
            "subject_kind": "dossier",
            "subject_id": dossier.pk,
            "meeting_id": meeting.pk,
            **add_poll(officer, word, dossier, budi),
            "guest_id": guest.pk,
            **add_outcomes(officer, word, meeting),
            **add_minutes(officer, word, meeting),
            **promise,
            **add_signal(officer, word, promise["commitment_id"]),
            **add_circulation(officer, word, dossier, budi),
            **add_brief(head, officer, word, meeting),
            **add_report(head, officer, word, dossier),
            **add_protocol(head, officer, word, meeting),
            **add_negotiation(officer, word, dossier, ministry),
            **add_event(head, officer, word, dossier),
            **add_deployment(officer, word, dossier),
            **add_field(officer, word, dossier),
            "invitation_question_id": ask(meeting, kind="doubt", email="x@laut.example", comment=word).pk,
            "statement_id": statement.pk,
            "letter_id": started(officer, wording, title=f"Surat resmi {word}", dossier=dossier).pk,
            "enclosure_id": enclose(officer, statement, word.encode(), name=f"{word}.txt").pk,
        },
    )


def confine(officer: Actor, world: World) -> None:
    """Everything goes into the dossier, and only then does the dossier close."""
    for thread in Thread.objects.filter(messages__text__contains=world.word).distinct():
        put_in_dossier(officer, thread, dossier=world.dossier)
    change_meeting(officer, world.meeting, "dossier", world.dossier, version=world.meeting.version)
    add_party(officer, world.dossier, Organisation.objects.get(name="Kementerian Laut"))
    dossier = edit_dossier(
        officer,
        world.dossier,
        title=world.dossier.title,
        objective=f"Lagi {world.word}",
        marking=Marking.RED,
        version=world.dossier.version,
    )
    restrict(officer, dossier)
