"""Chats as Android and iOS export them, in several languages; and anything else that a file may hold."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.whatsapp import NotAChat, Said, chat_title, is_chat, read_chat
from jembatan.correspondence.formats.whatsapp_dates import order_of
from jembatan.correspondence.formats.whatsapp_readings import message_ids, number_of

HALF_PAST_TWO = datetime(2026, 11, 25, 14, 30)  # noqa: DTZ001 a phone's wall clock


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("25/11/26 14.30 - Retno: Baik", Said(1, HALF_PAST_TWO, "Retno", "Baik")),
        ("25/11/2026, 14:30 - Retno: Fine: yes", Said(1, HALF_PAST_TWO, "Retno", "Fine: yes")),
        ("11/25/26, 2:30 PM - Retno: Fine", Said(1, HALF_PAST_TWO, "Retno", "Fine")),
        ("25/11/26, 2:30\u202fp. m. - Retno: Bien", Said(1, HALF_PAST_TWO, "Retno", "Bien")),
        ("25.11.26, 14:30 - Retno: Gut", Said(1, HALF_PAST_TWO, "Retno", "Gut")),
        ("2026/11/25 午後2:30 - 田中: はい", Said(1, HALF_PAST_TWO, "田中", "はい")),
        ("2026년 11월 25일 오후 2:30, 김: 네", Said(1, HALF_PAST_TWO, "김", "네")),
        ("\u200e[25/11/26 14.30.00] ~ Retno: Baik", Said(1, HALF_PAST_TWO, "Retno", "Baik")),
        ("[2026-11-25 14:30] +62 812-3456-7890: ", Said(1, HALF_PAST_TWO, "+62 812-3456-7890", "")),
        ("25/11/26 14.30 - Retno menambahkan Budi", Said(1, HALF_PAST_TWO, "", "Retno menambahkan Budi")),
        (
            "[25/11/26 14.30.00] MoU: \u200eMessages and calls are end-to-end encrypted.",
            Said(1, HALF_PAST_TWO, "", "Messages and calls are end-to-end encrypted."),
        ),
        (
            "[25/11/26 14.30.00] Retno: \u200e<terlampir: 00000012-DRAF MoU.pdf>",
            Said(1, HALF_PAST_TWO, "Retno", "<terlampir: 00000012-DRAF MoU.pdf>", ("00000012-DRAF MoU.pdf",)),
        ),
        (
            "25/11/26 14.30 - Retno: IMG-20261125-WA0001.jpg (file terlampir)\nIni fotonya",
            Said(
                1,
                HALF_PAST_TWO,
                "Retno",
                "IMG-20261125-WA0001.jpg (file terlampir)\nIni fotonya",
                ("IMG-20261125-WA0001.jpg",),
            ),
        ),
    ],
)
def test_line_of_any_phone_is_read(line: str, said: Said) -> None:
    assert is_chat(line.encode())
    assert read_chat(line.encode()).said == [said]


def test_line_without_a_time_continues_the_one_before() -> None:
    chat = read_chat(
        b"Judul\r\n25/11/26 14.30 - Retno: Satu\r\n\r\ndua: tiga\r\n25/11/26 14.31 - Budi: Ya\r\n"
    )

    assert [(each.line, each.speaker, each.text) for each in chat.said] == [
        (2, "Retno", "Satu\n\ndua: tiga"),
        (5, "Budi", "Ya"),
    ]
    assert [(stray.line, stray.text) for stray in chat.strays] == [(1, "Judul")]


@pytest.mark.parametrize(
    ("dates", "name", "others"),
    [
        ([(25, 11, 26), (1, 12, 26)], "DD/MM/YYYY", ()),
        ([(11, 25, 26), (12, 1, 26)], "MM/DD/YYYY", ()),
        ([(1, 2, 26), (2, 2, 26), (3, 2, 26)], "DD/MM/YYYY", ()),
        ([(2, 1, 26), (2, 2, 26), (2, 3, 26)], "MM/DD/YYYY", ()),
        ([(12, 1, 26), (1, 2, 26)], "DD/MM/YYYY", ()),
        ([(5, 6, 2026)], "DD/MM/YYYY", ("MM/DD/YYYY",)),
        ([(2026, 11, 25)], "YYYY/MM/DD", ()),
        ([(15, 1, 20), (16, 1, 20), (11, 5, 20)], "DD/MM/YYYY", ()),
    ],
)
def test_order_of_a_date_is_found_in_all_dates_of_the_file(
    dates: list[tuple[int, int, int]], name: str, others: tuple[str, ...]
) -> None:
    order = order_of(dates)

    assert (order.name, order.others) == (name, others)


def test_line_whose_date_is_none_is_set_aside() -> None:
    chat = read_chat(
        b"25/11/26 14.30 - Retno: Satu\n31/02/26 14.31 - Budi: Dua\n26/11/26 14.30 - Retno: Tiga\n"
    )

    assert [each.text for each in chat.said] == ["Satu", "Tiga"]
    assert [stray.text for stray in chat.strays] == ["Budi: Dua"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yth. Ibu Retno,\n25/11/26 kita bertemu.",
        "From: a@b.example\nTo: c@d.example\n\nx",
        "nama;surel\n",
    ],
)
def test_other_texts_are_no_chat(text: str) -> None:
    assert not is_chat(text.encode())
    with pytest.raises(NotAChat):
        read_chat(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_chat_is_read_in_whatever_it_was_saved(encoding: str) -> None:
    assert read_chat("25/11/26 14.30 - José: Sí".encode(encoding)).said[0].speaker == "José"


@pytest.mark.parametrize(
    ("file_name", "title"),
    [
        ("WhatsApp Chat with Retno Palupi.txt", "Retno Palupi"),
        ("Chat WhatsApp dengan Grup MoU.txt", "Grup MoU"),
        ("uploads/WhatsApp Chat - Retno.zip", "Retno"),
        ("_chat.txt", "_chat"),
        ("catatan.txt", "catatan"),
    ],
)
def test_file_name_says_whom_the_chat_is_with(file_name: str, title: str) -> None:
    assert chat_title(file_name) == title


def test_longer_export_gives_the_same_messages_the_same_names() -> None:
    text = "25/11/26 14.30 - Retno: Ya\n25/11/26 14.30 - Retno: Ya\n25/11/26 14.31 - Budi: Baik\n"
    short, long = (read_chat(text[:cut].encode()).said for cut in (54, len(text)))

    assert message_ids("X", long)[: len(short)] == message_ids("x", short)
    assert len(set(message_ids("X", long))) == 3


def test_only_the_address_of_a_number_has_a_number() -> None:
    assert number_of("6281234567890@s.whatsapp.net") == "6281234567890"
    assert [number_of(email) for email in ("retno@whatsapp.invalid", "628@kemlu.example", "")] == ["", "", ""]


@given(
    st.binary(max_size=2000) | st.text(max_size=2000).map(lambda text: f"25/11/26 14.30 - {text}".encode())
)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    is_chat(content)
    try:
        chat = read_chat(content)
    except NotAChat:
        return
    assert "\x00" not in "".join(each.speaker + each.text for each in chat.said)
