from django.test import RequestFactory

from jembatan.platform.ui.once import once


def test_a_question_is_asked_once_a_request(rf: RequestFactory) -> None:
    asked: list[str] = []

    def ask() -> int:
        asked.append("asked")
        return len(asked)

    request = rf.get("/")
    assert [once(request, "guests", ask), once(request, "guests", ask)] == [1, 1]
    assert once(request, ("guests", 7), ask) == 2
    assert once(rf.get("/"), "guests", ask) == 3
