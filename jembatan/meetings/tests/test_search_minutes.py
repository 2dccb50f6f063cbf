"""The search finds what minutes say, what was decided, and who does what; nothing of a matter that is hidden."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.outcomes.decisions import write_decision
from jembatan.meetings.actions.outcomes.giving import Task, give_action
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Action, Meeting, Minutes, MinutesSection
from jembatan.meetings.models.text_index import words_of_text
from jembatan.meetings.queries.outcomes.standing import sitting_of
from jembatan.meetings.queries.search_minutes import MinutesSource, OutcomesSource
from jembatan.meetings.queries.series import occurrence_at
from jembatan.platform.search.text import words_query


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    begins = timezone.now() - timedelta(days=1)
    times = Times(begins, begins + timedelta(hours=1))
    meeting = plan_meeting(officer, "Rapat pelabuhan", times=times, zone="Asia/Jakarta")
    minutes = begin_minutes(officer, meeting)
    MinutesSection.objects.filter(minutes=minutes).update(
        text="Kedua pihak membahas pengerukan <b>alur</b> timur."
    )
    sitting = sitting_of(meeting, occurrence_at(meeting, ""))
    write_decision(officer, sitting, "Pilot boarding moves to the northern anchorage")
    give_action(officer, sitting, Task(text="Kirim peta pengerukan"))
    return meeting


def found(actor: Actor, text: str) -> list[tuple[str, str]]:
    hits = [
        hit for source in (MinutesSource(), OutcomesSource()) for hit in source.find(actor, text, limit=5)
    ]
    return [(hit.title, hit.subtitle) for hit in hits]


def test_every_word_is_found_under_both_stemmers(reader: Actor, meeting: Meeting) -> None:
    assert found(reader, "pengerukan") == [
        ("Rapat pelabuhan", "being written"),
        ("Kirim peta pengerukan", "Action · open · Rapat pelabuhan"),
    ]
    assert found(reader, "move") == [
        ("Pilot boarding moves to the northern anchorage", "Decision · Rapat pelabuhan")
    ]
    [hit] = MinutesSource().find(reader, "alur", limit=5)
    assert "<mark>alur</mark>" in hit.snippet
    assert "<b>" not in hit.snippet
    assert hit.url.startswith(f"/minutes/{Minutes.objects.get().pk}/#part-")


def test_what_was_taken_out_is_not_found(reader: Actor, meeting: Meeting) -> None:
    Action.objects.update(position=None)
    assert [title for title, _about in found(reader, "pengerukan")] == ["Rapat pelabuhan"]


def test_hidden_matter_is_found_by_its_members_alone(officer: Actor, reader: Actor, meeting: Meeting) -> None:
    dossier = open_dossier(officer, "Perkara")
    restrict(officer, dossier)
    change_meeting(officer, meeting, "dossier", dossier, version=meeting.version)
    for text in ("pengerukan", "anchorage"):
        assert found(reader, text) == []
        assert found(officer, text) != []


def test_other_desk_finds_nothing(stranger: Actor, meeting: Meeting) -> None:
    assert found(stranger, "pengerukan") == []


def test_index_is_used(meeting: Meeting) -> None:
    rows = MinutesSection.objects.alias(vector=words_of_text()).filter(vector=words_query("alur"))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "minutes_section_words" in rows.explain()
