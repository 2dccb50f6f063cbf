"""Opening desks, inviting, changing roles, removing: and the head that always remains."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.utils import IntegrityError

from jembatan.accounts.actions.desks import (
    LastHead,
    give_role,
    invite,
    open_desk,
    open_first_desk,
    remove_member,
)
from jembatan.accounts.actions.one_time_link import spend_link
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Membership, Role, User


def membership(actor: Actor) -> Membership:
    return Membership.objects.get(desk=actor.desk, user=actor.user)


def test_desks_of_one_name_get_slugs_of_their_own(db: None) -> None:
    assert [open_desk("Biro Umum").slug for _ in range(3)] == ["biro-umum", "biro-umum-2", "biro-umum-3"]
    assert open_desk("連絡室").slug == "desk"


def test_first_desk_has_a_head_and_is_opened_once(db: None) -> None:
    user = open_first_desk()
    assert open_first_desk() == user
    assert [(m.user, m.role) for m in Membership.objects.all()] == [(user, "head")]


def test_invitation_makes_a_member_who_signs_in_by_the_secret(head: Actor) -> None:
    secret = invite(head, email=" Sari@SelatNusantara.example ", full_name="Sari Dewi", role=Role.DRAFTER)
    user = User.objects.get(email="sari@selatnusantara.example")
    assert (user.full_name, user.has_usable_password()) == ("Sari Dewi", False)
    assert Membership.objects.get(user=user).role == Role.DRAFTER
    assert spend_link(secret) == user


def test_invitation_of_someone_known_keeps_the_name_and_opens_no_door(head: Actor, stranger: Actor) -> None:
    assert stranger.user is not None
    secret = invite(head, email=stranger.user.email.upper(), full_name="Nama Lain", role=Role.READER)
    again = invite(head, email=stranger.user.email, full_name="Nama Lain", role=Role.READER)
    assert (secret, again) == ("", "")
    assert User.objects.get(pk=stranger.user.pk).full_name == "Orang Lain"
    assert set(Membership.objects.filter(user=stranger.user).values_list("desk", "role")) == {
        (stranger.desk.pk, "head"),
        (head.desk.pk, "reader"),
    }


@pytest.mark.parametrize("member", ["officer", "drafter", "reader"])
def test_members_are_the_business_of_the_head(
    member: str, request: pytest.FixtureRequest, reader: Actor
) -> None:
    actor = request.getfixturevalue(member)
    assert reader.user is not None
    with pytest.raises(PermissionDenied):
        invite(actor, email="sari@selatnusantara.example", full_name="Sari Dewi", role=Role.HEAD)
    with pytest.raises(PermissionDenied):
        give_role(actor, reader.user, role=Role.HEAD)
    with pytest.raises(PermissionDenied):
        remove_member(actor, membership(reader))
    assert not User.objects.filter(email="sari@selatnusantara.example").exists()


def test_last_head_can_neither_step_down_nor_leave(head: Actor) -> None:
    assert head.user is not None
    with pytest.raises(LastHead):
        give_role(head, head.user, role=Role.OFFICER)
    with pytest.raises(LastHead):
        remove_member(head, membership(head))
    assert membership(head).role == Role.HEAD


def test_head_steps_down_once_there_is_another(head: Actor, officer: Actor) -> None:
    assert head.user is not None
    assert officer.user is not None
    give_role(head, officer.user, role=Role.HEAD)
    give_role(head, head.user, role=Role.READER)
    assert (membership(head).role, membership(officer).role) == ("reader", "head")


@pytest.mark.django_db(transaction=True)
def test_two_heads_cannot_step_down_at_the_same_moment(head: Actor, officer: Actor) -> None:
    assert head.user is not None
    assert officer.user is not None
    give_role(head, officer.user, role=Role.HEAD)
    both = Actor(desk=head.desk, role=Role.HEAD, user=officer.user)
    together, refused = threading.Barrier(2), []

    def step_down(actor: Actor) -> None:
        together.wait()
        try:
            assert actor.user is not None
            give_role(actor, actor.user, role=Role.READER)
        except LastHead as refusal:
            refused.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=step_down, args=(actor,)) for actor in (head, both)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert Membership.objects.filter(desk=head.desk, role=Role.HEAD).count() == 1


def test_removal_leaves_the_user_and_other_desks(head: Actor, stranger: Actor) -> None:
    assert stranger.user is not None
    give_role(head, stranger.user, role=Role.READER)
    remove_member(head, Membership.objects.get(desk=head.desk, user=stranger.user))
    assert list(Membership.objects.filter(user=stranger.user).values_list("desk", flat=True)) == [
        stranger.desk.pk
    ]


def test_removal_does_not_reach_other_desks(head: Actor, stranger: Actor) -> None:
    remove_member(head, membership(stranger))
    assert membership(stranger).role == Role.HEAD


def test_database_refuses_a_second_membership_and_an_unknown_role(desk: Desk, officer: Actor) -> None:
    assert officer.user is not None
    with pytest.raises(IntegrityError):
        Membership.objects.create(desk=desk, user=officer.user, role=Role.READER)
