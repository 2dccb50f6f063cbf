"""The handover pack: everything of a partner, a dossier or an officer, and nothing that one of the two may not see."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership
from jembatan.briefings.actions.hand_over import make_handover
from jembatan.briefings.queries.handover.compose import compose_handover
from jembatan.briefings.queries.handover.scope import Subject
from jembatan.briefings.tests.scene import call_on, cleared, written
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Sender, Thread
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.lines.scene import ENGLISH, INDONESIAN
from jembatan.correspondence.tests.lines.scene import cleared as cleared_line
from jembatan.directory.actions.counterparts import Assignment, assign_counterpart
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import add_member, restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.timeline import visible_entries

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def dossier(officer: Actor, ministry: Organisation) -> Dossier:
    """With the ministry as its party."""
    dossier = open_dossier(officer, "Fishing zones", objective="A treaty")
    add_party(officer, dossier, ministry)
    return dossier


@pytest.fixture
def thread(officer: Actor, dossier: Dossier) -> Thread:
    """It is our turn, until tomorrow; Bagus answers for it."""
    thread = mail.thread(officer.desk, "Zone B")
    mail.message(thread, text="When will you answer?")
    now = timezone.now()
    Thread.objects.filter(pk=thread.pk).update(
        owner=officer.user,
        dossier=dossier,
        turn=Thread.Turn.OURS,
        turn_since=now,
        due_at=now + timedelta(days=1),
    )
    return thread


def _said(giver: Actor, taker: Actor, subject: Subject) -> dict[str, list[str]]:
    document = compose_handover(giver, taker, subject, language="en", site="")
    return {section.title: [line.text for line in section.lines] for section in document.sections}


def test_pack_of_a_dossier_tells_what_is_open(
    officer: Actor,
    second_officer: Actor,
    head: Actor,
    ministry: Organisation,
    dossier: Dossier,
    thread: Thread,
) -> None:
    cleared_line(officer.desk, dossier=dossier)
    brief = written(
        officer,
        call_on(officer, ministry, dossier=dossier),
        ours="We send the map.",
        theirs="They send the list.",
        sensitivities="No islands.",
    )
    cleared(head, brief)
    add_person(
        officer, "Retno", fields={"form_of_address": "Ibu"}, organisation=ministry, position="Director"
    )
    said = _said(officer, second_officer, dossier)
    assert said["Open conversations"] == ["Zone B"]
    assert said["What we have promised"] == ["We send the map."]
    assert said["What they have promised"] == ["They send the list."]
    assert said["Sensitivities"] == ["No islands."]
    assert said["Next meetings"] == ["Courtesy call"]
    assert said["Lines to take"] in ([ENGLISH], [INDONESIAN])
    assert said["Partners"] == ["Kementerian Kelautan"]
    assert said["People, posts held today, forms of address"] == ["Retno"]


def test_conversation_has_its_turn_and_its_deadline(
    officer: Actor, second_officer: Actor, dossier: Dossier, thread: Thread
) -> None:
    document = compose_handover(officer, second_officer, dossier, language="en", site="")
    [line] = document.sections[0].lines
    assert line.label == "Our turn"
    assert "due" in line.detail


def test_pack_of_an_officer_is_what_they_answer_for(
    officer: Actor, second_officer: Actor, head: Actor, ministry: Organisation, thread: Thread
) -> None:
    assert officer.user
    assign_counterpart(head, ministry, Assignment(officer.user, None))
    said = _said(head, second_officer, officer.user)
    assert (said["Open conversations"], said["Partners"]) == (["Zone B"], ["Kementerian Kelautan"])
    assert second_officer.user
    assert _said(head, officer, second_officer.user)["Open conversations"] == []


def test_officer_hands_over_what_nobody_else_answers_for_with_their_partners(
    officer: Actor, second_officer: Actor, head: Actor, ministry: Organisation
) -> None:
    assert officer.user
    assign_counterpart(head, ministry, Assignment(officer.user, None))
    for subject, owner in (("Nobody's", None), ("Hers", second_officer.user)):
        thread = mail.thread(officer.desk, subject)
        message = mail.message(thread, text="When?", email="zone@laut.example")
        Sender.objects.filter(messages=message).update(organisation=ministry)
        Thread.objects.filter(pk=thread.pk).update(owner=owner, turn=Thread.Turn.OURS)
    assert _said(officer, second_officer, officer.user)["Open conversations"] == ["Nobody's"]


def test_successor_gets_nothing_that_they_may_not_see(
    officer: Actor, second_officer: Actor, head: Actor, dossier: Dossier, thread: Thread
) -> None:
    assert officer.user
    add_member(head, dossier, officer.user)
    restrict(head, dossier)
    assert _said(officer, second_officer, officer.user)["Open conversations"] == []
    assert _said(officer, head, officer.user)["Open conversations"] == ["Zone B"]


def test_giver_learns_nothing_by_naming_a_successor_who_sees_more(
    officer: Actor, second_officer: Actor, head: Actor, dossier: Dossier, thread: Thread
) -> None:
    assert officer.user
    add_member(head, dossier, officer.user)
    restrict(head, dossier)
    for taker in (head, officer):
        said = _said(second_officer, taker, officer.user)
        assert (said["Open conversations"], said["Dossiers"]) == ([], [])


def test_only_a_member_takes_over(officer: Actor, stranger: Actor, ministry: Organisation) -> None:
    assert stranger.user
    with pytest.raises(Refused):
        make_handover(officer, stranger.user, ministry, form="pdf", language="en", site="")


def test_page_shows_the_pack_and_makes_the_file(
    officer: Actor, second_officer: Actor, client_of: ClientOf, dossier: Dossier, thread: Thread
) -> None:
    assert second_officer.user
    client = client_of(officer)
    address = reverse("briefings:handover_of_dossier", args=[dossier.pk])
    assert address in client.get(reverse("dossiers:dossier", args=[dossier.pk])).content.decode()
    assert address in client.get(reverse("briefings:handover")).content.decode()
    taker = str(second_officer.user.pk)
    assert "Zone B" in client.get(address, {"taker": taker}).content.decode()
    for form, begin in (("pdf", b"%PDF"), ("docx", b"PK")):
        made = client.post(address, {"taker": taker, "language": "en", "format": form})
        assert made.content.startswith(begin)
    assert visible_entries(officer).filter(kind="handover.made", dossier=dossier).count() == 2


def test_strangers_and_unknown_takers_get_no_file(
    officer: Actor, stranger: Actor, client_of: ClientOf, ministry: Organisation
) -> None:
    address = reverse("briefings:handover_of_organisation", args=[ministry.pk])
    assert client_of(stranger).get(address).status_code == 404
    assert stranger.user
    assert client_of(officer).post(address, {"taker": str(stranger.user.pk)}).status_code == 422
    member = Membership.objects.get(user=stranger.user)
    theirs = reverse("briefings:handover_of_officer", args=[member.pk])
    assert client_of(officer).get(theirs).status_code == 404
