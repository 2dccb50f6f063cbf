"""Lines of a report that were shown and are not ticked any more."""

from django.http import HttpRequest

from jembatan.platform.record_numbers import record_number


def unticked(request: HttpRequest) -> set[int]:
    """Their keys; a line that was not shown stays in."""
    return shown(request) - _keys(request.POST.getlist("keep"))


def shown(request: HttpRequest) -> set[int]:
    """The keys of the lines that were shown."""
    return _keys(request.POST.get("shown", "").split(","))


def _keys(texts: list[str]) -> set[int]:
    return {key for text in texts if (key := record_number(text)) is not None}
