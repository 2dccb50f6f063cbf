"""Which records of many are one: by everything that they say together."""

import random

from hypothesis import given
from hypothesis import strategies as st

from jembatan.directory.formats.tables.csv_rows import read_csv
from jembatan.directory.formats.tables.layout import guess_layout
from jembatan.directory.queries.likeness.grouping import grouped
from jembatan.directory.queries.likeness.records import duplicate_pairs
from jembatan.directory.queries.likeness.tables import duplicate_rows

CHANCE = random.Random(7)
WORDS = ["".join(CHANCE.choices("abdefgiklmnoprstuw", k=7)) for _ in range(400)]
STRANGERS = [
    f"x{n},{WORDS[n]} {WORDS[n + 100]},PT {WORDS[n + 200]},0812555{n:04},{WORDS[n]}@{WORDS[n + 300]}.example"
    for n in range(10, 90)
]


def pairs_of(text: str, *, key: str = "id") -> list[tuple[str, str]]:
    """The keys of rows that are one."""
    table = read_csv(text.encode())
    return [(pair.a, pair.b) for pair in duplicate_rows(table, guess_layout(table), key=key)]


def contacts(*rows: str) -> str:
    """A table of these contacts among eighty strangers."""
    return "\n".join(["id,nama,instansi,telepon,surel", *rows, *STRANGERS])


def test_records_are_one_by_evidence_and_namesakes_are_left_apart() -> None:
    table = contacts(
        '1,"Dr. Budi Santoso, M.Si.",PT Maju Jaya,081234567890,',
        "2,Budi Santoso,Maju Jaya Tbk,081234567890,budi@maju.example",
        "3,Budi Santoso,Universitas Selatan,,b.santoso@kampus.example",
    )

    assert pairs_of(table) == [("1", "2")]


def test_an_office_shared_by_colleagues_makes_nobody_one() -> None:
    table = contacts(
        "1,Budi Santoso,PT Maju Jaya,0215550100,info@maju.example",
        "2,Rina Lubis,PT Maju Jaya,0215550100,info@maju.example",
        "3,Agus Halim,PT Maju Jaya,0215550100,info@maju.example",
    )

    assert pairs_of(table) == []


def test_an_address_alone_makes_nobody_one() -> None:
    assert pairs_of(contacts("1,Budi Santoso,,,kami@rumah.example", "2,Sari Dewi,,,kami@rumah.example")) == []


def test_addresses_made_of_one_name_are_two_addresses() -> None:
    table = contacts(
        "1,Budi Santoso,Bank Utara,,budi.santoso@utara.example",
        "2,Budi Santoso,Dinas Selatan,,budi.santoso2@selatan.example",
    )

    assert pairs_of(table) == []


def test_parts_of_names_may_change_places_lack_or_be_misspelled() -> None:
    strangers = [
        f"x{n},{WORDS[n]},{WORDS[n + 100]},19{n}-{n % 12 + 1:02}-{n % 28 + 1:02},{WORDS[n + 200]}"
        for n in range(10, 90)
    ]
    table = "\n".join(
        [
            "unique_id,first_name,surname,dob,city",
            "a,Matilda,Harris,1983-04-30,London",
            "b,Harris,Matilda,1983-04-30,",
            "c,Matilda,,1983-04-03,London",
            "d,Matidla,Hraris,1983-04-30,Lodnon",
            *strangers,
        ]
    )

    found = {frozenset(pair) for pair in pairs_of(table, key="unique_id")}

    assert found == {frozenset(pair) for pair in ("ab", "ac", "ad", "bc", "bd", "cd")}


def test_a_table_of_organisations_is_compared_as_such() -> None:
    others = [f"x{n},PT {WORDS[n]} {WORDS[n + 100]}" for n in range(10, 40)]
    table = "\n".join(["id,name", "1,PT Maju Jaya Tbk", '2,"Maju Jaya, PT"', "3,CV Mundur Jaya", *others])

    assert pairs_of(table) == [("1", "2")]


def test_groups_join_only_when_their_pairs_together_speak_for_it() -> None:
    bits = {(0, 1): 9.0, (2, 3): 8.0, (1, 2): 1.0, (4, 5): 7.0, (5, 6): 6.0}

    found = grouped(bits, lambda a, b: 1.0 if a >= 4 else -5.0)

    assert set(found) == {(0, 1), (2, 3), (4, 5), (4, 6), (5, 6)}


def test_nothing_has_no_duplicates() -> None:
    assert duplicate_pairs([], []) == []


@given(st.lists(st.lists(st.text(max_size=12), min_size=5, max_size=5), max_size=6))
def test_any_table_can_be_searched(cells: list[list[str]]) -> None:
    table = read_csv(b"id,nama,surel,tanggal lahir,x\n")
    layout = guess_layout(table)
    for number, row in enumerate(cells, 2):
        table.rows.append(type(table.rows[0])(number, [f"k{number}", *row[1:]]))

    assert all(0.5 <= pair.score <= 1 for pair in duplicate_rows(table, layout, key="id"))
