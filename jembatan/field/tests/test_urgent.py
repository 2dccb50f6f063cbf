"""An urgent incident rings at once with the leader and with those on duty at the desk, and says nothing on a locked screen."""

from collections.abc import Callable

from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.models import OutgoingMail
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.actions.urgent import forget_told
from jembatan.field.models import AlarmTimes, Incident, Push
from jembatan.field.queries.push_words import words_of
from jembatan.field.tests.scene import desk_address, games, incoming, signed_in
from jembatan.field.tests.test_gone import ring

ClientOf = Callable[[Actor], Client]
SAID: dict[str, object] = {"text": "A guest collapsed", "severity": "urgent"}


def email(actor: Actor) -> str:
    """Of the member of the desk."""
    assert actor.user
    return actor.user.email


def test_urgent_incident_rings_with_the_leader_and_is_written_to_who_coordinates(
    officer: Actor, head: Actor, drafter: Actor
) -> None:
    scene = games(officer)
    desk_address(officer.desk)
    who, _leader = signed_in(officer, scene.sari), signed_in(officer, scene.leader)
    ring(scene.leader)
    receive(who, [incoming("incident", {**SAID, "severity": "help"})])
    assert not Push.objects.exists()
    deed = incoming("incident", SAID)
    for _turn in range(2):
        receive(who, [deed])
    [push] = Push.objects.all()
    assert (push.kind, push.address.phone.officer) == ("urgent", scene.leader)
    words = words_of(push)
    assert words is not None
    assert words.text == "Somebody in your team needs help at once"
    mails = list(OutgoingMail.objects.all())
    written = [mail.receivers.get().email for mail in mails]
    assert sorted(written) == sorted(set(written))
    assert {email(officer), email(head)} < set(written)
    assert email(drafter) not in written
    for mail in mails:
        assert "collapsed" not in mail.draft.subject + mail.draft.text
        assert "https://wa.me/628120000002" in mail.draft.text
    Incident.objects.filter(severity="urgent").update(settled_at=deed.happened_at)
    assert words_of(push) is None
    Incident.objects.all().delete()
    forget_told()
    assert not OutgoingMail.objects.exists()


def test_desk_says_who_is_on_duty_and_a_leader_whose_phone_is_silent_gets_a_mail(
    officer: Actor, head: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    desk_address(officer.desk)
    assert officer.user
    address = f"/programmes/{scene.programme.pk}/field/alarms/"
    times = {"late_after": "10", "missing_after": "45"}
    desk = client_of(officer)
    assert f'name="told_{officer.user.pk}"' in desk.get(address).content.decode()
    desk.post(address, {**times, f"told_{officer.user.pk}": "on"})
    assert list(AlarmTimes.objects.get().told.all()) == [officer.user]
    receive(signed_in(officer, scene.sari), [incoming("incident", SAID)])
    receivers = {mail.receivers.get().email for mail in OutgoingMail.objects.all()}
    assert receivers == {officer.user.email, "lead@lo.example"}
    User.objects.filter(pk=officer.user.pk).update(is_active=False)
    receive(signed_in(officer, scene.leader), [incoming("incident", SAID)])
    assert OutgoingMail.objects.filter(receivers__email=email(head)).count() == 1
