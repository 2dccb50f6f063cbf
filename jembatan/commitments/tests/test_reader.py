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
    "sentence",
    [
        "We return borrowed keys every Monday.",
        "We returned the keys on Monday.",
        "We take the train on Monday.",
        "Naskahnya kami kembalikan Senin lalu.",
        "Naskah yang harus kita kerjakan hari ini ada dua.",
        "Upacara akan dibuka Bapak Menteri pekan ini.",
    ],
)
def test_what_is_over_or_a_habit_or_an_event_is_no_promise(sentence: str) -> None:
    assert find_promises(sentence) == []


def test_marked_sentences_are_told_well_enough() -> None:
    told = measure()
    assert told["all"]["sentences"] >= 300
    assert min(told[part]["f1"] for part in ("held_out", "all", "id", "en")) >= 0.85
    assert told["whole_mails"]["f1"] >= 0.9
    assert told["mails_third"]["f1"] >= 0.75
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
    ],
)
def test_long_texts_take_no_long_time(piece: str) -> None:
    begun = perf_counter()
    find_promises(piece * (60_000 // len(piece)))
    assert perf_counter() - begun < 1.5
