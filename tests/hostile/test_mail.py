"""Mail made to do harm: each piece is filed harmlessly, set aside with its reason, or refused in a sentence; never a trace, never run."""

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.filing.ourselves import claim_mail, doubt_old_mail
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.restate import restate
from jembatan.correspondence.formats.arrival import came_from_outside
from jembatan.correspondence.formats.mime import NotMail
from jembatan.correspondence.formats.nesting import DEEPEST, is_too_deep
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import Message, MessageAttachment, OutgoingMail, Recipient, Thread
from jembatan.correspondence.tests.letters import letter
from jembatan.correspondence.tests.mail_server import certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import sending_address, written
from jembatan.journal.models import Entry
from jembatan.platform.files.store import open_stored
from jembatan.platform.imports.actions.run import accounts, import_now
from jembatan.platform.imports.models import QuarantinedItem

type ClientOf = Callable[[Actor], Client]
COLLEAGUE = "Ratna Wulandari <ratna@selatnusantara.example>"
CLAIM = "It says it is from Ratna Wulandari, but it came from outside"
TO_US = "by mx.selatnusantara.example with ESMTP id 1; Mon, 3 Mar 2025 09:00:00 +0700"


def filed(actor: Actor, path: Path, raw: bytes) -> dict[str, int]:
    """What an import of these bytes comes to."""
    path.write_bytes(raw)
    figures = accounts(import_now(actor, [path]).batch)
    return {name: number for name, number in figures.items() if number}


def parts_within_parts(depth: int) -> bytes:
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )
    return b"From: a@x.example\nSubject: dalam\n" + opened + b"Content-Type: text/plain\n\nhalo\n"


def messages_within_messages(depth: int) -> bytes:
    return b"From: a@x.example\n" + b"Content-Type: message/rfc822\n\n" * depth + b"Subject: dasar\n\nhalo\n"


def test_mail_of_a_hundred_megabytes_is_set_aside_and_the_next_is_filed(
    officer: Actor, tmp_path: Path
) -> None:
    huge = letter("besar") + (b"x" * 99 + b"\n") * (1 << 20)
    figures = filed(officer, tmp_path / "m.mbox", b"From a\n" + huge + b"\nFrom a\n" + letter("kecil"))
    assert figures == {"read": 2, "filed": 1, "quarantined": 1}
    item = QuarantinedItem.objects.get()
    assert item.reason == "The message is larger than 64 MB; only its beginning is kept."
    assert len(item.raw) == 1 << 20


def test_mail_that_unpacks_to_more_than_it_may_is_set_aside(officer: Actor, tmp_path: Path) -> None:
    bomb = gzip.compress(letter("bom") + bytes(200 << 20), compresslevel=1)
    assert len(bomb) < 2 << 20
    assert filed(officer, tmp_path / "m.eml.gz", bomb) == {"read": 1, "quarantined": 1}


def test_archive_in_a_mail_is_kept_as_it_is_and_never_opened(officer: Actor, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nol.bin", bytes(50 << 20))
    bomb = packed.getvalue()
    assert filed(officer, tmp_path / "m.eml", letter("zip", attachments={"a.zip": bomb})) == {
        "read": 1,
        "filed": 1,
    }
    assert MessageAttachment.objects.get().file.size == len(bomb)


@pytest.mark.parametrize("depth", [1_000, 50_000])
@pytest.mark.parametrize("nested", [parts_within_parts, messages_within_messages])
def test_parts_nested_beyond_measure_are_set_aside_before_a_parser_climbs_down(
    officer: Actor, tmp_path: Path, nested: Callable[[int], bytes], depth: int
) -> None:
    assert filed(officer, tmp_path / "m.eml", nested(depth)) == {"read": 1, "quarantined": 1}
    assert QuarantinedItem.objects.get().reason == "The parts of this message are nested too deep to be read."
    with pytest.raises(NotMail):
        read(nested(depth))


@pytest.mark.parametrize("nested", [parts_within_parts, messages_within_messages])
def test_parts_nested_as_deep_as_anybody_does_are_read(nested: Callable[[int], bytes]) -> None:
    assert read(nested(20)).sender.email == "a@x.example"
    assert not is_too_deep(nested(DEEPEST))
    assert is_too_deep(nested(DEEPEST + 1))


def test_digest_of_many_messages_beside_each_other_is_not_deep() -> None:
    part = b"--b\nContent-Type: message/rfc822\n\nSubject: x\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nhalo\n--c--\n"
    digest = b"From: a@x.example\nContent-Type: multipart/digest; boundary=b\n\n" + part * 500 + b"--b--\n"
    assert not is_too_deep(digest)
    assert read(digest).sender.email == "a@x.example"


def test_mail_to_ten_thousand_is_filed_and_its_page_opens(
    officer: Actor, client_of: ClientOf, tmp_path: Path
) -> None:
    receivers = ", ".join(f"p{number}@x.example" for number in range(10_000))
    assert filed(officer, tmp_path / "m.eml", letter("banyak", to=receivers)) == {"read": 1, "filed": 1}
    assert Recipient.objects.count() == 10_000
    page = client_of(officer).get(f"/threads/{Thread.objects.get().pk}/")
    assert page.status_code == 200


def test_mail_to_ten_thousand_does_not_leave(sending: Actor) -> None:
    many = ", ".join(f"p{number}@x.example" for number in range(10_000))
    with pytest.raises(Refused, match="at most 500 receivers, and this one names 10000"):
        send_draft(sending, written(sending, to=many), confirmed=True)
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        {"subject": "Naskah\r\nBcc: curi@x.example"},
        {"to": "budi@laut.example\r\nBcc: curi@x.example"},
        {"to": '"Budi\r\nX: y" <budi@laut.example>'},
    ],
    ids=["subject", "receiver", "name"],
)
def test_words_write_no_header(sending: Actor, words: dict[str, str]) -> None:
    """Refused, or the line break is none: nobody gets it who does not stand in the mail."""
    try:
        mail = send_draft(sending, written(sending, **words), confirmed=True)  # type: ignore[arg-type]  # named by the test
    except Refused:
        return
    assert "curi@x.example" not in mail.receivers.filter(field="bcc").values_list("email", flat=True)
    with open_stored(mail.raw) as stored:
        assert b"\r\nBcc:" not in stored.read()


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "..\\..\\windows\\system32\\a.dll", "a\r\nSet-Cookie: x=y.pdf", "faktur\u202efdp.exe", "CON", "", "x" * 5000 + ".pdf", "<img src=x onerror=alert(1)>.png"],
    ids=["path", "backslash", "header", "right to left", "device", "none", "long", "markup"],
)  # fmt: skip
def test_hostile_file_name_reaches_no_header_no_folder_and_no_markup(
    officer: Actor, client_of: ClientOf, tmp_path: Path, name: str
) -> None:
    raw = (
        b"From: a@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhalo\n--b\n"
        b"Content-Type: text/html\nContent-Disposition: attachment; filename*=utf-8''"
        + "".join(f"%{byte:02X}" for byte in name.encode()).encode()
        + b"\n\n<script>alert(1)</script>\n--b--\n"
    )
    assert filed(officer, tmp_path / "m.eml", raw) == {"read": 1, "filed": 1}
    attachment = MessageAttachment.objects.get()
    client = client_of(officer)

    answer = client.get(f"/attachments/{attachment.pk}/")
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"  # type: ignore[attr-defined]  # it streams

    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert not {"/", "\\", "\r", "\n", "\u202e"} & set(disposition.partition("filename")[2].replace("''", ""))
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie: x=y" not in str(answer.headers)
    page = client.get(f"/threads/{Thread.objects.get().pk}/").text
    assert "<img src=x" not in page


def test_script_of_a_mail_stands_nowhere(officer: Actor, client_of: ClientOf, tmp_path: Path) -> None:
    html = (
        b"From: a@x.example\nSubject: <script>alert(0)</script>\nContent-Type: text/html\n\n"
        b"<p onclick='alert(1)'>Halo</p><script>alert(2)</script><img src=x onerror=alert(3)><a href='javascript:alert(4)'>x</a>"
    )
    assert filed(officer, tmp_path / "m.eml", html) == {"read": 1, "filed": 1}
    message = Message.objects.get()
    client = client_of(officer)
    shown = (
        client.get(f"/threads/{message.thread_id}/").text + client.get(f"/messages/{message.pk}/html/").text
    )
    assert "Halo" in shown
    for word in ("<script>alert", "onclick", "onerror", "javascript:"):
        assert word not in shown


@pytest.mark.parametrize(
    ("headers", "claims"),
    [
        ({"Authentication-Results": "mx.selatnusantara.example; spf=fail smtp.mailfrom=x.example; dmarc=fail"}, True),
        ({"Authentication-Results": "mx.selatnusantara.example; spf=softfail; dkim=none"}, True),
        ({"Authentication-Results": "mx.selatnusantara.example; spf=fail (x); dkim=pass (spf=fail)"}, False),
        ({"Authentication-Results": "mx.selatnusantara.example; dmarc=pass; spf=fail"}, False),
        ({"Received": "from jahat.example (jahat.example [203.0.113.9]) by mx.selatnusantara.example with ESMTP id 1; Mon, 3 Mar 2025 09:00:00 +0700"}, True),
        ({"Received": "from laptop.example by mx.selatnusantara.example with ESMTPSA id 1; Mon, 3 Mar 2025 09:00:00 +0700"}, False),
        ({"Received": "from mail.selatnusantara.example by mx.selatnusantara.example with ESMTP id 1"}, False),
        ({"Authentication-Results": "mx.selatnusantara.example; spf=pass smtp.mailfrom=x@jahat.example; dkim=none"}, True),
        ({"Authentication-Results": "spf=pass (ok) smtp.mailfrom=selatnusantara.example; dkim=none; dmarc=none"}, False),
        ({"Authentication-Results": "mx.google.example; spf=none; dkim=pass header.d=milis.example"}, True),
        ({"Authentication-Results": "spf=none; dkim=none header.d=none; dmarc=none"}, False),
        ({"Authentication-Results": "mx.google.example; dmarc=pass", "Received": f"from jahat.example {TO_US}"}, True),
        ({"Authentication-Results": 'x.example; spf=pass smtp.mailfrom="a; dmarc=pass"@jahat.example'}, True),
        ({"Received": "from a.example by b.example with ESMTP id 1"}, False),
        ({}, False),
    ],
    ids=["dmarc", "spf alone", "signed", "dmarc holds", "handed in", "signed in", "own hop", "envelope of a stranger", "our envelope", "signed by a stranger", "nothing tested", "results forged", "results in quotes", "unknown hops", "no trace"],
)  # fmt: skip
def test_mail_that_says_it_is_from_a_colleague_is_shown_as_that(
    officer: Actor, client_of: ClientOf, tmp_path: Path, headers: dict[str, str], claims: bool
) -> None:
    raw = letter("palsu", sender=COLLEAGUE, to="kerjasama@selatnusantara.example", headers=headers)
    assert filed(officer, tmp_path / "m.eml", raw) == {"read": 1, "filed": 1}
    page = client_of(officer).get(f"/threads/{Thread.objects.get().pk}/").text
    assert (CLAIM in page) is claims
    message = Message.objects.get()
    assert (message.ours, message.pretends) == (not claims, claims)


PRETENDED = {"Authentication-Results": "mx.selatnusantara.example; dmarc=fail"}


def pretended(name: str, **parts: Any) -> bytes:
    """Of somebody else, in Ratna's name."""
    return letter(name, sender=COLLEAGUE, headers=PRETENDED, **parts)


@pytest.mark.parametrize("text", ["Setuju, silakan.", "Bagaimana?", "Kami akan menjawab sampai hari Jumat."])
def test_mail_that_pretends_passes_no_turn(officer: Actor, tmp_path: Path, text: str) -> None:
    question = letter("tanya", text="Apakah Bapak dapat hadir?")
    (tmp_path / "1.eml").write_bytes(question)
    import_now(officer, [tmp_path / "1.eml"])
    before = Thread.objects.values("turn", "turn_since", "due_at").get()

    answer = pretended("jawab", to="aiko@embassy.example", in_reply_to="tanya", text=text, hours=1)
    filed(officer, tmp_path / "2.eml", answer)

    assert Message.objects.filter(thread=Thread.objects.get()).count() == 2
    assert before["turn"] == Thread.Turn.OURS
    assert Thread.objects.values("turn", "turn_since", "due_at").get() == before


def test_mail_that_pretends_is_no_line_of_the_member(officer: Actor, tmp_path: Path) -> None:
    filed(officer, tmp_path / "1.eml", letter("asli", sender=COLLEAGUE, to="aiko@embassy.example"))
    filed(officer, tmp_path / "2.eml", pretended("palsu", to="aiko@embassy.example"))

    sent, received = Entry.objects.filter(source_kind="message").order_by("pk")
    assert (sent.kind, received.kind) == ("mail.sent", "mail.received")
    assert sent.user is not None
    assert (received.user, received.actor_name) == (None, "ratna@selatnusantara.example")


def test_inbox_says_that_the_last_word_pretends(officer: Actor, client_of: ClientOf, tmp_path: Path) -> None:
    filed(officer, tmp_path / "1.eml", letter("tanya"))
    filed(officer, tmp_path / "2.eml", pretended("palsu", in_reply_to="tanya", hours=1))

    page = client_of(officer).get("/inbox/").text

    assert "It pretends to be from one of us:" in page
    assert "aiko@embassy.example" in page


def test_copy_of_what_our_outbox_sent_is_ours_whatever_its_header_says(
    sending: Actor, tmp_path: Path
) -> None:
    mail = send_draft(sending, written(sending), confirmed=True)
    with open_stored(mail.raw) as stored:
        back = b"Authentication-Results: milis.example; dmarc=fail\n" + stored.read()
    filed(sending, tmp_path / "m.eml", back)
    assert Message.objects.get().ours


def test_mail_filed_before_anybody_doubted_is_doubted(officer: Actor, tmp_path: Path) -> None:
    filed(officer, tmp_path / "1.eml", letter("asli", sender=COLLEAGUE))
    filed(officer, tmp_path / "2.eml", pretended("palsu", to="aiko@embassy.example"))
    Message.objects.filter(pretends=True).update(ours=True, pretends=False)
    restate(Thread.objects.all())

    assert (doubt_old_mail(officer.desk), doubt_old_mail(officer.desk)) == (1, 0)

    assert Message.objects.get(pretends=True).message_id.startswith("palsu")
    assert Thread.objects.get(messages__pretends=True).turn == Thread.Turn.NOBODYS


def test_address_that_becomes_ours_claims_no_mail_that_pretends(officer: Actor, tmp_path: Path) -> None:
    late = "arsip@kantor-lama.example"
    filed(officer, tmp_path / "1.eml", letter("asli", sender=late))
    filed(officer, tmp_path / "2.eml", letter("palsu", sender=late, headers=PRETENDED))

    officer.desk.own_addresses = [late]
    officer.desk.save()
    claim_mail(officer.desk)

    said = dict(Message.objects.values_list("message_id", "pretends"))
    assert said == {"asli@partner.example": False, "palsu@partner.example": True}
    assert Message.objects.get(pretends=False).ours


@given(st.text(), st.sampled_from(["", "Authentication-Results: ", "Received: from "]))
def test_any_header_is_judged(head: str, name: str) -> None:
    assert came_from_outside(name + head, domains={"selatnusantara.example"}) in {True, False}


@pytest.fixture
def sending(officer: Actor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Actor]:
    """Bagus, whose desk can send."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        sending_address(officer.desk, heard)
        yield officer
