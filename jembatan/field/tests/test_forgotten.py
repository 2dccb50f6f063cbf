"""Officers take their data along and are forgotten; so are they, and what guests said of health and diet, some days after the programme."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pghistory.core
import pytest
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.certificates import make_certificates
from jembatan.deployment.actions.refusals import Refused as NoPaper
from jembatan.deployment.models import Assignment, Override, Proposal, Roster, Standby
from jembatan.field.models import Attendance, Claim, Incident, IncidentFile, Phone
from jembatan.field.tests.scene import Games, client_on, games
from jembatan.journal.models import Entry
from jembatan.platform.files.store import keep
from jembatan.platform.imports.models import Batch
from jembatan.programmes.actions.certificates import note_certificate
from jembatan.programmes.actions.forget import delete_officer_data, forget_what_is_over
from jembatan.programmes.actions.officers import add_officer, end_officer
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.actions.taking_on import release
from jembatan.programmes.models import Delegation, DelegationNote, Duty, Officer, Programme
from jembatan.programmes.queries.kept import kept_until

ClientOf = Callable[[Actor], Client]

GRACE = "jembatan.programmes.actions.forget.GRACE"


@pytest.fixture(autouse=True)
def _days_have_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Since the programme was changed."""
    monkeypatch.setattr(GRACE, timedelta())


def _worked(scene: Games, actor: Actor) -> Client:
    """Sari came, reported, spent and is known; her duty is over. Her phone."""
    phone = client_on(actor, scene.sari)
    ended = timezone.now() - timedelta(minutes=1)
    Duty.objects.filter(pk=scene.duty.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    note_certificate(actor, scene.sari, "First aid of Sari", None)
    base = {"desk": scene.programme.desk, "officer": scene.sari}
    Attendance.objects.create(**base, duty=scene.duty, in_at=ended - timedelta(hours=2))
    told = Incident.objects.create(**base, programme=scene.programme, text="A lost bag", happened_at=ended)
    for name in ("bag.jpg", "voice.webm"):
        IncidentFile.objects.create(incident=told, file=keep(name.encode()), name=name)
    Claim.objects.create(**base, kind="hours", minutes=30, day=timezone.localdate(), text="Waited")
    Standby.objects.create(**base, day=timezone.localdate())
    Override.objects.create(
        desk=scene.programme.desk,
        roster=scene.roster,
        duty=scene.duty,
        officer=scene.sari,
        rule="rest",
        told="Sari rests too little",
        reason="Nobody else",
    )
    Proposal.objects.create(
        **base,
        programme=scene.programme,
        cause="ill",
        during=(ended, ended + timedelta(hours=1)),
        state="accepted",
        letters=[{"letter": {"name": "Tono", "text": "Sari, +628120000002, cannot come"}}],
    )
    return phone


def test_officer_takes_everything_along(officer: Actor, client_of: ClientOf) -> None:
    scene = games(officer)
    _worked(scene, officer)
    page = client_of(officer).get(f"/programmes/officers/{scene.sari.pk}/data/")
    known = json.loads(page.content)
    assert known["phone"] == "+628120000002"
    assert [each["title"] for each in known["duties"]] == ["Lunch"]
    assert known["incidents"][0]["text"] == "A lost bag"
    assert (known["claims"][0]["minutes"], len(known["attendance"]), len(known["phones"])) == (30, 1, 1)
    assert known["certificates"][0]["name"] == "First aid of Sari"
    assert (known["application"], known["task_book"]) == (None, [])


def test_forgotten_officer_is_a_number_and_what_was_worked(officer: Actor, client_of: ClientOf) -> None:
    scene = games(officer)
    phone = _worked(scene, officer)
    client, address = client_of(officer), f"/programmes/officers/{scene.sari.pk}/"
    client.post(f"{address}erasure/")
    assert Officer.objects.get(pk=scene.sari.pk).full_name == "Sari"
    client.post(f"{address}erasure/", {"sure": "yes"})
    gone = Officer.objects.get(pk=scene.sari.pk)
    assert (gone.number, gone.phone, gone.email, gone.days, gone.status) == (2, "", "", [], "ended")
    assert gone.forgotten_at is not None
    assert not gone.languages.exists()
    history = pghistory.core.event_models(tracks_model=Officer)[0]
    assert set(history._default_manager.filter(pgh_obj=gone).values_list("full_name", flat=True)) == {
        gone.full_name
    }
    assert Assignment.objects.filter(officer=gone).count() == Attendance.objects.filter(officer=gone).count()
    assert Claim.objects.get(officer=gone).minutes == 30
    assert [each.name for each in IncidentFile.objects.filter(incident__officer=gone)] == ["bag.jpg"]
    assert not Phone.objects.filter(officer=gone).exists()
    assert phone.get("/duty/data/").status_code == 401
    assert Override.objects.get().told == "#2 rests too little"
    assert (Proposal.objects.get().cause, Proposal.objects.get().letters) == ("other", [])
    known = client.get(f"{address}data/").content.decode()
    assert not any(word in known for word in ("Sari", "+62812", "lo.example"))
    assert "Sari" not in Entry.objects.get(kind="programme.forgotten").summary
    shown = client.get(address).content.decode()
    assert "Personal data was deleted on" in shown
    with pytest.raises(NoPaper, match="Nobody has done a duty"):
        make_certificates(officer, scene.programme, language="en")
    with pytest.raises(Refused, match="Add them as a new officer"):
        end_officer(officer, gone, ended=False)


def test_officer_with_duties_ahead_stays(officer: Actor) -> None:
    scene = games(officer)
    with pytest.raises(Refused, match="Tono still has 1 duty ahead"):
        delete_officer_data(officer, scene.tono)
    scene.tono.refresh_from_db()
    assert scene.tono.full_name == "Tono"


def test_all_goes_by_itself_when_its_days_are_over(officer: Actor) -> None:
    scene = games(officer)
    _worked(scene, officer)
    assert forget_what_is_over() == 0
    then = timezone.localdate() - timedelta(days=31)
    Programme.objects.update(first_day=then, last_day=then, keep_days=30)
    scene.roster.delete()
    assert forget_what_is_over() == 0  # a duty lies ahead
    assert (DelegationNote.objects.count(), Officer.objects.exclude(phone="").count()) == (3, 3)
    Duty.objects.update(starts_at=timezone.now() - timedelta(hours=2), ends_at=timezone.now())
    assert forget_what_is_over() == 5
    assert set(DelegationNote.objects.values_list("kind", flat=True)) == {"security"}
    notes = pghistory.core.event_models(tracks_model=DelegationNote)[0]
    assert set(notes._default_manager.values_list("kind", flat=True)) == {"security"}
    assert Delegation.objects.count() == 2
    assert not Officer.objects.exclude(phone="").exists()
    summary = Entry.objects.get(kind="programme.forgotten").summary
    assert summary.split(":", 1)[1] == " of officers, 3; notes on health and diet, 2"
    assert forget_what_is_over() == 0


def test_programme_that_was_changed_some_days_ago_keeps_all(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    games(officer)
    over = timezone.localdate() - timedelta(days=400)
    Duty.objects.update(cancelled=True)
    Programme.objects.update(first_day=over, last_day=over)
    with monkeypatch.context() as patch:
        patch.setattr(GRACE, timedelta(days=7))
        assert forget_what_is_over() == 0
    assert forget_what_is_over() == 5


def test_programme_whose_days_are_changed_in_this_moment_keeps_all(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    games(officer)
    today = timezone.localdate()
    over = today - timedelta(days=400)
    Duty.objects.update(cancelled=True)
    Programme.objects.update(first_day=over, last_day=over)

    def changing(programme: Programme, days: int) -> datetime:
        until = kept_until(programme, days)
        Programme.objects.update(last_day=today)
        return until

    monkeypatch.setattr("jembatan.programmes.actions.forget.kept_until", changing)
    assert forget_what_is_over() == 0
    assert Officer.objects.filter(forgotten_at=None).count() == 3


def test_history_of_officers_who_were_released_goes_and_what_imports_noted(officer: Actor) -> None:
    scene = games(officer)
    released = add_officer(officer, scene.programme, languages={"ja": ("B1", "")}, full_name="Wati")
    release(officer, scene.programme, [released])
    batch = Batch.objects.create(desk=officer.desk, kind="officers", label="x", state="done")
    for one in (scene.leader, released):
        batch.touched.create(model="programmes.officer", record_id=one.pk, after={"phone": "+62"})
    history = pghistory.core.event_models(tracks_model=Officer)[0]._default_manager
    Duty.objects.update(cancelled=True)
    delete_officer_data(officer, scene.leader)
    assert [each.record_id for each in batch.touched.all()] == [released.pk]
    forget_what_is_over()
    assert history.filter(full_name="Wati").exists()
    Programme.objects.update(first_day=date(2020, 5, 4), last_day=date(2020, 5, 4))
    forget_what_is_over()
    assert (history.filter(full_name="Wati").exists(), batch.touched.exists()) == (False, False)


def test_others_of_a_longer_name_keep_it(officer: Actor) -> None:
    scene = games(officer)
    Duty.objects.update(cancelled=True)
    Officer.objects.filter(pk=scene.sari.pk).update(full_name='Sari "Ayu"')
    Officer.objects.filter(pk=scene.leader.pk).update(full_name="Tono Susilo")
    Roster.objects.update(verdict={"broken": 1, "violations": ["Rest: Tono: Dinner"]})
    told = "Tono Susilo and Tono are a pair; Tonowati rests too little"
    Override.objects.create(
        desk=officer.desk,
        roster=scene.roster,
        duty=scene.duty,
        officer=scene.tono,
        rule="pair",
        told=told,
        reason="-",
    )
    Proposal.objects.create(
        desk=officer.desk,
        programme=scene.programme,
        officer=scene.tono,
        cause="other",
        during=(timezone.now(), timezone.now() + timedelta(hours=1)),
        letters=[{"letter": {"name": 'Sari "Ayu"'}}],
    )
    scene.tono.refresh_from_db()
    delete_officer_data(officer, scene.tono)
    assert Roster.objects.get().verdict == {"broken": 1, "violations": ["Rest: #3: Dinner"]}
    assert Override.objects.get().told == "Tono Susilo and #3 are a pair; Tonowati rests too little"
    scene.sari.refresh_from_db()
    delete_officer_data(officer, scene.sari)
    assert Proposal.objects.get().letters == []
