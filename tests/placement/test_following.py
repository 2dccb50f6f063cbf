"""Lines of the journal are seen by those who see their source today, whichever way the source has moved."""

from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.classify import mark, put_in_dossier
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.actions.merge import merge_threads
from jembatan.correspondence.actions.split import undo_move
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.models import Mailbox, Thread
from jembatan.correspondence.tests.letters import reading
from jembatan.dossiers.actions.access import restrict, unrestrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.timeline import entries_of, visible_entries
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.markings import Marking

SERIES = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:seri@mitra.example
DTSTART;TZID=Asia/Jakarta:20240305T140000
DTEND;TZID=Asia/Jakarta:20240305T150000
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Seri
END:VEVENT
{changed}END:VCALENDAR
"""
CHANGED = """BEGIN:VEVENT
UID:seri@mitra.example
RECURRENCE-ID;TZID=Asia/Jakarta:202403{day}T140000
DTSTART;TZID=Asia/Jakarta:202403{day}T160000
DTEND;TZID=Asia/Jakarta:202403{day}T170000
SUMMARY:Seri pindah {day}
END:VEVENT
"""


@pytest.fixture
def secret(officer: Actor) -> Dossier:
    """Restricted; names Bagus, and not Maria."""
    return restrict(officer, open_dossier(officer, "Batas laut"))


def file(actor: Actor, *readings: Reading) -> None:
    mailbox = Mailbox.objects.get_or_create(desk=actor.desk, name="arsip")[0]
    filing = Filing(actor)
    filing.file(mailbox, readings)
    filing.finish()


def lines(actor: Actor, dossier: Dossier | None = None) -> list[str]:
    """Summaries of mail and meetings that the actor sees."""
    found = entries_of(actor, dossier)
    return sorted(entry.summary for entry in found if entry.kind.startswith(("mail", "meeting")))


def test_mail_goes_into_the_dossier_and_comes_out(
    officer: Actor, second_officer: Actor, secret: Dossier
) -> None:
    file(officer, reading("a"), reading("b", references="a", hours=1))
    thread = Thread.objects.get()
    both = lines(officer)
    assert (len(both), lines(second_officer)) == (2, both)

    put_in_dossier(officer, thread, dossier=secret)
    assert (lines(second_officer), lines(officer), lines(officer, secret)) == ([], both, both)

    file(officer, reading("c", references="b", hours=2))
    assert (lines(second_officer), len(lines(officer, secret))) == ([], 3)

    put_in_dossier(officer, thread, dossier=None)
    assert (len(lines(second_officer)), lines(officer, secret)) == (3, [])


def test_dossier_that_closes_and_opens_takes_its_mail_along(officer: Actor, second_officer: Actor) -> None:
    file(officer, reading("a"))
    dossier = open_dossier(officer, "Terbuka")
    put_in_dossier(officer, Thread.objects.get(), dossier=dossier)
    assert len(lines(second_officer, dossier)) == 1
    restrict(officer, dossier)
    assert lines(second_officer) == []
    unrestrict(officer, dossier)
    assert len(lines(second_officer)) == 1


def test_marking_raised_later_is_borne_by_earlier_lines(officer: Actor) -> None:
    file(officer, reading("a"))
    mark(officer, Thread.objects.get(), marking=Marking.RED)
    assert [entry.marking_today for entry in visible_entries(officer)] == [Marking.RED]


def test_merged_mail_bears_the_marking_of_both_until_that_is_undone(officer: Actor) -> None:
    file(officer, reading("a"), reading("z", subject="Other"))
    source, target = Thread.objects.order_by("pk")
    mark(officer, source, marking=Marking.AMBER)

    def markings() -> list[str]:
        return sorted(entry.marking_today for entry in visible_entries(officer))

    move = merge_threads(officer, source, target=target)
    assert markings() == ["TLP:AMBER", "TLP:AMBER"]
    undo_move(officer, move)
    assert markings() == ["TLP:AMBER", "TLP:GREEN"]


def test_thread_confined_while_its_mail_is_being_filed_hides_that_mail_too(
    officer: Actor, second_officer: Actor, secret: Dossier
) -> None:
    """A colleague's action becomes true between the chunk that was filed and the end of the import."""
    file(officer, reading("a"))
    filing = Filing(officer)
    filing.file(Mailbox.objects.get(), [reading("b", references="a", hours=1)])
    Thread.objects.update(dossier=secret)
    filing.finish()
    assert (lines(second_officer), len(lines(officer))) == ([], 2)


def test_changed_days_of_a_series_go_where_the_series_goes(
    officer: Actor, second_officer: Actor, secret: Dossier, tmp_path: Path
) -> None:
    path = tmp_path / "seri.ics"
    path.write_text(SERIES.format(changed=CHANGED.format(day="12")))
    import_now(officer, [path])
    assert visible_meetings(second_officer).count() == 2

    series = Meeting.objects.get(recurrence_id="")
    change_meeting(officer, series, "dossier", secret, version=series.version)
    assert (visible_meetings(second_officer).count(), lines(second_officer)) == (0, [])

    path.write_text(SERIES.format(changed=CHANGED.format(day="12") + CHANGED.format(day="19")))
    import_now(officer, [path])
    assert (visible_meetings(officer).count(), visible_meetings(second_officer).count()) == (3, 0)
    assert lines(second_officer) == []
