"""What several panels of one page show is asked for once."""

from collections.abc import Callable, Hashable

from django.http import HttpRequest


def once[Answer](request: HttpRequest, question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """What `ask` answered when this question was first put during this request."""
    answers: dict[Hashable, Answer] = request.__dict__.setdefault("answers_of_this_page", {})
    if question not in answers:
        answers[question] = ask()
    return answers[question]
