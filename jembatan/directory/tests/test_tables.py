"""Contact lists in tables: delimiters, charsets, headings in two languages, several numbers in a cell, broken quotes."""

import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.phone import mend_number, split_numbers
from jembatan.directory.formats.tables.csv_rows import read_csv
from jembatan.directory.formats.tables.layout import Layout, guess_layout
from jembatan.directory.formats.tables.row_contact import contact_of_row
from jembatan.directory.formats.tables.sheet_rows import CannotRead, read_sheets


def contacts(content: bytes) -> tuple[Layout, list[Contact]]:
    """The layout of a CSV and the contacts of its rows."""
    table = read_csv(content)
    layout = guess_layout(table)
    return layout, [contact_of_row(row, layout.columns) for row in layout.rows(table)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_an_indonesian_list_is_read_in_any_dress(encoding: str, delimiter: str) -> None:
    rows = [
        ["DAFTAR KONTAK"],
        ["Nama", "Jabatan", "Instansi", "No. HP", "Surel", "Alamat", "Warna"],
        [
            "Siti Rahma",
            "Kepala Biro",
            "Badan Contoh",
            "0812 / 0813",
            "siti@badan.example",
            "Jl. Merdeka 1",
            "biru",
        ],
    ]
    layout, found = contacts("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))

    assert layout.header == 2
    assert [column.field for column in layout.columns] == [
        "full_name", "title", "organisation", "mobile", "email", "address", "",
    ]  # fmt: skip
    assert (found[0].full_name, found[0].title, found[0].organisation) == (
        "Siti Rahma",
        "Kepala Biro",
        "Badan Contoh",
    )
    assert found[0].extra == [["Warna", "biru"]]
    assert layout.is_about_contacts()


def test_outlook_keeps_the_title_before_the_name_apart_from_the_job() -> None:
    head = "Title,First Name,Last Name,Company,Job Title,Business Street,Business City,Business Phone,E-mail Address"
    _layout, found = contacts(
        f"{head}\nMr.,José,García,Ministry,Head,Calle 1,Madrid,+34 91,j@m.example\n".encode("cp1252")
    )

    assert (found[0].full_name, found[0].titles_before, found[0].title) == ("José García", "Mr.", "Head")
    assert [(p.kind, p.value, p.label) for p in found[0].points] == [
        ("phone", "+34 91", "work"),
        ("email", "j@m.example", ""),
        ("address", "Calle 1\nMadrid", "work"),
    ]


def test_google_names_the_label_of_an_address_in_a_column_of_its_own() -> None:
    content = b"Name,E-mail 1 - Label,E-mail 1 - Value,Labels\nSari,Work,s@a.example ::: t@a.example,* myContacts ::: Mitra\n"
    _layout, found = contacts(content)

    assert [(p.value, p.label) for p in found[0].points] == [("s@a.example", "Work"), ("t@a.example", "Work")]
    assert found[0].tags == ["Mitra"]


def test_a_list_without_headings_is_read_by_its_values() -> None:
    layout, found = contacts(b"Budi,budi@a.example,08123456789\nSari,sari@a.example,08123456780\n")

    assert [column.field for column in layout.columns] == ["full_name", "email", "phone"]
    assert [one.full_name for one in found] == ["Budi", "Sari"]


@pytest.mark.parametrize(
    "rows",
    [
        "Wilayah;Wer;Wohin\nTimur;Siti Rahma;siti@badan.example\nTimur;Budi Santoso;budi@badan.example\n",
        "Wilayah;Wer;Wohin\nTimur;Siti Rahma;+62 812-3456-789\nTimur;Budi Santoso;(021) 345 6789\n",
    ],
)
def test_cells_tell_contacts_where_no_heading_does(rows: str) -> None:
    layout, found = contacts(rows.encode())

    assert layout.is_about_contacts()
    assert layout.header == 1
    assert [contact.full_name for contact in found] == ["Siti Rahma", "Budi Santoso"]
    assert [len(contact.values("email", "phone", "mobile")) for contact in found] == [1, 1]
    assert found[0].extra == [["Wilayah", "Timur"]]


@pytest.mark.parametrize(
    "rows",
    [
        "Was;Wie viel\nBatu bara;12500000\nNikel;98000000\n",
        "Was;Wann\nPasar malam;05-01-2026\nKirab;06/02/2026\n",
        "Was;Wann\nPasar malam;2026-01-05\nKirab;2026-02-06\n",
        "Tanggal rapat;Wer;Wohin\n5 Januari;Siti Rahma;siti@badan.example\n",
    ],
)
def test_other_numbers_and_days_are_no_contacts(rows: str) -> None:
    layout, _found = contacts(rows.encode())

    assert not layout.is_about_contacts()


def test_a_log_of_meetings_is_no_list_of_contacts() -> None:
    layout, _found = contacts(b"Minister,Date,Organisation,Purpose of meeting\nA,Jan-14,B,C\n")

    assert not layout.is_about_contacts()


def test_a_quote_that_never_closes_costs_one_row_its_shape_and_no_other() -> None:
    table = read_csv(b'Nama,Surel\n"Budi,b@a.example\nSari,s@a.example\n')

    assert [row.cells for row in table.rows] == [
        ["Nama", "Surel"],
        ["Budi", "b@a.example"],
        ["Sari", "s@a.example"],
    ]
    assert [(d.line, d.reason) for d in table.defects] == [(2, "a quote is never closed")]


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("0812-3456-7890 / 0813 1111 2222", ["0812-3456-7890", "0813 1111 2222"]),
        ("021-5551234/35 atau 0811223344", ["021-5551234/35", "0811223344"]),
        ("0812345678; 0898765432", ["0812345678", "0898765432"]),
        ("+62 21 555 1234", ["+62 21 555 1234"]),
    ],
)
def test_several_numbers_in_a_cell_are_parted(cell: str, numbers: list[str]) -> None:
    assert split_numbers(cell) == numbers


def test_a_number_gets_back_what_a_spreadsheet_ate() -> None:
    assert [mend_number(n) for n in ("6281234567890", "81234567890", "0812345", "110")] == [
        "+6281234567890", "081234567890", "0812345", "110",
    ]  # fmt: skip


def test_a_spreadsheet_is_read_sheet_by_sheet() -> None:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet("Mitra")
    sheet.write_row(1, 0, ["Nama", "No. HP"])
    sheet.write_row(2, 0, ["Sari", 81234567890])
    book.add_worksheet("Kosong")
    book.close()

    tables = read_sheets(content.getvalue())

    assert [(table.name, [(row.number, row.cells) for row in table.rows]) for table in tables] == [
        ("Mitra", [(2, ["Nama", "No. HP"]), (3, ["Sari", "81234567890"])])
    ]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_spreadsheet_reader(content: bytes) -> None:
    with pytest.raises(CannotRead):
        read_sheets(content)


@given(st.text(alphabet='ab",;\t\n|\r é', max_size=120))
def test_no_text_breaks_the_csv_reader_and_no_word_is_lost(text: str) -> None:
    table = read_csv(text.encode())
    layout = guess_layout(table)
    for row in layout.rows(table):
        contact_of_row(row, layout.columns)

    read = "".join(character for row in table.rows for cell in row.cells for character in cell)
    assert all(read.count(letter) == text.count(letter) for letter in "abé")
