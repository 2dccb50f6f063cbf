"""Trying other numbers: what follows is shown, the sheet stays as it is, nothing that was moved is lost."""

from collections.abc import Callable
from decimal import Decimal

from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import add_member
from jembatan.negotiation.models import Negotiation, Weight
from jembatan.negotiation.tests.scene import offer, option, ours, talks, theirs

ClientOf = Callable[[Actor], Client]


def _fee(negotiation: Negotiation) -> str:
    """The slider of what the fee weighs for them."""
    return f"weight-{theirs(negotiation).pk}-{option(negotiation, 'low').issue_id}"


def _weight(negotiation: Negotiation) -> Decimal:
    return Weight.objects.get(party=theirs(negotiation), issue=option(negotiation, "low").issue).weight


def test_numbers_tried_move_the_frontier_and_the_distance_and_not_the_sheet(
    officer: Actor, client_of: ClientOf
) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, theirs(negotiation), "low", "20 days", "both")
    client = client_of(officer)
    address = f"/negotiations/{negotiation.pk}/trial/"
    page = client.get(address).content.decode()
    assert "frontier before" not in page
    moved = client.post(address, {_fee(negotiation): "90"}, headers={"HX-Request": "true"}).content.decode()
    assert "<!doctype" not in moved.lower()
    assert 'class="frontier before"' in moved
    assert "Last offer of Embassy of Akitsu" in moved
    assert _weight(negotiation) == 20
    left = client.get(address).content.decode()
    assert f'name="{_fee(negotiation)}" value="90"' in left
    client.post(f"{address}forgetting/")
    assert f'name="{_fee(negotiation)}" value="20"' in client.get(address).content.decode()


def test_numbers_tried_are_kept_and_taken_back(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    client = client_of(officer)
    address = f"/negotiations/{negotiation.pk}/trial/keeping/"
    fields = {_fee(negotiation): "90", f"reservation-{ours(negotiation).pk}": "45", "weight-1-1": "x"}
    page = client.post(address, fields, follow=True).content.decode()
    assert "The numbers are on the sheet now." in page
    assert f'name="{_fee(negotiation)}" value="20.00"' in page
    assert (_weight(negotiation), ours(negotiation).reservation) == (Decimal(90), Decimal(45))
    client.post(address, {_fee(negotiation): "20", f"reservation-{ours(negotiation).pk}": "30"})
    assert (_weight(negotiation), ours(negotiation).reservation) == (Decimal(20), Decimal(30))


def test_numbers_of_nobody_are_told(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    party = theirs(negotiation)
    nothing = {f"weight-{party.pk}-{issue.pk}": "0" for issue in negotiation.issues.all()}
    page = client_of(officer).post(f"/negotiations/{negotiation.pk}/trial/", nothing).content.decode()
    assert "With these numbers nothing can be told" in page


def test_reader_tries_and_does_not_keep(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    assert reader.user is not None
    add_member(officer, negotiation.dossier, reader.user)
    client = client_of(reader)
    address = f"/negotiations/{negotiation.pk}/trial/"
    page = client.post(address, {_fee(negotiation): "90"}).content.decode()
    assert "Keep these numbers" not in page
    assert client.post(f"{address}keeping/", {_fee(negotiation): "90"}).status_code == 403
    assert _weight(negotiation) == 20
