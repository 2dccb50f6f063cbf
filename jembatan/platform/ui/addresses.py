"""Addresses of records. A page names hundreds, of a few kinds: each kind's address is looked up once."""

from functools import cache

from django.urls import reverse

ANY = 1_234_567_890


def record_address(view: str, number: int) -> str:
    """The address of the view (`journal:entry`) whose one argument is the record's number."""
    before, after = _around(view)
    return f"{before}{number}{after}"


@cache
def _around(view: str) -> tuple[str, str]:
    before, _number, after = reverse(view, args=[ANY]).partition(str(ANY))
    return before, after
