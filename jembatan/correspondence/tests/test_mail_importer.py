"""Mail files become messages: everything accounted for, nothing twice, and all of it can be taken back."""

import gzip
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from pytest_django import Settings

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.importer import windows
from jembatan.correspondence.importer.mailboxes import mailbox_name
from jembatan.correspondence.models import (
    Mailbox,
    MailboxAccount,
    Message,
    MessageAttachment,
    Recipient,
    Sender,
    Thread,
    ThreadLink,
)
from jembatan.correspondence.queries.mailboxes import mailbox_accounts
from jembatan.correspondence.tests.letters import US, letter
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.journal.models import Entry
from jembatan.platform.files.models import StoredFile
from jembatan.platform.imports.actions.quarantine import retry
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import Result, accounts, import_now
from jembatan.platform.imports.importer import ImportJob, Source
from jembatan.platform.imports.models import Batch, QuarantinedItem


@pytest.fixture(autouse=True)
def files_elsewhere(settings: Settings, tmp_path: Path) -> None:
    storages = {name: dict(value) for name, value in settings.STORAGES.items()}
    storages["default"] = {**storages["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = storages


def mbox(path: Path, *letters: bytes) -> Path:
    envelope = b"From a@partner.example Mon Mar  3 09:12:00 2025\n"
    path.write_bytes(b"".join(envelope + raw + b"\n\n" for raw in letters))
    return path


def figures(result: Result) -> dict[str, int]:
    return {name: number for name, number in accounts(result.batch).items() if number}


def test_an_mbox_is_filed_whole(officer: Actor, tmp_path: Path) -> None:
    path = mbox(
        tmp_path / "kantor.mbox",
        letter("a"),
        letter("b", references="a", hours=1, attachments={"x.bin": b"1234"}),
    )
    assert figures(import_now(officer, [path])) == {"read": 2, "filed": 2}
    message = Message.objects.get(message_id="b@partner.example")
    assert (message.mailbox.name, message.thread.message_count, message.text, message.placement) == (
        "kantor", 2, "Please comment.", Message.Placement.REFERENCE,
    )  # fmt: skip
    assert [(r.field, r.email) for r in message.recipients.all()] == [(Recipient.Field.TO, US)]
    assert [(a.name, a.file.size) for a in message.attachments.all()] == [("x.bin", 4)]
    account = MailboxAccount.objects.get()
    assert (account.mailbox.name, account.read, account.filed) == ("kantor", 2, 2)


def test_a_maildir_single_messages_and_compressed_files_are_read(officer: Actor, tmp_path: Path) -> None:
    maildir = tmp_path / "mail" / "Kotak"
    for part in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new"):
        (maildir / part).mkdir(parents=True)
    (maildir / "cur" / "1:2,S").write_bytes(letter("a"))
    (maildir / "new" / "2").write_bytes(letter("b"))
    (maildir / "tmp" / "3").write_bytes(letter("half written"))
    (maildir / ".Sent" / "cur" / "4:2,S").write_bytes(letter("c"))
    (tmp_path / "mail" / "one.eml").write_bytes(letter("d"))
    packed = mbox(tmp_path / "mail" / "old.mbox", letter("e"), letter("f"))
    (tmp_path / "mail" / "old.mbox.gz").write_bytes(gzip.compress(packed.read_bytes()))
    packed.unlink()
    assert figures(import_now(officer, [tmp_path / "mail"])) == {"read": 6, "filed": 6}
    assert sorted(Mailbox.objects.values_list("name", flat=True)) == ["Kotak", "mail", "old"]


def test_importing_again_changes_nothing(officer: Actor, tmp_path: Path) -> None:
    path = mbox(tmp_path / "m.mbox", letter("a"), letter(text="without a name"), letter("b", references="a"))
    import_now(officer, [path])
    before = (
        list(Message.objects.order_by("pk").values()),
        list(Thread.objects.values()),
        Entry.objects.filter(kind__startswith="mail").count(),
    )
    assert figures(import_now(officer, [path])) == {"read": 3, "duplicates": 3}
    assert before == (
        list(Message.objects.order_by("pk").values()), list(Thread.objects.values()), Entry.objects.filter(kind__startswith="mail").count(),
    )  # fmt: skip


def test_a_copy_changed_on_its_way_is_a_duplicate_and_noted(officer: Actor, tmp_path: Path) -> None:
    path = mbox(
        tmp_path / "m.mbox", letter("a"), letter("a", text="Please comment.\n-- \nmailing list footer")
    )
    result = import_now(officer, [path])
    assert (figures(result), len(result.problems)) == ({"read": 2, "filed": 1, "duplicates": 1}, 1)


def test_different_messages_with_one_message_id_are_both_kept(officer: Actor, tmp_path: Path) -> None:
    path = mbox(tmp_path / "m.mbox", letter("a"), letter("a", text="Quite another", hours=5))
    assert figures(import_now(officer, [path])) == {"read": 2, "filed": 2}
    assert figures(import_now(officer, [path])) == {"read": 2, "duplicates": 2}


def test_what_is_no_mail_is_quarantined_and_never_stops_the_rest(officer: Actor, tmp_path: Path) -> None:
    broken = tmp_path / "broken.eml"
    broken.write_bytes(b"\x00\x01 no header\n\nnothing")
    (tmp_path / "good.eml").write_bytes(letter("a"))
    result = import_now(officer, [tmp_path], kind="mail")
    assert figures(result) == {"read": 2, "filed": 1, "quarantined": 1}
    item = QuarantinedItem.objects.get()
    assert (bytes(item.raw), item.reason) == (broken.read_bytes(), "There is no mail header in these bytes.")


@pytest.mark.parametrize(
    "hostile",
    [
        b"From: a@x.example\nSubject: nul\x00nul\n\na\x00b",
        b"From: a@x.example\nContent-Type: text/plain; charset=utf-7\n\n+2AA-",
        b"From: a@x.example\nDate: Fri, 31 Dec 9999 23:59:00 -1200\n\nx",
        b"From: a@x.example\nDate: Tue, 19 Jan 2038 03:14:08 +0000\n\nx",
        b"From: a@x.example\nSubject: big\n\n" + b" ".join(b"w%d" % number for number in range(400_000)),
        b"From: a@x.example\nX-Long: " + b"x" * 2_000_000 + b"\n\nx",
        b"From: a@x.example\nMessage-ID: <" + "é".encode() * 5000 + b"@x>\n\nx",
        b"From: " + b"a" * 5000 + b"@x.example\nTo: " + b", ".join(b"p%d@x.example" % n for n in range(3000)) + b"\n\nx",
        b"From: a@x.example\nReferences: " + b" ".join(b"<%d@x.example>" % n for n in range(5000)) + b"\n\nx",
        b"From: a@x.example\nSubject: =?utf-8?b?////?=\n\n\xff\xfe",
    ],
    ids=["nul", "surrogate", "year 9999", "2038", "long text", "long header", "long id", "many receivers", "many references", "bad word"],
)  # fmt: skip
def test_hostile_messages_are_filed(officer: Actor, tmp_path: Path, hostile: bytes) -> None:
    (tmp_path / "m.eml").write_bytes(hostile)
    assert figures(import_now(officer, [tmp_path / "m.eml"])) == {"read": 1, "filed": 1}


def test_a_message_that_the_database_refuses_is_quarantined_alone(officer: Actor, tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE correspondence_message ADD CONSTRAINT refused CHECK (subject <> 'Refused')"
        )
    letters = [letter(f"m{number}", subject="Refused" if number == 3 else "Fine") for number in range(7)]
    result = import_now(officer, [mbox(tmp_path / "m.mbox", *letters)])
    assert figures(result) == {"read": 7, "filed": 6, "quarantined": 1}
    assert bytes(QuarantinedItem.objects.get().raw).strip() == letters[3].strip()


def test_messages_in_files_of_their_own_share_the_mailbox_of_their_folder(
    officer: Actor, tmp_path: Path
) -> None:
    for folder, names in (("surat", ("a.eml", "b", "c.1234", "d!2,S")), ("lain", ("e.eml",))):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_bytes(letter(f"{folder}-{name[0]}"))
    mbox(tmp_path / "surat" / "Inbox", letter("boxed"))
    (tmp_path / "surat" / "broken.eml").write_bytes(b"no mail at all")

    first = import_now(officer, [tmp_path], kind="mail")
    again = import_now(officer, [tmp_path], kind="mail")

    assert figures(first) == {"read": 7, "filed": 6, "quarantined": 1}
    assert figures(again) == {"read": 7, "duplicates": 6, "quarantined": 1}
    told = {
        a.mailbox.name: (a.messages, a.read, a.filed, a.duplicates, a.balanced)
        for a in mailbox_accounts(officer)
    }
    assert told == {
        "Inbox": (1, 2, 1, 1, True),
        "lain": (1, 2, 1, 1, True),
        "surat": (4, 10, 4, 4, True),
    }


@pytest.mark.parametrize(
    ("name", "stored", "mailbox"),
    [
        ("a.eml", "3f/3f9c", "mail"),
        ("arsip/surat/a.eml", "3f/3f9c", "surat"),
        ("arsip/Kotak/cur/1:2,S", "3f/3f9c", "Kotak"),
        ("kantor.mbox", "3f/3f9c", "kantor"),
        ("a.eml", "surat/a.eml", "surat"),
        ("./a.eml", "surat/a.eml", "surat"),
    ],
)
def test_mailbox_of_an_upload_is_not_named_after_the_store(
    tmp_path: Path, name: str, stored: str, mailbox: str
) -> None:
    path = tmp_path / stored
    path.parent.mkdir()
    path.write_bytes(letter("a"))
    if name.endswith(".mbox"):
        mbox(path, letter("a"))

    assert mailbox_name(Source(path, name)) == mailbox


def test_a_quarantined_message_is_filed_by_a_retry_once_it_can_be(officer: Actor) -> None:
    batch = Batch.objects.create(
        desk=officer.desk, actor_name="x", kind="mail", label="x", state="done", read=1, quarantined=1
    )
    ImportJob(batch=batch, actor=officer, kind="mail").quarantine("old.mbox", 3, "broke", letter("a"))
    item = batch.quarantine.get()
    assert retry(officer, item)
    batch.refresh_from_db()
    assert (accounts(batch)["filed"], Message.objects.get().mailbox.name) == (1, "old")


REFUSED = "ALTER TABLE correspondence_message ADD CONSTRAINT refused CHECK (subject <> 'Refused')"


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize(
    ("file", "mailbox"),
    [("surat/b", "surat"), ("Kotak/cur/1", "Kotak"), ("Kotak/.Sent/cur/1:2,S", "Kotak"), ("Inbox", "Inbox")],
)
def test_a_retry_files_into_the_mailbox_that_the_first_try_would_have_used(
    officer: Actor, tmp_path: Path, file: str, mailbox: str, is_there: bool
) -> None:
    for folder in ("Kotak/cur", "Kotak/new", "Kotak/.Sent/cur", "Kotak/.Sent/new", "surat"):
        (tmp_path / folder).mkdir(parents=True)
    refused = letter("a", subject="Refused")
    mbox(tmp_path / file, refused) if file == "Inbox" else (tmp_path / file).write_bytes(refused)
    with connection.cursor() as cursor:
        cursor.execute(REFUSED)
        batch = import_now(officer, [tmp_path]).batch
        cursor.execute("ALTER TABLE correspondence_message DROP CONSTRAINT refused")
    if not is_there:
        rmtree(tmp_path)

    assert retry(officer, batch.quarantine.get())
    assert Message.objects.get().mailbox.name == mailbox


def test_a_retry_of_what_no_importer_knew_is_not_named_after_its_folder_for_a_while(officer: Actor) -> None:
    batch = Batch.objects.create(
        desk=officer.desk, actor_name="x", kind="mail", label="x", state="done", read=1, quarantined=1
    )
    ImportJob(batch=batch, actor=officer).quarantine("b", 0, "?", letter("a"))
    item = batch.quarantine.get()

    assert retry(officer, item)
    assert Message.objects.get().mailbox.name == "mail"


def test_a_retry_of_what_is_still_no_mail_says_why(officer: Actor) -> None:
    batch = Batch.objects.create(
        desk=officer.desk, actor_name="x", kind="mail", label="x", state="done", read=1, quarantined=1
    )
    ImportJob(batch=batch, actor=officer, kind="mail").quarantine("x", 0, "broke", b"\x00")
    item = batch.quarantine.get()
    assert not retry(officer, item)
    item.refresh_from_db()
    assert item.reason == "There is no mail header in these bytes."


def test_attachments_of_one_content_are_stored_once(officer: Actor, tmp_path: Path) -> None:
    letters = [letter(name, attachments={f"{name}.bin": b"same"}) for name in "abc"]
    import_now(officer, [mbox(tmp_path / "m.mbox", *letters)])
    assert (MessageAttachment.objects.count(), StoredFile.objects.count()) == (3, 1)


def test_newsletter_is_our_turn_only_if_a_person_of_the_directory_sent_it(
    officer: Actor, budi: Person, tmp_path: Path
) -> None:
    ContactPoint.objects.create(
        desk=officer.desk, person=budi, kind="email", value="budi@x.example", normal="budi@x.example"
    )
    body: dict[str, Any] = {
        "text": "Arus kunjungan kapal.",
        "headers": {"List-Unsubscribe": "<https://x.example/keluar>"},
    }
    path = mbox(
        tmp_path / "m.mbox",
        letter("a", subject="Buletin", sender="berita@x.example", **body),
        letter("b", subject="Edaran", sender="budi@x.example", **body),
        letter("c", subject="Undangan", sender="acara@x.example", **body | {"text": "Mohon konfirmasi."}),
    )

    import_now(officer, [path])

    turns = dict(Thread.objects.values_list("subject", "turn"))
    assert turns == {"Buletin": "nobodys", "Edaran": "ours", "Undangan": "ours"}


def test_senders_are_linked_and_the_unknown_wait(officer: Actor, tmp_path: Path) -> None:
    person = Person.objects.create(
        desk=officer.desk, full_name="Aiko Tanaka", name_folded="aiko tanaka", search_text=" aiko"
    )
    ContactPoint.objects.create(
        desk=officer.desk,
        person=person,
        kind="email",
        value="Aiko@embassy.example",
        normal="aiko@embassy.example",
    )
    embassy = Organisation.objects.create(
        desk=officer.desk,
        name="Embassy",
        name_folded="embassy",
        search_text=" embassy",
        domains=["embassy.example"],
    )
    path = mbox(
        tmp_path / "m.mbox",
        letter("a"),
        letter("b", sender="Tom <tom@else.example>"),
        letter("c", sender=US, to="aiko@embassy.example", references="a", hours=2),
    )
    import_now(officer, [path])
    found = {
        s.email: (s.state, s.person, s.organisation, s.wrote)
        for s in Sender.objects.select_related("person", "organisation")
    }
    assert found == {
        "aiko@embassy.example": (Sender.State.KNOWN, person, embassy, 1),
        "tom@else.example": (Sender.State.WAITING, None, None, 1),
        US: (Sender.State.OURS, None, None, 1),
    }  # fmt: skip


def test_every_message_leaves_a_line_in_the_journal(officer: Actor, tmp_path: Path) -> None:
    person = Person.objects.create(
        desk=officer.desk, full_name="Aiko Tanaka", name_folded="aiko tanaka", search_text=" aiko"
    )
    ContactPoint.objects.create(
        desk=officer.desk,
        person=person,
        kind="email",
        value="aiko@embassy.example",
        normal="aiko@embassy.example",
    )
    path = mbox(
        tmp_path / "m.mbox",
        letter("a"),
        letter("b", sender=US, to="aiko@embassy.example", references="a", subject="Re: Draft", hours=1),
    )
    import_now(officer, [path])
    lines = Entry.objects.filter(kind__startswith="mail.").order_by("occurred_at")
    assert [(e.kind, e.summary, [str(p) for p in e.parties.all()]) for e in lines] == [
        ("mail.received", "Draft", ["Aiko Tanaka"]),
        ("mail.sent", "Re: Draft", ["Aiko Tanaka"]),
    ]
    person.refresh_from_db()
    assert person.last_active_at == lines[1].occurred_at


def test_lines_of_mail_are_of_their_authors_and_not_of_the_importer(
    head: Actor, second_officer: Actor, tmp_path: Path
) -> None:
    assert second_officer.user is not None
    maria = second_officer.user
    path = mbox(
        tmp_path / "m.mbox",
        letter("a"),
        letter("b", sender=maria.email.upper(), to="aiko@embassy.example", references="a", hours=1),
        letter("c", sender="tamu@selatnusantara.example", to="aiko@embassy.example", hours=2),
    )
    import_now(head, [path])
    lines = Entry.objects.filter(kind__startswith="mail.").order_by("occurred_at")
    assert [(entry.kind, entry.user) for entry in lines] == [
        ("mail.received", None),
        ("mail.sent", maria),
        ("mail.sent", None),
    ]
    assert [entry.actor_name for entry in lines][1:] == [maria.full_name, "tamu@selatnusantara.example"]


def test_a_message_of_an_open_conversation_reopens_it_only_if_it_is_later(
    officer: Actor, tmp_path: Path
) -> None:
    import_now(officer, [mbox(tmp_path / "a.mbox", letter("a"))])
    thread = Thread.objects.get()
    Thread.objects.update(done_at=thread.last_at)
    import_now(officer, [mbox(tmp_path / "b.mbox", letter("b", references="a", hours=-5))])
    assert Thread.objects.get().done_at is not None
    import_now(officer, [mbox(tmp_path / "c.mbox", letter("c", references="a", hours=5))])
    assert Thread.objects.get().done_at is None


def test_a_rollback_removes_everything_that_the_batch_made(officer: Actor, tmp_path: Path) -> None:
    import_now(officer, [mbox(tmp_path / "a.mbox", letter("a"))])
    before = list(Thread.objects.values())
    result = import_now(
        officer,
        [
            mbox(
                tmp_path / "b.mbox",
                letter("b", references="a", hours=9),
                letter("c", sender="tom@else.example", subject="Other"),
            )
        ],
    )
    taken = roll_back(officer, result.batch)
    assert (taken.removed, taken.kept) == (2, 0)
    assert list(Thread.objects.values()) == before
    assert list(Message.objects.values_list("message_id", flat=True)) == ["a@partner.example"]
    assert sorted(Sender.objects.values_list("email", flat=True)) == ["aiko@embassy.example", US]
    assert list(Mailbox.objects.values_list("name", flat=True)) == ["a"]
    assert not ThreadLink.objects.filter(message_id="c@partner.example").exists()


def test_a_rollback_keeps_conversations_that_people_work_with(officer: Actor, tmp_path: Path) -> None:
    result = import_now(officer, [mbox(tmp_path / "a.mbox", letter("a"), letter("b", subject="Other"))])
    Thread.objects.filter(subject="Other").update(owner=officer.user)
    taken = roll_back(officer, result.batch)
    assert (taken.removed, taken.kept) == (1, 1)
    assert list(Message.objects.values_list("message_id", flat=True)) == ["b@partner.example"]


def test_a_mailbox_after_a_rollback_can_be_imported_again(officer: Actor, tmp_path: Path) -> None:
    path = mbox(tmp_path / "a.mbox", letter("a"), letter("b", references="a", hours=1))
    roll_back(officer, import_now(officer, [path]).batch)
    assert figures(import_now(officer, [path])) == {"read": 2, "filed": 2}


def test_a_dry_run_counts_exactly_and_leaves_nothing(officer: Actor, tmp_path: Path) -> None:
    path = mbox(tmp_path / "a.mbox", letter("a"), letter("a"), letter("b"))
    assert figures(import_now(officer, [path], dry_run=True)) == {"read": 3, "filed": 2, "duplicates": 1}
    assert (Message.objects.count(), Thread.objects.count(), Sender.objects.count()) == (0, 0, 0)


def test_chunks_are_read_by_another_process_and_filed_in_order(
    officer: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "MOST_MESSAGES", 100)
    letters = [
        letter(f"m{number}", references=f"m{number - 1}" if number % 10 else "", hours=number)
        for number in range(450)
    ]
    assert figures(import_now(officer, [mbox(tmp_path / "a.mbox", *letters, letters[7])])) == {
        "read": 451, "filed": 450, "duplicates": 1,
    }  # fmt: skip
    assert Thread.objects.count() == 45


@pytest.mark.parametrize("who", ["drafter", "reader"])
def test_only_officers_file(who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(PermissionDenied):
        Filing(request.getfixturevalue(who))
