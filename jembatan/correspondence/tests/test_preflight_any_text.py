"""Whatever is typed, the check answers, and points inside the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.preflight.check import check
from jembatan.correspondence.preflight.finding import Place
from jembatan.correspondence.preflight.from_mail import letter_of
from jembatan.correspondence.preflight.knowledge import Kept, Knowledge, Term, Told
from jembatan.correspondence.tests.letters import letter
from jembatan.correspondence.tests.outgoing import outgoing

PIECES = st.sampled_from(
    [
        "Dear Ms Mori,", "Yth. Bapak Budi,", "next Friday", "Jumat depan", "Monday, 1 December 2026", "05/12/2026", "at 7", "15.00", "WIB",
        "attached", "terlampir", "[TODO: x]", "???", "TLP:RED", "PSCO", "12 trainees", "USD 1,200.00", "must be sent by 4 May", "\n\n", "\n", "> ",
        "-- ", "Kind regards,", "On 1 Nov 2026, Aiko wrote:", "(", "[", "<<", "{{", "\r\n", "\u0130", "31 February 2027", "0/0", "٣",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=30).map(" ".join)
LONG, SECONDS = 30_000, 3  # a rule that goes through the text for each of its characters takes a minute
KNOWLEDGE = Knowledge(
    glossary=(Term("", "port", "harbour"), Term("en", "(", "")),
    told=(Told("The course has 14 trainees and costs USD 900.", "a mail"),),
    kept=(Kept("We would go down to three visits a year", "a note"),),
)


@given(text=TEXTS, subject=TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_span_lies_in_the_text(text: str, subject: str) -> None:
    for finding in check(outgoing(text, subject=subject), KNOWLEDGE):
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start < end <= len(text)
            assert finding.place != Place.TEXT or finding.words == text[start:end]


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "(",
        "<",
        "{{",
        ".",
        "_",
        "A",
        "1/",
        "in the ",
        "> a\n",
        "@A please ",
        "10.00 ",
        "ABC ",
        "\n",
        "Name: x  y\n",
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    start = time.perf_counter()
    check(outgoing("Dear Ms Mori,\n\n" + piece * (LONG // len(piece))), KNOWLEDGE)
    assert time.perf_counter() - start < SECONDS


@given(text=TEXTS)
@settings(max_examples=50, deadline=None)
def test_any_message_becomes_a_letter(text: str) -> None:
    made = letter_of(parse(letter(text=text.encode("utf-8", "replace").decode())))
    assert made.to[0].email == "kerjasama@selatnusantara.example"
    check(made, Knowledge())
