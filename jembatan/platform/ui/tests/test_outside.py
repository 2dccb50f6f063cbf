from datetime import UTC, datetime

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from jembatan.platform.links import LinkTo, signed
from jembatan.platform.ui.outside import link_over, outside_page

LONG_AGO = datetime(2001, 2, 3, tzinfo=UTC)


@outside_page("answer")
def page(request: HttpRequest, to: LinkTo) -> HttpResponse:
    return link_over(request, ask="Ask Rina.") if to.is_over else HttpResponse(f"{to.number}, {to.issue}")


def asked(rf: RequestFactory, token: str) -> HttpResponse:
    request = rf.get("/")
    request.user = AnonymousUser()
    return page(request, token)


def test_a_link_opens_its_record(rf: RequestFactory) -> None:
    token = signed("answer", LinkTo(7, 2, datetime(2199, 1, 1, tzinfo=UTC)))
    assert asked(rf, token).content == b"7, 2"


def test_a_broken_link_says_what_to_do(rf: RequestFactory) -> None:
    response = asked(rf, "7-2-nonsense")
    assert response.status_code == 404
    assert "for a new one" in response.content.decode()


def test_a_link_that_is_over_says_whom_to_ask(rf: RequestFactory) -> None:
    response = asked(rf, signed("answer", LinkTo(7, 2, LONG_AGO)))
    assert response.status_code == 410
    assert "Ask Rina." in response.content.decode()


def test_nobody_keeps_such_a_page(rf: RequestFactory) -> None:
    for token in ("nonsense", signed("answer", LinkTo(7, 2, LONG_AGO))):
        response = asked(rf, token)
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
