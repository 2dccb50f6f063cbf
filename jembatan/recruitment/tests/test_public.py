"""The public form and the applicant's own pages: no account, nothing lost, nothing of anybody else."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft
from jembatan.programmes.formats.tongues import named_language
from jembatan.recruitment.actions.decide import decide
from jembatan.recruitment.actions.interviews import offer_times
from jembatan.recruitment.models import Application, Call, InterviewSlot
from jembatan.recruitment.queries.link import link_of
from jembatan.recruitment.tests.scene import applied, call_of, sends
from jembatan.recruitment.web.spam import opened_now, sender_of

PDF = b"%PDF-1.7 my life"


def _opened(call: Call, *, ago: timedelta = timedelta(minutes=5)) -> str:
    with patch("django.utils.timezone.now", return_value=timezone.now() - ago):
        return opened_now(call)


def _filled(call: Call, **changed: object) -> Mapping[str, object]:
    return {
        "opened": _opened(call),
        "website": "",
        "full_name": "Sari Wulandari",
        "email": "sari@pelamar.example",
        "phone": "0812 3456 7890",
        "born": "17 May 2000",
        "nationality": "ID",
        "post": call.posts.get().pk,
        "employment": "part",
        "education": "3",
        "experience": "2",
        "first-0": "18 August 2027",
        "last-0": "22 August 2027",
        "first-1": "26 August 2027",
        "last-1": "",
        "first-2": "1 September 2027",
        "last-2": "9 September 2027",
        "certificate-0": "First aid",
        "expires-0": "1 January 2030",
        "party-0": "Jepang",
        "tie-0": "My husband works there",
        "language-0": "Inggris",
        "level-0": "C1",
        f"q{call.questions.get(kind='long').pk}": "I like people.",
        "consent": "on",
    } | changed


def _path(application: Application, rest: str = "") -> str:
    return "/application/" + link_of(application).split("/application/")[1] + rest


def test_form_becomes_an_application(head: Actor, officer: Actor, client: Client) -> None:
    sends(head)
    call = call_of(officer)
    address = f"/apply/{call.slug}/"
    client.cookies["django_language"] = "en"
    assert "Companions wanted" in client.get(address).content.decode()
    cv = SimpleUploadedFile("cv.pdf", PDF)
    sent = client.post(address, _filled(call, **{f"q{call.questions.get(kind='file').pk}": cv}))
    assert sent.status_code == 302
    application = Application.objects.get()
    assert (application.phone, application.employment, len(application.days)) == ("+6281234567890", "part", 8)
    assert [(row.name, row.expires) for row in application.certificates.all()] == [
        ("First aid", date(2030, 1, 1))
    ]
    tie = application.ties.get()
    assert (tie.party, tie.country, tie.reason) == ("Jepang", "JP", "My husband works there")
    assert str(application.languages.get()) == "en C1"
    assert sorted(str(answer) for answer in application.answers.all()) == ["I like people.", "cv.pdf"]
    assert client.get(f"/apply/{call.slug}x/").status_code == 404


def test_two_ties_to_one_country_are_both_kept(officer: Actor, client: Client) -> None:
    call = call_of(officer)
    sent = _filled(call, **{"party-1": "Jepang", "tie-1": "I worked there"})
    assert client.post(f"/apply/{call.slug}/", sent).status_code == 302
    assert Application.objects.get().ties.get().reason == "My husband works there; I worked there"


def test_nothing_typed_is_lost_when_something_is_wrong(officer: Actor, client: Client) -> None:
    call = call_of(officer)
    client.cookies["django_language"] = "en"
    files = f"q{call.questions.get(kind='file').pk}"
    wrong = _filled(call, **{"language-0": "Jepnag", files: SimpleUploadedFile("cv.pdf", PDF)})
    response = client.post(f"/apply/{call.slug}/", wrong)
    page = response.content.decode()
    assert (response.status_code, Application.objects.count()) == (422, 0)
    assert "Do you mean: Japanese?" in page
    assert 'value="Jepnag"' in page
    assert "I like people." in page
    assert "cv.pdf is kept." in page
    token = page.split(f'name="kept-{files[1:]}" value="')[1].split('"')[0]
    mended = _filled(call, **{"language-0": "Jepang", f"kept-{files[1:]}": token})
    assert client.post(f"/apply/{call.slug}/", mended).status_code == 302
    assert Application.objects.get().answers.get(file__isnull=False).file_name == "cv.pdf"


def test_machines_and_wrong_files_are_told_what_is_wrong(officer: Actor, client: Client) -> None:
    call = call_of(officer)
    client.cookies["django_language"] = "en"
    address, files = f"/apply/{call.slug}/", f"q{call.questions.get(kind='file').pk}"
    for changed, told in (
        ({"website": "https://spam.example"}, "leave the field “Website” empty"),
        ({"opened": _opened(call, ago=timedelta(seconds=1))}, "That was very quick."),
        ({"opened": _opened(call, ago=timedelta(days=2))}, "open for very long"),
        ({"opened": "nonsense"}, "open for very long"),
        ({files: SimpleUploadedFile("cv.pdf", b"MZ program")}, "Choose a PDF or a picture"),
        ({"phone": "call me"}, "with its country"),
        ({"first-1": "", "last-1": "26 August 2027"}, "Write the first day, too."),
        ({"last-0": "1 August 2027"}, "before the first one"),
        (
            {"first-0": "", "last-0": "", "first-1": "", "first-2": "1 October 2027", "last-2": ""},
            "at least one day",
        ),
        ({"certificate-0": ""}, "what this certificate is"),
        ({"party-0": ""}, "the country or the delegation"),
    ):
        response = client.post(address, _filled(call, **changed))
        assert (response.status_code, told in response.content.decode()) == (422, True), told
    assert not Application.objects.exists()
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("remote", "sender"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("unix", "unix"),
    ],
)
def test_household_is_one_sender(remote: str, sender: str, rf: RequestFactory) -> None:
    assert sender_of(rf.get("/", REMOTE_ADDR=remote)) == sender


def test_call_that_is_not_public_is_not_there_and_one_that_is_over_says_so(
    officer: Actor, client: Client
) -> None:
    hidden = call_of(officer, public=False)
    assert client.get(f"/apply/{hidden.slug}/").status_code == 404
    today = timezone.localdate()
    Call.objects.update(published=True, opens=today - timedelta(days=9), closes=today - timedelta(days=2))
    client.cookies["django_language"] = "en"
    assert "Applications are taken from" in client.get(f"/apply/{hidden.slug}/").content.decode()
    assert client.post(f"/apply/{hidden.slug}/", _filled(hidden)).status_code == 422


def test_applicant_sees_changes_takes_and_deletes(head: Actor, officer: Actor, client: Client) -> None:
    sends(head)
    call = call_of(officer)
    application = applied(call)
    address = _path(application)
    assert "Your application" in client.get(address).content.decode()
    changed = _filled(call, full_name="Sari Wulandari Putri", email="lain@pelamar.example")
    changed = {**changed, "certificate-0": "", "expires-0": "", "party-0": "", "tie-0": ""}
    assert client.post(f"{address}form/", changed).status_code == 302
    application.refresh_from_db()
    assert (application.full_name, application.email) == ("Sari Wulandari Putri", "sari@pelamar.example")
    data = json.loads(client.get(f"{address}data/").content)
    assert (data["full_name"], data["languages"]) == (
        "Sari Wulandari Putri",
        [{"language": "en", "declared": "C1", "tested": ""}],
    )
    assert client.post(f"{address}deletion/").status_code == 422
    assert "is deleted" in client.post(f"{address}deletion/", {"sure": "yes"}).content.decode()
    assert client.get(address).status_code == 410
    assert not Application.objects.exists()


def test_more_rows_than_a_form_takes_at_once_stay_when_it_is_sent_again(
    officer: Actor, client: Client
) -> None:
    call = call_of(officer)
    application = applied(call, certificates={f"Course {number:02}": None for number in range(25)})
    client.cookies["django_language"] = "en"
    shown = client.get(_path(application, "form/")).content.decode()
    sent = dict(_filled(call)) | {
        f"certificate-{row}": name for row, name in enumerate(re.findall(r'value="(Course \d\d)"', shown))
    }
    del sent["expires-0"]
    assert client.post(_path(application, "form/"), sent).status_code == 302
    assert application.certificates.count() == 25


def test_applicant_chooses_a_time(officer: Actor, client: Client) -> None:
    call = call_of(officer)
    application = applied(call)
    decide(officer, call, [application.pk], "shortlisted", letters=False)
    assert officer.user is not None
    start = timezone.now() + timedelta(days=1)
    slot = offer_times(officer, call, officer.user, start, minutes=30, count=1)[0]
    assert client.get(_path(application, "interview/")).status_code == 302
    assert client.post(_path(application, "interview/"), {"slot": slot.pk}).status_code == 302
    assert InterviewSlot.objects.get().application == application


def test_language_is_named_in_one_of_two_languages_or_offered() -> None:
    assert named_language("Jepang") == ("ja", ())
    assert named_language("japanese") == ("ja", ())
    assert named_language("Jepnag") == (None, ("ja",))
    assert named_language("Inggris dan Jepang") == (None, ())
    assert named_language("") == (None, ())


@given(st.text(max_size=80))
def test_any_text_names_a_language_or_none(text: str) -> None:
    code, like = named_language(text)
    assert code is None or not like
