"""Filing looks at the senders that it meets, and at no others."""

from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.models import Mailbox, Message, Sender, Thread
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.letters import reading


def test_filing_begins_without_looking_at_senders(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        scene.sender(officer.desk, f"tamu{number}@mitra.example")

    with django_assert_num_queries(1):  # which addresses are ours
        Filing(officer)


def test_whoever_has_become_ours_is_counted_when_they_are_met(officer: Actor) -> None:
    """A member of whom no event has told, by whatever way."""
    mailbox = Mailbox.objects.create(desk=officer.desk, name="Arsip")
    filing = Filing(officer)
    filing.file(
        mailbox, [reading("satu", sender="sri@luar.example"), reading("dua", sender="tono@luar.example")]
    )
    filing.finish()
    for name in ("sri", "tono"):
        user = User.objects.create_user(f"{name}@luar.example", full_name=name)
        Membership.objects.create(desk=officer.desk, user=user, role=Role.OFFICER)

    later = Filing(officer)
    later.file(mailbox, [reading("tiga", to="sri@luar.example")])
    later.finish()

    ours = Message.objects.filter(ours=True).values_list("from_email", flat=True)
    assert list(ours) == ["sri@luar.example"]
    assert Sender.objects.get(email="sri@luar.example").state == Sender.State.OURS
    assert Thread.objects.get(messages__message_id="satu@partner.example").turn != Thread.Turn.OURS
