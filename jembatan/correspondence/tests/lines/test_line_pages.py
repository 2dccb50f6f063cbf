"""The pages of lines to take, as people use them."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.drafts.start import start_mail
from jembatan.correspondence.actions.lines.use import record_use
from jembatan.correspondence.models import Draft, InsertedLine, Line, LineUse
from jembatan.correspondence.queries.lines.visible import standing_of
from jembatan.correspondence.tests.lines.scene import ENGLISH, INDONESIAN, cleared, reworded, written
from jembatan.correspondence.tests.outbox_scene import written as draft_of
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.models import ContactPoint, Organisation, Person

type ClientOf = Callable[[Actor], Client]
FORM = {
    "topic": "Bebas visa",
    "word": "visa",
    "marking": "TLP:GREEN",
    "say_id": INDONESIAN,
    "avoid_id": "gratis",
}


def test_drafter_writes_and_the_head_clears(client_of: ClientOf, drafter: Actor, head: Actor) -> None:
    assert drafter.user is not None
    client_of(drafter).post(reverse("correspondence:new_line"), FORM | {"owner": drafter.user.pk})
    line = Line.objects.get()
    page = client_of(head).get(reverse("correspondence:line", args=[line.pk]))
    assert page.content.decode().count("Waits for clearance") == 1

    client_of(head).post(reverse("correspondence:line_clearance", args=[line.pk]), {"number": "1"})

    row = standing_of(head, line)
    assert (row.holds, row.current and row.current.phrases("id")) == (True, ["gratis"])


def test_form_shows_what_stands_there_and_keeps_it(client_of: ClientOf, drafter: Actor, desk: Desk) -> None:
    line = cleared(desk)
    address = reverse("correspondence:line_wording", args=[line.pk])
    form = client_of(drafter).get(address).context["form"]
    assert [(each.say.value(), each.do_not_say.value()) for each in form.shown] == [
        (INDONESIAN, "visa gratis"),
        (ENGLISH, "free visas"),
    ]
    assert form["owner"].value() == line.owner_id


def test_officer_changes_facts_and_a_drafter_is_told_why_not(
    client_of: ClientOf, drafter: Actor, officer: Actor, desk: Desk
) -> None:
    line = cleared(desk)
    address = reverse("correspondence:line_wording", args=[line.pk])
    data = FORM | {"topic": "Visa dinas", "owner": str(line.owner_id)}
    refused = client_of(drafter).post(address, data)
    assert refused.status_code == 422
    assert "Only an officer or the head" in refused.content.decode()
    assert client_of(officer).post(address, data).status_code == 302
    assert Line.objects.get().topic == "Visa dinas"


def test_script_gets_the_words_or_a_sentence(client_of: ClientOf, drafter: Actor, desk: Desk) -> None:
    cleared(desk)
    draft = start_mail(drafter, to="budi@laut.example")
    address = reverse("correspondence:draft_line_insertion", args=[draft.pk])
    said = client_of(drafter).post(
        address, {"word": "visa", "text": "Thank you for the letter that you sent."}
    )
    assert (said.status_code, said.json()) == (200, {"text": ENGLISH})
    refused = client_of(drafter).post(address, {"word": "lain", "text": ""})
    assert (refused.status_code, refused.json()) == (
        422,
        {"refusal": "No line with the word “lain” holds today."},
    )


def test_composer_names_the_words_that_hold(client_of: ClientOf, drafter: Actor, desk: Desk) -> None:
    cleared(desk)
    written(drafter, topic="Lain", word="lain")
    draft = start_mail(drafter)
    page = client_of(drafter).get(reverse("correspondence:draft", args=[draft.pk])).content.decode()
    assert 'data-line-words="visa"' in page


def test_line_is_inserted_without_a_script_after_what_was_typed_is_saved(
    client_of: ClientOf, drafter: Actor, desk: Desk
) -> None:
    line = cleared(desk)
    draft = draft_of(drafter, text="Awal.")
    client = client_of(drafter)
    choice = reverse("correspondence:draft_lines", args=[draft.pk])
    typed = {"text": "Awal yang baru.", "version": str(draft.version), "to": draft.to, "editor": "meja"}
    assert client.post(choice, typed)["Location"] == choice
    assert INDONESIAN in client.get(choice, {"q": "visa"}).content.decode()

    client.post(reverse("correspondence:draft_line", args=[draft.pk, line.pk]), {"language": "id"})

    assert Draft.objects.get(pk=draft.pk).text == f"Awal yang baru.\n\n{INDONESIAN}\n"
    assert InsertedLine.objects.get().draft_id == draft.pk


def test_whoever_was_told_the_old_one_is_written_to(
    client_of: ClientOf, officer: Actor, desk: Desk, budi: Person
) -> None:
    add_contact_point(officer, budi, kind=ContactPoint.Kind.EMAIL, value="budi@laut.example")
    budi.form_of_address, budi.call_name = "Bapak", "Budi"
    budi.save()
    line = cleared(desk)
    use = record_use(officer, line, occasion="Rapat", language="id", parties=[budi])
    use.hearers.update(email="budi@laut.example", name="Budi Santoso")
    reworded(desk, line, texts={"id": "Kami mengkajinya."}, owner=line.owner)
    client = client_of(officer)
    page = client.get(reverse("correspondence:line", args=[line.pk])).content.decode()
    assert page.count("Write to them") == 1

    client.post(reverse("correspondence:line_correction", args=[use.hearers.get().pk]))

    draft = Draft.objects.get()
    assert (draft.to, draft.bcc, draft.subject) == ("Budi Santoso <budi@laut.example>", "", "Bebas visa")
    assert draft.text == "Yth. Bapak Budi,\n\nKami mengkajinya.\n"


def test_use_elsewhere_is_entered_with_somebody_of_the_directory(
    client_of: ClientOf, drafter: Actor, desk: Desk, ministry: Organisation
) -> None:
    address = reverse("correspondence:line_use", args=[cleared(desk).pk])
    data = {"occasion": "Rapat", "language": "en", "organisation": "Bukan siapa-siapa"}
    assert client_of(drafter).post(address, data).status_code == 422
    client_of(drafter).post(address, data | {"organisation": ministry.name})
    assert [hearer.organisation for hearer in LineUse.objects.get().hearers.all()] == [ministry]


def test_head_says_who_clears(client_of: ClientOf, head: Actor) -> None:
    client = client_of(head)
    client.post(reverse("correspondence:line_setting"), {"officers": "yes"})
    assert "Leave it to the head alone" in client.get(reverse("correspondence:lines")).content.decode()


def test_today_shows_what_waits_for_the_head(client_of: ClientOf, head: Actor, drafter: Actor) -> None:
    written(drafter)
    assert "Bebas visa" in client_of(head).get(reverse("ui:today")).content.decode()
    assert "Bebas visa" not in client_of(drafter).get(reverse("ui:today")).content.decode()


def test_lines_are_found_by_the_search(client_of: ClientOf, officer: Actor, desk: Desk) -> None:
    line = cleared(desk)
    page = client_of(officer).get(reverse("search:suggestions"), {"q": "exemption"}).content.decode()
    assert reverse("correspondence:line", args=[line.pk]) in page


@pytest.mark.parametrize("name", ["correspondence:lines", "correspondence:line"])
def test_pages_cost_the_same_for_three_uses(
    client_of: ClientOf,
    officer: Actor,
    desk: Desk,
    budi: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
    name: str,
) -> None:
    line = cleared(desk)
    client = client_of(officer)
    address = reverse(name, args=[line.pk] if name == "correspondence:line" else [])
    record_use(officer, line, occasion="Rapat", language="id", parties=[budi])
    client.get(address)

    with CaptureQueriesContext(connection) as before:
        client.get(address)
    for number in range(2):
        record_use(officer, line, occasion=f"Rapat {number}", language="id", parties=[budi])
    cleared(desk, word="lain")
    with django_assert_num_queries(len(before)):
        client.get(address)
