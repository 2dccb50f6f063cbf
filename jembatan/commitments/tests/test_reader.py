"""Sentences that promise or ask: found where they stand, told from courtesy; nothing that is written breaks the reader."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.promises import measure
from jembatan.commitments.formats.promises import find_promises

MAIL = """Yth. Ibu Maria,

Terima kasih atas surat Ibu. Daftar peserta yang sudah diperbarui akan kami kirimkan besok, dan untuk
ruang rapat akan kami cek dulu. Mohon
konfirmasi jumlah kendaraan sebelum Rabu.

1. We will send the draft by Friday.
2. The meeting will start at 9.

Kami telah mengirim berkasnya. Sampai jumpa minggu depan."""


def test_sentences_of_a_mail_are_found_where_they_stand() -> None:
    found = find_promises(MAIL)
    assert [MAIL[slice(*each.span)] for each in found] == [each.sentence for each in found]
    assert [(each.firmness, each.owes, each.sentence.split()[0]) for each in found] == [
        ("looks", "writer", "Daftar"),
        ("asked", "reader", "Mohon"),
        ("will", "writer", "We"),
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Kami akan kirim draf besok", ("will", "writer")),
        ("Bapak akan menyampaikan daftar", ("will", "reader")),
        ("Action: Anna to send the plan", ("will", "named")),
        ("Insyaallah lusa saya serahkan", ("intends", "writer")),
        ("We'll look into it", ("looks", "writer")),
        ("Panitia diminta mengirim denah", ("asked", "named")),
    ],
)
def test_minutes_are_read_line_by_line(line: str, read: tuple[str, str]) -> None:
    found = find_promises(f"{line}\nRapat ditutup pukul 12", wrapped=False)
    assert [(each.firmness, each.owes, each.sentence) for each in found] == [(*read, line)]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("We return the keys next Monday.", ("will", "writer")),
        ("A colleague picks up the parcel tomorrow.", ("will", "writer")),
        ("Ms Hartono, in copy, sees to the flowers.", ("will", "named")),
        ("We are still checking the second invoice.", ("looks", "writer")),
        ("Naskahnya kami kembalikan pada 6 Januari.", ("will", "writer")),
        ("Denah aula masih kami periksa.", ("looks", "writer")),
        ("Bu Dewi mengirim undangannya paling lambat Jumat.", ("will", "named")),
        ("Izinnya akan ditandatangani Pak Anton pekan ini.", ("will", "named")),
    ],
)
def test_the_present_tense_promises_with_a_time_to_come(sentence: str, read: tuple[str, str]) -> None:
    assert [(each.firmness, each.owes) for each in find_promises(sentence)] == [read]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("The corrected badge will be couriered to you.", ("will", "writer")),
        ("The leaking tap will be repaired by the landlord.", ("will", "named")),
        ("You will also hear from us about the visas.", ("will", "writer")),
        ("Payroll will recalculate the allowance.", ("will", "named")),
        ("The samples should reach you on Monday.", ("intends", "writer")),
        ("Would it be possible to have the floor plan?", ("asked", "reader")),
        ("pls send the crew list asap", ("asked", "reader")),
        ("Surat balasan akan dikirimkan pekan depan.", ("will", "writer")),
        ("Konsumsi disediakan oleh panitia.", ("will", "named")),
        ("Anda akan menerima kartu pengganti.", ("will", "writer")),
        ("Usul tersebut sedang kami telusuri.", ("looks", "writer")),
        ("Kami usahakan selesai hari Jumat.", ("intends", "writer")),
        ("Dekorasi (Bu Rini, 7 Des)", ("will", "named")),
        ("tlg kirimin daftar awaknya", ("asked", "reader")),
    ],
)
def test_passives_units_and_short_notes_are_read(sentence: str, read: tuple[str, str]) -> None:
    assert [(each.firmness, each.owes) for each in find_promises(sentence, wrapped=False)] == [read]


@pytest.mark.parametrize(
    "sentence",
    [
        "We return borrowed keys every Monday.",
        "We returned the keys on Monday.",
        "We take the train on Monday.",
        "Naskahnya kami kembalikan Senin lalu.",
        "Naskah yang harus kita kerjakan hari ini ada dua.",
        "Upacara akan dibuka Bapak Menteri pekan ini.",
        "Lunch will be served on the terrace.",
        "The road will be resurfaced, according to the city.",
        "Guests will be welcomed at the gate.",
        "Rapat akan dilaksanakan pada hari Selasa.",
        "Biasanya uang jaminan kami kembalikan dalam sebulan.",
        "Katanya besok dikirim.",
    ],
)
def test_what_is_over_or_a_habit_or_an_event_is_no_promise(sentence: str) -> None:
    assert find_promises(sentence) == []


def test_marked_sentences_are_told_well_enough() -> None:
    told = measure()
    assert told["all"]["sentences"] >= 300
    assert min(told[part]["f1"] for part in ("held_out", "mails_fourth", "all", "id", "en")) >= 0.85
    assert min(told[part]["f1"] for part in ("whole_mails", "mails_third", "mails_own")) >= 0.95
    assert told["mails_lots"]["f1"] >= 0.9
    assert min(told["all"]["grade"], told["all"]["owes"]) >= 0.95


@given(st.text(max_size=300), st.booleans())
def test_any_text_is_read(text: str, wrapped: bool) -> None:
    for each in find_promises(text, wrapped=wrapped):
        assert text[slice(*each.span)] == each.sentence


@pytest.mark.parametrize(
    "piece",
    [
        "kami ",
        "akan ",
        "we will ",
        "mohon, ",
        "a. ",
        "> ",
        "if i ",
        "\n- ",
        "our minister ",
        "besok dikirim ",
        "the file goes to ",
        "will be sent by ",
        "data nya ",
        "Anna Berta ",
        "our a b c ",
    ],
)
def test_long_texts_take_no_long_time(piece: str) -> None:
    begun = perf_counter()
    find_promises(piece * (60_000 // len(piece)))
    assert perf_counter() - begun < 1.5
