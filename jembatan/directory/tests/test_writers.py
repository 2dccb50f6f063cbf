"""Files that leave the house: vCard 4.0, CSV and XLSX, and that our own reader reads them back."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.directory.formats.contact import Contact, Point
from jembatan.directory.formats.tables.csv_rows import read_csv
from jembatan.directory.formats.tables.headings import column_of
from jembatan.directory.formats.tables.layout import guess_layout
from jembatan.directory.formats.tables.row_contact import contact_of_row
from jembatan.directory.formats.tables_writer import cells, headings, write_csv, write_xlsx
from jembatan.directory.formats.vcard.reader import read_vcards
from jembatan.directory.formats.vcard_writer import escape, fold_line, parameter, write_card

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))


def retno() -> Contact:
    """A contact with everything."""
    return Contact(
        full_name="Retno Kusumawati",
        titles_before="Prof. Dr.",
        degrees_after="M.Sc.",
        form_of_address="Ibu",
        call_name="Retno",
        organisation="Kementerian Perhubungan Laut",
        unit="Ditjen Hubla",
        title="Direktur; Pelabuhan, Dermaga",
        birthday="1970-01-02",
        languages=["id", "en"],
        tags=["VIP", "Maritim"],
        time_zone="Asia/Makassar",
        note="Baris satu\nBaris dua",
        uid="person-1",
        points=[
            Point("email", "retno@hubla.example", "work", True),
            Point("mobile", "+62 812-3456-7890", "asisten"),
            Point("address", "Jl. Merdeka 8\nJakarta"),
            Point("web", "hubla.example"),
            Point("messaging", "+62 812 3456 7890", "WhatsApp"),
        ],
        extra=[["X-PHONETIC", "retno"], ["Ukuran sepatu", "38"]],
    )


def test_card_is_what_the_standard_says() -> None:
    assert write_card(retno(), marking="TLP:AMBER").decode().split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Jembatan//Directory//EN",
        "UID;VALUE=text:person-1",
        "KIND:individual",
        "FN:Retno Kusumawati",
        "N:;Retno Kusumawati;;Prof. Dr.;M.Sc.",
        "NICKNAME:Retno",
        "X-FORM-OF-ADDRESS:Ibu",
        "ORG:Kementerian Perhubungan Laut;Ditjen Hubla",
        "TITLE:Direktur\\; Pelabuhan\\, Dermaga",
        "EMAIL;TYPE=work;PREF=1:retno@hubla.example",
        "item2.TEL;TYPE=cell:+62 812-3456-7890",
        "item2.X-ABLABEL:asisten",
        'ADR;LABEL="Jl. Merdeka 8^nJakarta":;;Jl. Merdeka 8\\nJakarta;;;;',
        "URL:https://hubla.example",
        "item5.IMPP:im:%2B62%20812%203456%207890",
        "item5.X-ABLABEL:WhatsApp",
        "BDAY:19700102",
        "LANG:id",
        "LANG:en",
        "TZ:Asia/Makassar",
        "CATEGORIES:VIP,Maritim",
        "X-PHONETIC:retno",
        "X-KEPT:Ukuran sepatu: 38",
        "X-TLP:TLP:AMBER",
        "NOTE:TLP:AMBER\\n\\nBaris satu\\nBaris dua",
        "END:VCARD",
        "",
    ]


def test_card_of_an_organisation_has_no_personal_name() -> None:
    lines = write_card(Contact(full_name="Hubla", organisation="Hubla", is_organisation=True)).decode()
    assert "KIND:org\r\nFN:Hubla\r\nORG:Hubla\r\n" in lines
    assert "\r\nN:" not in lines


def test_name_in_another_script_stands_beside_the_first() -> None:
    card = write_card(Contact(full_name="王小明", romanised_name="Wang Xiaoming")).decode()
    assert "FN;ALTID=1:王小明\r\nFN;ALTID=1:Wang Xiaoming\r\n" in card


@given(LETTERS)
def test_folded_line_keeps_letters_whole(text: str) -> None:
    folded = fold_line(text)
    assert all(len(line) <= 75 for line in folded.split(b"\r\n"))
    for line in folded.split(b"\r\n"):
        line.decode()
    assert folded.replace(b"\r\n ", b"").removesuffix(b"\r\n").decode() == text


@given(st.text())
def test_value_never_ends_its_line(text: str) -> None:
    assert not set("\r\n") & set(escape(text) + parameter(text))


@pytest.mark.parametrize("field", ["full_name", "title", "note", "call_name", "unit"])
def test_our_own_reader_reads_the_card_back(field: str) -> None:
    [contact] = [card.contact for card in read_vcards(write_card(retno())).cards]
    assert getattr(contact, field) == getattr(retno(), field)


def test_reader_gets_titles_addresses_and_tags_back() -> None:
    [contact] = [card.contact for card in read_vcards(write_card(retno())).cards]
    assert (contact.titles_before, contact.degrees_after, contact.tags) == (
        "Prof. Dr.",
        "M.Sc.",
        ["VIP", "Maritim"],
    )
    assert contact.values("email", "mobile") == ["retno@hubla.example", "+62 812-3456-7890"]


@pytest.mark.parametrize("language", ["en", "id"])
def test_importer_knows_the_headings(language: str) -> None:
    unknown = [heading for heading in headings(language) if not column_of(heading).field]
    kept_under_their_heading = {
        "en": ["Country code", "Time zone", "Marking"],
        "id": ["Kode negara", "Zona waktu", "Penandaan"],
    }
    assert unknown == kept_under_their_heading[language]
    fields = [column_of(heading).field for heading in headings(language)]
    assert fields == [column_of(heading).field for heading in headings("en")]


def test_row_has_a_cell_for_each_heading() -> None:
    row = dict(zip(headings("en"), cells(retno(), "TLP:GREEN"), strict=True))
    assert row["Full name"] == "Retno Kusumawati"
    assert row["E-mail 1"] == "retno@hubla.example"
    assert row["Marking"] == "TLP:GREEN"


def test_more_addresses_than_columns_share_the_last_one() -> None:
    contact = Contact(full_name="X", points=[Point("email", f"{n}@x.example") for n in range(5)])
    row = dict(zip(headings("en"), cells(contact, ""), strict=True))
    assert row["E-mail 3"] == "2@x.example; 3@x.example; 4@x.example"


@pytest.mark.parametrize("bom", [False, True])
def test_csv_bears_its_marking_first(bom: bool) -> None:
    content = b"".join(write_csv([(retno(), "TLP:AMBER")], language="id", marking="TLP:AMBER", bom=bom))
    assert content.startswith(b"\xef\xbb\xbf") is bom
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["TLP:AMBER"]
    assert rows[1][:2] == ["Nama lengkap", "Gelar depan"]
    assert rows[2] == cells(retno(), "TLP:AMBER")


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+62 812-3", "+62 812-3"), ("-", "-"), ("-cmd", "'-cmd")],
)
def test_csv_runs_no_formula(cell: str, written: str) -> None:
    rows = write_csv([(Contact(full_name=cell), "")], language="en", marking="", bom=False)
    [row] = csv.reader([b"".join(rows).decode().splitlines()[2]])
    assert row[0] == written


def test_workbook_bears_its_marking_and_keeps_text_as_text(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    contact = retno()
    contact.note = "=1+1"
    write_xlsx(path, [(contact, "TLP:AMBER")], language="en", marking="TLP:AMBER")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == "TLP:AMBER"
    assert rows[1] == headings("en")
    assert rows[2] == cells(contact, "TLP:AMBER")
    assert sheet.oddHeader.right.text == "TLP:AMBER"


@pytest.mark.parametrize("language", ["en", "id"])
def test_our_own_importer_reads_the_table_back(language: str) -> None:
    content = write_csv([(retno(), "TLP:AMBER")], language=language, marking="TLP:AMBER", bom=True)
    table = read_csv(b"".join(content))
    layout = guess_layout(table)
    [contact] = [contact_of_row(row, layout.columns) for row in layout.rows(table)]
    for field in (
        "full_name",
        "titles_before",
        "degrees_after",
        "form_of_address",
        "call_name",
        "organisation",
    ):
        assert getattr(contact, field) == getattr(retno(), field)
    assert (contact.unit, contact.title, contact.uid) == (retno().unit, retno().title, retno().uid)
    assert contact.values("email", "mobile") == ["retno@hubla.example", "+62 812-3456-7890"]
    assert (contact.tags, contact.languages) == (["VIP", "Maritim"], ["id", "en"])
