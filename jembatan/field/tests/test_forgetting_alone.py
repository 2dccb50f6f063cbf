"""One programme that breaks does not stop the others at night, and somebody hears of it."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.field.tests.scene import games
from jembatan.journal.models import Entry
from jembatan.platform.jobs.alone import SomeFailed
from jembatan.programmes.jobs import forget_people_of_programmes_that_are_over as programmes_job
from jembatan.programmes.models import Duty, Officer, Programme
from jembatan.recruitment.jobs import forget_applications_that_are_over as applications_job
from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.tests.scene import applied, call_of

OVER = timedelta(days=400)


@pytest.fixture
def two(officer: Actor) -> list[Programme]:
    """Both are over, each with three officers and an application."""
    made = [games(officer, name=name).programme for name in ("First", "Second")]
    for each in made:
        applied(call_of(officer, programme=each))
    over = timezone.localdate() - OVER
    Programme.objects.update(first_day=over, last_day=over)
    Call.objects.update(opens=over, closes=over)
    Duty.objects.update(cancelled=True)
    return made


def lines_of(programme: Programme) -> int:
    return Entry.objects.filter(kind="programme.not_forgotten", source_id=programme.pk).count()


def test_programme_that_breaks_is_left_out_and_told_and_the_job_fails(
    two: list[Programme], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = two

    def breaking(programme: Programme, days: int) -> datetime:
        if programme.pk == first.pk:
            raise ValueError("Sari, +628120000002")
        return timezone.now() - OVER

    monkeypatch.setattr("jembatan.programmes.actions.forget.GRACE", timedelta(0))
    with monkeypatch.context() as patch:
        patch.setattr("jembatan.programmes.actions.forget.kept_until", breaking)
        with pytest.raises(SomeFailed, match=f"^programmes.Programme {first.pk}$"):
            programmes_job(0)
    kept = Officer.objects.filter(forgotten_at=None)
    assert set(kept.values_list("programme", flat=True)) == {first.pk}
    assert (lines_of(first), lines_of(second)) == (1, 0)
    assert f"programmes.Programme {first.pk} was left out: ValueError in breaking" in caplog.text
    assert "Sari" not in caplog.text
    programmes_job(0)
    assert not kept.exists()


def test_call_that_breaks_is_left_out_and_told_once_a_week(
    two: list[Programme], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _second = two

    def breaking(call: Call) -> datetime:
        if call.programme_id == first.pk:
            raise ValueError
        return timezone.now() - OVER

    monkeypatch.setattr("jembatan.recruitment.actions.forget.kept_until", breaking)
    for _night in range(2):
        with pytest.raises(SomeFailed):
            applications_job(0)
    assert [each.call.programme_id for each in Application.objects.all()] == [first.pk]
    assert lines_of(first) == 1
