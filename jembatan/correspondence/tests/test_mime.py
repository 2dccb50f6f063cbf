"""Messages are read, whatever state they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats import tree
from jembatan.correspondence.formats.identity import identity
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.mime import NotMail, parse
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.tests.letters import letter

HEAD = b"From: a@partner.example\nDate: Mon, 3 Mar 2025 09:12:00 +0700\nMessage-ID: <m@partner.example>\n"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b"a@partner.example", [("", "a@partner.example")]),
        (b"Aiko Tanaka <Aiko@Embassy.example>", [("Aiko Tanaka", "aiko@embassy.example")]),
        (
            b'"Tanaka, Aiko" <a@embassy.example>, b@x.example',
            [("Tanaka, Aiko", "a@embassy.example"), ("", "b@x.example")],
        ),
        (b"=?utf-8?q?Tanaka=2C_Aiko?= <a@embassy.example>", [("Tanaka, Aiko", "a@embassy.example")]),
        (b"=?utf-8?b?w4lsb8Ovc2U=?= <a@x.example>", [("Éloïse", "a@x.example")]),
        ("Éloïse <a@x.example>".encode(), [("Éloïse", "a@x.example")]),
        ("Éloïse <a@x.example>".encode("latin-1"), [("Éloïse", "a@x.example")]),
        (b"Team: a@x.example, b@x.example;", [("", "a@x.example"), ("", "b@x.example")]),
        (b"undisclosed-recipients:;", []),
        (b"a@x.example (Aiko)", [("Aiko", "a@x.example")]),
        (b"Aiko <a@x.example", [("Aiko", "a@x.example")]),
        (b"Big Bug bug@x.example", [("", "bug@x.example")]),
        (b"a@x.example, A@X.example", [("", "a@x.example")]),
        (b"Aiko Tanaka", [("Aiko Tanaka", "")]),
        (b"<>", []),
        (b"", []),
    ],
)
def test_addresses_are_read(header: bytes, expected: list[tuple[str, str]]) -> None:
    assert list(parse(HEAD + b"To: " + header + b"\n\nx").to) == [Address(*each) for each in expected]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Mon, 3 Mar 2025 09:12:00 +0700", "2025-03-03T09:12:00+07:00"),
        ("3 Mar 2025 09:12 +0530 (IST)", "2025-03-03T09:12:00+05:30"),
        ("Mon, 3 Mar 2025 09:12:00 -0000", "2025-03-03T09:12:00+00:00"),
        ("Mon, 3 Mar 2025 23:59:60 GMT", "2025-03-03T23:59:59+00:00"),
        ("2025-03-03T09:12:00+07:00", "2025-03-03T09:12:00+07:00"),
        ("Senin, 3 Maret 2025 09.12", "2025-03-03T09:12:00+00:00"),
        ("3 Agu 2024 09:12 +0700", "2024-08-03T09:12:00+07:00"),
        ("yesterday", ""),
        ("Mon, 99 Mar 2025 99:12:00", ""),
        ("Fri, 31 Dec 9999 23:59:00 -1200", ""),
    ],
)
def test_dates_are_read(header: str, expected: str) -> None:
    date = parse(f"From: a@x.example\nDate: {header}\n\nx".encode()).date
    assert (date.isoformat() if date else "") == expected


def test_a_broken_date_gives_way_to_the_day_of_arrival() -> None:
    found = parse(b"Received: from a; Mon, 3 Mar 2025 09:12:00 +0700\nFrom: a@x.example\nDate: soon\n\nx")
    assert (found.date.isoformat() if found.date else "", found.offset_known, found.defects) == (
        "2025-03-03T09:12:00+07:00", False, ("Date cannot be read", "no Message-ID"),
    )  # fmt: skip


def test_a_date_in_the_future_gives_way_to_the_day_of_arrival() -> None:
    found = parse(
        b"Received: from a; Mon, 3 Mar 2025 09:12:00 +0700\nFrom: a@x.example\nDate: 1 Jan 2099 00:00 +0000\n\nx"
    )
    assert found.date is not None
    assert (found.date.year, "Date lies in the future" in found.defects) == (2025, True)


def test_ids_are_read_without_brackets() -> None:
    found = parse(
        HEAD
        + b"In-Reply-To: Your message <a@x.example> of Monday\nReferences: <a@x.example>\n <b @x.example>\n\nx"
    )
    assert (found.message_id, found.in_reply_to, found.references) == (
        "m@partner.example", "a@x.example", ("a@x.example", "b@x.example"),
    )  # fmt: skip


def test_a_missing_message_id_is_derived_from_the_bytes() -> None:
    raw = letter(text="same")
    crlf = raw.replace(b"\n", b"\r\n")
    assert identity(raw) == identity(crlf) == identity(b"From a@x.example Mon Mar  3 09:12:00 2025\n" + raw)
    assert identity(raw).message_id != identity(letter(text="other")).message_id


def test_transport_headers_do_not_change_the_digest() -> None:
    assert identity(b"Received: by x; now\n" + letter("a")).digest == identity(letter("a")).digest


@pytest.mark.parametrize("fast", [True, False], ids=["fast", "standard library alone"])
@pytest.mark.parametrize(
    ("part", "text", "attachments"),
    [
        (b"Content-Type: text/plain; charset=windows-1252\n\ncaf\xe9", "café", []),
        (b"Content-Type: text/plain; charset=x-unknown\n\ncaf\xc3\xa9", "café", []),
        (b"Content-Type: text/plain; charset=us-ascii\n\ncaf\xe9", "café", []),
        (b"Content-Type: text/plain; charset=utf-7\n\n+2AA-", "\ufffd", []),
        (
            b"Content-Type: text/html\n\n<p>One</p><p>Two <b>three</b><br>four</p><style>x</style>",
            "One\n\nTwo three\nfour",
            [],
        ),
        (
            b"Content-Type: text/html\n\n<p>Yes</p><blockquote><p>Really?</p></blockquote>",
            "Yes\n\n> Really?",
            [],
        ),
        (
            b"Content-Type: text/plain; format=flowed\n\nA long \nline\n> quoted \n> text\n-- \nA",
            "A long line\n> quoted text\n-- \nA",
            [],
        ),
        (b"Content-Transfer-Encoding: base64\n\n$$$$ not base64", "$$$$ not base64", []),
        (
            b"Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR",
            "",
            [("invite.ics", "text/calendar", 15)],
        ),
        (b"Content-Type: application/ms-tnef\n\nx", "", [("winmail.dat", "application/ms-tnef", 1)]),
        (
            b'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n--b\nContent-Type: application/pdf; name="=?utf-8?q?r=C3=A9.pdf?="\n'
            b"Content-Transfer-Encoding: base64\n\naGVsbG8=\n--b--",
            "body",
            [("ré.pdf", "application/pdf", 5)],
        ),
        (
            b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n--b\nContent-Type: application/pdf\n"
            b"Content-Disposition: attachment; filename*0*=UTF-8''r%C3%A9; filename*1=sum.pdf\n\nx\n--b--",
            "body",
            [("résum.pdf", "application/pdf", 1)],
        ),
        (
            b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n--b\nContent-Type: message/rfc822\n\nFrom: i@x.example\nSubject: Inner\n\nhidden\n--b--",
            "body",
            [("Inner.eml", "message/rfc822", 40)],
        ),
        (
            b"Content-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n--b\nContent-Type: text/html\n\n<p>rich\n--b--",
            "plain",
            [],
        ),
        (b"Content-Type: multipart/mixed; boundary=missing\n\nall is lost", "all is lost", []),
    ],
)
def test_bodies_are_read(
    part: bytes,
    text: str,
    attachments: list[tuple[str, str, int]],
    fast: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tree, "FAST", fast)
    found = parse(HEAD + part)
    assert found.text == text
    assert [(each.name, each.type, len(each.content)) for each in found.attachments] == attachments


def test_nul_and_lone_surrogates_never_reach_the_database() -> None:
    found = read(HEAD + b"Subject: a\x00b\nContent-Type: text/plain; charset=utf-7\n\nx\x00y +2AA-")
    everything = f"{found.subject}{found.text}{found.head}"
    assert "\x00" not in everything
    assert everything.encode("utf-8").decode("utf-8") == everything


def test_bytes_without_a_header_are_not_mail() -> None:
    with pytest.raises(NotMail):
        parse(b"\x89PNG\r\n\x1a\n")


@given(st.binary())
def test_reading_raises_nothing_but_not_mail(data: bytes) -> None:
    try:
        read(data)
    except NotMail:
        return


@given(
    st.lists(
        st.sampled_from(
            [b"From: ", b"To: ", b"Date: ", b"Subject: ", b"Message-ID: <", b"References: ", b"Content-Type: multipart/mixed; boundary=b",
             b"Content-Type: text/html; charset=", b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: quoted-printable",
             b"Content-Type: message/rfc822", b"--b", b"--b--", b"\n", b"\n\n", b"\r\n", b"=?utf-8?b?", b"?=", b"\xff\x00", b"a@b.example", b"<p>", b">"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_reading_survives_broken_structure(pieces: list[bytes]) -> None:
    found = read(b"From: a@x.example\n" + b"".join(pieces))
    assert found.size > 0
    found.text.encode("utf-8")
