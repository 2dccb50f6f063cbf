"""Mail read as a statement, and the numbers that a letter says it answers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.statement_mail import StatementMail, read_statement
from jembatan.correspondence.formats.statement_mentions import answers_in

TODAY = date(2026, 11, 29)
LIAISON_MAIL = """Title: LS on pilots and tugs
Submission Date: 2026-11-20
Please reply by 2026-12-24
From: Akitsu Port Council
To: Biro Kerja Sama
Cc: Coast Guard
Response Contacts: aiko@akitsu-port.example
Technical Contacts: ken@akitsu-port.example
Purpose: For action
Number: APC-77
Body: In response to LS-12 we ask which stations will report first.
"""
OFFICIAL_LETTER = """Nomor: 045/DIR/XI/2026
Hal: Tarif pandu

Menjawab surat Saudara Nomor 012/KEMLU/LO/XI/2026 tanggal 3 November 2026, kami mohon jawaban
paling lambat tanggal 5 Desember 2026.

Tembusan: Menteri Kelautan
"""


def test_liaison_mail_is_read_line_by_line() -> None:
    assert read_statement(
        'New Liaison Statement, "LS on pilots"', LIAISON_MAIL, today=TODAY
    ) == StatementMail(
        number="APC-77",
        title="LS on pilots and tugs",
        body="Akitsu Port Council",
        cc="Coast Guard",
        purpose="action",
        deadline=date(2026, 12, 24),
        dated=date(2026, 11, 20),
        answers=("LS-12",),
        technical_contact="ken@akitsu-port.example",
        response_contact="aiko@akitsu-port.example",
    )


def test_official_letter_is_read_with_its_deadline_and_what_it_answers() -> None:
    assert read_statement("Permohonan tanggapan", OFFICIAL_LETTER, today=TODAY) == StatementMail(
        number="045/DIR/XI/2026",
        title="Tarif pandu",
        cc="Menteri Kelautan",
        deadline=date(2026, 12, 5),
        answers=("012/KEMLU/LO/XI/2026",),
    )


def test_subject_says_what_the_text_does_not() -> None:
    said = read_statement("Fwd: LS S2-2302183 on traffic", "Please find it attached.", today=TODAY)

    assert (said.number, said.title) == ("S2-2302183", "LS S2-2302183 on traffic")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Response to LS-12", ["LS-12"]),
        ("Reply to liaison statement S2-2302183 on traffic", ["S2-2302183"]),
        ("in reply to your liaison statements LS-1, LS-2 and LS-3.", ["LS-1", "LS-2", "LS-3"]),
        ("Re: your LS COM17-45", ["COM17-45"]),
        ("With reference to your letter ref. B/77/2026, we confirm", ["B/77/2026"]),
        ("Menjawab surat Saudara Nomor 012/KEMLU/LO/XI/2026 tanggal 3 November", ["012/KEMLU/LO/XI/2026"]),
        ("Sehubungan dengan surat Bapak/Ibu No. B-120/LN.01/11/2026", ["B-120/LN.01/11/2026"]),
        ("Jawaban atas surat kami nomor: 7/LO/2026 dan 8/LO/2026", ["7/LO/2026", "8/LO/2026"]),
        ("In response to your letter", []),
        ("response to your email of 3 November 2026", []),
        ("Menjawab surat Saudara tanggal 3/11/2026", []),
        ("Re: 2026-11-02", []),
        ("LS-12 is open", []),
    ],
)
def test_letters_say_which_statements_they_answer(text: str, numbers: list[str]) -> None:
    assert list(answers_in(text)) == numbers


PIECES = [
    "Response to ",
    "Menjawab surat ",
    "Nomor ",
    "your ",
    "LS-12",
    "012/A/2026",
    ", ",
    " dan ",
    "Re: ",
    "Number: ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    assert all(number in text for number in answers_in(text))
    said = read_statement(text, text, today=TODAY)
    assert len(said.title) <= 500
    assert len(said.number) <= 60
