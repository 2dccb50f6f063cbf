"""Messages find their threads, in whatever order and number of batches they are filed."""

from datetime import timedelta
from itertools import permutations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jembatan.accounts.actions.desks import invite
from jembatan.accounts.actions.our_addresses import claim_addresses, release_address
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.actions.merge import merge_threads
from jembatan.correspondence.actions.split import split_thread
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.models import Mailbox, Message, Sender, Thread, ThreadLink
from jembatan.correspondence.tests.letters import FIRST, US, reading
from jembatan.dossiers.models import Dossier

State = set[tuple[frozenset[tuple[str, str]], str, str, int]]


def file(actor: Actor, *batches: list[Reading]) -> None:
    mailbox = Mailbox.objects.get_or_create(desk=actor.desk, name="test")[0]
    for batch in batches:
        filing = Filing(actor)
        filing.file(mailbox, batch)
        filing.finish()


def state(desk: Desk) -> State:
    """Every thread by what it holds, without ids."""
    threads: dict[Thread, set[tuple[str, str]]] = {}
    for message in Message.objects.filter(desk=desk).select_related("thread"):
        threads.setdefault(message.thread, set()).add(
            (message.message_id.partition("@")[0], message.placement)
        )
    return {(frozenset(found), t.subject, t.turn, t.message_count) for t, found in threads.items()}


def threads(desk: Desk) -> list[list[str]]:
    return sorted(sorted(name for name, _why in found) for found, *_rest in state(desk))


CONVERSATIONS = {
    "missing_parent": [reading("b", references="a", hours=1), reading("c", references="a", hours=2)],
    "late_parent": [
        reading("a"),
        reading("b", references="a", hours=1),
        reading("c", references="x", hours=2),
        reading("x", references="b", hours=3),
    ],
    "loop": [reading("a", references="b"), reading("b", references="a", hours=1), reading("c", hours=2)],
    "in_reply_to_only": [reading("a"), reading("b", in_reply_to="a", hours=1), reading("c", subject="Other")],
    "self_reference": [reading("a", references="a"), reading("b", subject="Other")],
    "by_subject": [
        reading("a"),
        reading("b", sender=US, to="aiko@embassy.example", subject="Re: Draft", hours=4),
        reading("c", subject="RE: [Ext] Draft", hours=9),
        reading("d", sender="stranger@else.example", subject="Re: Draft", hours=5),
        reading("e", subject="Re: Draft", hours=24 * 60),
        reading("f", subject="Bls: Draft", hours=None),
    ],
}


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_threads_do_not_depend_on_the_order_of_filing(officer: Actor, name: str) -> None:
    messages = CONVERSATIONS[name]
    found = []
    for order in list(permutations(messages))[:: max(1, len(list(permutations(messages))) // 24)]:
        with transaction.atomic():
            file(officer, *([message] for message in order))
            found.append(state(officer.desk))
            transaction.set_rollback(True)
    with transaction.atomic():
        file(officer, messages)
        found.append(state(officer.desk))
    assert all(each == found[-1] for each in found)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_references_in_any_order_and_batches_give_the_same_threads(
    officer: Actor, data: st.DataObject
) -> None:
    names = "abcdefg"
    references = data.draw(st.lists(st.text(alphabet=names + "xyz", max_size=3), min_size=7, max_size=7))
    replies = data.draw(st.lists(st.booleans(), min_size=7, max_size=7))
    messages = [
        reading(name, references=" ".join(refs), subject="Re: Draft" if reply else "Draft", hours=number)
        for number, (name, refs, reply) in enumerate(zip(names, references, replies, strict=True))
    ]
    order = data.draw(st.permutations(messages))
    cut = data.draw(st.integers(1, 6))
    found = []
    for batches in ([messages], [order[:cut], order[cut:]], [[message] for message in reversed(order)]):
        with transaction.atomic():
            file(officer, *batches)
            found.append(state(officer.desk))
            transaction.set_rollback(True)
    assert found[0] == found[1] == found[2]


def test_a_missing_parent_holds_its_children_together(officer: Actor) -> None:
    file(officer, CONVERSATIONS["missing_parent"])
    assert threads(officer.desk) == [["b", "c"]]


def test_a_late_parent_merges_threads_and_leaves_no_empty_one(officer: Actor) -> None:
    file(officer, *([message] for message in CONVERSATIONS["late_parent"]))
    assert threads(officer.desk) == [["a", "b", "c", "x"]]
    assert Thread.objects.count() == 1
    assert set(ThreadLink.objects.values_list("thread", flat=True)) == {Thread.objects.get().pk}


def test_a_loop_of_references_is_one_thread(officer: Actor) -> None:
    file(officer, CONVERSATIONS["loop"])
    assert threads(officer.desk) == [["a", "b"], ["c"]]


def test_a_stranger_who_quotes_a_subject_stays_outside(officer: Actor) -> None:
    file(officer, CONVERSATIONS["by_subject"])
    assert threads(officer.desk) == [["a", "b", "c"], ["d"], ["e"], ["f"]]
    assert Message.objects.get(message_id__startswith="b@").placement == Message.Placement.SUBJECT


def test_the_same_subject_without_a_reply_mark_starts_a_new_thread(officer: Actor) -> None:
    file(officer, [reading("a"), reading("b", hours=1)])
    assert threads(officer.desk) == [["a"], ["b"]]


def test_the_oldest_message_names_the_thread_and_its_span(officer: Actor) -> None:
    file(officer, [reading("b", references="a", subject="Re: Draft", hours=5)], [reading("a", hours=1)])
    thread = Thread.objects.get()
    assert (thread.subject, thread.message_count, thread.turn) == ("Draft", 2, Thread.Turn.OURS)
    assert thread.first_at == FIRST + timedelta(hours=1)
    assert thread.last_at == FIRST + timedelta(hours=5)


def test_what_people_split_stays_apart_when_a_later_message_names_both_parts(officer: Actor) -> None:
    file(officer, [reading("a"), reading("b", references="a", hours=1)])
    split_thread(officer, Thread.objects.get(), first=Message.objects.get(message_id__startswith="b@"))
    file(officer, [reading("c", references="a b", hours=2)], [reading("d", references="a", hours=3)])
    assert threads(officer.desk) == [["a", "d"], ["b", "c"]]


def test_what_people_merged_takes_answers_to_both_parts(officer: Actor) -> None:
    file(officer, [reading("a"), reading("b", subject="Other")])
    first, second = Thread.objects.order_by("pk")
    merge_threads(officer, second, target=first)
    file(officer, [reading("c", references="b", hours=2)], [reading("d", references="a", hours=3)])
    assert threads(officer.desk) == [["a", "b", "c", "d"]]


def test_a_restricted_dossier_is_not_joined_with_another_thread(officer: Actor) -> None:
    file(officer, [reading("a"), reading("b", subject="Other")])
    closed = Dossier.objects.create(desk=officer.desk, title="Closed", restricted=True)
    Thread.objects.filter(messages__message_id__startswith="a@").update(dossier=closed)
    file(officer, [reading("c", references="a b", hours=2)])
    assert threads(officer.desk) == [["a"], ["b", "c"]]


def test_joined_threads_keep_owner_dossier_and_the_higher_marking(officer: Actor) -> None:
    file(officer, [reading("a"), reading("b", subject="Other")])
    first, second = Thread.objects.order_by("pk")
    dossier = Dossier.objects.create(desk=officer.desk, title="Open")
    Thread.objects.filter(pk=first.pk).update(owner=officer.user, marking="TLP:AMBER")
    Thread.objects.filter(pk=second.pk).update(dossier=dossier)
    file(officer, [reading("c", references="a b", hours=2)])
    thread = Thread.objects.get()
    assert (thread.owner, thread.dossier, thread.marking) == (officer.user, dossier, "TLP:AMBER")


def test_the_turn_counts_members_domains_and_own_addresses_as_ours(officer: Actor) -> None:
    file(
        officer,
        [
            reading("a"),
            reading(
                "b", sender="new@selatnusantara.example", to="aiko@embassy.example", references="a", hours=1
            ),
        ],
    )
    assert Thread.objects.get().turn == Thread.Turn.THEIRS


def test_mail_among_ourselves_is_nobodys_turn(officer: Actor) -> None:
    file(officer, [reading("a", sender="bagus@selatnusantara.example", to="maria@selatnusantara.example")])
    assert Thread.objects.get().turn == Thread.Turn.NOBODYS


def test_an_address_that_became_ours_turns_its_thread_when_it_is_met_again(officer: Actor) -> None:
    file(officer, [reading("a", sender="pusat@lain.example", to="aiko@embassy.example")])
    officer.desk.own_addresses.append("pusat@lain.example")
    officer.desk.save()
    file(officer, [reading("z", sender="pusat@lain.example", subject="Other")])
    assert Thread.objects.get(subject="Draft").turn == Thread.Turn.THEIRS
    assert Sender.objects.get(email="pusat@lain.example").state == Sender.State.OURS


def test_claimed_address_turns_the_thread_at_once_and_released_turns_it_back(head: Actor) -> None:
    file(head, [reading("a", sender="pusat@lain.example", to="aiko@embassy.example")])
    before = Thread.objects.values("turn", "turn_since").get()
    claim_addresses(head, ["@lain.example"])
    assert Thread.objects.get().turn == Thread.Turn.THEIRS
    assert Sender.objects.get(email="pusat@lain.example").state == Sender.State.OURS
    release_address(head, "@lain.example")
    assert Thread.objects.values("turn", "turn_since").get() == before
    assert Sender.objects.get(email="pusat@lain.example").state == Sender.State.WAITING


def test_released_address_that_is_ours_by_its_domain_stays_ours(head: Actor) -> None:
    file(head, [reading("a", sender="pusat@lain.example", to="aiko@embassy.example")])
    claim_addresses(head, ["@lain.example", "pusat@lain.example"])
    release_address(head, "pusat@lain.example")
    assert Sender.objects.get(email="pusat@lain.example").state == Sender.State.OURS


def test_mail_of_a_new_member_is_ours(head: Actor) -> None:
    file(head, [reading("a", sender="sari@lain.example", to="aiko@embassy.example")])
    invite(head, email="sari@lain.example", full_name="Sari Dewi", role=Role.OFFICER)
    assert Thread.objects.get().turn == Thread.Turn.THEIRS


def test_another_desk_has_its_own_threads(officer: Actor, stranger: Actor) -> None:
    file(officer, [reading("a")])
    file(stranger, [reading("a"), reading("b", references="a", hours=1)])
    assert threads(officer.desk) == [["a"]]
    assert threads(stranger.desk) == [["a", "b"]]
