"""The pages of the radar: what each shows, what happens when a form is sent, how many queries it takes."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_answer
from jembatan.correspondence.models import Draft, Message, Thread
from jembatan.correspondence.tests.scene import organisation, thread
from jembatan.directory.models import Organisation, Person
from jembatan.radar.actions.first_step import draft_first_step
from jembatan.radar.actions.settle import dismiss, take_on
from jembatan.radar.actions.watch import watch
from jembatan.radar.models import RadarSetting, Signal
from jembatan.radar.queries.wording.explained import explained
from jembatan.radar.queries.wording.rules import WORDS
from jembatan.radar.tests.scene import mail, overdue

ClientOf = Callable[[Actor], Client]
LIST_QUERIES = 9


def _page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_as_often_for_three_as_for_one(
    officer: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for each in range(number):
        overdue(officer, organisation(officer.desk, f"House {each}"))
    client = client_of(officer)
    client.get("/radar/")
    with django_assert_num_queries(LIST_QUERIES):
        assert client.get("/radar/").content.count(b"has waited for our answer") >= number


def test_list_is_narrowed(officer: Actor, client_of: ClientOf, ministry: Organisation) -> None:
    overdue(officer, ministry)
    other = overdue(officer, organisation(officer.desk, "Other house"))
    take_on(officer, other, what="Call them")
    dismiss(officer, overdue(officer, organisation(officer.desk, "Third house")), "Known")
    client = client_of(officer)
    names = ("Kementerian Kelautan", "Other house", "Third house")
    found = {
        query: [name for name in names if f"{name} has waited" in _page(client, f"/radar/?{query}")]
        for query in (
            "",
            "view=all",
            "view=mine",
            "view=later",
            "view=dismissed",
            "rule=silence",
            "rule=unanswered",
            f"organisation={ministry.pk}",
        )
    }
    assert found == {
        "": [*names[:2]],
        "view=all": [*names[:2]],
        "view=mine": [names[1]],
        "view=later": [],
        "view=dismissed": [names[2]],
        "rule=silence": [],
        "rule=unanswered": [*names[:2]],
        f"organisation={ministry.pk}": [names[0]],
    }


def test_empty_radar_says_so(officer: Actor, client_of: ClientOf) -> None:
    assert "The radar has found nothing" in _page(client_of(officer), "/radar/")


def test_signal_is_read_with_its_evidence_and_playbook(
    officer: Actor, reader: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    signal = overdue(officer, ministry)
    page = _page(client_of(officer), f"/radar/{signal.pk}/")
    assert explained(signal) in page
    assert f'href="/messages/{Message.objects.get().pk}/"' in page
    assert str(WORDS["unanswered"].playbook[0]) in page
    assert "Draft the first step" in page
    assert "Draft the first step" not in _page(client_of(reader), f"/radar/{signal.pk}/")


def test_signal_is_dismissed_and_taken_up_again(
    officer: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    signal = overdue(officer, ministry)
    client, address = client_of(officer), f"/radar/{signal.pk}/"
    assert client.post(f"{address}dismissal/", {"reason": ""}).status_code == 422
    assert client.post(f"{address}dismissal/", {"reason": "By telephone"}).status_code == 302
    signal.refresh_from_db()
    assert (signal.dismissed_for, signal.dismissed_by) == ("By telephone", officer.user)
    client.post(f"{address}restoring/")
    signal.refresh_from_db()
    assert signal.is_open


def test_signal_is_snoozed_and_comes_back(
    officer: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    signal = overdue(officer, ministry)
    client, address = client_of(officer), f"/radar/{signal.pk}/"
    moment = client.get(f"{address}snooze/").context["choices"][0][1]
    client.post(f"{address}snooze/", {"until": moment.isoformat()})
    assert "No signal matches" not in _page(client, "/radar/?view=later")
    for wrong in ("", "x", "2026-13-99T00:00", (timezone.now() - timedelta(days=1)).isoformat()):
        client.post(f"{address}snooze/", {"until": wrong})
    client.post(f"{address}waking/")
    assert "has waited" in _page(client, "/radar/")


def test_task_stands_on_the_first_page_until_it_is_done(
    officer: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    signal = overdue(officer, ministry)
    client, address = client_of(officer), f"/radar/{signal.pk}/task/"
    assert client.post(address, {"what": "", "member": ""}).status_code == 422
    assert officer.user is not None
    sent = {"what": "Telephone the ministry", "member": officer.user.pk, "due": "2030-01-01"}
    assert client.post(address, sent).status_code == 302
    assert "Telephone the ministry" in _page(client, "/")
    client.post(f"{address}done/")
    assert "Telephone the ministry" not in _page(client, "/")
    client.post(f"{address}dropping/")
    assert "Telephone the ministry" in _page(client, "/")


def test_first_step_is_a_reply_in_their_language(
    officer: Actor, client_of: ClientOf, ministry: Organisation, budi: Person
) -> None:
    budi.form_of_address, budi.call_name = "Bapak", "Budi"
    budi.save()
    signal = overdue(officer, ministry, budi)
    response = client_of(officer).post(f"/radar/{signal.pk}/first-step/")
    draft = Draft.objects.get()
    assert response.headers["Location"] == f"/drafts/{draft.pk}/"
    assert draft.answers == Message.objects.get()
    assert draft.text.startswith("Yth. Bapak Budi,\n\n")
    draft.text = "Mine"
    draft.save()
    assert draft_first_step(officer, signal).text == "Mine"


def test_first_step_without_mail_is_about_the_signal(
    officer: Actor, ministry: Organisation, budi: Person
) -> None:
    for week in range(9):
        mail(officer, ministry, budi, thread(officer.desk, f"Week {week}"), ago=7 * week + 60, asks=False)
    watch(officer.desk)
    signal = Signal.objects.get(rule="silence")
    draft = draft_first_step(officer, signal)
    assert (draft.matter_kind, draft.matter_id, draft.answers) == ("signal", signal.pk, None)
    assert f"budi@house{ministry.pk}.example" in draft.to


def test_begun_reply_of_a_colleague_is_left_alone(
    officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    signal = overdue(officer, ministry)
    begun = start_answer(second_officer, Message.objects.get(), kind=Draft.Kind.REPLY)
    Draft.objects.filter(pk=begun.pk).update(text="Begun")
    assert draft_first_step(officer, signal).text == "Begun"


def test_head_sets_how_many_come_up(head: Actor, reader: Actor, client_of: ClientOf) -> None:
    assert client_of(head).post("/settings/radar/", {"weekly": 0}).status_code == 422
    assert client_of(head).post("/settings/radar/", {"weekly": 7}).status_code == 302
    assert RadarSetting.objects.get().weekly == 7
    assert "Only the head" not in _page(client_of(reader), "/settings/radar/")


def test_network_shows_only_mail_that_one_may_see(
    officer: Actor, second_officer: Actor, client_of: ClientOf, ministry: Organisation, budi: Person
) -> None:
    from jembatan.correspondence.actions.classify import put_in_dossier
    from jembatan.dossiers.actions.access import restrict
    from jembatan.dossiers.actions.dossiers import open_dossier

    overdue(officer, ministry, budi)
    client, other = client_of(officer), client_of(second_officer)
    links = client.get("/radar/network/links/").json()
    assert [node[0] for node in links["nodes"]][1:] == ["Budi Santoso"]
    assert links["links"] == [[0, 1, 1]]
    assert "Budi Santoso" in _page(client, "/radar/network/")
    put_in_dossier(officer, Thread.objects.get(), dossier=restrict(officer, open_dossier(officer, "Rahasia")))
    assert other.get("/radar/network/links/").json()["links"] == []
    assert "Budi Santoso" not in _page(other, "/radar/network/")
