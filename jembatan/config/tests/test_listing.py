"""`jembatan list`."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment
from jembatan.config.commands.listing import LISTED, list_, rows_of
from jembatan.correspondence.cli.turn_option import TURNS
from jembatan.correspondence.models import Mailbox, Message, Thread
from jembatan.correspondence.queries.membership import threads_by_message_id
from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models import Meeting
from jembatan.radar.models import Signal

EARLY, LATE = datetime(2026, 11, 2, tzinfo=UTC), datetime(2026, 11, 3, tzinfo=UTC)


def make(what: str, actor: Actor, name: str, moment: datetime) -> int:
    """A record of the kind that was active at this moment; returns its id."""
    desk = actor.desk
    if what == "organisations":
        return Organisation.objects.create(desk=desk, name=name, name_folded=name, last_active_at=moment).pk
    if what == "people":
        return Person.objects.create(
            desk=desk, full_name=name, name_folded=name, sort_key=name, last_active_at=moment
        ).pk
    if what == "threads":
        thread = Thread.objects.create(desk=desk, subject=name, last_at=moment, message_count=1)
        mailbox, _new = Mailbox.objects.get_or_create(desk=desk)
        Message.objects.create(
            desk=desk, mailbox=mailbox, thread=thread, message_id=name, digest=name, sent_at=moment
        )
        return thread.pk
    if what == "commitments":
        return Commitment.objects.create(desk=desk, side="theirs", what=name, made_at=moment).pk
    if what == "signals":
        return Signal.objects.create(
            desk=desk,
            rule="contact",
            key=name,
            partner=0,
            severity=1,
            mark=name,
            told={"fault": "left", "name": name},
            since=moment,
            found_at=moment,
        ).pk
    return Meeting.objects.create(
        desk=desk, uid=name, title=name, zone="UTC", starts_at=moment, ends_at=moment
    ).pk


@pytest.mark.parametrize("what", LISTED)
def test_list_shows_the_most_recently_active_first(head: Actor, stranger: Actor, what: str) -> None:
    early, late = make(what, head, "lama", EARLY), make(what, head, "baru", LATE)
    make(what, stranger, "asing", LATE)

    rows = rows_of(what, head, 9)
    assert [row["id"] for row in rows] == [late, early]
    assert [name in row["name"] for row, name in zip(rows, ("baru", "lama"), strict=True)] == [True, True]
    assert [row["id"] for row in rows_of(what, head, 1)] == [late]


def test_unknown_kind_is_wrong_usage() -> None:
    assert CliRunner().invoke(list_, ["planets"]).exit_code == 2


def test_threads_are_narrowed_to_the_open_ones_of_a_turn(head: Actor, stranger: Actor) -> None:
    ours, theirs, done = (make("threads", head, name, LATE) for name in ("kita", "mereka", "selesai"))
    Thread.objects.filter(pk__in=[ours, done]).update(turn="ours")
    Thread.objects.filter(pk=done).update(done_at=LATE)
    Thread.objects.filter(pk=theirs).update(turn="theirs")

    for turn, expected in (("ours", ours), ("theirs", theirs)):
        assert [row["id"] for row in rows_of("threads", head, 50, turn=turn)] == [expected]
        assert [row["thread"] for row in threads_by_message_id(head, turn=turn)] == [expected]
        assert rows_of("threads", stranger, 50, turn=turn) == threads_by_message_id(stranger, turn=turn) == []
    assert len(rows_of("threads", head, 50)) == len(threads_by_message_id(head)) == 3


def test_turn_of_anything_but_threads_is_wrong_usage() -> None:
    result = CliRunner().invoke(list_, ["people", "--turn", "ours"])
    assert (result.exit_code, "--turn is for threads alone." in result.output) == (2, True)


def test_every_turn_may_be_chosen() -> None:
    assert set(TURNS) == set(Thread.Turn.values)
