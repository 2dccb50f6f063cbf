"""A kept report of many lines: each can be unticked, each stands in its edition, and what paper leaves out is said."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking
from jembatan.reports.actions.kept.editions import make_edition
from jembatan.reports.actions.kept.start import read_anew, start_report
from jembatan.reports.actions.kept.take import file_of
from jembatan.reports.models import Report
from jembatan.reports.queries.compose import compose_report
from jembatan.reports.queries.figures import figure_address
from jembatan.reports.queries.kept.whole import document_of, whole_of
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.scope import Scope

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def report(officer: Actor) -> Report:
    """Of a week with one line."""
    _note(officer, "Called Halvern")
    return start_report(officer, Scope(Period(date(2026, 11, 16), date(2026, 11, 22))), language="en")


def _note(actor: Actor, text: str, *, marking: Marking = Marking.GREEN) -> Entry:
    moment = datetime(2026, 11, 18, 5, tzinfo=UTC)
    return record(actor, Line(kind="note", summary=text, occurred_at=moment, marking=marking))


def test_long_report_is_unticked_page_by_page(
    officer: Actor, client_of: ClientOf, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jembatan.reports.web.pages.kept.writing.LINES_AT_ONCE", 2)
    for number in range(4):
        _note(officer, f"Matter {number}")
    client, address = client_of(officer), reverse("reports:report", args=[read_anew(officer, report).pk])
    second = client.get(address, {"from": "2"}).content.decode()
    assert ("Matter 0" in second, "Matter 1" in second, "Matter 2" in second) == (False, True, True)
    assert "Lines 3–4 of 5" in second
    keys = [Entry.objects.get(summary=f"Matter {number}").pk for number in (1, 2)]
    ticked = {"shown": ",".join(map(str, keys)), "keep": [str(keys[0])], "then": "4"}
    answer = client.post(reverse("reports:setting", args=[report.pk]), ticked)
    assert answer.headers["Location"] == f"{address}?from=4#done"
    assert Report.objects.get().left_out == [keys[1]]


def test_long_edition_keeps_every_line_and_says_what_paper_leaves_out(
    officer: Actor, client_of: ClientOf, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jembatan.reports.queries.printed.MOST_LINES", 1)
    monkeypatch.setattr("jembatan.reports.web.pages.kept.editions.LINES_AT_ONCE", 3)
    _note(officer, "Spoke in confidence", marking=Marking.AMBER)
    _note(officer, "Visited Halvern")
    made = make_edition(officer, read_anew(officer, report))
    told = [[line.text for line in each.lines()] for each in (document_of(made), whole_of(made))]
    assert ("Called Halvern" in told[0], "Spoke in confidence" in told[0]) == (True, False)
    assert {"Called Halvern", "Spoke in confidence", "Visited Halvern"} <= set(told[1])
    assert document_of(made).marking == made.marking == Marking.AMBER
    sheet = load_workbook(BytesIO(file_of(made, form="xlsx").content)).active
    assert sheet is not None
    assert "Spoke in confidence" in [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    client, address = client_of(officer), reverse("reports:edition", args=[report.pk, made.pk])
    page = client.get(address).content.decode()
    assert ("longer than paper" in page, "Spoke in confidence" in page) == (True, False)
    count = len(told[1])
    pages = [client.get(address, {"from": str(each)}).content.decode() for each in range(0, count, 3)]
    assert all(sum(text in each for each in pages) >= 1 for text in told[1])
    assert f"Lines {count - (count - 1) % 3}–{count} of {count}" in pages[-1]


def test_matter_of_many_entries_names_the_last_of_them_on_paper_and_leads_to_all(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jembatan.reports.queries.sections.MOST_SOURCES", 2)
    entries = [_note(officer, "Called Halvern") for _each in range(5)]
    scope = Scope(Period(date(2026, 11, 16), date(2026, 11, 22)))
    printed, whole = (
        next(
            line.sources
            for line in compose_report(officer, scope, language="en", site="", whole=each).lines()
            if line.text == "Called Halvern"
        )
        for each in (False, True)
    )
    assert [each.title for each in whole] == [f"entry {entry.pk}" for entry in entries]
    assert printed[:2] == whole[-2:]
    assert [each.title for each in printed[2:]] == ["Note: 3 earlier entries"]
    assert printed[2].url == figure_address("note", scope)


def test_list_of_kept_reports_goes_on(
    officer: Actor, client_of: ClientOf, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jembatan.reports.web.pages.kept.beginning.AT_ONCE", 1)
    earlier = start_report(officer, Scope(Period(date(2026, 11, 9), date(2026, 11, 15))), language="en")
    client, address = client_of(officer), reverse("reports:kept")
    first = client.get(address).content.decode()
    assert (report.title in first, earlier.title in first) == (True, False)
    assert f'href="{address}?from=1"' in first
    more = client.get(address, {"from": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert (report.title in more, earlier.title in more, "<html" in more) == (False, True, False)
    assert "from=" not in more
