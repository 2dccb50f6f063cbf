"""The brief: composed from the record, for those who may see it, every line with its source."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document as read_docx
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.briefings.actions.make_brief import make_brief
from jembatan.briefings.queries.compose import compose_brief
from jembatan.correspondence.models import Mailbox, Message, Sender, Thread
from jembatan.correspondence.tests.lines.scene import ENGLISH, cleared
from jembatan.directory.actions.counterparts import Assignment, assign_counterpart
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.timeline import visible_entries
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Meeting
from jembatan.platform.documents.model import Document, Section
from jembatan.platform.markings import Marking

SITE = "http://testserver"
type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def embassy(officer: Actor) -> Organisation:
    """An embassy with a person who holds a post today."""
    organisation = add_organisation(officer, "Embassy of Akitsu", fields={"country": "JP"})
    add_person(
        officer,
        "Tanaka Yūko",
        fields={"form_of_address": "Ms", "call_name": "Tanaka", "native_name": "田中優子"},
        email="tanaka@akitsu.example",
        organisation=organisation,
        position="First Secretary",
    )
    return organisation


@pytest.fixture
def meeting(officer: Actor, embassy: Organisation) -> Meeting:
    """A call on the embassy in two days."""
    starts = timezone.now() + timedelta(days=2)
    times = Times(starts, starts + timedelta(hours=1))
    return plan_meeting(officer, "Courtesy call", times=times, zone="Asia/Jakarta", parties=[embassy])


def _mail(actor: Actor, organisation: Organisation, *, dossier: Dossier | None = None) -> Message:
    moment = timezone.now() - timedelta(days=3)
    thread = Thread.objects.create(
        desk=actor.desk,
        subject="Visit",
        turn=Thread.Turn.OURS,
        turn_since=moment,
        last_at=moment,
        dossier=dossier,
        message_count=1,
        first_at=moment,
    )
    sender = Sender.objects.create(
        desk=actor.desk, email="tanaka@akitsu.example", state=Sender.State.KNOWN, organisation=organisation
    )
    return Message.objects.create(
        desk=actor.desk,
        mailbox=Mailbox.objects.create(desk=actor.desk, name="m"),
        thread=thread,
        sender=sender,
        message_id="<1@akitsu.example>",
        subject="Visit",
        from_name="Tanaka Yūko",
        from_email=sender.email,
        sent_at=moment,
        text="Could we meet on Thursday?",
        digest="d" * 64,
    )


def _section(document: Document, title: str) -> Section:
    return next(section for section in document.sections if section.title.startswith(title))


def _brief(actor: Actor, subject: Organisation | Meeting, language: str = "en") -> Document:
    return compose_brief(actor, subject, language=language, site=SITE)


def test_brief_says_who_holds_which_post_and_how_to_address_them(
    officer: Actor, embassy: Organisation
) -> None:
    [line] = _section(_brief(officer, embassy), "People").lines
    assert (line.label, line.text) == ("First Secretary", "Tanaka Yūko (田中優子)")
    assert line.detail == "Addressed as Ms Tanaka — tanaka@akitsu.example"


def test_brief_says_whose_turn_it_is_and_since_when(officer: Actor, embassy: Organisation) -> None:
    _mail(officer, embassy)
    [line] = _section(_brief(officer, embassy), "Whose turn").lines
    assert (line.label, line.text) == ("Our turn", "Visit")
    assert line.detail.endswith("(3 days)")


def test_brief_quotes_the_last_exchanges(officer: Actor, embassy: Organisation) -> None:
    message = _mail(officer, embassy)
    [line] = _section(_brief(officer, embassy), "The last exchanges").lines
    assert (line.text, line.detail) == ("Tanaka Yūko wrote: Visit", "Could we meet on Thursday?")
    assert line.sources[0].url == SITE + reverse("correspondence:message", args=[message.pk])


def test_brief_names_our_counterpart(officer: Actor, head: Actor, embassy: Organisation) -> None:
    assert officer.user
    assign_counterpart(head, embassy, Assignment(officer.user, head.user))
    lines = _section(_brief(officer, embassy), "Who they are").lines
    assert "Bagus Prasetyo (lead), Ratna Wulandari (deputy)" in [line.text for line in lines]


def test_brief_for_a_meeting_covers_its_partners(officer: Actor, meeting: Meeting) -> None:
    document = _brief(officer, meeting)
    assert document.subtitle == "Embassy of Akitsu"
    assert _section(document, "People").lines[0].text == "Tanaka Yūko (田中優子)"
    assert [line.text for line in _section(document, "The meeting").lines if line.label == "For them"] == [
        "Embassy of Akitsu"
    ]


def test_brief_lists_the_next_meeting(officer: Actor, embassy: Organisation, meeting: Meeting) -> None:
    assert [line.text for line in _section(_brief(officer, embassy), "Next meetings").lines] == [
        "Courtesy call"
    ]


def test_every_line_of_a_brief_has_a_source(officer: Actor, embassy: Organisation, meeting: Meeting) -> None:
    _mail(officer, embassy)
    lines = list(_brief(officer, embassy).lines())
    assert lines
    assert [line.text for line in lines if not line.sources or not line.sources[0].url] == []


def test_what_is_missing_is_visible(officer: Actor) -> None:
    organisation = add_organisation(officer, "Nobody Known")
    empty = [section.empty for section in _brief(officer, organisation).sections if not section.lines]
    assert "Nobody waits for an answer." in empty


def test_language_of_the_brief_is_not_that_of_the_interface(officer: Actor, embassy: Organisation) -> None:
    assert _brief(officer, embassy, "en").sections[0].title == "Who they are: Embassy of Akitsu"
    assert _brief(officer, embassy, "id").sections[0].title == "Siapa mereka: Embassy of Akitsu"


def test_brief_hides_what_a_restricted_dossier_holds(
    officer: Actor, head: Actor, embassy: Organisation
) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True, marking=Marking.RED)
    _mail(officer, embassy, dossier=secret)
    assert _section(_brief(officer, embassy), "The last exchanges").lines == ()
    assert len(_section(_brief(head, embassy), "The last exchanges").lines) == 1


def test_brief_bears_the_highest_marking_of_its_lines(officer: Actor, embassy: Organisation) -> None:
    message = _mail(officer, embassy)
    Thread.objects.filter(pk=message.thread_id).update(marking=Marking.RED)
    made = make_brief(officer, embassy, form="pdf", language="en", site=SITE)
    assert made.document.marking == Marking.RED
    assert "TLP:RED" in PdfReader(BytesIO(made.content)).pages[0].extract_text()


def test_making_a_brief_leaves_a_line_in_the_journal(officer: Actor, embassy: Organisation) -> None:
    make_brief(officer, embassy, form="docx", language="en", site=SITE)
    entry = visible_entries(officer).filter(kind="brief.made").get()
    assert (entry.source_kind, entry.source_id) == ("organisation", embassy.pk)
    assert [party.name for party in entry.parties.all()] == ["Embassy of Akitsu"]


@pytest.mark.parametrize("role", ["head", "officer", "drafter", "reader"])
def test_every_member_reads_and_takes_the_brief(
    role: str, request: pytest.FixtureRequest, client_of: ClientOf, embassy: Organisation, meeting: Meeting
) -> None:
    client = client_of(request.getfixturevalue(role))
    for address in (
        reverse("briefings:organisation", args=[embassy.pk]),
        reverse("briefings:meeting", args=[meeting.pk]),
    ):
        page = client.get(address).content.decode()
        assert "Tanaka" in page
        pdf = client.post(address, {"language": "en", "format": "pdf"})
        assert (pdf["Content-Type"], pdf.content[:4]) == ("application/pdf", b"%PDF")
        word = client.post(address, {"language": "id", "format": "docx"})
        assert read_docx(BytesIO(word.content)).paragraphs[0].text.startswith("Ringkasan")


def test_stranger_gets_no_brief(
    client_of: ClientOf, stranger: Actor, embassy: Organisation, meeting: Meeting
) -> None:
    client = client_of(stranger)
    assert client.get(reverse("briefings:organisation", args=[embassy.pk])).status_code == 404
    assert client.post(reverse("briefings:meeting", args=[meeting.pk])).status_code == 404


def test_unknown_form_is_refused_with_the_page(
    client_of: ClientOf, officer: Actor, embassy: Organisation
) -> None:
    answer = client_of(officer).post(
        reverse("briefings:organisation", args=[embassy.pk]), {"language": "en", "format": "exe"}
    )
    assert answer.status_code == 422


def test_what_may_and_may_not_be_said_are_kept_apart(
    officer: Actor, embassy: Organisation, desk: Desk
) -> None:
    cleared(desk)
    document = compose_brief(officer, embassy, language="en", site=SITE)
    said = {section.title: [line.text for line in section.lines] for section in document.sections}
    assert said["What may be said"] == [ENGLISH]
    assert said["What may not be said"] == ["free visas"]
