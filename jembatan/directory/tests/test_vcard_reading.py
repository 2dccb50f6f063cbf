"""vCard as exporters write it: odd charsets, broken lines, nested cards; and never an exception or a lost line."""

from hypothesis import given
from hypothesis import strategies as st

from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.vcard import read_vcards
from jembatan.directory.formats.vcard.lines import logical_lines


def card(*lines: str, version: str = "3.0") -> Contact:
    """The contact of one card with these lines."""
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    return read_vcards(text.encode()).cards[0].contact


def test_quoted_printable_runs_over_soft_line_breaks() -> None:
    contact = card(
        "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 di =", "Jakarta=0D=0Abaris dua", version="2.1"
    )

    assert contact.note == "Café di Jakarta\nbaris dua"


def test_a_charset_of_the_property_is_read_by_its_name_or_a_wider_one() -> None:
    names = {
        "WINDOWS-1252": "José",
        "SHIFT_JIS": "山田太郎",
        "BIG5": "陳大文",
        "GB2312": "王小明",
        "EUC-KR": "김철수",
    }
    for charset, name in names.items():
        line = f"FN;CHARSET={charset}:".encode() + name.encode(charset.lower().replace("windows-", "cp"))
        found = read_vcards(b"BEGIN:VCARD\r\nVERSION:2.1\r\n" + line + b"\r\nEND:VCARD\r\n")
        assert (found.cards[0].contact.full_name, found.all_defects) == (name, [])


def test_bytes_that_are_not_utf_8_are_read_as_windows_1252_and_said_so() -> None:
    found = read_vcards(b"BEGIN:VCARD\nVERSION:3.0\nFN:Jos\xe9 Garc\xeda\nEND:VCARD\n")

    assert found.cards[0].contact.full_name == "José García"
    assert [(d.line, d.reason) for d in found.all_defects] == [(3, "not readable as utf-8, read as cp1252")]


def test_a_file_in_utf_16_is_read_with_and_without_its_mark() -> None:
    text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Retno Wulan\r\nEND:VCARD\r\n"

    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"):
        assert read_vcards(text.encode(encoding)).cards[0].contact.full_name == "Retno Wulan"


def test_a_fold_in_the_middle_of_a_letter_is_closed() -> None:
    content = "FN:Ré".encode()
    folded = content[:-1] + b"\r\n " + content[-1:] + b"tno"

    found = read_vcards(b"BEGIN:VCARD\r\nVERSION:3.0\r\n" + folded + b"\r\nEND:VCARD")

    assert found.cards[0].contact.full_name == "Rétno"


def test_a_broken_line_joins_the_one_before_it() -> None:
    contact = card("FN:Sari", "NOTE:baris satu", "baris dua tanpa tanda")

    assert contact.note == "baris satu\nbaris dua tanpa tanda"


def test_cards_without_begin_end_or_version_are_cards() -> None:
    found = read_vcards(b"FN:Satu\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Dua\nBEGIN:VCARD\nFN:Tiga\n")

    assert [one.contact.full_name for one in found.cards] == ["Satu", "Dua", "Tiga"]
    assert [(d.line, d.reason) for d in found.all_defects] == [
        (1, "the card has no BEGIN"),
        (1, "the card has no VERSION"),
        (3, "the card has no END"),
        (6, "the card has no END"),
        (6, "the card has no VERSION"),
    ]


def test_an_agent_is_a_card_of_its_own_in_either_way_of_writing_it() -> None:
    nested = b"BEGIN:VCARD\nVERSION:2.1\nFN:Retno\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Sari\nEND:VCARD\nEND:VCARD\n"
    inline = b"BEGIN:VCARD\nVERSION:3.0\nFN:Retno\nAGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:Sari\\nEND:VCARD\\n\nEND:VCARD\n"

    for content in (nested, inline):
        cards = read_vcards(content).cards
        assert [one.contact.full_name for one in cards] == ["Retno", "Sari"]
        assert [(r.kind, r.other, r.inverse) for r in cards[0].contact.relations] == [
            ("assistant", "Sari", True)
        ]


def test_a_group_gives_its_property_a_label() -> None:
    contact = card(
        "FN:Sari", "item1.TEL:021-5551234", "item1.X-ABLabel:_$!<Assistant>!$_", "item2.X-ABDATE:2020-01-02"
    )

    assert [(p.kind, p.label) for p in contact.points] == [("phone", "Assistant")]
    assert contact.extra == [["X-ABDATE", "2020-01-02"]]


def test_a_name_is_put_together_only_where_none_is_written() -> None:
    written = card("FN:Dr. Budi Santoso", "N:Santoso;Budi;;Dr.;M.Si.")
    missing = card("N:Santoso;Budi;Agung;Dr.;M.Si.")
    chinese = card("N:王;小明;;;")

    assert (written.full_name, written.titles_before, written.degrees_after) == (
        "Dr. Budi Santoso",
        "",
        "M.Si.",
    )
    assert (missing.full_name, missing.titles_before) == ("Budi Agung Santoso", "Dr.")
    assert missing.extra == [["N", "Santoso;Budi;Agung;Dr.;M.Si."]]
    assert chinese.full_name == "王小明"


def test_whatever_has_no_place_is_kept_under_its_name() -> None:
    contact = card("FN:Sari", "X-FAVOURITE;TYPE=home:kopi\\, teh", "GEO:1.0;2.0")

    assert contact.extra == [["X-FAVOURITE home", "kopi, teh"], ["GEO", "1.0;2.0"]]


def test_escapes_numbers_and_dates() -> None:
    contact = card(
        "FN:A",
        "ORG:Maju\\, Jaya;Biro A;Bagian B",
        'TEL;VALUE=uri;TYPE="voice,cell":tel:+62-812-555;ext=12',
        "BDAY:19850412",
        "PHOTO:data:image/png;base64,iVBORw0KGgo=",
        version="4.0",
    )

    assert (contact.organisation, contact.unit) == ("Maju, Jaya", "Biro A / Bagian B")
    assert contact.values("mobile", "phone") == ["+62-812-555 ext. 12"]
    assert (contact.birthday, contact.photo) == ("1985-04-12", b"\x89PNG\r\n\x1a\n")


LINE = st.one_of(
    st.sampled_from(
        [
            b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"VERSION:4.0", b"FN:Sari", b"AGENT:", b" fold", b"\tfold",
            b"PHOTO;ENCODING=BASE64:AAAA", b"BBBB", b"NOTE;ENCODING=QUOTED-PRINTABLE:a=", b"=C3=A9", b"a;b:c;d\\,e",
            b"item1.TEL;TYPE=\"a:b\":1", b"N:a;b", b"",
        ]
    ),
    st.binary(max_size=30),
)  # fmt: skip


@given(st.lists(LINE, max_size=25).map(b"\r\n".join))
def test_no_bytes_break_the_reader_and_no_line_is_lost(content: bytes) -> None:
    found = read_vcards(content)

    numbered = {number for one in found.cards for number in one.lines} | {d.line for d in found.defects}
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" not in content:
        assert {line.first for line in logical_lines(content.removeprefix(b"\xef\xbb\xbf"))} <= numbered
