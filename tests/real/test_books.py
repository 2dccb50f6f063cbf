"""Cards and calendars that real programs wrote, imported, served and sent back as they were served: nothing changes."""

from pathlib import Path

import pytest
import vobject
from icalendar import Calendar

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.journal.models import Entry
from jembatan.meetings.models import Meeting
from jembatan.platform.dav.models import Resource
from jembatan.platform.imports.actions.run import import_now
from tests.dav.program import program_of
from tests.dav.test_calendars import QUERY

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

pytestmark = pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not beside the project")


def test_every_card_is_served_and_comes_back_unchanged(officer: Actor) -> None:
    import_now(officer, [CORPORA / "vcards"])
    program = program_of(officer)
    _token, names, _gone = program.sync("people")
    assert len(names) == Person.objects.count() > 50
    before, lines = dict(Person.objects.values_list("pk", "version")), Entry.objects.count()
    for row in Resource.objects.filter(collection__book="people"):
        assert vobject.readOne(row.text).uid.value == row.uid.replace("\n", " ")
        answer = program.ask("PUT", program.book("people") + row.href, row.text, content_type="text/vcard")
        assert answer.status_code == 204, (row.text, answer.content)
    assert dict(Person.objects.values_list("pk", "version")) == before
    assert Entry.objects.count() == lines


def test_every_meeting_is_served_and_comes_back_unchanged(officer: Actor) -> None:
    import_now(officer, [CORPORA / "calendars" / "icalendar"])
    program = program_of(officer)
    _token, names, _gone = program.sync("meetings")
    assert len(names) > 50
    lines = Entry.objects.count()
    before = {m.pk: (m.title, m.starts_at, m.ends_at, m.rule, m.status) for m in Meeting.objects.all()}
    refused = []
    for row in Resource.objects.filter(collection__book="meetings"):
        assert Calendar.from_ical(row.text).walk("VEVENT")
        answer = program.ask(
            "PUT", program.book("meetings") + row.href, row.text, content_type="text/calendar"
        )
        if answer.status_code != 204:
            refused.append((row.href, answer.status_code, answer.content[:200], row.text))
    # rules by other calendars (RFC 7529) and periods among dates are not for the parser that stands before us
    assert [one for one in refused if not ("RSCALE=" in one[3] or "VALUE=PERIOD" in one[3])] == []
    assert {one[1] for one in refused} <= {400}
    assert program.ask("REPORT", program.book("meetings"), QUERY).status_code == 207
    after = {m.pk: (m.title, m.starts_at, m.ends_at, m.rule, m.status) for m in Meeting.objects.all()}
    assert {pk: (before[pk], after[pk]) for pk in before if before[pk] != after[pk]} == {}
    assert Entry.objects.count() == lines
