"""Reports by schedule: each period once, whoever runs it how often and whatever is killed in between; not before its clearance."""

import email
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import policy
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pptx import Presentation

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import ClearanceRule, OutgoingMail
from jembatan.correspondence.tests.outbox_scene import sending_address
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.platform.files.store import open_stored
from jembatan.platform.markings import Marking
from jembatan.reports.actions import run_schedule
from jembatan.reports.actions.kept.editions import clear_edition
from jembatan.reports.actions.make_report import make_report
from jembatan.reports.actions.run_schedule import run_schedules
from jembatan.reports.actions.schedules import begin_schedule, resume_schedule, stop_schedule
from jembatan.reports.models import Report, ReportRun, ReportSchedule
from jembatan.reports.queries.period import week_of
from jembatan.reports.queries.schedules import periods_due
from jembatan.reports.queries.scope import Scope

type ClientOf = Callable[[Actor], Client]

BEGUN = datetime(2026, 11, 11, 3, tzinfo=UTC)  # a Wednesday
MONDAY = datetime(2026, 11, 16, 0, 5, tzinfo=UTC)  # 07:05 at the desk


@pytest.fixture
def served(officer: Actor) -> None:
    """The desk has an address to send from."""

    class Nowhere:
        port, security = 2525, "tls"

    sending_address(officer.desk, Nowhere())  # type: ignore[arg-type]


def _schedule(actor: Actor, *, subject: Dossier | None = None, **more: Any) -> ReportSchedule:
    assert actor.user is not None
    facts: dict[str, Any] = {
        "every": ReportSchedule.Every.WEEK, "hour": 7, "language": "en",
        "form": ReportSchedule.Form.PDF, "receivers": [actor.user],
    }  # fmt: skip
    schedule = begin_schedule(actor, subject, **(facts | more))
    ReportSchedule.objects.filter(pk=schedule.pk).update(begun_at=BEGUN)
    schedule.refresh_from_db()
    record(actor, Line(kind="note", summary="Called Halvern", occurred_at=BEGUN))
    return schedule


def _mail() -> Any:
    raw = OutgoingMail.objects.get().raw
    with open_stored(raw) as file:
        return email.message_from_bytes(file.read(), policy=policy.default)


def test_week_is_due_once_its_hour_has_come(officer: Actor) -> None:
    schedule = _schedule(officer)
    assert periods_due(schedule, MONDAY - timedelta(minutes=10)) == []
    assert periods_due(schedule, MONDAY) == [week_of(BEGUN.date())]
    later = periods_due(schedule, MONDAY + timedelta(days=14))
    assert later == [week_of(BEGUN.date() + timedelta(days=days)) for days in (0, 7, 14)]


def test_report_is_mailed_to_the_team_once(served: None, officer: Actor) -> None:
    _schedule(officer)
    assert [run_schedules(officer.desk, now=MONDAY) for _time in range(3)] == [1, 0, 0]
    assert (Report.objects.count(), ReportRun.objects.count()) == (1, 1)
    message = _mail()
    assert message["Subject"] == "Weekly report: 9–15 Nov 2026"
    [file] = message.iter_attachments()
    assert file.get_content().startswith(b"%PDF")


def test_killed_run_leaves_nothing_and_is_done_again(
    served: None, officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    _schedule(officer)

    def killed(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(run_schedule, "send_draft", killed)
        with pytest.raises(KeyboardInterrupt):
            run_schedules(officer.desk, now=MONDAY)
    assert (Report.objects.count(), ReportRun.objects.count(), OutgoingMail.objects.count()) == (0, 0, 0)
    assert run_schedules(officer.desk, now=MONDAY) == 1


def test_report_whose_marking_asks_for_it_waits_for_the_head(
    served: None, officer: Actor, head: Actor
) -> None:
    ClearanceRule.objects.create(desk=officer.desk, condition="marking", marking="TLP:GREEN", clearer="head")
    _schedule(officer)
    assert run_schedules(officer.desk, now=MONDAY) == 0
    clear_edition(head, Report.objects.get().editions.get())
    assert run_schedules(officer.desk, now=MONDAY) == 1


def test_report_on_one_partner_holds_it_alone_and_waits_where_its_marking_asks(
    served: None, officer: Actor, head: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    assert officer.user is not None
    client, address = client_of(officer), reverse("reports:schedules")
    assert (
        'value="Kementerian Kelautan"' in client.get(address, {"about": f"organisation-{ministry.pk}"}).text
    )
    asked = {"every": "week", "hour": "7", "language": "en", "form": "html", "receivers": [officer.user.pk]}
    assert client.post(address, {**asked, "partner": "Nobody we know"}).status_code == 422
    client.post(address, {**asked, "partner": "kementerian kelautan"})
    assert "Every week · Kementerian Kelautan" in client.get(address).text
    ReportSchedule.objects.update(begun_at=BEGUN)
    for parties, marking in (((ministry,), Marking.AMBER_STRICT), ((), Marking.GREEN)):
        line = Line(
            kind="note", summary=f"About {len(parties)}", occurred_at=BEGUN, parties=parties, marking=marking
        )
        record(officer, line)
    assert run_schedules(officer.desk, now=MONDAY) == 0
    clear_edition(head, Report.objects.get(organisation=ministry).editions.get())
    assert run_schedules(officer.desk, now=MONDAY) == 1
    text = _mail().get_body(("plain",)).get_content()
    assert ("About 1" in text, "About 0" in text) == (True, False)


def test_mail_holds_the_report_itself_as_text_and_html(served: None, officer: Actor) -> None:
    _schedule(officer, form=ReportSchedule.Form.HTML)
    run_schedules(officer.desk, now=MONDAY)
    message = _mail()
    assert list(message.iter_attachments()) == []
    html = message.get_body(("html",)).get_content()
    assert "<strong>Weekly report: 9–15 Nov 2026</strong>" in html
    assert ">Called Halvern</a>" in html


def test_only_those_get_it_who_may_see_it(
    served: None, officer: Actor, second_officer: Actor, head: Actor
) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True, marking="TLP:GREEN")
    _schedule(head, subject=secret, receivers=[head.user, second_officer.user])
    run_schedules(officer.desk, now=MONDAY)
    assert head.user is not None
    assert _mail()["To"] == f"{head.user.full_name} <{head.user.email}>"


def test_what_hinders_a_mail_is_told_on_the_page_and_tried_again(officer: Actor, client_of: ClientOf) -> None:
    _schedule(officer)
    assert run_schedules(officer.desk, now=MONDAY) == 0
    page = client_of(officer).get(reverse("reports:schedules")).content.decode()
    assert "Weekly report: 9–15 Nov 2026" in page
    assert "no sending address" in page


def test_schedule_is_begun_and_stopped_on_its_page(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    assert officer.user is not None
    client, address = client_of(officer), reverse("reports:schedules")
    asked = {"every": "day", "hour": "6", "about": "", "language": "id", "form": "html"}
    assert client.post(address, asked).status_code == 422
    assert client_of(reader).post(address, {**asked, "receivers": [officer.user.pk]}).status_code == 403
    client.post(address, {**asked, "receivers": [officer.user.pk]})
    schedule = ReportSchedule.objects.get()
    assert (schedule.every, schedule.hour, schedule.form) == ("day", 6, "html")
    client.post(reverse("reports:stopping", args=[schedule.pk]))
    schedule.refresh_from_db()
    assert schedule.stopped_at is not None


def test_stopped_schedule_makes_nothing_of_the_time_between(served: None, officer: Actor) -> None:
    schedule = _schedule(officer)
    stop_schedule(officer, schedule)
    assert run_schedules(officer.desk, now=MONDAY) == 0
    resume_schedule(officer, schedule)
    assert run_schedules(officer.desk, now=MONDAY) == 0


def test_slides_bear_the_marking_and_lead_to_the_sources(officer: Actor) -> None:
    record(officer, Line(kind="note", summary="Called\x07 Halvern", occurred_at=BEGUN))
    made = make_report(officer, Scope(week_of(BEGUN.date())), form="pptx", language="en", site="http://x")
    slides = list(Presentation(io.BytesIO(made.content)).slides)
    texts = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]
    assert all("TLP:GREEN" in text for text in texts)
    runs = [
        run
        for shape in slides[-1].shapes
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert next(run.hyperlink.address for run in runs if run.text == "Called Halvern").startswith(
        "http://x/journal/"
    )
