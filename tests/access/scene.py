"""A desk with one of everything: open to the desk, and once more behind a restricted dossier that names Bagus alone.

Whatever is behind it says the secret word. It was all there before the dossier was restricted, as in life.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actions.app_passwords import make_app_password
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership
from jembatan.accounts.web import device_setup
from jembatan.briefings.actions.make_brief import make_brief
from jembatan.correspondence.actions.announcements import unsubscribe
from jembatan.correspondence.actions.announcements.consents import record_consents
from jembatan.correspondence.actions.announcements.lists import ListContent, keep_list, put_on_list
from jembatan.correspondence.actions.announcements.start import start_announcement
from jembatan.correspondence.actions.announcements.write import AnnouncementContent, write_announcement
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.actions.clearance.rules import add_rule
from jembatan.correspondence.actions.clock.settle import add_day_off, set_answering_time
from jembatan.correspondence.actions.confirmation.answer import correct
from jembatan.correspondence.actions.confirmation.ask import ask_to_confirm
from jembatan.correspondence.actions.drafts.files import attach
from jembatan.correspondence.actions.drafts.start import start_answer
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.filing.lines import RECEIVED
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming
from jembatan.correspondence.actions.letters.write import Wording
from jembatan.correspondence.actions.lines.clear import clear_line
from jembatan.correspondence.actions.lines.use import record_use
from jembatan.correspondence.actions.lines.write import LineContent, write_line
from jembatan.correspondence.actions.note import note_on_thread
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.preflight.glossary import add_term
from jembatan.correspondence.actions.preflight.limits import set_limit
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.actions.statements.files import enclose
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import (
    Bounce,
    Clearance,
    ClearanceRule,
    Consent,
    Draft,
    DraftTranslation,
    Message,
    ReadBackReceiver,
    Reminder,
    Sender,
    Statement,
    Thread,
    ThreadMove,
)
from jembatan.correspondence.queries.confirmation import link as confirmation_link
from jembatan.correspondence.queries.consultation import link as consultation_link
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.correspondence.queries.read_back.link import link_of
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.consultation.scene import asked_below
from jembatan.correspondence.tests.formal_letters.scene import prepare, started
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
from jembatan.meetings.actions.invitations.ask import ask
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.actions.rooms import add_room
from jembatan.meetings.models import Meeting
from jembatan.platform.dav.feeds import make_feed
from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.links import LinkTo, signed
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
    wording = prepare(officer.desk)
    common = {
        **_directory(officer, ministry, budi),
        **_imports(head),
        **_accounts(officer),
        **_preflight(head, ministry),
        **_sending(head),
        **_clearance(head),
        "series_id": wording.series.pk,
        "template_id": wording.template.pk,
    }
    common["room_id"] = add_room(head, "Ruang Garuda").pk
    common |= _announcement(officer, budi) | _confirmation(officer)
    open_world = _world(head, officer, OPEN, ministry, budi, wording)
    hidden_world = _world(head, officer, SECRET, ministry, budi, wording)
    _confine(officer, hidden_world)
    opened, hidden = {**common, **open_world.arguments}, {**common, **hidden_world.arguments}
    hidden["token"] = opened["token"]  # whoever has the link of a letter may read that letter
    return Scene(opened, hidden, ministry, budi)


def _world(
    head: Actor, officer: Actor, word: str, ministry: Organisation, budi: Person, wording: Wording
) -> World:
    dossier = open_dossier(officer, f"Perkara {word}", objective=f"Tujuan {word}")
    message, arguments = _mail(officer, word, ministry, budi)
    meeting = _meeting(officer, word, ministry, budi)
    note = write_note(officer, f"Catatan {word}\nRincian {word}", parties=(ministry, budi), dossier=dossier)
    statement = _statement(officer, word, dossier)
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
            **_line(head, officer, word, dossier, budi),
            "dossier_id": dossier.pk,
            "entry_id": note.pk,
            "subject_kind": "dossier",
            "subject_id": dossier.pk,
            "meeting_id": meeting.pk,
            "guest_id": guest.pk,
            "invitation_question_id": ask(meeting, kind="doubt", email="x@laut.example", comment=word).pk,
            "statement_id": statement.pk,
            "letter_id": started(officer, wording, title=f"Surat resmi {word}", dossier=dossier).pk,
            "enclosure_id": enclose(officer, statement, word.encode(), name=f"{word}.txt").pk,
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
    note_on_thread(officer, thread, f"Catatan dalam {word}")
    draft = start_answer(officer, message, kind=Draft.Kind.REPLY)
    draft = save_draft(officer, draft, Content(to=sender, subject=word, text=f"Konsep {word}"), version=1)
    file = attach(officer, draft, word.encode(), name=f"{word}.txt")
    reply = start_answer(officer, first, kind=Draft.Kind.REPLY)
    content = Content(to=sender, subject=word, text=f"Jawaban {word}", read_back=True)
    reply = save_draft(officer, reply, content, version=1)
    machine = DraftTranslation.objects.create(
        draft=draft, language="en", provider="mesin.example", part=f"Translated {word}"
    )
    outgoing = send_draft(officer, reply, confirmed=True)
    clearance = Clearance.objects.create(
        desk=officer.desk, draft=draft, clearer="officer", subject=word, text=f"Konsep {word}"
    )
    asked = asked_below(officer, message, text=f"Tanya {word}", passage=word)
    answer = mail.answer(thread, to=(sender,), text=f"Balasan {word}")
    bounce = Bounce.objects.create(
        desk=officer.desk, report=message, failed_id=answer.message_id, email=sender, words=word
    )
    move = ThreadMove.objects.create(
        kind=ThreadMove.Kind.SPLIT, source=thread, target=parted, message_ids=[], before={"placements": {}}
    )
    return message, {
        "reminder_id": _reminder(officer, thread).pk,
        "thread_id": thread.pk,
        "parted_id": parted.pk,
        "message_id": message.pk,
        "attachment_id": attachment.pk,
        "move_id": move.pk,
        "draft_id": draft.pk,
        "file_id": file.pk,
        "mail_id": outgoing.pk,
        "bounce_id": bounce.pk,
        "clearance_id": clearance.pk,
        "consultation_id": asked.pk,
        "token": signed(consultation_link.PURPOSE, LinkTo(asked.pk, asked.issue, asked.open_until)),
        "translation_id": machine.pk,
        "read_back_token": link_of(ReadBackReceiver.objects.get(read_back__draft=reply)).split("/")[-2],
        "sender_id": first.sender_id,
    }


def _confirmation(officer: Actor) -> Arguments:
    """Asked, and corrected by another."""
    asked, corrected = (
        ask_to_confirm(officer, add_person(officer, name, email=f"{name.lower()}@laut.example"))
        for name in ("Tono", "Siti")
    )
    correct(confirmation_link.to(corrected), {"words": "Pindah"})
    token = confirmation_link.link_of(asked).split("/")[-2]
    return {"confirmation_id": corrected.pk, "confirmation_token": token}


def _line(head: Actor, officer: Actor, word: str, dossier: Dossier, budi: Person) -> Arguments:
    """Cleared, said in a meeting, and worded anew."""
    content = LineContent(
        topic=f"Sikap {word}",
        word=word.lower(),
        texts={"id": f"Kata {word}"},
        do_not_say={},
        dossier=dossier,
        owner=officer.user,
    )
    line = write_line(officer, None, content)
    clear_line(head, line, number=1)
    use = record_use(officer, line, occasion=f"Rapat {word}", language="id", parties=[budi])
    write_line(officer, line, replace(content, texts={"id": f"Lagi {word}"}))
    return {"line_id": line.pk, "hearer_id": use.hearers.get().pk}


def _reminder(officer: Actor, thread: Thread) -> Reminder:
    assert officer.user is not None
    return Reminder.objects.create(
        desk=officer.desk, thread=thread, step=Reminder.Step.DUE, due_at=timezone.now(), user=officer.user
    )


def _statement(officer: Actor, word: str, dossier: Dossier) -> Statement:
    entered = Entered(
        state=Statement.State.RECEIVED,
        number=f"LS-{word}",
        title=f"Pernyataan {word}",
        purpose=Statement.Purpose.ACTION,
        dossier=dossier,
    )
    return record_statement(officer, entered)


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


def _preflight(head: Actor, ministry: Organisation) -> Arguments:
    term = add_term(head, organisation=ministry, language="", avoid="perjanjian", use="nota kesepahaman")
    own = set_answering_time(head, ministry, answer_days=1, expected_days=None)
    free = add_day_off(head, timezone.localdate() + timedelta(days=9))
    clock: Arguments = {"time_id": own.pk, "day_off_id": free.pk}
    return clock | {"term_id": term.pk, "limit_id": set_limit(head, ministry, highest=Marking.GREEN).pk}


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
    feed, feed_secret = make_feed(officer, kind="meetings", name="Layar")
    device, _password = make_app_password(officer.user, name="Telepon")
    link = LinkTo(device.pk, officer.user.pk, timezone.now() + timedelta(hours=1))
    return {
        "view_id": view.pk,
        "membership_id": membership.pk,
        "secret": "none",
        "slug": "none",
        "password_id": device.pk,
        "feed_id": feed.pk,
        "feed_secret": feed_secret,
        "device_token": signed(device_setup.PURPOSE, link),
        "officer_id": officer.user.pk,
        "desk_slug": officer.desk.slug,
    }


def _announcement(officer: Actor, budi: Person) -> Arguments:
    """Being written; and one that is being sent, with the link off it."""
    contacts = keep_list(officer, None, ListContent(name="Mitra"))
    put_on_list(officer, contacts, budi)
    record_consents(officer, [budi], wishes=True, how=Consent.How.ASKED)
    content = AnnouncementContent(
        contacts=contacts,
        from_address=addresses_for(officer)[0],
        subjects={"id": "Pindah", "en": "Moved"},
        texts={"id": "{greeting} Kami pindah.", "en": "{greeting} We moved."},
    )
    leaving = write_announcement(officer, None, content)
    start_announcement(officer, leaving, confirmed=True)
    receiver = leaving.receivers.get()
    return {
        "announcement_id": write_announcement(officer, None, content).pk,
        "leaving_id": leaving.pk,
        "list_id": contacts.pk,
        "unsubscribe_token": signed(unsubscribe.PURPOSE, unsubscribe.link_of(receiver)),
    }


def _sending(head: Actor) -> Arguments:
    """The server says no at once: nobody listens on port 1."""
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    address = keep_address(head, None, server=server, name="Biro", email="biro@selatnusantara.example")
    return {"server_id": server.pk, "address_id": address.pk, **_receiving(head)}


def _clearance(head: Actor) -> Arguments:
    """A rule that no mail of the scene falls under."""
    wanted = ClearanceRule(condition="marking", marking=Marking.RED, clearer="head")
    return {"rule_id": add_rule(head, wanted).pk}


def _receiving(head: Actor) -> Arguments:
    facts: dict[str, str | int] = {"host": "127.0.0.1", "port": 1, "username": "biro", "token_url": ""}
    server = keep_incoming(head, None, facts=facts, folders=["INBOX"], secrets=Secrets(password="rahasia"))
    return {"incoming_id": server.pk}
