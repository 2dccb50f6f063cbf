"""Programs that send nonsense are refused, and nothing breaks."""

from base64 import b64encode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Person
from jembatan.meetings.models import Meeting
from tests.dav.program import Program, program_of

METHODS = some.sampled_from(
    ["PROPFIND", "REPORT", "PROPPATCH", "MKCOL", "MKCALENDAR", "MOVE", "POST", "GET", "OPTIONS"]
)
XML_BOMB = (
    '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<propfind xmlns="DAV:"><prop><displayname/>&b;</prop></propfind>'
)


@pytest.fixture
def program(officer: Actor) -> Program:
    add_person(officer, "Budi")
    return program_of(officer)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(method=METHODS, body=some.text(max_size=80), name=some.text("ab/.%é ", max_size=12))
def test_any_method_and_body_get_an_answer(program: Program, method: str, body: str, name: str) -> None:
    path = program.book("people") + name.replace("%", "%25")
    assert program.ask(method, path, body, depth="1", destination="/dav/x").status_code < 500
    assert Person.objects.filter(removed_at=None).count() == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=some.lists(
        some.sampled_from(["FN:x", "N:;;;;", "TEL:", "BEGIN:VCARD", "END:VCARD", "é\x00:\x07", "ORG:;;"]),
        max_size=6,
    )
)
def test_any_card_is_kept_or_refused(program: Program, lines: list[str]) -> None:
    card = "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", "UID:1", *lines, "END:VCARD", ""])
    answer = program.ask("PUT", program.book("people") + "x.vcf", card, content_type="text/vcard")
    assert answer.status_code < 500


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=some.lists(
        some.sampled_from(
            [
                "DTSTART:20270304T100000Z",
                "DTSTART:x",
                "DTSTART;VALUE=DATE:99990101",
                "DTEND:20270303T100000Z",
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=DAILY;INTERVAL=0",
                "RRULE:x",
                "EXDATE:20270304T100000Z",
                "RECURRENCE-ID:20270304T100000Z",
                "ATTENDEE:nobody",
                "SUMMARY:\x00",
            ]
        ),
        max_size=6,
    )
)
def test_any_event_is_kept_or_refused(program: Program, lines: list[str]) -> None:
    text = "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    )
    answer = program.ask("PUT", program.book("meetings") + "x.ics", text, content_type="text/calendar")
    assert answer.status_code < 500
    assert program.sync("meetings")[0]
    Meeting.objects.all().delete()


def test_entities_are_not_unfolded(program: Program) -> None:
    assert program.ask("PROPFIND", program.book("people"), XML_BOMB).status_code == 400


@pytest.mark.parametrize(
    "value", ["", "Basic", "Basic !!!", "Bearer x", "Basic " + b64encode(b"\xff").decode()]
)
def test_whoever_does_not_sign_in_is_asked_to(value: str, db: None) -> None:
    answer = Client().generic("PROPFIND", "/dav/", headers={"authorization": value})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Basic realm=")


def test_header_of_a_proxy_does_not_move_the_books(program: Program) -> None:
    found = program.ask(
        "PROPFIND",
        "/dav/",
        '<propfind xmlns="DAV:"><prop><current-user-principal/></prop></propfind>',
        x_script_name="/elsewhere",
        x_forwarded_for="1.2.3.4",
    )
    assert b"elsewhere" not in found.content
    assert f"/dav/{program.user.pk}/".encode() in found.content


def test_cookie_of_a_browser_opens_nothing(officer: Actor) -> None:
    assert officer.user is not None
    client = Client()
    client.force_login(officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.generic("PROPFIND", f"/dav/{officer.user.pk}/").status_code == 401
