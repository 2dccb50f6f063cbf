"""The capture line, read on Wednesday 25 November 2026."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.queries.captured import read_line

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


def test_line_names_parties_a_dossier_and_a_moment(
    officer: Actor, budi: Person, ministry: Organisation
) -> None:
    dossier = open_dossier(officer, "MoU Selat")
    line = "@Budi janji kirim draf jumat 15.00 #MoU, juga ke @Kementerian Kelautan dan @Entah"

    captured = read_line(officer, line, now=NOW, language="id")

    assert captured.parties == (budi, ministry)
    assert captured.dossier == dossier
    assert captured.when is not None
    assert captured.when.start == NOW.replace(day=27, hour=15)
    assert captured.unknown == ("@Entah",)
    assert captured.text == line
    assert captured.told == (
        "Budi Santoso janji kirim draf 27 Nov 2026 15:00 MoU, juga ke Kementerian Kelautan dan @Entah"
    )


def test_line_is_told_with_names_a_date_and_without_the_tag(officer: Actor, budi: Person) -> None:
    open_dossier(officer, "Survei Laut")

    captured = read_line(officer, "@Budi Santoso, menelepon kemarin 10.00 #Survei.", now=NOW, language="id")

    assert captured.told == "Budi Santoso, menelepon 24 Nov 2026 10:00."


def test_date_inside_a_name_is_none(officer: Actor) -> None:
    Organisation.objects.create(desk=officer.desk, name="PT Jumat Jaya", name_folded="pt jumat jaya")

    captured = read_line(officer, "@PT Jumat Jaya menelepon", now=NOW, language="id")

    assert (captured.told, captured.when) == ("PT Jumat Jaya menelepon", None)


def test_name_that_two_people_bear_names_neither(officer: Actor, budi: Person) -> None:
    Person.objects.create(
        desk=officer.desk, full_name="Budi Hartono", name_folded="budi hartono", sort_key="x"
    )

    captured = read_line(officer, "@Budi menelepon", now=NOW, language="id")

    assert (captured.parties, captured.unknown) == ((), ("@Budi",))
    assert read_line(officer, "@Budi Santoso menelepon", now=NOW, language="id").parties == (budi,)


def test_call_name_is_a_name_too(officer: Actor, budi: Person) -> None:
    Person.objects.filter(pk=budi.pk).update(call_name="Bubud")

    assert read_line(officer, "@bubud menelepon", now=NOW, language="id").parties == (budi,)


def test_others_parties_and_hidden_dossiers_are_unknown(
    officer: Actor, second_officer: Actor, stranger: Actor, budi: Person
) -> None:
    restrict(officer, open_dossier(officer, "Rahasia"))

    assert read_line(stranger, "@Budi", now=NOW, language="id").unknown == ("@Budi",)
    assert read_line(second_officer, "#Rahasia", now=NOW, language="id").unknown == ("#Rahasia",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.text(alphabet="@# \nabİßé,.'\"%\\_1", max_size=40))
def test_any_line_is_read(officer: Actor, text: str) -> None:
    captured = read_line(officer, text, now=NOW, language="id")
    assert captured.text == text
    assert captured.when or captured.told.split() == captured.text.split()
