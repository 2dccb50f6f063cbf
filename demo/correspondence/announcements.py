"""Announcements of the demo office: one that was sent, one that is being written, and who wants them."""

from demo import cast
from demo.correspondence.scene import Scene
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.announcements.finish import SENT, SOURCE
from jembatan.correspondence.actions.announcements.lists import ListContent, keep_list, put_on_list
from jembatan.correspondence.actions.announcements.write import AnnouncementContent, write_announcement
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import Letter, compose
from jembatan.correspondence.models import (
    Announcement,
    AnnouncementReceiver,
    Consent,
    ContactList,
    Draft,
    OutgoingMail,
    SendingAddress,
)
from jembatan.correspondence.queries.announcements.receivers import Chosen, choose
from jembatan.correspondence.queries.announcements.words import words_for
from jembatan.journal.actions.record import Line
from jembatan.platform.files.store import keep

LIST = "Operator dan pelabuhan"
How = Consent.How
# Who is on the list, and what the desk has learnt from them.
WISHES = (
    ("aisyah", True, How.ASKED, ""),
    ("somchai", True, How.WRITTEN, "Surel 12 Oktober"),
    ("hendra", True, How.DUTY, ""),
    ("okafor", True, How.FORM, ""),
    ("laode", True, How.ASKED, ""),
    ("vanderberg", False, How.ASKED, "Cukup lewat Chidi Okafor"),
)
UNASKED = "siti"
OFF_AGAIN = "somchai"
SENT_ONE = (
    {
        "id": "Penutupan alur timur: dua malam pada bulan ini",
        "en": "Eastern channel closed on two nights this month",
    },
    {
        "id": "{greeting}\n\nalur timur ditutup Selasa dan Rabu malam, pukul 21.00–04.00 WIB, untuk perbaikan rambu suar. Mohon sesuaikan jadwal pelayaran.",
        "en": "{greeting}\n\nthe eastern channel is closed on Tuesday and Wednesday night, 21:00 to 04:00 (UTC+7), for repairs of the light beacons. Please adapt your schedules.",
    },
)
WRITTEN_ONE = (
    {"id": "Dermaga dan alur pada libur akhir tahun", "en": "Berths and channels over the holidays"},
    {
        "id": "{greeting}\n\nbersama ini kami sampaikan jadwal dermaga dan alur dari 20 Desember sampai 4 Januari untuk {organisation}.",
        "en": "{greeting}\n\nplease find below the berths and channels from 20 December to 4 January for {organisation}.",
    },
)


def write(scene: Scene) -> None:
    """The list with its consents, then both announcements."""
    bagus = scene.actor("bagus")
    contacts = keep_list(bagus, None, ListContent(name=LIST))
    for key in (*(key for key, *_rest in WISHES), UNASKED):
        put_on_list(bagus, contacts, scene.person(key))
    for key, wishes, how, words in WISHES:
        Consent.objects.create(
            desk=scene.desk,
            person=scene.person(key),
            wishes=wishes,
            how=how,
            words=words,
            recorded_by=bagus.user,
        )
    sender = SendingAddress.objects.filter(desk=scene.desk, user=None)[:1].get()
    sent, _written = (
        write_announcement(
            bagus,
            None,
            AnnouncementContent(contacts=contacts, from_address=sender, subjects=subjects, texts=texts),
        )
        for subjects, texts in (SENT_ONE, WRITTEN_ONE)
    )
    _send(scene, sent)


def _send(scene: Scene, announcement: Announcement) -> None:
    """As it would stand after twelve days."""
    announcement.state, announcement.sent_by = Announcement.State.SENT, scene.user("bagus")
    announcement.saved_at = announcement.started_at = announcement.ended_at = scene.at(-12, 10)
    announcement.save()
    chosen = choose(scene.actor("bagus"), announcement)
    for number, each in enumerate(chosen):
        AnnouncementReceiver.objects.create(
            announcement=announcement,
            person=each.person,
            name=each.person.full_name,
            email=each.email,
            language=each.language,
            left_out=each.left_out,
            mail=None if each.left_out else _mail(scene, announcement, each, number),
        )
    Consent.objects.create(
        desk=scene.desk,
        person=scene.person(OFF_AGAIN),
        wishes=False,
        how=How.LINK,
        announcement=announcement,
    )
    got = [each for each in chosen if not each.left_out]
    line = Line(
        kind=SENT,
        summary=f"Pengumuman ke {len(got)} penerima: {announcement.subjects['id']}",
        detail=announcement.texts["id"],
        parties=[each.person for each in got],
        occurred_at=scene.at(-12, 10),
        source=(SOURCE, announcement.pk),
        import_batch=scene.batch_id,
    )
    scene.tell(line)


def _mail(scene: Scene, announcement: Announcement, each: Chosen, number: int) -> OutgoingMail:
    """Taken by the server; its copy is filed nowhere."""
    sender = announcement.from_address
    words = words_for(announcement, each, off="https://selatnusantara.example/")
    moment = scene.at(-12, 10)
    letter = Letter(
        message_id=f"pengumuman.{number}@{cast.DOMAIN}",
        date=moment,
        sender=Address(sender.name, sender.email),
        to=(Address(each.person.full_name, each.email),),
        subject=words.subject,
        text=words.text,
    )
    draft = Draft.objects.create(
        desk=scene.desk,
        state=Draft.State.QUEUED,
        from_address=sender,
        to=each.email,
        subject=words.subject,
        text=words.text,
        saved_by=announcement.sent_by,
        saved_at=moment,
    )
    return OutgoingMail.objects.create(
        desk=scene.desk,
        draft=draft,
        from_address=sender,
        message_id=letter.message_id,
        subject=words.subject,
        raw=keep(compose(letter)),
        state=OutgoingMail.State.SENT,
        queued_by=announcement.sent_by,
        due_at=moment,
    )


def remove(desk: Desk) -> None:
    """Both announcements, with the wishes of those on the list; the list stays where the desk writes to it."""
    demo = Announcement.objects.filter(
        desk=desk, contacts__name=LIST, subjects__in=[SENT_ONE[0], WRITTEN_ONE[0]]
    ).exclude(state=Announcement.State.SENDING)
    listed = ContactList.objects.filter(desk=desk, name=LIST).values("members")
    Consent.objects.filter(person__in=listed).delete()
    mails = OutgoingMail.objects.filter(announced__announcement__in=demo)
    drafts = list(mails.values_list("draft", flat=True))
    mails.delete()
    Draft.objects.filter(pk__in=drafts).delete()
    demo.delete()
    ContactList.objects.filter(desk=desk, name=LIST, announcements=None).delete()
