"""A desk with one of everything: open to the desk, and once more behind a restricted dossier that names Bagus alone.

Whatever is behind it says the secret word. It was all there before the dossier was restricted, as in life.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership
from jembatan.briefings.actions.make_brief import make_brief
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.actions.filing.lines import RECEIVED
from jembatan.correspondence.actions.timelines import SOURCE
from jembatan.correspondence.models import Message, Sender, Thread, ThreadMove
from jembatan.correspondence.tests import scene as mail
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.detail_removal import remove_detail
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.models import ContactPoint, Duplicate, Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import edit_dossier, open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.note import correct_entry, write_note
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Meeting
from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.markings import Marking
from jembatan.platform.ui.saved_views import save_view

SECRET = "Wisanggeni"
OPEN = "Pelabuhan"

type Arguments = dict[str, object]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the addresses name (URL arguments by name): open to the desk, behind the dossier, and the directory's."""

    open: Arguments
    hidden: Arguments
    ministry: Organisation
    budi: Person


@dataclass(frozen=True, slots=True)
class World:
    """Matters of one dossier, all with the same word in them."""

    word: str
    dossier: Dossier
    message: Message
    meeting: Meeting
    note: Entry
    arguments: Mapping[str, object]


def set_up(head: Actor, officer: Actor) -> Scene:
    """`officer` is the one whom the restricted dossier names."""
    ministry = add_organisation(officer, "Kementerian Laut")
    budi = add_person(officer, "Budi Santoso", email="budi@laut.example", organisation=ministry)
    common = _directory(officer, ministry, budi) | _imports(head) | _accounts(officer)
    open_world = _world(officer, OPEN, ministry, budi)
    hidden_world = _world(officer, SECRET, ministry, budi)
    _confine(officer, hidden_world)
    return Scene({**common, **open_world.arguments}, {**common, **hidden_world.arguments}, ministry, budi)


def _world(officer: Actor, word: str, ministry: Organisation, budi: Person) -> World:
    dossier = open_dossier(officer, f"Perkara {word}", objective=f"Tujuan {word}")
    message, arguments = _mail(officer, word, ministry, budi)
    meeting = _meeting(officer, word, ministry, budi)
    note = write_note(officer, f"Catatan {word}\nRincian {word}", parties=(ministry, budi), dossier=dossier)
    guest = meeting.attendances.filter(ours=False).first()
    assert guest is not None
    return World(
        word,
        dossier,
        message,
        meeting,
        note,
        {
            **arguments,
            "dossier_id": dossier.pk,
            "entry_id": note.pk,
            "subject_kind": "dossier",
            "subject_id": dossier.pk,
            "meeting_id": meeting.pk,
            "guest_id": guest.pk,
        },
    )


def _mail(officer: Actor, word: str, ministry: Organisation, budi: Person) -> tuple[Message, Arguments]:
    thread = mail.thread(officer.desk, f"Surat {word}")
    sender = f"{word.lower()}@{word.lower()}.example"
    first = mail.message(thread, email=sender, name=f"Tuan {word}", text=f"Isi pertama {word}")
    message = mail.message(
        thread,
        text=f"Isi {word}. Mohon tanggapan Bapak/Ibu.",
        html=f"<p>Isi {word} <img src='cid:gambar'></p>",
        head=f"Subject: Surat {word}",
    )
    Sender.objects.filter(messages=message).update(person=budi, organisation=ministry)
    attachment = mail.attachment(message, mail.PNG, name=f"{word}.png", type="image/png", inline=True)
    for each in (first, message):
        line = Line(
            kind=RECEIVED,
            summary=each.subject,
            occurred_at=each.sent_at,
            parties=(ministry, budi),
            source=(SOURCE, each.pk),
        )
        correct_entry(officer, record(officer, line), f"Sebenarnya {word}")
    parted = mail.thread(officer.desk, f"Bagian {word}")
    mail.message(parted, text=f"Bagian {word}")
    move = ThreadMove.objects.create(
        kind=ThreadMove.Kind.SPLIT, source=thread, target=parted, message_ids=[], before={"placements": {}}
    )
    return message, {
        "thread_id": thread.pk,
        "parted_id": parted.pk,
        "message_id": message.pk,
        "attachment_id": attachment.pk,
        "move_id": move.pk,
        "sender_id": first.sender_id,
    }


def _meeting(officer: Actor, word: str, ministry: Organisation, budi: Person) -> Meeting:
    begins = timezone.now() + timedelta(hours=2)
    meeting = plan_meeting(
        officer,
        f"Rapat {word}",
        times=Times(begins, begins + timedelta(hours=1)),
        zone="Asia/Jakarta",
        location=f"Ruang {word}",
        description=f"Acara {word}",
        parties=(ministry, budi),
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


def _confine(officer: Actor, world: World) -> None:
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


def _directory(officer: Actor, ministry: Organisation, budi: Person) -> Arguments:
    point = add_contact_point(officer, budi, kind=ContactPoint.Kind.PHONE, value="+62 21 3456 7890")
    gone = add_contact_point(officer, budi, kind=ContactPoint.Kind.PHONE, value="+62 21 3456 7891")
    gone_id = gone.pk
    remove_detail(officer, gone)
    agency = add_organisation(officer, "Badan Pelabuhan Timur")
    position = add_position(officer, budi, agency, PositionFacts(title="Penasihat"))
    twin = add_person(officer, "Santoso, Budi")
    duplicate = Duplicate.objects.create(desk=officer.desk, person_a=budi, person_b=twin, score=0.9)
    return {
        "duplicate_id": duplicate.pk,
        "organisation_id": ministry.pk,
        "person_id": budi.pk,
        "party_id": budi.pk,
        "point_id": point.pk,
        "position_id": position.pk,
        "detail_id": point.pk,
        "gone_point_id": gone_id,
    }


def _imports(head: Actor) -> Arguments:
    batch = Batch.objects.create(
        desk=head.desk, user=head.user, actor_name=head.name, kind="mail", label="arsip.mbox"
    )
    item = QuarantinedItem.objects.create(
        batch=batch, kind="mail", source="arsip.mbox", reason="rusak", raw=b"?"
    )
    return {"batch_id": batch.pk, "item_id": item.pk}


def _accounts(officer: Actor) -> Arguments:
    assert officer.user is not None
    view = save_view(officer, page="correspondence:inbox", name="Milik Bagus", query="turn=ours")
    membership = Membership.objects.get(desk=officer.desk, user=officer.user)
    return {"view_id": view.pk, "membership_id": membership.pk, "secret": "none", "slug": "none"}
