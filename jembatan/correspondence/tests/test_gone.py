"""Sentences that say that somebody has left, and those that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.gone import says_gone

GONE = """\
Ibu Retno sudah tidak bekerja di sini.
Mohon maaf, Bapak Budi sudah pindah tugas ke Makassar.
Beliau telah pensiun sejak Maret.
Saya sudah tidak bertugas di direktorat ini lagi.
Pak Agus telah dimutasi ke Kementerian Keuangan.
Yang bersangkutan sudah tidak menjabat sebagai direktur.
Bu Siti tidak lagi bekerja di kantor kami.
Saya tidak lagi bertugas di Sekretariat.
Pejabat tersebut telah dipindahtugaskan ke luar negeri.
Beliau sudah purnatugas per 1 Juli.
Saya sudah mengundurkan diri dari jabatan itu.
Terima kasih atas suratnya. Pak Budi telah pindah ke direktorat lain.
Mr Santoso has left the organisation.
Ms Lee is no longer with us.
I have left the ministry.
I no longer work here.
She no longer works at the embassy.
Dr Tanaka has retired.
He has been posted to Geneva.
I am no longer with the department; please write to my successor.
Mr Brown doesn\u2019t work here anymore.
Aiko has recently left our office.
Please note that I am no longer employed by the Agency.
He no longer holds the post.
She has been transferred to another unit.""".splitlines()
STILL_THERE = """\
Saya sedang dinas luar dan kembali hari Senin.
I am out of office until Monday.
Apakah Ibu Retno sudah tidak bekerja di sini?
Has Mr Santoso left the organisation?
Kantor kami sudah pindah gedung ke Jalan Merdeka.
Rapat telah pindah ruang ke lantai tiga.
The link no longer works at the office.
The delegation has left the building.
The minister has left for Geneva and returns on Friday.
Tautan itu tidak lagi bekerja.
Pak Budi belum pensiun.
If he has left the ministry, please tell us.
Jika beliau sudah pindah tugas, mohon kabari kami.
We have left the draft with the ministry.
I have left the office for today.
This is no longer an issue.
The position is no longer vacant.
Kami tidak lagi membutuhkan dokumen itu.
Sistem sudah tidak bekerja di sini sejak kemarin.
She left a message for you.""".splitlines()


@pytest.mark.parametrize("sentence", GONE)
def test_sentence_says_that_somebody_has_left(sentence: str) -> None:
    assert says_gone(f"Yth. Rekan,\n\n{sentence}\n\nSalam,\nTata Usaha") != ""


@pytest.mark.parametrize("sentence", STILL_THERE)
def test_sentence_says_nothing_of_the_kind(sentence: str) -> None:
    assert says_gone(f"Yth. Rekan,\n\n{sentence}\n\nSalam,\nTata Usaha") == ""


def test_sentence_alone_is_quoted() -> None:
    assert says_gone("Terima kasih. Pak Budi\nsudah pindah tugas. Silakan hubungi Ibu Siti.") == (
        "Pak Budi sudah pindah tugas."
    )


@given(st.text(max_size=300))
def test_any_words_are_read(text: str) -> None:
    assert len(says_gone(text)) <= 300
