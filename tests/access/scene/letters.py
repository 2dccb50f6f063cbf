"""Mail with everything that hangs on it: drafts, an answer, a question, a bounce, a reminder."""

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.files import attach
from jembatan.correspondence.actions.drafts.start import start_answer
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.filing.lines import RECEIVED
from jembatan.correspondence.actions.note import note_on_thread
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.models import (
    Bounce,
    Clearance,
    Draft,
    DraftTranslation,
    Message,
    ReadBackReceiver,
    Reminder,
    Sender,
    Thread,
    ThreadMove,
)
from jembatan.correspondence.queries.consultation import link as consultation_link
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.correspondence.queries.read_back.link import link_of
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.consultation.scene import asked_below
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.note import correct_entry
from jembatan.journal.actions.record import Line, record
from jembatan.platform.links import LinkTo, signed
from tests.access.scene.kinds import Arguments


def add_mail(officer: Actor, word: str, ministry: Organisation, budi: Person) -> tuple[Message, Arguments]:
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
        "reminder_id": add_reminder(officer, thread).pk,
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


def add_reminder(officer: Actor, thread: Thread) -> Reminder:
    assert officer.user is not None
    return Reminder.objects.create(
        desk=officer.desk, thread=thread, step=Reminder.Step.DUE, due_at=timezone.now(), user=officer.user
    )
