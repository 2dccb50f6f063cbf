"""From a user to an actor: the chosen desk, else the one where the role is highest."""

from jembatan.accounts.actions.desks import open_desk
from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.accounts.queries.actors import actor_for, members_of, memberships_of


def at_second_desk(officer: Actor, *, role: Role) -> Desk:
    assert officer.user is not None
    desk = open_desk("Another Desk")
    Membership.objects.create(desk=desk, user=officer.user, role=role)
    return desk


def test_actor_works_at_the_desk_where_the_role_is_highest(officer: Actor) -> None:
    assert officer.user is not None
    other = at_second_desk(officer, role=Role.HEAD)
    assert actor_for(officer.user) == Actor(desk=other, role=Role.HEAD, user=officer.user)


def test_actor_works_at_the_chosen_desk(officer: Actor) -> None:
    assert officer.user is not None
    at_second_desk(officer, role=Role.HEAD)
    assert actor_for(officer.user, desk_id=officer.desk.pk) == officer


def test_choice_of_a_desk_of_others_is_ignored(officer: Actor, stranger: Actor) -> None:
    assert officer.user is not None
    assert actor_for(officer.user, desk_id=stranger.desk.pk) == officer


def test_user_without_a_desk_is_no_actor(db: None) -> None:
    assert actor_for(User.objects.create_user("sendiri@selatnusantara.example", full_name="Sendiri")) is None


def test_desks_and_members_are_listed_by_rank_and_name(desk: Desk, officer: Actor) -> None:
    assert officer.user is not None
    other = at_second_desk(officer, role=Role.READER)
    assert [m.desk for m in memberships_of(officer.user)] == [other, desk]
    assert [(m.user.full_name, m.role) for m in members_of(desk)] == [
        ("Ratna Wulandari", "head"),
        ("Bagus Prasetyo", "officer"),
        ("Maria Lengkong", "officer"),
        ("Dimas Saputra", "drafter"),
        ("Yohana Tefa", "reader"),
    ]


def test_rights_follow_the_role(head: Actor, officer: Actor, drafter: Actor, reader: Actor) -> None:
    rights = {
        each.role: (each.may_write, each.may_send, each.may_clear)
        for each in (head, officer, drafter, reader)
    }
    assert rights == {
        Role.HEAD: (True, True, True),
        Role.OFFICER: (True, True, False),
        Role.DRAFTER: (True, False, False),
        Role.READER: (False, False, False),
    }


def test_operator_acts_with_the_rights_of_the_head_under_a_label(desk: Desk) -> None:
    actor = operator(desk, label="jembatan import")
    assert (actor.name, actor.role, actor.user) == ("jembatan import", Role.HEAD, None)
