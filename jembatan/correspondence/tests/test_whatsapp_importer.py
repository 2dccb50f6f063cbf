"""Chats become conversations: with whom the directory knows, each message once, media beside their message."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, MessageAttachment, Sender, Thread
from jembatan.directory.actions.people import add_person
from jembatan.journal.models import Entry
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import Result, accounts, import_now
from jembatan.platform.imports.models import QuarantinedItem

CHAT = (
    "25/11/26 14.30 - Pesan dan panggilan terenkripsi secara end-to-end.\n"
    "25/11/26 14.30 - {us}: Bu, bisakah rapat dimajukan?\n"
    "25/11/26 14.31 - +62 812-3456-7890: DRAF.pdf (file terlampir)\n"
    "25/11/26 14.32 - Orang Baru: Kapan?\n"
)


@pytest.fixture(autouse=True)
def files_elsewhere(settings: Settings, tmp_path: Path) -> None:
    storages = {name: dict(value) for name, value in settings.STORAGES.items()}
    storages["default"] = {**storages["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = storages


@pytest.fixture
def chat(officer: Actor) -> str:
    assert officer.user
    return CHAT.format(us=officer.user.full_name)


def figures(result: Result) -> dict[str, int]:
    return {name: number for name, number in accounts(result.batch).items() if number}


def zipped(path: Path, chat: str, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_chat.txt", chat)
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_chat_is_one_conversation_between_us_and_those_we_know(
    officer: Actor, chat: str, tmp_path: Path
) -> None:
    retno = add_person(officer, "Retno Palupi", phone="0812-3456-7890")
    path = tmp_path / "Chat WhatsApp dengan Grup MoU.txt"
    path.write_text(chat, encoding="utf-8")

    assert figures(import_now(officer, [path])) == {"read": 4, "filed": 4}

    thread = Thread.objects.get()
    assert (thread.subject, thread.message_count, thread.turn) == ("WhatsApp: Grup MoU", 4, "ours")
    messages = list(Message.objects.order_by("pk"))
    assert [message.automatic for message in messages] == [True, False, False, False]
    assert [message.ours for message in messages] == [False, True, False, False]
    assert [message.sender and message.sender.person for message in messages] == [None, None, retno, None]
    assert Sender.objects.get(state=Sender.State.WAITING).name == "Orang Baru"
    lines = Entry.objects.filter(kind__startswith="chat.").order_by("pk")
    assert [line.kind for line in lines] == [
        "chat.received",
        "chat.sent",
        "chat.received",
        "chat.received",
    ]
    assert lines[1].actor_name == officer.name


def test_times_are_those_of_the_desk(officer: Actor, chat: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(chat, encoding="utf-8")
    import_now(officer, [path])

    first = Message.objects.earliest("pk")
    assert first.sent_at
    assert f"{first.sent_at:%d %H.%M %z}" == "25 07.30 +0000"
    assert first.sent_offset is None


def test_longer_export_adds_only_what_is_new(officer: Actor, chat: str, tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat with Retno.txt"
    path.write_text(chat, encoding="utf-8")
    import_now(officer, [path])
    path.write_text(f"{chat}26/11/26 08.00 - Orang Baru: Halo?\n", encoding="utf-8")

    assert figures(import_now(officer, [path])) == {"read": 5, "filed": 1, "duplicates": 4}
    assert Thread.objects.get().subject == "WhatsApp: Retno"


def test_media_of_a_zip_are_attached_and_what_is_left_over_is_kept(
    officer: Actor, chat: str, tmp_path: Path
) -> None:
    path = zipped(tmp_path / "WhatsApp Chat - Retno.zip", chat, **{"DRAF.pdf": b"%PDF-1", "lain.jpg": b"x"})

    result = import_now(officer, [path])

    assert figures(result) == {"read": 5, "filed": 4, "quarantined": 1}
    attachment = MessageAttachment.objects.get()
    assert (attachment.name, attachment.type) == ("DRAF.pdf", "application/pdf")
    assert Thread.objects.get().subject == "WhatsApp: Retno"
    left = QuarantinedItem.objects.get()
    assert (left.source, bytes(left.raw)) == (f"{path}/lain.jpg", b"x")


def test_unpacked_export_is_taken_as_a_whole(officer: Actor, chat: str, tmp_path: Path) -> None:
    folder = tmp_path / "WhatsApp Chat - Retno"
    folder.mkdir()
    (folder / "_chat.txt").write_text(chat, encoding="utf-8")
    (folder / "DRAF.pdf").write_bytes(b"%PDF-1")

    assert figures(import_now(officer, [folder])) == {"read": 4, "filed": 4}
    assert MessageAttachment.objects.get().name == "DRAF.pdf"


def test_dates_that_fit_two_ways_are_reported(officer: Actor, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("05/06/26 14.30 - Retno: Ya\n", encoding="utf-8")

    result = import_now(officer, [path])

    assert [(problem.source, problem.reason[-27:]) for problem in result.problems] == [
        (str(path), "DD/MM/YYYY, not as MM/DD/YYYY."[-27:])
    ]
    assert f"{Message.objects.get().sent_at:%d %B}" == "05 June"


def test_text_that_is_no_chat_is_kept_with_its_reason(officer: Actor, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Yth. Ibu Retno,\n", encoding="utf-8")

    assert figures(import_now(officer, [path], kind="whatsapp")) == {"read": 1, "quarantined": 1}


def test_taken_back_chat_is_gone(officer: Actor, chat: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(chat, encoding="utf-8")
    batch = import_now(officer, [path]).batch

    roll_back(officer, batch)

    assert not Message.objects.exists()
    assert not Sender.objects.exists()


def test_page_offers_to_reply_in_whatsapp(
    officer: Actor, chat: str, tmp_path: Path, client_of: Callable[[Actor], Client]
) -> None:
    path = tmp_path / "x.txt"
    path.write_text(chat, encoding="utf-8")
    import_now(officer, [path])

    page = client_of(officer).get(reverse("correspondence:thread", args=[Thread.objects.get().pk]))

    assert page.content.decode().count("https://wa.me/6281234567890") == 1
    assert "wa.me/orang" not in page.content.decode()
