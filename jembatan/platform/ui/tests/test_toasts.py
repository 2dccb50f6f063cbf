"""A toast reaches the reader: on the next page, or at once in an answer to htmx."""

import json
from collections.abc import Callable

from django.contrib.messages import add_message, constants
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import Client, RequestFactory

from jembatan.platform.ui.toasts import Toast, take_toasts, toast, toast_middleware


def request_with_session(**headers: str) -> HttpRequest:
    request = RequestFactory().get("/", headers=headers)
    SessionMiddleware(lambda request: HttpResponse())(request)
    MessageMiddleware(lambda request: HttpResponse())(request)
    return request


def answer(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    def view(request: HttpRequest) -> HttpResponse:
        toast(request, "Disimpan", undo="/undo/", undo_fields={"name": "a"})
        return response

    return toast_middleware(view)(request)


def test_toast_waits_in_the_session_until_it_is_taken(db: None) -> None:
    request = request_with_session()
    toast(request, "One")
    toast(request, "Two", tone="danger", undo="/undo/", undo_fields={"role": "head"})
    assert take_toasts(request) == [Toast("One"), Toast("Two", "danger", "/undo/", {"role": "head"})]
    assert take_toasts(request) == []


def test_messages_of_libraries_become_toasts(db: None) -> None:
    request = request_with_session()
    add_message(request, constants.SUCCESS, "Fine")
    add_message(request, constants.ERROR, "Broken")
    assert take_toasts(request) == [Toast("Fine", "info"), Toast("Broken", "danger")]


def test_answer_to_htmx_carries_the_toast_with_its_undo_form(db: None) -> None:
    response = answer(request_with_session(**{"HX-Request": "true"}), HttpResponse("fragment"))
    html = json.loads(response.headers["HX-Trigger"])["toast"]["html"]
    assert "Disimpan" in html
    assert '<form method="post" action="/undo/">' in html
    assert '<input type="hidden" name="name" value="a">' in html
    assert "csrfmiddlewaretoken" in html


def test_what_a_page_asks_by_itself_leaves_the_toast_for_its_reader(db: None) -> None:
    request = request_with_session(**{"HX-Request": "true", "X-Unasked": "true"})
    assert "HX-Trigger" not in answer(request, HttpResponse("fragment")).headers
    assert take_toasts(request) == []
    del request.headers, request.META["HTTP_X_UNASKED"]
    assert [each.text for each in take_toasts(request)] == ["Disimpan"]


def test_answer_that_leads_elsewhere_keeps_the_toast_for_the_next_page(db: None) -> None:
    for response in (HttpResponseRedirect("/"), HttpResponse(headers={"HX-Redirect": "/"})):
        request = request_with_session(**{"HX-Request": "true"})
        assert "HX-Trigger" not in answer(request, response).headers
        assert [each.text for each in take_toasts(request)] == ["Disimpan"]


def test_plain_answer_keeps_the_toast_for_the_page(db: None) -> None:
    request = request_with_session()
    assert "HX-Trigger" not in answer(request, HttpResponse()).headers
    assert len(take_toasts(request)) == 1


def test_page_shows_the_toast_once(client_of: Callable[..., Client], officer: object) -> None:
    client = client_of(officer)
    first = client.post("/styleguide/", {"tone": "danger"}, follow=True).content.decode()
    assert (
        first.count('class="toast" data-tone="danger"') == 4
    )  # the toast and three notes that wait in templates
    assert client.get("/styleguide/").content.decode().count('class="toast" data-tone="danger"') == 3
