"""Every kind of record that the rules read beside mail, as its own room writes it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone, translation

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership
from jembatan.commitments.models import Commitment
from jembatan.commitments.tests.scene import in_days, ours
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import Bounce, Sender, Statement
from jembatan.correspondence.tests.scene import organisation, thread
from jembatan.correspondence.tests.test_bounces import file, report, sent
from jembatan.directory.actions.following import follow
from jembatan.directory.models import Counterpart, Organisation, Person, Position
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.outcomes.giving import Task, give_action
from jembatan.meetings.actions.record_held import record_held
from jembatan.meetings.tests.outcomes.scene import met, sitting
from jembatan.radar.actions.watch import watch
from jembatan.radar.models import Signal
from jembatan.radar.queries.waiting import waits_of
from jembatan.radar.queries.wording.explained import explained
from jembatan.radar.tests.scene import mail


def _found(actor: Actor, rule: str) -> list[str]:
    watch(actor.desk)
    return [explained(each) for each in Signal.objects.filter(rule=rule, closed_at__isnull=True)]


def test_promise_of_ours_is_late(officer: Actor, budi: Person) -> None:
    ours(officer, budi, "send the maps", due=in_days(officer, -3))
    assert _found(officer, "promise") == [
        "We have promised Budi Santoso “send the maps”; its day was 2 days ago."
    ]


def test_what_was_only_asked_for_is_no_promise(officer: Actor, budi: Person) -> None:
    asked = ours(officer, budi, "send the maps", due=in_days(officer, -3))
    Commitment.objects.filter(pk=asked.pk).update(grade=Commitment.Grade.ASKED)
    assert _found(officer, "promise") == []


def test_day_of_a_statement_ends_on_the_clock_of_the_desk(officer: Actor) -> None:
    officer.desk.time_zone = "Asia/Tokyo"
    day = date(2026, 3, 6)
    request = Entered(
        state=Statement.State.RECEIVED, number="P1", title="Rules", purpose="action", deadline=day
    )
    record_statement(officer, request)
    waits = waits_of(officer.desk, now=timezone.now(), only=None, threads=[])
    [wait] = [each for found in waits.values() for each in found]
    assert wait.due == datetime(2026, 3, 6, 23, 59, tzinfo=ZoneInfo("Asia/Tokyo")).timestamp()


def test_meeting_has_no_minutes_until_they_are_begun(officer: Actor, ministry: Organisation) -> None:
    meeting = met(officer, ministry, days=-9, title="Talks")
    record_held(officer.desk)
    assert _found(officer, "minutes") == [
        "“Talks” with Kementerian Kelautan was 8 days ago and has no minutes; usually they are begun within 3 days."
    ]
    begin_minutes(officer, meeting)
    assert _found(officer, "minutes") == []


def test_meeting_with_a_house_that_was_merged_counts_for_the_one_that_stays(
    officer: Actor, ministry: Organisation
) -> None:
    old = organisation(officer.desk, "Old name")
    first = met(officer, old, days=-28, title="First")
    give_action(officer, sitting(first), Task(text="Send the maps"))
    for days in (-21, -14, -9):
        met(officer, old, days=days, title=f"Talks {days}")
    record_held(officer.desk)
    follow(old, ministry)
    Organisation.objects.filter(pk=old.pk).update(removed_at=timezone.now(), merged_into=ministry)
    Organisation.objects.filter(pk=ministry.pk).update(absorbed=[old.pk])
    assert len(_found(officer, "minutes")) == 4
    assert _found(officer, "carried-action") == [
        "“Send the maps” has been carried past 3 meetings with Kementerian Kelautan, and is still open."
    ]


def test_action_is_carried_past_three_meetings(officer: Actor, ministry: Organisation) -> None:
    first = met(officer, ministry, days=-28)
    give_action(officer, sitting(first), Task(text="Send the maps"))
    for days in (-21, -14, -7):
        met(officer, ministry, days=days)
    record_held(officer.desk)
    assert _found(officer, "carried-action") == [
        "“Send the maps” has been carried past 3 meetings with Kementerian Kelautan, and is still open."
    ]


def test_address_bounces_until_somebody_settles_it(officer: Actor, ministry: Organisation) -> None:
    mail_of_ours = sent(officer)
    file(officer, report())
    Sender.objects.filter(desk=officer.desk, email="budi@laut.example").update(organisation=ministry)
    now = timezone.now()
    mail_of_ours.thread.messages.update(sent_at=now - timedelta(days=1))
    assert _found(officer, "contact") == ["Mail to budi@laut.example at Kementerian Kelautan comes back."]
    Bounce.objects.update(settled_at=now)
    assert _found(officer, "contact") == []


def test_somebody_who_has_left_is_still_written_to(
    officer: Actor, ministry: Organisation, budi: Person
) -> None:
    Position.objects.create(
        desk=officer.desk,
        person=budi,
        organisation=ministry,
        until=timezone.now().date() - timedelta(days=30),
    )
    mail(officer, ministry, budi, thread(officer.desk), ago=2, sent=True)
    assert _found(officer, "contact") == [
        "Budi Santoso has left Kementerian Kelautan, and we still write there."
    ]


def test_last_day_of_a_post_is_a_day_of_the_desk(
    officer: Actor, ministry: Organisation, budi: Person
) -> None:
    """Ten at night in Honolulu, where it is the last day still, and the day after in Greenwich."""
    officer.desk.time_zone = "Pacific/Honolulu"
    last = timezone.localdate(timezone=ZoneInfo("Pacific/Honolulu")) - timedelta(days=3)
    Position.objects.create(desk=officer.desk, person=budi, organisation=ministry, until=last)
    at = datetime(last.year, last.month, last.day, 22, tzinfo=ZoneInfo("Pacific/Honolulu"))
    ago = (timezone.now() - at) / timedelta(days=1)
    mail(officer, ministry, budi, thread(officer.desk), ago=ago, sent=True)
    assert _found(officer, "contact") == []


def test_languages_are_told_in_words_of_the_reader() -> None:
    numbers = {name: 256 * ord(code[0]) + ord(code[1]) for name, code in (("theirs", "ja"), ("ours", "id"))}
    signal = Signal(rule="language", party="Kedutaan", told={**numbers, "number": 4})
    with translation.override("id"):
        told = explained(signal)
    assert "dalam bahasa Jepang; " in told
    assert "dalam bahasa Indonesia." in told


def test_relation_has_no_deputy_or_its_lead_is_gone(
    officer: Actor, second_officer: Actor, ministry: Organisation, budi: Person
) -> None:
    for week in range(5):
        mail(officer, ministry, budi, thread(officer.desk, f"Week {week}"), ago=7 * week + 1, asks=False)
    assert officer.user is not None
    named = Counterpart.objects.create(desk=officer.desk, organisation=ministry, lead=officer.user)
    assert _found(officer, "no-deputy") == [
        "Bagus Prasetyo leads the relation with Kementerian Kelautan, and nobody stands in; we were in touch on 5 days of the last four months."
    ]
    named.deputy = second_officer.user
    named.save()
    assert _found(officer, "no-deputy") == []
    Membership.objects.filter(user=officer.user).delete()
    assert _found(officer, "absent") == [
        "Bagus Prasetyo leads the relation with Kementerian Kelautan, and is no longer at this desk."
    ]


def test_two_of_ours_tell_two_figures(
    officer: Actor, second_officer: Actor, ministry: Organisation, budi: Person
) -> None:
    for actor, fee in ((officer, 500), (second_officer, 700)):
        text = f"Biaya sandar kapal feri USD {fee}."
        mail(actor, ministry, budi, thread(officer.desk, f"Tarif {fee}"), ago=700 / fee, sent=True, text=text)
    assert _found(officer, "contradiction") == [
        "Bagus Prasetyo told Kementerian Kelautan 500, and Maria Lengkong told them 700, both about: biaya feri kapal sandar."
    ]


def test_same_question_comes_twice(officer: Actor, ministry: Organisation, budi: Person) -> None:
    text = "Kapan kapal survei tiba di pelabuhan Ambon?"
    for ago in (30, 9):
        mail(officer, ministry, budi, thread(officer.desk, f"Tanya {ago}"), ago=ago, text=text)
    assert len(_found(officer, "repeated-question")) == 1
