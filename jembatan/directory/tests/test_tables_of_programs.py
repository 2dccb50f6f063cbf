"""Lists as Outlook, Google and Thunderbird write them, with the columns that they really have."""

import pytest

from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.tables.csv_rows import read_csv
from jembatan.directory.formats.tables.layout import Layout, guess_layout
from jembatan.directory.formats.tables.row_contact import contact_of_row


def contacts(content: bytes) -> tuple[Layout, list[Contact]]:
    """The layout of a CSV and the contacts of its rows."""
    table = read_csv(content)
    layout = guess_layout(table)
    return layout, [contact_of_row(row, layout.columns) for row in layout.rows(table)]


@pytest.mark.parametrize(
    ("head", "row", "addresses"),
    [
        (  # Thunderbird
            "Display Name,Primary Email,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Work Address,Work City,Work Country",
            "Sari,s@a.example,Calle 1,piso 2,Madrid,M,28001,Av 2,Sevilla,Spain",
            [("Calle 1\npiso 2\nMadrid 28001, M", "home"), ("Av 2\nSevilla\nSpain", "work")],
        ),
        (  # Outlook
            "First Name,Business Street,Business Street 2,Business City,Home Street,Home Street 2",
            "Sari,Gedung A,Lantai 3,Jakarta,Jl. Melati 4,RT 5",
            [("Gedung A, Lantai 3\nJakarta", "work"), ("Jl. Melati 4, RT 5", "home")],
        ),
        (  # Google says the same twice
            "Name,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Country",
            '"Sari","Work","Jl. Melati 4\nJakarta","Jl. Melati 4","Jakarta","Indonesia"',
            [("Jl. Melati 4\nJakarta\nIndonesia", "Work")],
        ),
    ],
    ids=["Thunderbird", "Outlook", "Google"],
)
def test_address_of_several_columns_is_one(head: str, row: str, addresses: list[tuple[str, str]]) -> None:
    _layout, found = contacts(f"{head}\n{row}\n".encode())

    assert [(p.value, p.label) for p in found[0].points if p.kind == "address"] == addresses
    assert all(p.parts[2] for p in found[0].points if p.kind == "address")


@pytest.mark.parametrize(
    ("parts", "birthday", "kept"),
    [
        ("1970,3,4", "1970-03-04", []),
        ("1970,2,30", "", [["Birth Year", "1970"], ["Birth Month", "2"], ["Birth Day", "30"]]),
        ("70,3,4", "", [["Birth Year", "70"], ["Birth Month", "3"], ["Birth Day", "4"]]),
        (",3,4", "", [["Birth Month", "3"], ["Birth Day", "4"]]),
        (
            "99999999999999999999,1,1",
            "",
            [["Birth Year", "9" * 20], ["Birth Month", "1"], ["Birth Day", "1"]],
        ),
    ],
)
def test_birthday_of_three_columns_is_one(parts: str, birthday: str, kept: list[list[str]]) -> None:
    _layout, found = contacts(
        f"Display Name,Primary Email,Birth Year,Birth Month,Birth Day\nSari,s@a.example,{parts}\n".encode()
    )

    assert (found[0].birthday, found[0].extra) == (birthday, kept)


def test_old_list_of_google_is_one_of_contacts_though_it_has_a_subject() -> None:
    layout, found = contacts(
        b"Name,Subject,Priority,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
        b"Retno Wulan,,,* Work,r@k.example,Kementerian,Direktur\n"
    )

    assert layout.is_about_contacts()
    assert [(p.value, p.label) for p in found[0].points] == [("r@k.example", "Work")]
    assert (found[0].organisation, found[0].title) == ("Kementerian", "Direktur")


def test_outlook_names_assistant_and_manager_and_how_mail_goes() -> None:
    _layout, found = contacts(
        b"First Name,Last Name,E-mail 2 Address,E-mail 2 Type,Assistant's Name,Assistant's Phone,Manager's Name\n"
        b"Tom,Smith,t@m.example,SMTP,Sari,+62 21 555 1234,Boss\n"
    )

    assert [(p.value, p.label) for p in found[0].points] == [
        ("t@m.example", ""), ("+62 21 555 1234", "assistant"),
    ]  # fmt: skip
    assert [(r.kind, r.other) for r in found[0].relations] == [("assistant", "Sari"), ("reports_to", "Boss")]
