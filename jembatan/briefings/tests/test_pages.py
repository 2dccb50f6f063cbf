"""The pages of a brief: written while one types, asked about, cleared, circulated."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.circulate import circulate
from jembatan.briefings.actions.clear import ask_for_clearance
from jembatan.briefings.actions.start import start_brief
from jembatan.briefings.actions.write import save_part
from jembatan.briefings.models import Audience, Brief, BriefPart, Part
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.tests.scene import call, cleared, written
from jembatan.directory.actions.organisations import add_organisation
from jembatan.meetings.models import Meeting
from jembatan.papers.queries.standing import State

type ClientOf = Callable[[Actor], Client]
SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    """A call in two days."""
    return call(officer)


@pytest.fixture
def brief(officer: Actor, meeting: Meeting) -> Brief:
    """Nothing is written yet."""
    return start_brief(officer, meeting, language="en")


def _address(name: str, brief: Brief, *more: object) -> str:
    return reverse(f"briefings:{name}", args=[brief.pk, *more])


def test_meeting_leads_to_writing_in_one_click(officer: Actor, client_of: ClientOf, meeting: Meeting) -> None:
    client = client_of(officer)
    begin = reverse("briefings:begin_meeting", args=[meeting.pk])
    assert begin in client.get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()
    page = client.post(begin, {"language": "en"}, follow=True).content.decode()
    assert "Embassy of Akitsu" in page
    for part in Part:
        assert f'id="text-{part}"' in page


def test_part_is_saved_while_one_types(officer: Actor, client_of: ClientOf, brief: Brief) -> None:
    typed = {"text": "Why we come", "version": "0", "editor": "page"}
    answer = client_of(officer).post(_address("part", brief, "purpose"), typed, headers=SCRIPT)
    assert answer.status_code == 200
    assert 'name="version" value="1"' in answer.content.decode()
    assert BriefPart.objects.get().text == "Why we come"


def test_whoever_changes_a_cleared_brief_is_offered_to_ask_anew_at_once(
    officer: Actor, head: Actor, client_of: ClientOf, meeting: Meeting
) -> None:
    brief = written(officer, meeting)
    cleared(head, brief)
    client, ask = client_of(officer), _address("question", brief)
    assert ask not in client.get(_address("brief", brief)).content.decode()
    typed = {"text": "Another purpose", "version": "1", "editor": "page"}
    answer = client.post(_address("part", brief, "purpose"), typed, headers=SCRIPT).content.decode()
    assert ('data-into="paper-steps"' in answer, ask in answer) == (True, True)
    assert "changed since it was cleared" in answer


def test_conflict_shows_both_wordings_and_loses_none(
    officer: Actor, second_officer: Actor, client_of: ClientOf, brief: Brief
) -> None:
    save_part(second_officer, brief, Part.PURPOSE, "Hers", version=0)
    typed = {"text": "Mine", "version": "0", "editor": "page"}
    for script in (SCRIPT, None):
        answer = client_of(officer).post(_address("part", brief, "purpose"), typed, headers=script)
        page = answer.content.decode()
        assert answer.status_code == 409
        assert ("Hers" in page, "Mine" in page, "Maria" in page) == (True, True, True)
        assert 'name="version" value="1"' in page
    kept = client_of(officer).post(
        _address("part", brief, "purpose"), {**typed, "version": "1"}, headers=SCRIPT
    )
    assert (kept.status_code, BriefPart.objects.get().text) == (200, "Mine")


def test_unknown_part_is_not_there(
    officer: Actor, client_of: ClientOf, meeting: Meeting, brief: Brief
) -> None:
    client = client_of(officer)
    assert client.post(_address("part", brief, "gossip"), {"text": "x"}).status_code == 404
    theirs = start_brief(officer, meeting, audience=Audience.THEIRS, language="en")
    assert client.post(_address("part", theirs, "never"), {"text": "x"}).status_code == 404
    page = client.get(_address("brief", theirs)).content.decode()
    assert "What may not be said" not in page


def test_earlier_wording_comes_back(
    officer: Actor, second_officer: Actor, client_of: ClientOf, brief: Brief
) -> None:
    save_part(officer, brief, Part.PURPOSE, "First", version=0)
    save_part(second_officer, brief, Part.PURPOSE, "Second", version=1)
    client = client_of(officer)
    page = client.get(_address("versions", brief, "purpose")).content.decode()
    assert ("<del>First</del>" in page, "<ins>Second</ins>" in page) == (True, True)
    client.post(_address("restoration", brief, "purpose", 1))
    assert BriefPart.objects.get().text == "First"


def test_setting_says_what_is_wrong_and_keeps_what_was_typed(
    officer: Actor, client_of: ClientOf, brief: Brief
) -> None:
    typed = {"marking": "TLP:AMBER", "language": "en", "until": "someday"}
    answer = client_of(officer).post(_address("setting", brief), typed)
    assert (answer.status_code, "someday" in answer.content.decode()) == (422, True)
    client_of(officer).post(_address("setting", brief), {**typed, "until": "2099-12-04"})
    brief.refresh_from_db()
    assert (brief.marking, brief.expires_at.year) == ("TLP:AMBER", 2099)


def test_head_is_asked_reads_clears_and_it_circulates(
    officer: Actor, head: Actor, reader: Actor, client_of: ClientOf, meeting: Meeting
) -> None:
    brief = written(officer, meeting)
    assert reader.user
    client_of(officer).post(_address("question", brief))
    asked = standing_of(brief).asked
    assert asked
    at_desk = client_of(head)
    address = _address("clearance", brief, asked.pk)
    assert address in at_desk.get("/").content.decode()
    page = at_desk.get(address).content.decode()
    assert "The islands are not mentioned." in page
    at_desk.post(_address("clearing", brief, asked.pk))
    assert standing_of(brief).state == State.CLEARED
    client_of(officer).post(_address("circulation", brief), {"user": str(reader.user.pk)})
    member = client_of(reader)
    assert _address("cleared", brief) in member.get("/").content.decode()
    assert "I have read it" in member.get(_address("brief", brief), follow=True).content.decode()
    member.post(_address("reading", brief))
    assert _address("cleared", brief) not in member.get("/").content.decode()
    pdf = member.post(_address("cleared", brief), {"format": "pdf"})
    assert (pdf["Content-Type"], pdf.content[:4]) == ("application/pdf", b"%PDF")


def test_returned_brief_comes_back_with_the_comment(
    officer: Actor, head: Actor, client_of: ClientOf, meeting: Meeting
) -> None:
    brief = written(officer, meeting)
    asked = ask_for_clearance(officer, brief)
    address = _address("giving_back", brief, asked.pk)
    assert client_of(head).post(address, {"comment": " "}).status_code == 409
    client_of(head).post(address, {"comment": "Too long"})
    client = client_of(officer)
    assert _address("brief", brief) in client.get("/").content.decode()
    assert "Too long" in client.get(_address("brief", brief)).content.decode()


def test_clearing_again_shows_what_has_changed(
    officer: Actor, head: Actor, client_of: ClientOf, meeting: Meeting
) -> None:
    brief = written(officer, meeting)
    cleared(head, brief)
    save_part(officer, brief, Part.PURPOSE, "Agree on the place of the visit.", version=1)
    asked = ask_for_clearance(officer, brief)
    page = client_of(head).get(_address("clearance", brief, asked.pk)).content.decode()
    assert ("<del>date </del>" in page, "<ins>place </ins>" in page) == (True, True)


def test_list_tells_where_each_stands(officer: Actor, client_of: ClientOf, meeting: Meeting) -> None:
    client = client_of(officer)
    assert "Nobody is writing a brief" in client.get(reverse("briefings:briefs")).content.decode()
    brief = written(officer, meeting)
    page = client.get(reverse("briefings:briefs")).content.decode()
    assert (_address("brief", brief) in page, "being written" in page) == (True, True)


def test_list_goes_on(
    officer: Actor, client_of: ClientOf, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jembatan.briefings.queries.writing.listing.AT_ONCE", 1)
    monkeypatch.setattr("jembatan.briefings.web.pages.briefs.AT_ONCE", 1)
    ends = timezone.now() - timedelta(days=1)
    briefs = [start_brief(officer, meeting, audience=each, language="en") for each in Audience]
    for place, brief in enumerate(briefs):
        Brief.objects.filter(pk=brief.pk).update(expires_at=ends - timedelta(days=place))
    first, second = (_address("brief", brief) for brief in briefs)
    client, address = client_of(officer), reverse("briefings:briefs")
    page = client.get(address).content.decode()
    assert (first in page, second in page, f"{address}?from=1&amp;over=1" in page) == (True, False, True)
    asked = {"from": "1", "over": "1"}
    for headers in ({"HX-Request": "true"}, {}):
        more = client.get(address, asked, headers=headers).content.decode()
        assert (first in more, second in more, "from=" in more) == (False, True, False)


def test_discarding_can_be_undone(officer: Actor, client_of: ClientOf, brief: Brief) -> None:
    client = client_of(officer)
    page = client.post(_address("discarding", brief), follow=True).content.decode()
    assert _address("return", brief) in page
    assert client.get(_address("brief", brief)).status_code == 404
    client.post(_address("return", brief))
    assert client.get(_address("brief", brief)).status_code == 200


def test_who_is_taken_off_the_list_can_be_put_back(
    officer: Actor, head: Actor, reader: Actor, client_of: ClientOf, meeting: Meeting
) -> None:
    assert reader.user
    brief = written(officer, meeting)
    cleared(head, brief)
    circulate(officer, brief, [reader.user])
    page = client_of(officer).post(_address("reader_removal", brief, reader.user.pk), follow=True)
    assert brief.readers.count() == 0
    assert _address("circulation", brief) in page.content.decode()


@pytest.mark.parametrize("address", ["briefings:briefs", "ui:today"])
def test_lists_ask_as_often_for_three_as_for_one(
    address: str,
    officer: Actor,
    head: Actor,
    client_of: ClientOf,
    meeting: Meeting,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ask_for_clearance(officer, written(officer, meeting))
    client = client_of(head)
    client.get(reverse(address))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse(address))
    for name in ("Badan Satu", "Badan Dua"):
        ask_for_clearance(officer, written(officer, add_organisation(officer, name)))
    with django_assert_num_queries(len(one)):
        page = client.get(reverse(address)).content.decode()
    assert page.count("/clearances/") == 3
