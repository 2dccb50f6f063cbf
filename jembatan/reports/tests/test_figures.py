"""Figures: each leads to exactly what it counts, the same question keeps its answer, and what stood open is known later."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.closing import keep
from jembatan.commitments.actions.renegotiate import renegotiate
from jembatan.commitments.models import Commitment
from jembatan.commitments.tests.scene import in_days, ours, theirs
from jembatan.correspondence.models import Thread
from jembatan.correspondence.tests.letters import PARTNER, US
from jembatan.correspondence.tests.test_answers import filed
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.note import correct_entry, write_note
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.reports.actions.portfolios import keep_portfolio
from jembatan.reports.queries.content import Content, content_of
from jembatan.reports.queries.figures import Figure
from jembatan.reports.queries.period import Period, month_of, today_at, week_of
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.standing.turns import turns_open
from jembatan.reports.queries.subject import Subject, name_of, subject_named

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
type ClientOf = Callable[[Actor], Client]


def note(actor: Actor, text: str, day: int = 18, **more: Any) -> Entry:
    """A line of November 2026."""
    moment = datetime(2026, 11, day, 5, tzinfo=UTC)
    return record(actor, Line(kind="note", summary=text, occurred_at=moment, **more))


def figures(content: Content) -> dict[str, Figure]:
    """By name."""
    return {figure.name: figure for figure in content.figures}


def test_every_figure_leads_to_exactly_what_it_counts(
    officer: Actor, client_of: ClientOf, ministry: Organisation, budi: Person
) -> None:
    today = today_at(officer.desk)
    for text in ("One", "One", "Two"):
        write_note(officer, text, parties=(ministry,))
    ours(officer, budi, due=in_days(officer, 2))
    theirs(officer, budi, due=in_days(officer, -2))
    record(officer, Line(kind="meeting.held", summary="Talks", parties=(ministry,)))
    content = content_of(officer, Scope(Period(today, today), as_of=timezone.now()))
    client = client_of(officer)

    counted = {figure.name: figure.value for figure in content.figures}
    listed = {}
    for figure in content.figures:
        page = client.get(figure.address)
        assert page.status_code == 200
        rows = page.context.get("rows") or page.context.get("items") or []
        listed[figure.name] = len(rows)
        assert page.context["count"] == figure.value

    assert listed == counted
    assert (counted["all"], counted["note"], counted["ours"], counted["theirs"], counted["late"]) == (
        6,
        3,
        1,
        1,
        1,
    )


def test_same_question_keeps_its_answer_whatever_is_written_down_later(officer: Actor) -> None:
    kept = note(officer, "As it was said")
    asked = Scope(WEEK, as_of=timezone.now())
    before = figures(content_of(officer, asked))
    Entry.objects.bulk_create(
        [
            Entry(
                desk=officer.desk, kind="note", summary="Imported late", occurred_at=kept.occurred_at,
                actor_name="x", recorded_at=timezone.now() + timedelta(days=1),
            )
        ]
    )  # fmt: skip
    correct_entry(officer, kept, "As it was meant")

    again = figures(content_of(officer, replace(asked, as_of=kept.recorded_at)))
    now = figures(content_of(officer, replace(asked, as_of=timezone.now() + timedelta(days=2))))

    assert before["all"].value == again["all"].value == 1
    assert (now["note"].value, now["note.correction"].value) == (1, 1)


def test_figure_is_compared_with_the_period_before(officer: Actor) -> None:
    for day in (10, 11, 12, 18, 19):
        note(officer, f"Called {day}", day)
    found = figures(content_of(officer, Scope(WEEK)))["note"]
    assert (found.value, found.before, found.change) == (2, 3, "−1")


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (month_of(date(2026, 3, 9)), Period(date(2026, 2, 1), date(2026, 2, 28))),
        (week_of(date(2026, 3, 9)), Period(date(2026, 3, 2), date(2026, 3, 8))),
        (Period(date(2026, 3, 9), date(2026, 3, 9)), Period(date(2026, 3, 8), date(2026, 3, 8))),
        (Period(date(2026, 3, 5), date(2026, 3, 7)), Period(date(2026, 3, 2), date(2026, 3, 4))),
    ],
)
def test_period_before(period: Period, before: Period) -> None:
    assert period.before == before


@pytest.mark.parametrize(
    "query",
    [
        "start=9999-12-31&end=9999-12-31",
        "start=0001-01-01&end=9999-12-31",
        "as_of=9999-12-31T23:59:59-12:00",
        "as_of=0001-01-01T00:00:00%2B14:00",
    ],
)
def test_ends_of_the_calendar_are_days_like_others(officer: Actor, client_of: ClientOf, query: str) -> None:
    note(officer, "Called the port")
    client = client_of(officer)
    for address in ("/reports/figures/", "/reports/panels/"):
        assert client.get(f"{address}?{query}").status_code == 200
    page = client.get(f"/reports/?{query}")
    too_long = "0001-01-01&end" in query
    assert (page.status_code, "three years at most" in page.text) == (422 if too_long else 200, too_long)


def test_report_is_about_a_partner_a_dossier_an_officer_or_a_portfolio(
    officer: Actor, head: Actor, ministry: Organisation
) -> None:
    matter, other = (Dossier.objects.create(desk=officer.desk, title=title) for title in ("Pilots", "Buoys"))
    note(officer, "With the ministry", parties=(ministry,))
    note(officer, "On pilots", dossier=matter)
    note(officer, "On buoys", dossier=other)
    note(head, "By the head")
    portfolio = keep_portfolio(officer, "Safe harbours", [matter, other])
    found = {}
    subjects: tuple[Subject, ...] = (ministry, matter, head.user, portfolio)
    for subject in subjects:
        assert subject_named(officer, name_of(subject)) == subject
        found[name_of(subject).partition("-")[0]] = [
            line.summary for line in content_of(officer, Scope(WEEK, subject)).lines
        ]
    assert found == {
        "organisation": ["With the ministry"],
        "dossier": ["On pilots"],
        "officer": ["By the head"],
        "portfolio": ["On pilots", "On buoys"],
    }


def test_promise_stands_as_it_stood_when_the_period_ended(officer: Actor, budi: Person) -> None:
    """Kept since, and moved since: then it was open, and due on its first day."""
    promise = ours(officer, budi, due=date(2026, 11, 20))
    Commitment.objects.filter(pk=promise.pk).update(made_at=datetime(2026, 11, 17, 5, tzinfo=UTC))
    renegotiate(officer, promise, date(2027, 1, 5), "They asked for it")
    keep(officer, Commitment.objects.get(pk=promise.pk))
    standing = content_of(officer, Scope(WEEK)).standing
    assert [(item.text, item.due) for item in standing.late] == [("kirim daftar", date(2026, 11, 20))]
    assert content_of(officer, Scope(Period(date(2026, 11, 9), date(2026, 11, 15)))).standing.ours == []


def test_turn_stands_as_it_stood_when_the_period_ended(officer: Actor) -> None:
    """They asked, and we have answered since: at the end of that hour it was our turn."""
    thread = filed(officer, (PARTNER, "Could you send the draft?"), (US, "Here it is."))
    first, last = thread.messages.order_by("sent_at").values_list("sent_at", flat=True)
    assert first is not None
    assert last is not None
    assert thread.turn != Thread.Turn.OURS
    between = first + (last - first) / 2
    assert [item.text for item in turns_open(officer, None, between, turn=Thread.Turn.OURS)] == [
        thread.subject
    ]
    assert turns_open(officer, None, last + timedelta(hours=1), turn=Thread.Turn.OURS) == []


def test_two_portfolios_of_one_name_at_once_are_refused_in_words(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_portfolio(officer, "Summit", [])
    monkeypatch.setattr(QuerySet, "exists", lambda _others: False)
    with pytest.raises(ValidationError):
        keep_portfolio(officer, "Summit", [])


def test_portfolio_keeps_what_its_editor_does_not_see(officer: Actor, head: Actor) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True)
    portfolio = keep_portfolio(head, "Safe harbours", [secret])
    note(head, "Hidden", dossier=secret)
    keep_portfolio(officer, "Safer harbours", [], portfolio=portfolio)
    assert list(portfolio.dossiers.all()) == [secret]
    assert content_of(officer, Scope(WEEK, portfolio)).lines == []
    assert len(content_of(head, Scope(WEEK, portfolio)).lines) == 1
