"""Meeting logs as offices published them: odd encodings, headings and dates."""

from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.meetings.formats.log.reader import read_log
from jembatan.meetings.formats.log.table import read_rows
from jembatan.meetings.models import Meeting
from jembatan.platform.imports.actions.run import import_now

LOGS = Path(__file__).parents[3] / "shared" / "corpora" / "meetings"
PROCESSED = LOGS / "uk-ministers-processed.csv"

pytestmark = pytest.mark.skipif(not LOGS.exists(), reason="the corpora are not beside the project")


def test_every_row_of_every_log_is_in_a_meeting_or_set_aside() -> None:
    for path in sorted((LOGS / "uk-raw").iterdir()):
        rows = read_rows(path.read_bytes())

        log = read_log(rows, name=path.name)

        assert log.header is not None, path.name
        told = sorted([line for m in log.meetings for line in m.lines] + [row.line for row in log.set_aside])
        written = [row.line for row in rows[log.header.index + 1 :] if not row.is_blank]
        assert told == written, path.name
        assert len(log.set_aside) <= 7, path.name


def test_months_stay_months_and_lie_in_the_years_of_the_log() -> None:
    for path in sorted((LOGS / "uk-raw").iterdir()):
        for meeting in read_log(read_rows(path.read_bytes()), name=path.name).meetings:
            assert meeting.period.precision == "month", path.name
            assert 2010 <= meeting.period.start.year <= 2014, path.name


@pytest.mark.django_db
def test_rows_of_one_meeting_become_one_meeting_and_again_nothing(head: Actor) -> None:
    first = import_now(head, [PROCESSED], kind="meetings").batch

    assert (first.read, first.quarantined) == (15781, 1)
    assert Meeting.objects.count() == 8054
    second = import_now(head, [PROCESSED], kind="meetings").batch
    assert (second.filed, second.duplicates, second.quarantined) == (0, 15780, 1)
