"""Mbox files of every kind, whole and broken."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.mbox import is_mbox, messages

HEAD = "From: a@partner.example\nSubject: {}\n\n"
ENVELOPE = "From a@partner.example Mon Mar  3 09:12:00 2025\n"


def mbox(*bodies: str, envelope: str = ENVELOPE) -> bytes:
    return "".join(f"{envelope}{HEAD.format(n)}{body}\n\n" for n, body in enumerate(bodies, 1)).encode()


def bodies(data: bytes) -> list[str]:
    found = messages(io.BytesIO(data), largest=1 << 20)
    return [raw.decode().replace("\r\n", "\n").partition("\n\n")[2].rstrip("\n") for raw in found]


@pytest.mark.parametrize(
    "envelope",
    [
        ENVELOPE,
        "From a at partner.example Mon Mar  3 09:12:00 2025\n",
        "From - Mon Mar 03 09:12:00 2025\n",
        "From MAILER-DAEMON Mon Mar  3 09:12:00 2025\n",
        "From a@partner.example Mon Mar  3 09:12:00 +0700 2025\n",
        "From a@partner.example\n",
        "From ???@??? Mon Mar 03 09:12:00 2025\n",
        "From Mon Mar  3 09:12:00 2025\n",
    ],
)
def test_every_kind_of_envelope_is_recognised(envelope: str) -> None:
    assert is_mbox(mbox("one", envelope=envelope))
    assert bodies(mbox("one", "two", envelope=envelope)) == ["one", "two"]


def test_unescaped_from_in_a_body_is_text() -> None:
    body = "We heard:\n\nFrom my point of view: fine.\n\nFrom Monday on\nwe work at 09:00 in 2025."
    assert bodies(mbox(body, "two")) == [body, "two"]


def test_from_line_with_a_date_but_no_header_is_text() -> None:
    body = "Log:\n\nFrom server Mon Mar  3 09:12:00 2025\nall is well"
    assert bodies(mbox(body, "two")) == [body, "two"]


def test_missing_blank_line_before_a_message_is_forgiven() -> None:
    assert bodies(mbox("one", "two").replace(b"\n\nFrom ", b"\nFrom ")) == ["one", "two"]


def test_windows_line_ends_and_missing_last_newline() -> None:
    assert bodies(mbox("one", "two").replace(b"\n", b"\r\n").rstrip()) == ["one", "two"]


def test_mboxrd_quoting_is_undone() -> None:
    assert bodies(mbox(">From here\n>>From there")) == ["From here\n>From there"]


def test_content_length_protects_a_message_inside_a_message() -> None:
    inner = f"{ENVELOPE}Subject: inner\n\ntext"
    outer = f"{ENVELOPE}Subject: x\nContent-Length: {len(inner)}\n\n{inner}\n\n".encode()
    assert bodies(outer + mbox("two")) == [inner, "two"]


def test_wrong_content_length_is_not_believed() -> None:
    first = f"{ENVELOPE}Subject: x\nContent-Length: 99999\n\none\n\n".encode()
    second = f"{ENVELOPE}Subject: x\nContent-Length: 2\n\ntwo\n\n".encode()
    assert bodies(first + second + mbox("three")) == ["one", "two", "three"]


def test_a_message_across_read_blocks_is_whole() -> None:
    long = "\n".join(["From the long text"] + ["x" * 70] * 40_000)
    found = list(messages(io.BytesIO(mbox(long, "two")), largest=10 << 20))
    assert [len(raw) > 2_000_000 for raw in found] == [True, False]


def test_a_huge_message_is_cut_and_the_next_one_found() -> None:
    found = list(messages(io.BytesIO(mbox("x" * 5000, "two")), largest=1000))
    assert (len(found[0]), b"two" in found[1]) == (1000, True)


def test_leading_blank_lines_are_skipped() -> None:
    assert bodies(b"\n\n" + mbox("one")) == ["one"]


@given(st.lists(st.text(alphabet="From >:\nabc", max_size=60), min_size=1, max_size=5))
def test_what_mboxrd_wrote_is_read_back(texts: list[str]) -> None:
    escaped = [
        "\n".join(">" + line if line.lstrip(">").startswith("From ") else line for line in t.split("\n"))
        for t in texts
    ]
    assert bodies(mbox(*escaped)) == [text.rstrip("\n") for text in texts]


@given(st.binary())
def test_reading_never_raises(data: bytes) -> None:
    list(messages(io.BytesIO(data), largest=1 << 20))


def test_a_message_larger_than_memory_allows_is_not_kept_whole() -> None:
    found = list(messages(io.BytesIO(mbox("x" * 5_000_000, "y" * 3_000_000, "three")), largest=10_000))
    assert [len(found[0]) <= 10_000, found[1].count(b"y") > 9_000, b"three" in found[2]] == [True, True, True]
