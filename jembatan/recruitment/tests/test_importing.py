"""Applications from a spreadsheet: nothing is lost, what is unclear is set aside with its reason."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.imports.reasons import told
from jembatan.recruitment.actions.decide import decide
from jembatan.recruitment.formats.headings import MOST_YEARS, education_of, years_of
from jembatan.recruitment.models import Application
from jembatan.recruitment.tests.scene import call_of

TABLE = """Daftar relawan
Nama,Surel,HP,Tanggal lahir,Kewarganegaraan,Posisi,Jenis kerja,Pendidikan,Pengalaman,Bahasa
Sari,sari@p.example,0812 3456 7890,17 Mei 2000,Indonesia,Pendamping,paruh waktu,S1,3 tahun,"Inggris C1, Jepnag B2"
Tono,tono@p.example,+62 812 3456 7890,,,,,,,Inggris
Ayu,ayu@p.example,0813 1111 2222,32.13.1999,,,,,,Inggris B1
Budi,budi@p.example,0813 3333 4444,,,,,,,Klingonese
Sari,SARI@p.example,0812 3456 7890,,,,,,,Inggris C1
,nobody@p.example,,,,,,,,
Dewi,dewi@p.example,0813 5555 6666,17 Mei 2015,Jepang,Pendamping,freelance,S2,,Mandarin fasih dan Perancis
"""


def test_every_row_is_accounted_for(officer: Actor, tmp_path: Path) -> None:
    call = call_of(officer)
    path = tmp_path / "relawan.csv"
    path.write_text(TABLE)
    tried = import_now(officer, [path], kind="applications", dry_run=True).as_json()
    result = import_now(officer, [path], kind="applications").as_json()
    counted = {name: result[name] for name in ("read", "filed", "updated", "duplicates", "quarantined")}
    assert counted == {"read": 7, "filed": 2, "updated": 0, "duplicates": 1, "quarantined": 4}
    assert {name: tried[name] for name in counted} == counted
    reasons = [told(item.reason) for item in QuarantinedItem.objects.order_by("position")]
    assert reasons == [
        "The row relawan.csv:3 has the telephone number +6281234567890, too. Correct the number, or leave one of them out.",
        "“32.13.1999” is no birthday. Write one such as 1999-08-17.",
        "It is not clear which language “Klingonese” is: Indonesian, Chinese? Correct it.",
        "The row names nobody. Write the full name.",
    ]
    sari, dewi = Application.objects.order_by("number")
    assert (sari.call, sari.post, sari.employment, sari.education, sari.experience) == (
        call,
        call.posts.get(),
        "part",
        3,
        3,
    )
    assert {row.language: row.declared for row in sari.languages.all()} == {"en": "C1", "ja": "B2"}
    assert sari.score > 0
    assert {row.language: row.declared for row in dewi.languages.all()} == {"zh": "C1", "fr": "B1"}
    assert dewi.nationality == "JP"
    problems = " ".join(told(problem["reason"]) for problem in result["problems"])
    assert "“Jepnag” was read as Japanese." in problems
    assert "Too young for Pendamping: 18 years are asked for when the programme begins." in problems
    again = import_now(officer, [path], kind="applications").as_json()
    assert (again["filed"], again["duplicates"], again["quarantined"]) == (0, 3, 4)


def test_days_and_what_nobody_knows_go_into_the_call_that_is_named(officer: Actor, tmp_path: Path) -> None:
    call = call_of(officer)
    call_of(officer, programme=call.programme, opens=call.closes, closes=call.closes)
    path = tmp_path / "relawan.csv"
    path.write_text(
        'Nama,Surel,Bahasa,Hari tersedia,Kaus,Pendidikan,Kewarganegaraan\nSari,s@p.example,Inggris C1,"18-20, 25",M,kursus,WNI\n'
    )
    assert import_now(officer, [path], kind="applications", options={"call": call.pk}).batch.filed == 1
    sari = Application.objects.get()
    assert (sari.call, [day.day for day in sari.days]) == (call, [18, 19, 20, 25])
    assert sari.nationality == "ID"
    assert sari.further == {"Kaus": "M", "education": "kursus"}
    assert sari.score > 0


def test_import_is_taken_back_but_for_what_was_decided(officer: Actor, tmp_path: Path) -> None:
    call = call_of(officer)
    path = tmp_path / "relawan.csv"
    path.write_text(TABLE)
    import_now(officer, [path], kind="applications")
    first = Application.objects.order_by("number")[0]
    decide(officer, call, [first.pk], "waiting", letters=False)
    taken = roll_back(officer, Batch.objects.get())
    assert (taken.removed, taken.kept) == (1, 1)
    assert list(Application.objects.all()) == [first]


def test_without_a_call_nothing_is_lost(officer: Actor, tmp_path: Path) -> None:
    path = tmp_path / "relawan.csv"
    path.write_text(TABLE)
    assert import_now(officer, [path], kind="applications").as_json()["quarantined"] == 1
    assert QuarantinedItem.objects.get().raw == TABLE.encode()


@given(st.text(max_size=60))
def test_any_cell_is_read_or_not_understood(cell: str) -> None:
    assert education_of(cell) in {None, *Application.Education.values}
    assert years_of(cell) is None or 0 <= (years_of(cell) or 0) <= MOST_YEARS
