"""Which addresses are ours: read from what people write, claimed and released by the head."""

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actions.our_addresses import (
    NotAnAddress,
    claim_addresses,
    read_addresses,
    release_address,
)
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk


def test_addresses_and_domains_are_read_from_one_line() -> None:
    written = " Humas@Kantor.example, @cabang.example; pusat.example "
    assert read_addresses(written) == ["humas@kantor.example", "@cabang.example", "@pusat.example"]


@pytest.mark.parametrize(
    "text", ["humas@", "@", "kantor", "a b@c", "@@kantor.example", "humas@kantor..example"]
)
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(NotAnAddress):
        read_addresses(text)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_addresses(text)
    except NotAnAddress:
        return
    assert all("@" in address for address in read)


def test_claimed_addresses_are_folded(head: Actor) -> None:
    claim_addresses(
        head, [" Humas@SelatNusantara.example", "humas@selatnusantara.example", "@cabang.example"]
    )
    desk = Desk.objects.get(pk=head.desk.pk)
    assert desk.own_addresses.count("humas@selatnusantara.example") == 1
    assert desk.own_domains[-1] == "cabang.example"
    assert head.desk.own_addresses == desk.own_addresses


def test_released_address_and_domain_are_gone(head: Actor) -> None:
    claim_addresses(head, ["pusat@lain.example", "@cabang.example"])
    release_address(head, "Pusat@lain.example")
    release_address(head, "@cabang.example")
    desk = Desk.objects.get(pk=head.desk.pk)
    assert "pusat@lain.example" not in desk.own_addresses
    assert "cabang.example" not in desk.own_domains


@pytest.mark.parametrize("member", ["officer", "drafter", "reader"])
def test_our_addresses_are_the_business_of_the_head(member: str, request: pytest.FixtureRequest) -> None:
    actor = request.getfixturevalue(member)
    with pytest.raises(PermissionDenied):
        claim_addresses(actor, ["baru@lain.example"])
    with pytest.raises(PermissionDenied):
        release_address(actor, "@selatnusantara.example")
