"""Bare thanks, asking and automatic messages, in both languages."""

import pytest

from jembatan.correspondence.formats.automatic import is_automatic, is_circular
from jembatan.correspondence.formats.courtesies import asks, only_thanks
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.formats.reading import read


@pytest.mark.parametrize(
    "reply",
    [
        "Terima kasih.",
        "Terima kasih banyak Pak Bagus.",
        "Baik, terima kasih banyak Pak",
        "Siap!",
        "Siap Bu, terima kasih atas informasinya.",
        "Oke, makasih ya",
        "Noted with thanks.",
        "Thanks, noted",
        "Thank you very much for your quick reply!",
        "Dear Maria,\n\nWell received, thank you.",
        "Many thanks Tom",
        "Sudah kami terima, terima kasih.",
        "Noted with thanks. Have a nice weekend!",
        "Noted with thanks. Looking forward to seeing you.",
        "Baik, terima kasih. Sampai jumpa.",
        "Terima kasih, Bu. Semoga sehat selalu.",
        "Thank you! You too.",
        "Dear Mr van der Berg,\n\nWell received, thank you.\n\nChidi",
        "Yth. Bapak Bagus Prasetyo,\n\nSudah kami terima.\n\nRatna Wulandari\nKementerian Perdagangan",
        "Selamat pagi, Bu Ratna,\nSiap, terima kasih.",
    ],
)
def test_only_thanks_recognises_courtesy(reply: str) -> None:
    assert only_thanks(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Terima kasih, mohon kirim lampirannya.",
        "Thanks. Who will attend?",
        "Thanks, we meet on 3 March.",
        "Siap, besok kami kirim konsep perjanjian.",
        "Thank you for the draft, we object to article four.",
        "Baik, kami tidak setuju.",
        "",
        "Selasa",
        "Kami akan hadir.",
        "Noted with thanks. Have a look at article 4.",
        "Terima kasih. Semoga draf segera dikirim.",
        "Bapak mohon kirim lampirannya\nTerima kasih",
        "Pak kirim besok, terima kasih.",
    ],
)
def test_only_thanks_refuses_content(reply: str) -> None:
    assert not only_thanks(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Could you send the annex?",
        "Mohon konfirmasi kehadiran Bapak.",
        "Please let us know by Friday.",
        "Apakah rapatnya jadi",
        "Kami tunggu kabarnya.",
        "We look forward to hearing from you.",
    ],
)
def test_asks_finds_requests(reply: str) -> None:
    assert asks(reply)


@pytest.mark.parametrize(
    "reply", ["Terlampir notulen rapat.", "Please find attached the minutes.", "Mohon maaf baru membalas."]
)
def test_asks_ignores_statements(reply: str) -> None:
    assert not asks(reply)


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner-email=x",
        "Precedence: auto_reply",
        "Precedence: bulk",
        "X-Autoreply: yes",
        "Return-Path: <>",
        "Subject: Out of Office: Draft",
        "Subject: Automatic reply: Draft",
        "Subject: Balasan otomatis: Konsep",
        "Subject: Sedang cuti sampai Senin",
        "Subject: Di luar kantor",
        "X-Auto-Response-Suppress: All\nSubject: Out of office",
    ],
)
def test_automatic_messages_are_recognised(header: str) -> None:
    assert is_automatic(parse(f"From: a@partner.example\n{header}\n\nText".encode()))


OUT = "List-Unsubscribe: <https://optb.example/keluar>"


@pytest.mark.parametrize(
    "header",
    [
        OUT,
        f"{OUT}\nList-Id: Buletin <buletin.optb.example>",
        f"{OUT}\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\nPrecedence: bulk",
        f"{OUT}\nList-Post: NO (announcements only)\nList-Id: <umum.optb.example>",
        "List-Unsubscribe: <mailto:keluar@optb.example>\nPrecedence: Bulk",
    ],
)
def test_newsletters_are_circulars(header: str) -> None:
    assert is_circular(parse(f"From: berita@optb.example\nSubject: Buletin\n{header}\n\nText".encode()))


@pytest.mark.parametrize(
    "header",
    [
        "Subject: Rapat koordinasi",
        "List-Id: <linux-kernel.vger.kernel.org>\nPrecedence: bulk",
        "List-Id: <linux-kernel.vger.kernel.org>\nX-Mailing-List: linux-kernel@vger.kernel.org\n" + OUT,
        f"{OUT}\nList-Post: <mailto:mu-discuss@googlegroups.com>\nList-Id: <mu-discuss.googlegroups.com>",
        f"{OUT}\nPrecedence: list",
        f"{OUT}\nX-BeenThere: jaringan@forum.example",
        f"{OUT}\nIn-Reply-To: <a@partner.example>",
        f"{OUT}\nReferences: <a@partner.example>",
        f"{OUT}\nSubject: Re: Buletin",
    ],
)
def test_what_people_discuss_is_no_circular(header: str) -> None:
    assert not is_circular(parse(f"From: a@partner.example\n{header}\n\nText".encode()))


@pytest.mark.parametrize(
    ("text", "circular"),
    [
        ("Arus kunjungan kapal pekan ini.", True),
        ("Mohon konfirmasi kehadiran Bapak pada pembukaan pameran.", False),
        ("Will your office take part?", False),
    ],
)
def test_circular_that_wants_something_is_read_as_a_letter(text: str, circular: bool) -> None:
    assert read(f"From: berita@optb.example\n{OUT}\n\n{text}".encode()).circular is circular


@pytest.mark.parametrize(
    "header",
    [
        "Subject: Office space",
        "Auto-Submitted: no",
        "Precedence: bulk\nList-Id: <a.partner.example>",
        "Precedence: list",
        "Return-Path: <a@partner.example>",
        "X-Auto-Response-Suppress: All\nSubject: Meeting",
    ],
)
def test_people_are_not_automatic(header: str) -> None:
    assert not is_automatic(parse(f"From: a@partner.example\n{header}\n\nText".encode()))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kami mohon kehadiran Bapak dan Ibu pada rapat yang akan diadakan hari Selasa.", "id"),
        ("We would be grateful if you could attend the meeting on Tuesday with your staff.", "en"),
        ("Wir würden uns freuen, wenn Sie am Dienstag an der Sitzung teilnehmen könnten.", "de"),
        ("火曜日の会議にご出席いただければ幸いです。", "ja"),
        ("ok", ""),
        ("12345 67890 12345", ""),
    ],
)
def test_language_is_recognised(text: str, language: str) -> None:
    assert language_of(text) == language
