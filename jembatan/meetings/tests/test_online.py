"""Online meetings: a template of links, a link that nobody can guess, and links that others write."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.objects.keep import add_object, change_object, read_object
from jembatan.meetings.actions.online import make_link, set_link_template
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.formats.joining import host_of, is_link, link_in
from jembatan.meetings.formats.link_template import (
    SAMPLE_SECRET,
    BadTemplate,
    Filling,
    TemplateFault,
    check_template,
    link_from,
)
from jembatan.meetings.models import LinkTemplate, Meeting
from jembatan.meetings.queries.objects import objects
from jembatan.meetings.queries.online import join_link

type ClientOf = Callable[[Actor], Client]
TEMPLATE = "https://meet.example/{slug}-{secret}"


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    begins = timezone.now() + timedelta(minutes=10)
    return plan_meeting(
        officer, "Rapat Pelabuhan", times=Times(begins, begins + timedelta(hours=1)), zone="Asia/Jakarta"
    )


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("http://meet.example/{secret}", TemplateFault.NOT_HTTPS),
        ("javascript:alert(1)//{secret}", TemplateFault.NOT_HTTPS),
        ("https://meet.example/{slug}", TemplateFault.NO_SECRET),
        ("https://meet.example/{secret}/{name}", TemplateFault.UNKNOWN),
        ("https://{secret}.example/", TemplateFault.IN_HOST),
        ("https://me:pass@meet.example/{secret}", TemplateFault.BROKEN),
        ("https://meet.example/ {secret}", TemplateFault.BROKEN),
        ("https://[/{secret}", TemplateFault.BROKEN),
        ("https:///{secret}", TemplateFault.BROKEN),
        ("https://meet.example/{secret}" + "a" * 500, TemplateFault.TOO_LONG),
    ],
)
def test_template_that_is_not_safe_is_refused(template: str, fault: TemplateFault) -> None:
    with pytest.raises(BadTemplate) as refused:
        check_template(template)
    assert refused.value.fault == fault


def test_host_that_only_looks_like_another_is_told_apart() -> None:
    cyrillic = "https://z\u043e\u043em.us/j/1"
    assert is_link(cyrillic)
    assert host_of(cyrillic).startswith("xn--")
    assert host_of("https://Zoom.us/j/1") == "zoom.us"
    assert link_in(f"Join: {cyrillic}") == ""


@given(
    template=st.text(max_size=80)
    | st.text(max_size=40).map(lambda text: f"https://meet.example/{text}{{secret}}"),
    title=st.text(),
)
def test_template_makes_a_link_to_its_own_host_or_is_refused(template: str, title: str) -> None:
    filling = Filling(title, "2026-01-31", "meja", SAMPLE_SECRET)
    try:
        link = link_from(template, filling)
    except BadTemplate:
        return
    assert is_link(link)
    assert SAMPLE_SECRET in link
    assert host_of(link) == host_of(template.replace("{", "").replace("}", ""))


@given(st.text())
def test_links_are_found_in_any_text(text: str) -> None:
    found = link_in(text)
    assert found == "" or is_link(found)


def test_only_known_hosts_are_found_in_texts() -> None:
    assert link_in("Ruang 2 (https://us02web.zoom.us/j/123?pwd=x).") == "https://us02web.zoom.us/j/123?pwd=x"
    assert link_in("https://notzoom.us/j/1 https://zoom.us.evil.example/") == ""
    assert link_in("http://zoom.us/j/1") == ""
    assert link_in("https://zoom.us@evil.example/") == ""


def test_each_meeting_gets_a_link_of_its_own(head: Actor, officer: Actor, meeting: Meeting) -> None:
    with pytest.raises(ValidationError):
        make_link(officer, meeting, version=meeting.version)
    set_link_template(head, f" {TEMPLATE} ")
    first = make_link(officer, meeting, version=meeting.version)
    prefix = "https://meet.example/rapat-pelabuhan-"
    assert first.join_url.startswith(prefix)
    assert len(first.join_url.removeprefix(prefix)) == 20
    second = make_link(officer, meeting, version=first.version)
    assert second.join_url != first.join_url


def test_only_the_head_sets_the_template(officer: Actor) -> None:
    with pytest.raises(PermissionDenied):
        set_link_template(officer, TEMPLATE)


def test_database_refuses_links_that_are_not_https(head: Actor, meeting: Meeting) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(join_url="http://meet.example/x")
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkTemplate.objects.create(desk=head.desk, template="https://meet.example/all-the-same")


@pytest.mark.parametrize("link", ["http://a.example/", "javascript:alert(1)", "https://a b.example", "rapat"])
def test_pasted_link_has_to_be_one(officer: Actor, meeting: Meeting, link: str) -> None:
    with pytest.raises(ValidationError):
        change_meeting(officer, meeting, "join_url", link, version=meeting.version)


def served(meeting: Meeting) -> bytes:
    (found,) = objects(meeting.desk, [meeting.uid])
    return found.text.encode()


def test_calendars_are_told_of_the_link_in_three_ways(officer: Actor, meeting: Meeting) -> None:
    link = "https://meet.example/rahasia"
    change_meeting(officer, meeting, "join_url", link, version=meeting.version)
    text = served(meeting).decode().replace("\r\n ", "")
    assert next(line for line in text.splitlines() if line.startswith("CONFERENCE;")).endswith(f":{link}")
    assert f"LOCATION:{link}" in text
    assert f"URL:{link}" in text


def test_program_that_drops_the_conference_takes_nothing_away(officer: Actor, meeting: Meeting) -> None:
    link = "https://meet.example/rahasia"
    change_meeting(officer, meeting, "join_url", link, version=meeting.version)
    before = served(meeting)
    lines = before.decode().replace("\r\n ", "").split("\r\n")
    after = "\r\n".join(
        line.replace("Rapat Pelabuhan", "Rapat baru") for line in lines if not line.startswith("CONFERENCE")
    )
    change_object(officer, meeting.uid, served=read_object(before), sent=read_object(after.encode()))
    meeting.refresh_from_db()
    assert (meeting.title, meeting.join_url, meeting.location) == ("Rapat baru", link, "")


EVENT = """BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:luar@example.org\r
DTSTAMP:20260101T000000Z\r
DTSTART:20300101T090000Z\r
DTEND:20300101T100000Z\r
SUMMARY:Undangan\r
{line}\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://any.example/x", "https://any.example/x"),
        ("CONFERENCE;VALUE=URI:tel:+62-21-1", ""),
        ("CONFERENCE;VALUE=URI:javascript:alert(1)", ""),
        ("X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"),
        (
            "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/1",
            "https://teams.microsoft.com/l/1",
        ),
        ("LOCATION:HTTPS://zoom.us/j/1", "https://zoom.us/j/1"),
        ("DESCRIPTION:Bergabung: https://meet.jit.si/Rapat.", "https://meet.jit.si/Rapat"),
        ("DESCRIPTION:https://evil.example/zoom.us", ""),
    ],
)
def test_link_of_an_invitation_is_found(officer: Actor, line: str, link: str) -> None:
    add_object(officer, read_object(EVENT.format(line=line).encode()))
    meeting = Meeting.objects.get(uid="luar@example.org")
    assert join_link(meeting) == link
    assert served(meeting).decode().count("CONFERENCE") <= 1


def test_join_button_names_where_it_leads(officer: Actor, meeting: Meeting, client_of: ClientOf) -> None:
    client = client_of(officer)
    changed = change_meeting(
        officer, meeting, "join_url", "https://meet.example/rahasia", version=meeting.version
    )
    page = client.get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()
    assert 'href="https://meet.example/rahasia"' in page
    assert "meet.example" in page
    today = client.get("/").content.decode()
    assert 'href="https://meet.example/rahasia"' in today
    Meeting.objects.filter(pk=changed.pk).update(status="cancelled")
    assert "https://meet.example/rahasia" not in client.get("/").content.decode()


def test_page_makes_pastes_and_takes_away(
    head: Actor, officer: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    set_link_template(head, TEMPLATE)
    client, address = client_of(officer), reverse("meetings:online", args=[meeting.pk])
    client.post(address, {"make": "1", "version": str(meeting.version), "link": ""})
    meeting.refresh_from_db()
    assert meeting.join_url.startswith("https://meet.example/")
    late = client.post(address, {"link": "https://a.example/", "version": str(meeting.version - 1)})
    assert late.status_code == 422
    client.post(address, {"link": "", "version": str(meeting.version)})
    meeting.refresh_from_db()
    assert meeting.join_url == ""


def test_settings_show_an_example_and_save(head: Actor, client_of: ClientOf) -> None:
    client, address = client_of(head), reverse("meetings:online_settings")
    tried = client.post(address, {"template": TEMPLATE, "try": "1"})
    assert f"-{SAMPLE_SECRET}</code>" in tried.content.decode()
    assert not LinkTemplate.objects.filter(desk=head.desk).exists()
    assert client.post(address, {"template": "http://x/{secret}"}).status_code == 422
    client.post(address, {"template": TEMPLATE})
    assert LinkTemplate.objects.get(desk=head.desk).template == TEMPLATE
