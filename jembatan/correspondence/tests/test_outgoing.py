"""Letters into messages: read back, they say what was written; what could do harm is refused."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.message import Address, Attachment
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.formats.outgoing import Letter, Unsendable, compose, new_message_id, with_bcc
from jembatan.correspondence.formats.receivers import NotAReceiver, read_receivers, write_receivers

AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
US = Address("Biro Kerja Sama", "biro@selat.example")
AIKO = Address("田中愛子", "aiko@embassy.example")
BUDI = Address('Budi "Si" Santoso, S.E.', "budi@laut.example")


def letter(**parts: Any) -> Letter:
    values: dict[str, Any] = {
        "message_id": "satu@selat.example",
        "date": AT,
        "sender": US,
        "to": (AIKO,),
        "subject": "Naskah",
        "text": "Terlampir naskah.",
    }
    return Letter(**values | parts)


def test_what_is_written_is_read_back() -> None:
    mail = parse(
        compose(
            letter(
                to=(AIKO, BUDI),
                cc=(Address("", "c@laut.example"),),
                bcc=(Address("", "d@laut.example"),),
                reply_to="meja@selat.example",
                subject="Réponse à la 議定書 – " + "sangat panjang " * 12,
                text="Yth. Ibu Tanaka,\n\n.titik\nFrom sini\n" + "kata " * 400,
                in_reply_to="dua@embassy.example",
                references=("nol@embassy.example", "dua@embassy.example"),
            )
        )
    )

    assert mail.message_id == "satu@selat.example"
    assert mail.from_ == (US,)
    assert [address.email for address in mail.to] == [AIKO.email, BUDI.email]
    assert mail.to[0].name == AIKO.name
    assert [address.email for address in mail.cc] == ["c@laut.example"]
    assert mail.bcc == ()
    assert [address.email for address in mail.reply_to] == ["meja@selat.example"]
    assert mail.date == AT
    assert mail.subject == "Réponse à la 議定書 – " + ("sangat panjang " * 12).strip()
    assert mail.in_reply_to == "dua@embassy.example"
    assert mail.references == ("nol@embassy.example", "dua@embassy.example")
    assert mail.text.split() == ("Yth. Ibu Tanaka, .titik From sini " + "kata " * 400).split()
    assert mail.defects == ()


def test_lines_are_short_and_seven_bits() -> None:
    raw = compose(letter(text="æ" * 3000 + "x" * 3000, subject="ø" * 300, to=(AIKO,) * 1))

    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_long_message_ids_stay_themselves() -> None:
    long = "x" * 300 + "@mitra.example"
    raw = compose(letter(in_reply_to=long, references=(long, "pendek@mitra.example")))

    assert f"In-Reply-To: <{long}>\r\n".encode() in raw
    assert f"References: <{long}>\r\n <pendek@mitra.example>\r\n".encode() in raw


def test_ids_that_would_write_headers_are_left_out() -> None:
    raw = compose(letter(in_reply_to="a@b\r\nBcc: x@y.example", references=("é@b.example", "a b@c.example")))

    assert b"In-Reply-To" not in raw
    assert b"References" not in raw
    assert b"Bcc" not in raw


def test_formatted_letter_has_both_forms() -> None:
    mail = parse(compose(letter(text="Butir:\n- *satu*\n- <b>dua</b>\n", formatted=True)))

    assert mail.text.startswith("Butir:")
    assert "<li><em>satu</em></li>" in mail.html
    assert "&lt;b&gt;dua&lt;/b&gt;" in mail.html


def test_attachments_keep_name_type_and_bytes() -> None:
    files = (
        Attachment("草案 – draf.pdf", "application/pdf", b"%PDF\x00\xff"),
        Attachment("surat.eml", "message/rfc822", b"Subject: x\r\n\r\ny"),
        Attachment("aneh", 'text/html"; x', b"<b>"),
    )
    mail = parse(compose(letter(attachments=files)))

    assert [(a.name, a.type, a.content) for a in mail.attachments] == [
        ("草案 – draf.pdf", "application/pdf", b"%PDF\x00\xff"),
        ("surat.eml", "application/octet-stream", b"Subject: x\r\n\r\ny"),
        ("aneh", "application/octet-stream", b"<b>"),
    ]


def test_program_s_letter_says_so() -> None:
    assert b"Auto-Submitted: auto-generated\r\n" in compose(letter(automatic=True))
    assert b"Auto-Submitted" not in compose(letter())


def test_sender_keeps_who_got_a_blind_copy() -> None:
    raw = compose(letter(bcc=(BUDI,)))

    assert b"budi@laut.example" not in raw
    assert [a.email for a in parse(with_bcc(raw, [BUDI])).bcc] == ["budi@laut.example"]
    assert with_bcc(raw, []) == raw


@pytest.mark.parametrize(
    "parts",
    [
        {"subject": "Naskah\r\nBcc: x@y.example"},
        {"subject": "Naskah\nX: y"},
        {"subject": "x" * 501},
        {"sender": Address("Biro\r\nBcc: x@y.example", "biro@selat.example")},
        {"to": (Address("Aiko\nX: y", "aiko@embassy.example"),)},
        {"to": (Address("", "aiko@embassy.example>\r\nBcc: <x@y.example"),)},
        {"to": ()},
        {"to": tuple(Address("", f"a{number}@x.example") for number in range(10_000))},
        {"text": " \n "},
        {"attachments": (Attachment("../../etc/passwd", "text/plain", b"x"),)},
        {"attachments": (Attachment("a\r\nX: y.pdf", "text/plain", b"x"),)},
        {"attachments": (Attachment("faktur\u202efdp.exe", "text/plain", b"x"),)},
        {"attachments": (Attachment("besar.bin", "application/x", b"\x00" * (26 << 20)),)},
        {"reply_to": "bukan alamat"},
    ],
    ids=lambda parts: next(iter(parts)),
)
def test_what_would_do_harm_is_refused_in_a_sentence(parts: dict[str, Any]) -> None:
    with pytest.raises((Unsendable, NotAReceiver)) as refusal:
        compose(letter(**parts))
    assert str(refusal.value).endswith((".", "”."))


@given(subject=st.text(max_size=80), name=st.text(max_size=40), text=st.text(max_size=300))
def test_any_words_are_sent_or_refused(subject: str, name: str, text: str) -> None:
    try:
        raw = compose(letter(subject=subject, to=(Address(name, "a@x.example"),), text=text))
    except Unsendable:
        return
    head, _blank, _body = raw.partition(b"\r\n\r\n")
    names = [line.partition(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    allowed = {b"Message-ID", b"Date", b"From", b"To", b"Subject", b"MIME-Version"}
    assert set(names) <= allowed | {b"Content-Type", b"Content-Transfer-Encoding"}
    assert [address.email for address in parse(raw).to] == ["a@x.example"]


@given(st.text(max_size=200))
def test_any_receivers_are_read_or_refused(text: str) -> None:
    try:
        found = read_receivers(text)
    except NotAReceiver:
        return
    assert [a.email for a in read_receivers(write_receivers(found))] == [a.email for a in found]


def test_receivers_as_people_paste_them() -> None:
    typed = '"Tanaka, Aiko" <Aiko@Embassy.example>; budi@laut.example,\nCici <c@münchen.example>, budi@laut.example'

    assert read_receivers(typed) == [
        Address("Tanaka, Aiko", "aiko@embassy.example"),
        Address("", "budi@laut.example"),
        Address("Cici", "c@xn--mnchen-3ya.example"),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "budi",
        "budi@whatsapp.invalid",
        "budi@",
        "@x.example",
        "a@b",
        "a b@x.example",
        "a@x..example",
        "<a@x.example",
        "a@x.example>",
    ],
)
def test_what_is_no_address_is_named(typed: str) -> None:
    with pytest.raises(NotAReceiver) as refusal:
        read_receivers(f"baik@x.example, {typed}")
    assert refusal.value.text == typed


def test_message_ids_are_new_each_time() -> None:
    first, second = new_message_id(US.email), new_message_id(US.email)
    assert first != second
    assert first.endswith("@selat.example")
