"""Sentences of the product in commands that need no database."""

from collections.abc import Callable
from functools import wraps

from jembatan.platform.cli.starting import set_up_django


def tells_sentences[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """The command may use what says things in the reader's language; commands speak English."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        from django.utils import translation

        set_up_django()
        with translation.override("en"):
            return command(*args, **kwargs)

    return wrapped
