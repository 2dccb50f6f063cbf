"""The desk's pages of recruitment: a call, the list, one application, interviews."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import ConflictOfInterest, Delegation, Officer, Post
from jembatan.programmes.tests.scene import games
from jembatan.recruitment.actions import own
from jembatan.recruitment.actions.decide import decide
from jembatan.recruitment.actions.questions import ask_earlier, word_question
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Application, Call, InterviewSlot, Question
from jembatan.recruitment.queries.link import link_to
from jembatan.recruitment.tests.scene import applied, call_of, sends, several

ClientOf = Callable[[Actor], Client]
QUERIES = 10


def test_call_is_written_asked_published(officer: Actor, client_of: ClientOf) -> None:
    programme = games(officer)
    post = Post.objects.create(desk=officer.desk, programme=programme, name="Pendamping")
    client = client_of(officer)
    words = {"title_en": "Wanted", "title_id": "Dicari", "opens": "1 June 2027", "closes": "1 July 2027"}
    words |= {"consent_en": "I agree", "consent_id": "Saya setuju", "daily_most": "10", "keep_days": "30"}
    assert client.post(f"/programmes/{programme.pk}/calls/new/", words).status_code == 422
    made = client.post(f"/programmes/{programme.pk}/calls/new/", words | {"posts": str(post.pk)}, follow=True)
    call = Call.objects.get()
    assert "Nobody outside the desk sees this call yet." in made.content.decode()
    shift = {"kind": "choice", "label_en": "Shift", "label_id": "Giliran", "options": "Morning | Pagi"}
    assert client.post(f"/recruitment/{call.pk}/questions/", shift).status_code == 422
    client.post(f"/recruitment/{call.pk}/questions/", shift | {"options": "Morning | Pagi\nNight | Malam"})
    question = Question.objects.get(kind="choice")
    assert question.choices("id") == [("Morning", "Pagi"), ("Night", "Malam")]
    asked = f"/recruitment/{call.pk}/questions/{question.pk}/"
    client.post(f"{asked}earlier/")
    assert [each.kind for each in call.questions.all()] == ["languages", "long", "choice", "file"]
    reworded = {"label_en": "Which shift?", "label_id": "Giliran mana?", "options": "Morning | Pagi"}
    assert client.post(asked, reworded).status_code == 422
    client.post(asked, reworded | {"options": "Morning | Pagi\nNoon | Siang"})
    question.refresh_from_db()
    assert (str(question), question.choices("en")) == (
        "Which shift?",
        [("Morning", "Morning"), ("Noon", "Noon")],
    )
    client.post(f"{asked}removal/")
    for address in ("earlier/", "removal/"):
        told = client.post(f"{asked}{address}", follow=True).content.decode()
        assert "Somebody has removed this question meanwhile." in told
    for deed in (lambda: ask_earlier(officer, question), lambda: word_question(officer, question, reworded)):
        with pytest.raises(Refused, match="removed this question meanwhile"):
            deed()
    late = client.post(asked, reworded)
    assert (late.status_code, 'value="Which shift?"' in late.content.decode()) == (422, True)
    seen = client.get(f"/recruitment/{call.pk}/preview/?language=id").content.decode()
    assert ("Dicari" in seen, "Saya setuju" in seen, "Kirim lamaran" in seen) == (True, True, False)
    client.post(f"/recruitment/{call.pk}/publication/", {"public": "yes"})
    page = client.get(f"/recruitment/{call.pk}/").content.decode()
    assert f"/apply/{call.slug}/" in page
    assert "Wanted" in client.get(f"/programmes/{programme.pk}/").content.decode()


def test_list_is_narrowed_and_decided_in_bulk(officer: Actor, client_of: ClientOf) -> None:
    call = call_of(officer)
    rows = several(call, 3)
    client = client_of(officer)
    address = f"/recruitment/{call.pk}/applications/"
    assert "Pelamar 2" in client.get(address).content.decode()
    for query, found in (
        ("language=ja&level=B2", True),
        ("language=ja&level=C1", False),
        ("status=accepted", False),
        ("name=pelamar+2", True),
        ("name=nobody", False),
        ("employment=full&post=abc&status=nonsense", True),
    ):
        assert ("Pelamar 2" in client.get(f"{address}?{query}").content.decode()) == found, query
    ticked = {"application": [row.pk for row in rows[:2]], "status": "accepted", "letters": "no"}
    after = client.post(f"/recruitment/{call.pk}/decisions/", ticked, follow=True).content.decode()
    assert "2 applications decided." in after
    assert Officer.objects.count() == 2
    undone = {"before": f'{{"{rows[0].pk}": "new", "x": 3}}', "decided": "accepted", "letters": ""}
    assert client.post(f"/recruitment/{call.pk}/decisions/undoing/", undone).status_code == 302
    assert Officer.objects.count() == 2  # what nobody understands changes nothing
    undone["before"] = f'{{"{rows[0].pk}": "new"}}'
    client.post(f"/recruitment/{call.pk}/decisions/undoing/", undone)
    assert Officer.objects.count() == 1


def test_all_that_match_are_asked_about_before_letters_leave(
    head: Actor, officer: Actor, client_of: ClientOf
) -> None:
    sends(head)
    call = call_of(officer)
    rows = several(call, 22)
    own.withdraw(link_to(rows[0]))
    client = client_of(officer)
    address = f"/recruitment/{call.pk}/decisions/"
    sent = {"all": "yes", "status": "waiting", "narrowed": "language=ja&name=pelamar"}
    page = client.post(address, sent).content.decode()
    assert "21 applications become: on the waiting list." in page
    assert not Application.objects.filter(status="waiting").exists()
    told = client.post(address, sent | {"sure": "yes"}, follow=True).content.decode()
    assert "21 applications decided." in told
    assert Application.objects.filter(status="waiting").count() == 21


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_same_whatever_its_length(
    count: int, officer: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    call = call_of(officer)
    several(call, count)
    client = client_of(officer)
    client.get("/")
    with django_assert_num_queries(QUERIES):
        client.get(f"/recruitment/{call.pk}/applications/")


def test_same_telephone_is_told(officer: Actor, client_of: ClientOf) -> None:
    call = call_of(officer)
    applied(call)
    applied(call, email="kembar@pelamar.example")
    page = client_of(officer).get(f"/recruitment/{call.pk}/applications/").content.decode()
    assert page.count("same telephone as another") == 2


def test_application_is_rated_tested_and_explained(officer: Actor, client_of: ClientOf) -> None:
    application = applied(call_of(officer))
    client = client_of(officer)
    address = f"/applications/{application.pk}/"
    page = client.get(address).content.decode()
    assert "English C1, declared (counts three quarters)" in page
    assert "not interviewed yet" in page
    assert client.post(f"{address}rating/", {"communication": "9"}).status_code == 422
    marks = dict.fromkeys(
        ("communication", "problem_solving", "public_speaking", "negotiation", "organisation"), "4"
    )
    client.post(f"{address}rating/", marks | {"note": "Calm"})
    client.post(f"{address}language/", {"language": "Jepang", "level": "C1"})
    wrong = client.post(f"{address}language/", {"language": "Jepnag", "level": "C1"}, follow=True)
    assert "Do you mean: Japanese?" in wrong.content.decode()
    page = client.get(address).content.decode()
    assert "Japanese C1, tested" in page
    assert "4.0 of 5, by 1 interviewer" in page
    assert Application.objects.get().ratings.get().note == "Calm"


def test_times_are_offered_and_removed(officer: Actor, client_of: ClientOf) -> None:
    call = call_of(officer)
    client = client_of(officer)
    assert officer.user is not None
    address = f"/recruitment/{call.pk}/interviews/"
    asked = {"first": "whenever", "minutes": "30", "count": "2", "interviewer": str(officer.user.pk)}
    assert client.post(address, asked).status_code == 422
    client.post(address, asked | {"first": "1 June 2099 09:00"})
    first, second = InterviewSlot.objects.order_by("during")
    assert first.during.upper == second.during.lower
    assert first.during.lower.isoformat() == "2099-06-01T02:00:00+00:00"
    shown = client.get(f"{address}?which=free").content.decode()
    assert ("free 2" in shown, "over 0" in shown) == (True, True)
    assert "No interview has been yet." in client.get(f"{address}?which=been").content.decode()
    client.post(f"{address}{first.pk}/removal/")
    assert list(InterviewSlot.objects.all()) == [second]


def test_certificates_and_conflicts_are_noted_and_go_along(officer: Actor, client_of: ClientOf) -> None:
    application = applied(call_of(officer))
    client = client_of(officer)
    address = f"/applications/{application.pk}/"
    client.post(f"{address}certificates/", {"name": "First aid", "expires": "1 August 2027"})
    wrong = client.post(f"{address}certificates/", {"name": "Driving", "expires": "some day"})
    assert ("is no day" in wrong.content.decode(), wrong.status_code) == (True, 422)
    akitsu = Delegation.objects.get()
    client.post(f"{address}conflicts/", {"delegation": akitsu.pk})
    assert "ends before the programme" in client.get(address).content.decode()
    decide(officer, application.call, [application.pk], "accepted", letters=False)
    conflict = ConflictOfInterest.objects.get()
    assert (conflict.delegation, conflict.reason) == (akitsu, "noted in the application")
    late = client.post(f"{address}conflicts/", {"delegation": akitsu.pk, "there": "no"}, follow=True)
    assert "Note it on the officer" in late.content.decode()
    client.post(f"{address}certificates/{application.certificates.get().pk}/removal/")
    assert application.certificates.exists()
