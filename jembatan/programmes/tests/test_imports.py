"""Spreadsheets and schedules become records of a programme; what is wrong in them is told in plain words, and nothing is lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.platform import events
from jembatan.platform.imports.actions.quarantine import retry
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import Result, import_now
from jembatan.platform.imports.models import QuarantinedItem
from jembatan.programmes.events import MovementChanged
from jembatan.programmes.models import (
    Delegation,
    DelegationNote,
    ItineraryItem,
    Movement,
    MovementChange,
    Officer,
    Programme,
)
from jembatan.programmes.tests.scene import games

OFFICERS = """No,Nama Lengkap,Bahasa,HP,Email,Hari tersedia,Ukuran kaus
1,Sari Dewi,"Inglish C1, Jepang B2",0812 3456 7001,sari@lo.example,18-20,M
2,Agus Salim,"Mandrin (B2); Koria A2",0812 3456 7002,agus@lo.example,,L
1,Rahmat Hidayat,Inggris,0812 3456 7003,rahmat@lo.example,,S
4,Nur Aini,Xyzzy,0812 3456 7004,nur@lo.example,,M
5,Putri Ayu,Arabik,0812 3456 7001,putri@lo.example,,S
,Tono,Perancis fasih,,,,
,,Inggris,,,,
"""
DELEGATIONS = """Delegation,Code,Country,Languages,People,Stays at,Member,Function,Head,Medical,Diet
Akitsu,AKI,Japan,Japanis,120,Wisma 3,Hanako Mori,Chef de mission,yes,Insulin,halal
Akitsu,AKI,,,,,Ken Abe,Doctor,,,
Ruritania,RUR,,Jerman,40,,,,,,
"""
MOVEMENTS = """Delegation,Kind,Flight,From,To,Departure date,Departs,Departure zone,Arrival date,Arrives,Pax
AKI,arrival,GA 885,Osaka,Soekarno-Hatta T3,2027-08-18,10.30,Asia/Tokyo,2027-08-18,15.45,60
Ruritania,kedatangan,LH 778,Frankfurt,Soekarno-Hatta T3,2027-08-18,21.55,Europe/Berlin,2027-08-18,17.25,40
Atlantis,arrival,XX 1,Atlantis,Soekarno-Hatta T3,2027-08-18,08.00,,2027-08-18,09.00,4
"""
SCHEDULE = """<schedule><conference><title>Pekan</title><time_zone_name>Asia/Jakarta</time_zone_name></conference>
<day date="2027-08-19"><room name="Hall A"><event id="7"><start>09:00</start><duration>01:30</duration><room>Hall A</room>
<title>{title}</title><persons><person>Sari</person></persons></event><event id="8"><title>Never</title></event></room></day></schedule>
"""


@pytest.fixture
def programme(officer: Actor) -> Programme:
    return games(officer)


def _bring(
    actor: Actor, folder: Path, programme: Programme, kind: str, text: str, name: str = "t.csv"
) -> Result:
    path = folder / name
    path.write_text(text)
    return import_now(actor, [path], kind=kind, options={"programme": programme.pk})


def _accounts(result: Result) -> tuple[int, ...]:
    batch = result.batch
    assert batch.read == batch.filed + batch.updated + batch.duplicates + batch.quarantined
    return batch.filed, batch.updated, batch.duplicates, batch.quarantined


def _reasons(result: Result) -> str:
    return "\n".join(f"{problem.source} {problem.reason}" for problem in result.problems)


def test_officers_with_half_their_languages_misspelt(
    officer: Actor, programme: Programme, tmp_path: Path
) -> None:
    result = _bring(officer, tmp_path, programme, "officers", OFFICERS)
    assert _accounts(result) == (3, 0, 0, 4)
    told = _reasons(result)
    assert "“Inglish” was read as English." in told
    assert "Sari Dewi (row 2) has the number 1, too. Give one of them another number." in told
    assert "Sari Dewi (row 2) has the telephone number +6281234567001, too." in told
    assert "“Xyzzy” is no language that is known. Correct it." in told
    assert "The row names nobody." in told
    sari = Officer.objects.get(number=1)
    assert {each.language: each.declared for each in sari.languages.all()} == {"en": "C1", "ja": "B2"}
    assert (sari.phone, len(sari.days), sari.further) == ("+6281234567001", 3, {"Ukuran kaus": "M"})
    assert Officer.objects.get(full_name="Tono").languages.get().level == "C1"
    kept = QuarantinedItem.objects.get(position=5)
    assert b"Xyzzy" in bytes(kept.raw)
    kept.raw = bytes(kept.raw).replace(b"Xyzzy", b"Arab")
    kept.save()
    assert retry(officer, kept)
    assert Officer.objects.get(number=4).languages.get().language == "ar"


def test_rows_that_are_set_aside_are_named_before_what_was_only_remarked(
    officer: Actor, programme: Programme, tmp_path: Path
) -> None:
    result = _bring(officer, tmp_path, programme, "officers", OFFICERS)
    rows = [int(problem.source.rsplit(":", 1)[1]) for problem in result.problems]
    assert rows[:4] == [4, 5, 6, 8]
    assert len(rows) == 8
    assert rows[4:] == sorted(rows[4:])


def test_officers_again_change_nothing_and_what_people_changed_stays(
    officer: Actor, programme: Programme, tmp_path: Path
) -> None:
    first = _bring(officer, tmp_path, programme, "officers", OFFICERS)
    Officer.objects.filter(number=2).update(call_name="Gus", email="new@lo.example")
    assert _accounts(_bring(officer, tmp_path, programme, "officers", OFFICERS)) == (0, 0, 3, 4)
    assert Officer.objects.get(number=2).email == "new@lo.example"
    moved = OFFICERS.replace("sari@lo.example", "dewi@lo.example")
    second = _bring(officer, tmp_path, programme, "officers", moved)
    assert _accounts(second) == (0, 1, 2, 4)
    assert Officer.objects.get(number=1).email == "dewi@lo.example"
    roll_back(officer, second.batch)
    assert Officer.objects.get(number=1).email == "sari@lo.example"
    back = roll_back(officer, first.batch)
    assert (back.removed, back.kept) == (2, 1)
    assert list(Officer.objects.values_list("number", flat=True)) == [2]


def test_delegations_with_members_and_medical_notes_at_red(
    officer: Actor, programme: Programme, tmp_path: Path
) -> None:
    result = _bring(officer, tmp_path, programme, "delegations", DELEGATIONS)
    assert _accounts(result) == (3, 0, 0, 0)
    akitsu = Delegation.objects.get(code="AKI")
    assert (akitsu.country, akitsu.languages, akitsu.size, str(akitsu.home)) == ("JP", ["ja"], 120, "Wisma 3")
    assert akitsu.members.get(head=True).full_name == "Hanako Mori"
    assert DelegationNote.objects.get(kind="medical").marking == "TLP:RED"
    assert "Insulin" not in str(result.batch.plan) + str(result.sample) + str(result.batch.problems)
    again = _bring(
        officer, tmp_path, programme, "delegations", DELEGATIONS.replace("Insulin", "insulin pump")
    )
    assert _accounts(again) == (0, 1, 2, 0)
    roll_back(officer, again.batch)
    roll_back(officer, result.batch)
    assert not Delegation.objects.exists()


def test_second_number_of_a_guest_is_told_and_kept(
    officer: Actor, programme: Programme, tmp_path: Path
) -> None:
    both = "0812 3456 7001 / 0813 1111 2222"
    table = f"Delegation,Member,Phone\nAkitsu,Hanako Mori,{both}\n"
    told = _reasons(_bring(officer, tmp_path, programme, "delegations", table))
    assert f"Of the telephone numbers “{both}” the first one is called." in told
    hanako = Delegation.objects.get().members.get()
    assert (hanako.phone, hanako.further) == ("+6281234567001", {"phone": both})


def test_medical_text_is_in_no_row_that_is_set_aside(
    officer: Actor, programme: Programme, tmp_path: Path
) -> None:
    wrong = DELEGATIONS.replace("Japanis", "Xyzzy")
    _bring(officer, tmp_path, programme, "delegations", wrong)
    raw = bytes(QuarantinedItem.objects.get(position=2).raw)
    assert b"Hanako" in raw
    assert b"Insulin" not in raw


def test_flight_that_arrives_before_it_departs_and_one_that_moves(
    officer: Actor, programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[MovementChanged] = []
    monkeypatch.setitem(events._listeners, MovementChanged, [heard.append])
    _bring(officer, tmp_path, programme, "delegations", DELEGATIONS)
    first = _bring(officer, tmp_path, programme, "movements", MOVEMENTS)
    assert _accounts(first) == (1, 0, 0, 2)
    told = _reasons(first)
    assert (
        "LH 778 would arrive in Soekarno-Hatta T3 on 18 Aug 2027, 17:25 WIB (UTC+7), before it departs from"
        in told
    )
    assert "Frankfurt on 18 Aug 2027, 21:55 CEST (UTC+2)" in told
    assert "The programme has no delegation “Atlantis”." in told
    flight = Movement.objects.get()
    assert (flight.mode, flight.people, flight.far_end) == ("flight", 60, "Osaka")
    assert flight.starts_at == datetime(2027, 8, 18, 1, 30, tzinfo=UTC)
    second = _bring(officer, tmp_path, programme, "movements", MOVEMENTS.replace("15.45", "16.20"))
    assert _accounts(second) == (0, 1, 0, 2)
    assert MovementChange.objects.get().after == {"ends_at": "2027-08-18T16:20:00+07:00"}
    assert Entry.objects.get(kind="programme.movement_changed").summary == (
        "Akitsu: arrival GA 885 changed (arrives: was 15:45, now 16:20 WIB)"
    )
    assert [each.movement for each in heard] == [flight]
    roll_back(officer, second.batch)
    flight.refresh_from_db()
    assert flight.ends_at == datetime(2027, 8, 18, 8, 45, tzinfo=UTC)


def test_schedule_again_updates_and_never_doubles(
    officer: Actor, programme: Programme, tmp_path: Path
) -> None:
    xml = SCHEDULE.format(title="Opening")
    assert _accounts(_bring(officer, tmp_path, programme, "schedule", xml, "s.xml")) == (1, 0, 0, 1)
    item = ItineraryItem.objects.get()
    assert (item.title, str(item.place), item.starts_at) == (
        "Opening",
        "Hall A",
        datetime(2027, 8, 19, 2, tzinfo=UTC),
    )
    assert _accounts(_bring(officer, tmp_path, programme, "schedule", xml, "s.xml")) == (0, 0, 1, 1)
    later = SCHEDULE.format(title="Opening ceremony")
    result = _bring(officer, tmp_path, programme, "schedule", later, "s.xml")
    assert _accounts(result) == (0, 1, 0, 1)
    assert "Never: The event does not say when it begins" in _reasons(result)
    assert ItineraryItem.objects.get().title == "Opening ceremony"


def test_calendar_brings_every_day_of_a_series(officer: Actor, programme: Programme, tmp_path: Path) -> None:
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Asia/Jakarta:20270819T090000\r\n"
        "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:Briefing\r\nLOCATION:Wisma 3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    result = _bring(officer, tmp_path, programme, "schedule", calendar, "s.ics")
    assert _accounts(result) == (3, 0, 0, 0)
    assert [item.starts_at.hour for item in ItineraryItem.objects.all()] == [2, 2, 2]
    assert _accounts(_bring(officer, tmp_path, programme, "schedule", calendar, "s.ics")) == (0, 0, 3, 0)


def test_early_morning_of_the_first_day_lies_in_the_programme_and_is_shown_by_its_clocks(
    officer: Actor, programme: Programme, tmp_path: Path
) -> None:
    early = SCHEDULE.format(title="Breakfast").replace("2027-08-19", "2027-08-18").replace("09:00", "05:00")
    result = _bring(officer, tmp_path, programme, "schedule", early, "s.xml")
    assert [line["detail"] for line in result.sample] == ["2027-08-18 05:00"]
    assert "outside the days" not in _reasons(result)


def test_without_a_programme_everything_is_set_aside_in_words(officer: Actor, tmp_path: Path) -> None:
    games(officer)
    games(officer, name="Another")
    path = tmp_path / "t.csv"
    path.write_text(OFFICERS)
    result = import_now(officer, [path], kind="officers")
    assert _accounts(result) == (0, 0, 0, 1)
    assert "It is not said which programme this is for." in _reasons(result)
