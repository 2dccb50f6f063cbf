"""Who may listen."""

import pytest
from django.core import signing

from jembatan.platform.live import tickets
from jembatan.platform.live.tickets import NoTicket, bearer_of, ticket_for


def test_ticket_says_whose_news_for_whom() -> None:
    assert bearer_of(ticket_for(7, 3)) == (7, 3)


@pytest.mark.parametrize(
    "ticket",
    ["", "a:b:c", signing.dumps([7, 3], salt="elsewhere"), signing.dumps("7", salt=tickets.SALT)],
    ids=["nothing", "not signed", "signed for something else", "signed without a desk"],
)
def test_what_was_not_signed_for_this_is_no_ticket(ticket: str) -> None:
    with pytest.raises(NoTicket):
        bearer_of(ticket)


def test_ticket_is_good_for_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    old = ticket_for(7, 3)
    monkeypatch.setattr(tickets, "SECONDS", -1)
    with pytest.raises(NoTicket):
        bearer_of(old)
