"""What the head changes about members is written down."""

from jembatan.accounts.actions.sign_in_address import change_member_address, change_own_address
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership
from jembatan.journal.models import Entry


def test_journal_says_who_signs_in_with_what(head: Actor, officer: Actor) -> None:
    assert head.user is not None
    assert officer.user is not None
    own, before = head.user.email, officer.user.email
    membership = Membership.objects.get(user=officer.user)

    change_member_address(head, membership, "bagus@baru.example")
    change_member_address(head, membership, "bagus@baru.example")
    change_own_address(head, "ratna@baru.example")

    assert list(Entry.objects.order_by("id").values_list("kind", "summary", "actor_name")) == [
        (
            "desk.address",
            f"Bagus Prasetyo signs in with bagus@baru.example, no longer with {before}.",
            head.name,
        ),
        ("desk.address", f"{head.name} signs in with ratna@baru.example, no longer with {own}.", head.name),
    ]
