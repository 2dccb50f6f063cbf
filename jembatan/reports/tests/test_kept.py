"""Kept reports: own words survive reading the journal anew, an edition stays as it was, and the marking asks for clearance."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import ClearanceRule, Draft
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.papers.actions.write import WrittenMeanwhile
from jembatan.papers.queries.standing import State
from jembatan.platform.markings import Marking
from jembatan.reports.actions.kept.editions import clear_edition, make_edition, return_edition
from jembatan.reports.actions.kept.start import discard_report, leave_out, read_anew, start_report
from jembatan.reports.actions.kept.take import file_of, mail_edition
from jembatan.reports.actions.kept.templates import apply_template, hide_parts, keep_template
from jembatan.reports.actions.kept.write import restore_part, save_part
from jembatan.reports.models import Part, Report, ReportEdition, ReportTemplate
from jembatan.reports.queries.kept.standing import standing_of
from jembatan.reports.queries.kept.visible import visible_reports
from jembatan.reports.queries.kept.whole import document_now, document_of
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.scope import Scope

SCOPE = Scope(Period(date(2026, 11, 16), date(2026, 11, 22)))
type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def report(officer: Actor) -> Report:
    """Of a week with one line."""
    _note(officer, "Called Halvern")
    return start_report(officer, SCOPE, language="en")


def _note(
    actor: Actor, text: str, *, marking: Marking = Marking.GREEN, dossier: Dossier | None = None
) -> Entry:
    moment = datetime(2026, 11, 18, 5, tzinfo=UTC)
    line = Line(kind="note", summary=text, occurred_at=moment, marking=marking, dossier=dossier)
    return record(actor, line)


def _texts(report: Report) -> list[str]:
    return [line.text for line in document_now(report, by="x").lines()]


def test_own_words_survive_when_the_journal_is_read_anew(officer: Actor, report: Report) -> None:
    save_part(officer, report, Part.RISK, "The tide tables are late.", version=0)
    later = _note(officer, "Visited Halvern")
    Report.objects.filter(pk=report.pk).update(as_of=later.recorded_at)
    assert "Visited Halvern" in _texts(read_anew(officer, report))
    assert "The tide tables are late." in _texts(read_anew(officer, report))


def test_two_who_begin_the_same_report_write_in_one(
    officer: Actor, second_officer: Actor, report: Report
) -> None:
    assert start_report(second_officer, SCOPE, language="en") == report
    assert start_report(second_officer, SCOPE, language="id") != report


def test_two_writers_never_overwrite_each_other_unseen(
    officer: Actor, second_officer: Actor, report: Report
) -> None:
    save_part(officer, report, Part.NEXT, "Ask the port.", version=0)
    with pytest.raises(WrittenMeanwhile) as refusal:
        save_part(second_officer, report, Part.NEXT, "Ask the ministry.", version=0)
    assert refusal.value.current.text == "Ask the port."
    save_part(second_officer, report, Part.NEXT, "Ask both.", version=1)
    assert restore_part(officer, report, Part.NEXT, version=1).text == "Ask the port."


def test_edition_stays_as_it_was_made(officer: Actor, report: Report) -> None:
    save_part(officer, report, Part.SUMMARY, "A quiet week.", version=0)
    made = make_edition(officer, report)
    save_part(officer, report, Part.SUMMARY, "A loud week.", version=1)
    assert (made.state, make_edition(officer, report).number) == (ReportEdition.State.KEPT, 2)
    assert "A quiet week." in [line.text for line in document_of(made).lines()]
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportEdition.objects.filter(pk=made.pk).update(document={})
    assert make_edition(officer, report).number == 2


def test_marking_asks_for_clearance(officer: Actor, head: Actor, report: Report) -> None:
    _note(officer, "Told in confidence", marking=Marking.AMBER_STRICT)
    read_anew(officer, report)
    asked = make_edition(officer, report)
    assert (asked.state, asked.marking) == (ReportEdition.State.ASKED, Marking.AMBER_STRICT)
    with pytest.raises(Refused):
        file_of(asked, form="pdf")
    with pytest.raises(PermissionDenied):
        clear_edition(officer, asked)
    return_edition(head, asked, comment="Without the last line.")
    assert standing_of(Report.objects.get(pk=report.pk)).state == State.RETURNED
    save_part(officer, report, Part.SUMMARY, "In confidence.", version=0)
    cleared = clear_edition(head, make_edition(officer, report))
    assert file_of(cleared, form="pdf").content.startswith(b"%PDF")
    assert Entry.objects.filter(kind="report.cleared", marking=Marking.AMBER_STRICT).count() == 1


def test_what_changed_since_it_was_asked_is_not_cleared(officer: Actor, head: Actor, report: Report) -> None:
    ClearanceRule.objects.create(
        desk=officer.desk, condition="marking", marking=Marking.GREEN, clearer="head"
    )
    asked = make_edition(officer, report)
    save_part(officer, report, Part.SUMMARY, "Something else.", version=0)
    with pytest.raises(Refused):
        clear_edition(head, asked)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportEdition.objects.filter(pk=asked.pk).update(state="cleared", decided_at=asked.made_at)


def test_whoever_changes_a_report_that_was_asked_about_may_ask_anew_at_once(
    officer: Actor, head: Actor, client_of: ClientOf, report: Report
) -> None:
    ClearanceRule.objects.create(
        desk=officer.desk, condition="marking", marking=Marking.GREEN, clearer="head"
    )
    asked = make_edition(officer, report)
    client = client_of(officer)
    ask = f'action="{reverse("reports:making", args=[report.pk])}"'
    withdrawal = f'action="{reverse("reports:withdrawal", args=[report.pk, asked.pk])}"'
    page = client.get(reverse("reports:report", args=[report.pk])).content.decode()
    assert (ask in page, withdrawal in page) == (False, True)
    clear = f'href="{reverse("reports:edition", args=[report.pk, asked.pk])}" data-key="e"'
    assert clear in client_of(head).get(reverse("reports:report", args=[report.pk])).content.decode()
    assert ('id="paper-steps"' in page, 'id="paper-state"' in page) == (True, True)
    address = reverse("reports:part", args=[report.pk, "risk"])
    typed = {"text": "The tides.", "version": "0", "editor": "page"}
    answer = client.post(address, typed, headers={"HX-Request": "true"}).content.decode()
    assert ('data-into="paper-steps"' in answer, 'data-into="paper-state"' in answer) == (True, True)
    assert (ask in answer, withdrawal in answer, "waits for clearance" in answer) == (True, False, False)


def test_report_holds_what_everyone_who_reads_it_may_see(officer: Actor, head: Actor) -> None:
    """Also where the head has begun it; one about a restricted dossier is seen by its members alone, and so are its letters."""
    secret = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True, marking=Marking.GREEN)
    _note(head, "Hidden", dossier=secret)
    assert "Hidden" not in _texts(start_report(head, SCOPE, language="en"))
    about = start_report(head, Scope(SCOPE.period, secret), language="en")
    assert "Hidden" in _texts(about)
    assert list(visible_reports(officer)) == list(visible_reports(officer).exclude(pk=about.pk))
    draft = mail_edition(head, make_edition(head, about))
    assert (draft.matter_kind, draft.matter_id) == ("report", about.pk)


def test_line_that_has_gone_behind_a_dossier_since_is_withheld(officer: Actor, report: Report) -> None:
    made = make_edition(officer, report)
    assert "Called Halvern" in json.dumps(made.document)
    dossier = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True)
    other = record(
        officer,
        Line(
            kind="note",
            summary="Hidden now",
            occurred_at=SCOPE.period.moments(officer.desk)[0],
            dossier=dossier,
        ),
    )
    document = json.loads(
        json.dumps(made.document).replace(
            reverse("journal:entry", args=[Entry.objects.get(summary="Called Halvern").pk]),
            reverse("journal:entry", args=[other.pk]),
        )
    )
    made.document = document
    texts = [line.text for line in document_of(made).lines()]
    assert "Called Halvern" not in texts
    assert any(text.startswith("Withheld") for text in texts)


def test_report_is_begun_written_and_taken_along_on_its_pages(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    kept, left = _note(officer, "Called Halvern"), _note(officer, "Private matter")
    client = client_of(officer)
    asked = {"start": "2026-11-16", "end": "2026-11-22", "language": "en", "about": ""}
    page = client.post(reverse("reports:kept"), {**asked, "shown": f"{kept.pk},{left.pk}", "keep": [kept.pk]})
    report = Report.objects.get()
    assert page.headers["Location"] == reverse("reports:report", args=[report.pk])
    client.post(
        reverse("reports:part", args=[report.pk, "summary"]), {"text": "A quiet week.", "version": "0"}
    )
    assert "A quiet week." in client.get(reverse("reports:report", args=[report.pk])).content.decode()
    assert client_of(reader).get(reverse("reports:report", args=[report.pk])).status_code == 404
    address = client.post(reverse("reports:making", args=[report.pk])).headers["Location"]
    shown = client_of(reader).get(address).content.decode()
    assert ("A quiet week." in shown, "Called Halvern" in shown, "Private matter" in shown) == (
        True,
        True,
        False,
    )
    assert b"".join(client.post(address, {"format": "pdf"})).startswith(b"%PDF")
    client.post(reverse("reports:mailing", args=[report.pk, report.editions.get().pk]))
    assert Draft.objects.get(matter_kind="report").attachments.count() == 1


def test_discarded_report_is_begun_anew(officer: Actor, report: Report) -> None:
    discard_report(officer, report)
    assert start_report(officer, SCOPE, language="en") != report


def test_unticked_lines_can_be_ticked_again(officer: Actor, report: Report) -> None:
    entry = Entry.objects.get(summary="Called Halvern")
    assert "Called Halvern" not in _texts(leave_out(officer, report, {entry.pk}))
    assert "Called Halvern" in _texts(leave_out(officer, report, ()))


def test_report_follows_an_organisation_that_is_taken_back(
    officer: Actor, head: Actor, ministry: Organisation
) -> None:
    report = start_report(officer, Scope(SCOPE.period, ministry), language="en")
    Organisation.objects.filter(pk=ministry.pk).delete()
    report.refresh_from_db()
    assert report.is_orphan
    assert (visible_reports(officer).exists(), visible_reports(head).exists()) == (False, True)
    with pytest.raises(Refused):
        make_edition(head, report)


def test_template_begins_reports_with_its_words_and_sections(
    officer: Actor, client_of: ClientOf, report: Report
) -> None:
    save_part(officer, report, Part.RISK, "Tides, strikes, weather:", version=0)
    template = keep_template(officer, hide_parts(officer, report, {Part.DONE, Part.SUMMARY}), "Our week")
    client = client_of(officer)
    asked = {"start": "2026-11-09", "end": "2026-11-15", "language": "en", "template": str(template.pk)}
    client.post(reverse("reports:kept"), asked)
    begun = Report.objects.exclude(pk=report.pk).get()
    document = document_now(begun, by="x")
    assert [section.title for section in document.sections] == [
        *("What came of it", "Owed by us", "Owed to us", "What is at risk", "Next steps")
    ]
    assert "Tides, strikes, weather:" in _texts(begun)


def test_template_overwrites_nobodys_words(officer: Actor, report: Report) -> None:
    template = ReportTemplate.objects.create(desk=officer.desk, name="Our week", words={"risk": "Tides?"})
    save_part(officer, report, Part.RISK, "None.", version=0)
    assert "None." in _texts(apply_template(officer, report, template))


def test_words_about_a_restricted_dossier_are_no_template(officer: Actor, head: Actor) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True)
    about = start_report(head, Scope(SCOPE.period, secret), language="en")
    with pytest.raises(Refused):
        keep_template(head, about, "Our week")
