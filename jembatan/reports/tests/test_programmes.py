"""Reports on a programme: what hangs on its dossier under the programme's name, for whoever sees that dossier."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from inspect import unwrap
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner
from django.db import IntegrityError, transaction
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking
from jembatan.programmes.models import Programme
from jembatan.programmes.tests.scene import games
from jembatan.reports import cli
from jembatan.reports.actions.kept.start import start_report
from jembatan.reports.actions.schedules import begin_schedule
from jembatan.reports.models import Report, ReportSchedule
from jembatan.reports.queries.compose import compose_report
from jembatan.reports.queries.kept.visible import visible_reports
from jembatan.reports.queries.kept.whole import document_now
from jembatan.reports.queries.period import week_of
from jembatan.reports.queries.schedules import visible_schedules
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.subject import NoSuchSubject, name_of, subject_named

NOON = datetime(2026, 11, 18, 5, tzinfo=UTC)
WEEK = week_of(NOON.date())
DAYS = {"start": str(WEEK.first), "end": str(WEEK.last)}
type ClientOf = Callable[[Actor], Client]


def _programme(actor: Actor, *, restricted: bool = False) -> Programme:
    """With a line in its dossier and one outside, in the third week of November."""
    dossier = Dossier.objects.create(desk=actor.desk, title="Venues", restricted=restricted)
    for text, about in (("Walked the halls", dossier), ("Called the port", None)):
        record(actor, Line(kind="note", summary=text, occurred_at=NOON, dossier=about))
    return games(actor, name="Winter Games", dossier=dossier)


def test_report_on_a_programme_holds_what_hangs_on_its_dossier(officer: Actor, client_of: ClientOf) -> None:
    programme = _programme(officer)
    assert subject_named(officer, name_of(programme)) == programme
    document = compose_report(officer, Scope(WEEK, programme), language="en", site="")
    texts = " ".join(line.text for line in document.lines())
    assert document.title == "Weekly report: 16–22 Nov 2026 · Winter Games"
    assert ("Walked the halls" in texts, "Called the port" in texts) == (True, False)
    assert document.marking == Marking.AMBER
    page = client_of(officer).get("/reports/", {**DAYS, "about": name_of(programme)}).text
    assert f'<option value="programme-{programme.pk}" selected>Winter Games</option>' in page
    assert ("Walked the halls" in page, "Called the port" in page) == (True, False)


def test_who_does_not_see_the_dossier_finds_no_such_programme(
    officer: Actor, head: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    programme = _programme(head, restricted=True)
    report = start_report(head, Scope(WEEK, programme), language="en")
    schedule = _schedule(head, programme)
    assert "Walked the halls" in [line.text for line in document_now(report, by="x").lines()]
    for actor in (officer, stranger):
        with pytest.raises(NoSuchSubject):
            subject_named(actor, name_of(programme))
        assert report not in visible_reports(actor)
        assert schedule not in visible_schedules(actor)
        for address, code in (("/reports/", 422), ("/reports/figures/", 404)):
            page = client_of(actor).get(address, {**DAYS, "about": name_of(programme)})
            assert page.status_code == code
            assert "Winter Games" not in page.text
    assert report in visible_reports(head)
    assert schedule in visible_schedules(head)


def test_kept_report_and_schedule_stand_in_the_dossier_of_their_programme(officer: Actor) -> None:
    programme = _programme(officer)
    report = start_report(officer, Scope(WEEK, programme), language="en")
    assert start_report(officer, Scope(WEEK, programme), language="en") == report
    assert start_report(officer, Scope(WEEK, programme.dossier), language="en") != report
    for kept in (report, _schedule(officer, programme)):
        assert (kept.subject, kept.dossier) == (programme, programme.dossier)
    assert report.marking == Marking.AMBER
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(dossier=None)


def _schedule(actor: Actor, programme: Programme) -> ReportSchedule:
    assert actor.user is not None
    return begin_schedule(
        actor,
        programme,
        every=ReportSchedule.Every.WEEK,
        hour=7,
        language="en",
        form=ReportSchedule.Form.PDF,
        receivers=[actor.user],
    )


def test_programme_is_reported_on_from_the_command_line(officer: Actor, tmp_path: Path) -> None:
    """The command alone, on the database that the test has open."""
    command = Command("report", params=cli.report.params, callback=unwrap(cli.report.callback))  # type: ignore[arg-type]  # unwrap tells no more of what it returns than that it is callable
    _programme(officer)
    file = tmp_path / "week.json"
    asked = ["--from", DAYS["start"], "--to", DAYS["end"], "-o", str(file), "--desk", officer.desk.slug]
    made = CliRunner().invoke(command, [*asked, "--language", "en", "--programme", "winter games", "--json"])
    assert (made.exit_code, json.loads(made.stdout)["entries"]) == (0, 1), made.output
    assert json.loads(file.read_text())["title"] == "Weekly report: 16–22 Nov 2026 · Winter Games"
    for wrong, code in (
        (["--programme", "Summer Games"], 1),
        (["--programme", "Winter Games", "--dossier", "Venues"], 2),
    ):
        assert CliRunner().invoke(command, [*asked, *wrong]).exit_code == code
