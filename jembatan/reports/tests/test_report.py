"""The report: the journal of a period, by partner and by kind, every line with its source."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.note import correct_entry
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.platform.documents.model import Document
from jembatan.platform.markings import Marking
from jembatan.reports.actions.make_report import Form, make_report
from jembatan.reports.queries.compose import compose_report
from jembatan.reports.queries.lines import by_partner, report_lines
from jembatan.reports.queries.period import Period, week_of
from jembatan.reports.queries.scope import Scope

SITE = "http://testserver"
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
SCOPE = Scope(WEEK)
type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def partner(officer: Actor) -> Organisation:
    """A partner of the desk."""
    return add_organisation(officer, "Port of Halvern")


def _record(
    actor: Actor,
    summary: str,
    *,
    day: int = 18,
    hour: int = 5,
    partner: Organisation | None = None,
    **more: Any,
) -> Entry:
    moment = datetime(2026, 11, day, hour, tzinfo=UTC)
    parties = (partner,) if partner else ()
    return record(actor, Line(kind="note", summary=summary, occurred_at=moment, parties=parties, **more))


def _compose(actor: Actor, **more: Any) -> Document:
    return compose_report(actor, SCOPE, language="en", site=SITE, **more)


def test_week_runs_from_monday_to_sunday() -> None:
    assert week_of(date(2026, 11, 18)) == WEEK


def test_period_refuses_to_run_backwards() -> None:
    with pytest.raises(ValueError, match="last day"):
        Period(date(2026, 11, 2), date(2026, 11, 1))


def test_period_is_counted_in_days_of_the_desk(desk: Desk, officer: Actor) -> None:
    """17:00 UTC is midnight in Jakarta: the first entry belongs to Sunday, the second to Monday."""
    _record(officer, "Sunday evening", day=15, hour=16)
    _record(officer, "Monday midnight", day=15, hour=17)
    _record(officer, "Sunday before midnight", day=22, hour=16)
    _record(officer, "Next Monday", day=22, hour=17)
    assert [line.summary for line in report_lines(officer, SCOPE)] == [
        "Monday midnight",
        "Sunday before midnight",
    ]


def test_lines_that_say_the_same_are_folded_with_all_their_sources(
    officer: Actor, partner: Organisation
) -> None:
    first, second = (_record(officer, "Mail received: Visit", day=day, partner=partner) for day in (17, 19))
    [line] = report_lines(officer, SCOPE)
    assert [entry.pk for entry in line.entries] == [first.pk, second.pk]
    section = _compose(officer).sections[-1]
    assert section.title == "Port of Halvern"
    assert (section.lines[0].label, len(section.lines[0].sources)) == ("17 Nov 2026 – 19 Nov 2026", 2)


def test_correction_takes_the_place_of_what_it_corrects(officer: Actor) -> None:
    correct_entry(officer, _record(officer, "Met on Tuesday"), "Met on Wednesday")
    assert [line.summary for line in report_lines(officer, SCOPE)] == ["Met on Wednesday"]


def test_every_line_of_a_report_has_a_source(officer: Actor, partner: Organisation) -> None:
    _record(officer, "Called", partner=partner)
    _record(officer, "Alone")
    lines = list(_compose(officer).lines())
    assert lines
    assert [line.text for line in lines if not line.sources or not line.sources[0].url] == []


def test_chart_counts_entries_by_partner(officer: Actor, partner: Organisation) -> None:
    _record(officer, "One", partner=partner)
    _record(officer, "Two", partner=partner)
    chart = _compose(officer).chart
    assert chart is not None
    assert (chart.bars, chart.alt) == ((("Port of Halvern", 2),), "Port of Halvern: 2")


def test_unticked_lines_stay_out(officer: Actor) -> None:
    _record(officer, "Keep")
    out = _record(officer, "Leave out")
    texts = [line.text for line in _compose(officer, without={out.pk}).lines()]
    assert "Keep" in texts
    assert "Leave out" not in texts


def test_report_hides_what_a_restricted_dossier_holds(officer: Actor, head: Actor) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True)
    _record(head, "Hidden", dossier=secret, marking=Marking.RED)
    assert report_lines(officer, SCOPE) == []
    assert _compose(head).marking == Marking.RED


def test_partners_stand_by_name_and_what_has_none_at_the_end(officer: Actor) -> None:
    _record(officer, "Alone")
    for name in ("Zulu Port", "alpha Office"):
        _record(officer, "Called", partner=add_organisation(officer, name))
    names = [name for name, _lines in by_partner(report_lines(officer, SCOPE))]
    assert names == ["alpha Office", "Zulu Port", "Without a partner"]


def test_report_says_that_nothing_was_recorded(officer: Actor) -> None:
    assert _compose(officer).sections[0].empty == "Nothing was recorded in this period."


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx", "json"])
def test_report_is_written_in_every_form_and_recorded(
    form: Form, officer: Actor, partner: Organisation
) -> None:
    _record(officer, "Called", partner=partner)
    made = make_report(officer, SCOPE, form=form, language="en", site=SITE)
    assert made.name == f"weekly-report-16-22-nov-2026-biro-kerja-sama.{form}"
    assert Entry.objects.filter(kind="report.made").count() == 1
    if form == "json":
        assert json.loads(made.content)["sections"][-1]["lines"][0]["text"] == "Called"
    if form == "xlsx":
        sheet = load_workbook(BytesIO(made.content)).active
        assert sheet is not None
        assert "Called" in [cell for row in sheet.iter_rows(values_only=True) for cell in row]


@pytest.mark.parametrize("role", ["head", "officer", "drafter", "reader"])
def test_every_member_sees_and_takes_the_report(
    role: str, request: pytest.FixtureRequest, client_of: ClientOf, officer: Actor
) -> None:
    kept, left = _record(officer, "Called Halvern"), _record(officer, "Private matter")
    client = client_of(request.getfixturevalue(role))
    period = {"start": "2026-11-16", "end": "2026-11-22", "language": "en"}
    page = client.get(reverse("reports:reports"), period).content.decode()
    assert ("Called Halvern" in page, "Private matter" in page) == (True, True)
    form = {**period, "format": "json", "shown": f"{kept.pk},{left.pk}", "keep": [str(kept.pk)]}
    texts = [
        line["text"]
        for section in json.loads(client.post(reverse("reports:reports"), form).content)["sections"]
        for line in section["lines"]
    ]
    assert ("Called Halvern" in texts, "Private matter" in texts) == (True, False)


def test_stranger_sees_nothing_of_ours(client_of: ClientOf, stranger: Actor, officer: Actor) -> None:
    _record(officer, "Called Halvern")
    page = client_of(stranger).get(reverse("reports:reports"), {"start": "2026-11-16", "end": "2026-11-22"})
    assert "Called Halvern" not in page.content.decode()


def test_period_in_the_wrong_order_is_refused_with_a_sentence(
    client_of: ClientOf, second_officer: Actor
) -> None:
    page = client_of(second_officer).get(
        reverse("reports:reports"), {"start": "2026-11-22", "end": "2026-11-16"}
    )
    assert page.status_code == 422
    assert "The last day comes before the first." in page.content.decode()


def test_page_asks_the_database_a_constant_number_of_questions(
    client_of: ClientOf,
    officer: Actor,
    partner: Organisation,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client, address = client_of(officer), reverse("reports:reports")
    period = {"start": "2026-11-16", "end": "2026-11-22"}
    for count in (1, 3):
        for number in range(count):
            _record(officer, f"{count}-{number}", partner=partner)
        with django_assert_max_num_queries(12):
            client.get(address, period)
        with django_assert_max_num_queries(24):
            client.get(reverse("reports:panels"), period)


def test_panels_are_a_page_of_their_own_without_a_script(
    client_of: ClientOf, reader: Actor, officer: Actor
) -> None:
    _record(officer, "Called Halvern")
    client, period = client_of(reader), {"start": "2026-11-16", "end": "2026-11-22"}
    page = client.get(reverse("reports:reports"), period).content.decode()
    address = f"{reverse('reports:panels')}?start=2026-11-16&amp;end=2026-11-22&amp;language=en"
    assert f'href="{address}"' in page
    alone = client.get(address.replace("&amp;", "&"))
    assert ("In figures: 16–22 Nov 2026" in alone.content.decode(), "figures" in alone.context) == (
        True,
        True,
    )
    part = client.get(address.replace("&amp;", "&"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part


def test_long_report_shows_its_first_hundred_lines_and_the_rest_on_request(
    client_of: ClientOf, officer: Actor
) -> None:
    for number in range(103):
        _record(officer, f"Matter {number}")
    client, address = client_of(officer), reverse("reports:reports")
    period = {"start": "2026-11-16", "end": "2026-11-22"}

    first, whole = (client.get(address, period | more).content.decode() for more in ({}, {"all": "1"}))

    assert first.count('name="keep"') == 100
    assert whole.count('name="keep"') == 103
    assert f'<a href="?{"&amp;".join(f"{key}={value}" for key, value in period.items())}' in first
    assert "Show them" not in whole
    form = {**period, "language": "en", "format": "json", "shown": "", "keep": []}
    sections = json.loads(client.post(address, form).content)["sections"]
    assert len(sections[-1]["lines"]) == 103
