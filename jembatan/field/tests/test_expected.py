"""An officer cannot come, and the coordinators leave it as it is: the phone says so, and the officer says it again, or comes."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.deployment.actions.proposing import dismiss
from jembatan.deployment.models import Proposal
from jembatan.field.actions.changes import write_of_changes
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.models import Push, UnheardChange
from jembatan.field.queries.away import said_away
from jembatan.field.queries.document import document
from jembatan.field.queries.push_words import words_of
from jembatan.field.tests.scene import desk_address, games, incoming, signed_in
from jembatan.field.tests.test_gone import ring
from jembatan.programmes.models import Absence


def test_whoever_is_expected_all_the_same_sees_it_and_says_it_again_or_comes(officer: Actor) -> None:
    scene = games(officer)
    desk_address(officer.desk)
    who = signed_in(officer, scene.sari)
    duty: dict[str, object] = {"duty": scene.duty.pk}

    def stands() -> tuple[bool, bool]:
        away = said_away(scene.sari, timezone.now())
        return away.is_absent(scene.duty), away.is_expected(scene.duty)

    def leave_it() -> Proposal:
        proposal = Proposal.objects.get(state="open")
        dismiss(officer, proposal)
        return proposal

    receive(who, [incoming("cannot", {**duty, "reason": "ill"})])
    assert stands() == (True, False)
    leave_it()
    assert stands() == (True, True)
    told: Any = document(who, timezone.now())["duties"]
    assert (told[0]["absent"], told[0]["expected"]) == (True, True)
    assert [each.officer for each in UnheardChange.objects.all()] == [scene.sari]
    write_of_changes(scene.sari.pk)
    assert "Lunch, Village, you are expected all the same" in OutgoingMail.objects.get().draft.text

    receive(who, [incoming("cannot", {**duty, "reason": "other"})])
    assert stands() == (True, False)
    assert Absence.objects.get().reason == "ill"
    ring(scene.sari)
    again = leave_it()
    [push] = Push.objects.all()
    words = words_of(push)
    assert words is not None
    assert words.text == "Your coordinators have answered you"
    dismiss(officer, again, dismissed=False)
    assert words_of(push) is None
    dismiss(officer, again)

    assert receive(who, [incoming("can", duty)])[0].outcome == "done"
    assert stands() == (False, False)
    assert not Absence.objects.exists()
    assert set(Proposal.objects.values_list("state", flat=True)) == {"over"}


def test_what_was_left_as_it_is_stays_so_for_other_days(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    later = timezone.now() + timedelta(days=2)
    Absence.objects.create(
        desk=officer.desk, officer=scene.sari, during=(timezone.now(), later), reason="other"
    )
    receive(who, [incoming("cannot", {"duty": scene.duty.pk, "reason": "other"})])
    proposal = Proposal.objects.get()
    dismiss(officer, proposal)
    receive(who, [incoming("can", {"duty": scene.duty.pk})])
    assert list(Proposal.objects.values_list("state", flat=True)) == ["dismissed"]
    assert Absence.objects.get().during.upper == later
