"""Two published conference schedules (frab XML), read whole."""

from pathlib import Path

import pytest

from jembatan.programmes.formats.frab import read_schedule

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "events"

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not beside the project")


@pytest.mark.parametrize(
    ("name", "zone", "talks", "first"),
    [
        ("debconf23.xml", "Asia/Kolkata", 117, "2023-09-10T05:00:00+00:00"),
        ("fosdem_2021.xml", "Europe/Brussels", 773, "2021-02-06T09:00:00+01:00"),
    ],
)
def test_every_event_of_a_published_schedule_is_read(name: str, zone: str, talks: int, first: str) -> None:
    content = (CORPUS / name).read_bytes()
    schedule = read_schedule(content, zone="Europe/Brussels")
    assert (schedule.zone, len(schedule.talks), schedule.broken) == (zone, talks, [])
    assert content.count(b"<event ") == talks
    assert len({talk.uid for talk in schedule.talks}) == talks
    assert schedule.talks[0].starts_at.isoformat() == first
    assert all(talk.room for talk in schedule.talks)
