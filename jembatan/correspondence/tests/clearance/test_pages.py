"""The button of the composer, the page of who clears, what waits on Today, and the rules in the settings."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.decide import clear, give_back
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.models import Clearance, ClearanceRule, Clearer, Draft, OutgoingMail
from jembatan.correspondence.queries.clearance.asked import decided_for, waiting_for
from jembatan.correspondence.tests.clearance.scene import asked, mark, rule
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.models import Organisation

type ClientOf = Callable[[Actor], Client]
State = Clearance.State
SENDING = "/drafts/{}/sending/"


def typed(draft: Draft, **words: str) -> dict[str, str]:
    values = {
        "from_address": str(draft.from_address_id),
        "to": draft.to,
        "subject": draft.subject,
        "text": draft.text,
    }
    return values | {"version": str(draft.version), "editor": "a"} | words


def test_composer_asks_by_name_and_says_why(
    head: Actor, officer: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    rule(head, organisation=ministry, clearer=Clearer.HEAD)
    draft = written(officer)
    client = client_of(officer)

    page = client.get(f"/drafts/{draft.pk}/").text
    assert "Ask for clearance · Ratna" in page
    assert "It goes to Kementerian Laut." in page
    assert SENDING.format(draft.pk) not in page
    client.post(f"/drafts/{draft.pk}/clearance/", typed(draft, text="Kata terakhir."))

    [clearance] = Clearance.objects.all()
    assert (clearance.text, clearance.asked_by) == ("Kata terakhir.", officer.user)
    page = client.get(f"/drafts/{draft.pk}/").text
    assert "waits for clearance" in page
    assert f"/clearances/{clearance.pk}/withdrawal/" in page


def test_page_refuses_what_the_button_hides(
    head: Actor, officer: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    rule(head, organisation=ministry, clearer=Clearer.HEAD)
    draft = written(officer)

    answer = client_of(officer).post(SENDING.format(draft.pk), typed(draft) | {"confirmed": "1"})

    assert (answer.status_code, OutgoingMail.objects.count()) == (422, 0)
    assert "This mail needs clearance first: Ratna" in answer.text


def test_officer_sends_a_drafters_mail_and_is_told_what_that_means(
    officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    draft = written(drafter)
    assert "Ask for clearance · Any officer" in client_of(drafter).get(f"/drafts/{draft.pk}/").text
    client = client_of(officer)
    assert "By sending it you clear it." in client.get(f"/drafts/{draft.pk}/").text

    client.post(SENDING.format(draft.pk), typed(draft, text=draft.text) | {"confirmed": "1"})

    assert Clearance.objects.get().writer == drafter.user
    assert OutgoingMail.objects.count() == 1


def test_cleared_with_one_key_and_sent(officer: Actor, drafter: Actor, client_of: ClientOf) -> None:
    draft, clearance = asked(drafter)
    client = client_of(officer)
    assert "1 mail waits for your clearance" in client.get("/").text
    assert "1 mail waits for your clearance" in client.get("/inbox/").text

    page = client.get(f"/clearances/{clearance.pk}/").text
    assert 'data-key="1"' in page
    assert "A drafter has written this mail." in page
    answer = client.post(f"/clearances/{clearance.pk}/clearing/", {"read": mark(draft), "send": "1"})

    assert answer.headers["Location"] == "/outbox/"
    assert OutgoingMail.objects.get().draft == draft


def test_what_changed_while_it_was_read_is_read_again(
    officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    _draft, clearance = asked(drafter)

    answer = client_of(officer).post(f"/clearances/{clearance.pk}/clearing/", {"read": "lama"})

    assert answer.status_code == 409
    assert "Read it once more." in answer.text


def test_page_shows_what_changed_since_it_was_cleared(
    head: Actor, officer: Actor, second_officer: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    rule(head, organisation=ministry)
    draft, clearance = asked(officer, text="Kami setuju penuh.")
    clear(second_officer, clearance, read=mark(draft))
    draft.refresh_from_db()
    words = Content(
        from_address=draft.from_address, to=draft.to, subject=draft.subject, text="Kami setuju sebagian."
    )
    save_draft(officer, draft, words, version=draft.version)
    assert "changed since it was cleared" in client_of(officer).get(f"/drafts/{draft.pk}/").text
    client_of(officer).post(f"/drafts/{draft.pk}/clearance/", {})

    page = client_of(second_officer).get(f"/clearances/{Clearance.objects.latest('pk').pk}/").text

    assert "<del>penuh.</del><ins>sebagian.</ins>" in page


def test_returned_with_a_comment_that_the_writer_reads(
    officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    draft, clearance = asked(drafter)
    path = f"/clearances/{clearance.pk}/return/"
    client = client_of(officer)
    assert client.post(path, {"comment": " "}).status_code == 422

    client.post(path, {"comment": "Tanpa angka dulu."})

    assert "Tanpa angka dulu." in client_of(drafter).get("/").text
    assert "Tanpa angka dulu." in client_of(drafter).get(f"/drafts/{draft.pk}/").text
    assert client.get(f"/clearances/{clearance.pk}/").status_code == 200


def test_decided_question_has_no_buttons(officer: Actor, drafter: Actor, client_of: ClientOf) -> None:
    _draft, clearance = asked(drafter)
    give_back(officer, clearance, comment="Nanti.")

    page = client_of(officer).get(f"/clearances/{clearance.pk}/").text

    assert "/clearing/" not in page
    answer = client_of(officer).post(f"/clearances/{clearance.pk}/clearing/", {"read": "x"})
    assert answer.status_code == 302


def test_withdrawn_from_the_composer(officer: Actor, drafter: Actor, client_of: ClientOf) -> None:
    _draft, clearance = asked(drafter)

    client_of(drafter).post(f"/clearances/{clearance.pk}/withdrawal/")

    clearance.refresh_from_db()
    assert clearance.state == State.WITHDRAWN


def test_head_adds_and_removes_rules(
    head: Actor, officer: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    client = client_of(head)
    values = {"condition": "partner", "organisation": "Kementerian Laut", "clearer": "lead"}
    assert client.post("/settings/clearance/", values | {"organisation": ""}).status_code == 422
    assert client.post("/settings/clearance/", values | {"organisation": "Entah"}).status_code == 422

    client.post("/settings/clearance/", values)

    [kept] = ClearanceRule.objects.all()
    assert "Kementerian Laut" in client_of(officer).get("/settings/clearance/").text
    assert "removal" not in client_of(officer).get("/settings/clearance/").text
    client.post(f"/settings/clearance/{kept.pk}/removal/")
    assert ClearanceRule.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_a_constant_number_of_queries(
    officer: Actor, drafter: Actor, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        give_back(officer, asked(drafter)[1], comment="Nanti.")
        asked(drafter)

    with django_assert_num_queries(1):
        assert len([each.draft.to for each in waiting_for(officer)]) == count
    with django_assert_num_queries(1):
        assert len([each.draft.to for each in decided_for(drafter)]) == count
