"""Applying, deciding and forgetting: what is kept, what leaves, what is gone."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.file import file_sent
from jembatan.correspondence.models import Draft, Message, OutgoingMail
from jembatan.correspondence.queries.outbox import to_work_on
from jembatan.dossiers.actions.access import restrict
from jembatan.journal.models import Entry
from jembatan.programmes.models import ConflictOfInterest, Officer, Programme
from jembatan.recruitment.actions import own
from jembatan.recruitment.actions.apply import MOST_AN_HOUR, apply, check_sender
from jembatan.recruitment.actions.calls import FIELDS, weigh, write_call
from jembatan.recruitment.actions.decide import Decided, decide, undo
from jembatan.recruitment.actions.forget import forget_what_is_over
from jembatan.recruitment.actions.interviews import offer_times, rate, set_tested
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Answer, Application, Attempt, Call, InterviewSlot
from jembatan.recruitment.models.interview import SKILLS
from jembatan.recruitment.queries.asked import Asked
from jembatan.recruitment.queries.link import kept_until, link_of, link_to
from jembatan.recruitment.queries.score import parts_of
from jembatan.recruitment.queries.visible import visible_applications
from jembatan.recruitment.tests.scene import applied, call_of, said, sends, several


def test_application_keeps_the_consent_and_gets_a_receipt(head: Actor, officer: Actor) -> None:
    sends(head)
    application = applied(call_of(officer))
    assert "deleted at any time" in application.consent
    assert application.consented_at is not None
    letter = Draft.objects.get(matter_kind="application", matter_id=application.pk)
    assert link_of(application) in letter.text
    assert "Dear Sari," in letter.text
    summary = Entry.objects.get(kind="recruitment.applied").summary
    assert summary == "Application 1 received"


def test_second_application_of_an_address_changes_nothing_and_says_so_by_mail(
    head: Actor, officer: Actor
) -> None:
    sends(head)
    call = call_of(officer)
    first = applied(call)
    for _time in range(3):
        applied(call, full_name="Orang Lain", email="SARI@pelamar.example")
    first.refresh_from_db()
    assert (Application.objects.count(), first.full_name) == (1, "Sari Wulandari")
    letters = Draft.objects.filter(matter_id=first.pk)
    assert [letter.subject.split(":")[0] for letter in letters.order_by("pk")] == [
        "Your application has arrived",
        "You have applied already",
    ]


def test_call_that_is_closed_full_or_too_early_for_somebody_refuses(officer: Actor) -> None:
    today = timezone.localdate()
    call = call_of(officer, daily_most=1)
    with pytest.raises(Refused, match="18 years"):
        applied(call, born=call.programme.first_day.replace(year=call.programme.first_day.year - 17))
    with pytest.raises(Refused, match="consent"):
        apply(call, said(call), consented=False)
    applied(call)
    with pytest.raises(Refused, match="again tomorrow"):
        applied(call, email="lain@pelamar.example")
    type(call).objects.update(opens=today - timedelta(days=9), closes=today - timedelta(days=2))
    with pytest.raises(Refused, match="not open any more"):
        applied(call, email="lain@pelamar.example")


def test_refusal_does_not_tell_who_has_applied(officer: Actor) -> None:
    call = call_of(officer)
    applied(call)
    child = call.programme.first_day.replace(year=call.programme.first_day.year - 17)
    for email in ("sari@pelamar.example", "lain@pelamar.example"):
        with pytest.raises(Refused, match="18 years"):
            applied(call, email=email, born=child)
    type(call).objects.update(daily_most=1)
    for email in ("sari@pelamar.example", "lain@pelamar.example"):
        with pytest.raises(Refused, match="again tomorrow"):
            applied(call, email=email)


def test_machine_that_sends_again_and_again_has_to_wait(officer: Actor) -> None:
    call = call_of(officer)
    for _time in range(MOST_AN_HOUR):
        check_sender(call, "192.0.2.1")
    check_sender(call, "192.0.2.2")
    with pytest.raises(Refused, match="within an hour"):
        check_sender(call, "192.0.2.1")
    assert not Attempt.objects.filter(sender__contains="192").exists()


def test_score_says_line_by_line_where_it_comes_from(officer: Actor, second_officer: Actor) -> None:
    application = applied(call_of(officer))
    set_tested(officer, application, "ja", "B2")
    rate(officer, application, dict.fromkeys(SKILLS, 5))
    rate(second_officer, application, dict.fromkeys(SKILLS, 3))
    application.refresh_from_db()
    parts = parts_of(application, asked=Asked.by(application.call))
    # languages: (5 declared * 0.75 + 4 tested) / 12 of 40; skills: mean 4 of 5, 3/4 of 25; 2 of 5 years; 3 of 5; 8 of 16 days
    assert [round(part.points, 2) for part in parts] == [25.83, 18.75, 6.0, 6.0, 2.5, 0.0]
    assert parts[0].why == "Japanese B2, tested; English C1, declared (counts three quarters)"
    assert [part.why for part in parts[1:]] == [
        "4.0 of 5, by 2 interviewers",
        "2 years; five are everything",
        "bachelor",
        "8 of 16 days",
        "0 that hold to the end of the programme; two are everything",
    ]
    assert str(application.score) == "59.1"
    weigh(officer, application.call, {name: int(name == "education") for name in application.call.weights})
    application.refresh_from_db()
    assert str(application.score) == "60.0"


def test_accepted_applicant_becomes_an_officer_with_conflicts(head: Actor, officer: Actor) -> None:
    sends(head)
    call = call_of(officer)
    application = applied(call, nationality="JP")
    before = decide(officer, call, [application.pk], "accepted")
    made = Officer.objects.get()
    assert (made.full_name, made.number, made.post, len(made.days)) == (
        "Sari Wulandari",
        1,
        call.posts.get(),
        8,
    )
    assert {row.language: row.level for row in made.languages.all()} == {"en": "C1", "ja": "B2"}
    conflict = ConflictOfInterest.objects.get(officer=made)
    assert (conflict.delegation.name, conflict.reason) == ("Akitsu", "of the own country")
    assert undo(officer, call, before, decided="accepted").count == 1
    application.refresh_from_db()
    assert (application.status, Officer.objects.count()) == ("new", 0)
    assert [mail.subject.split(":")[0] for mail in OutgoingMail.objects.all()] == [
        "Your application has arrived"
    ]


def test_programme_is_locked_before_its_applications_by_whoever_locks_both(officer: Actor) -> None:
    call = call_of(officer)
    application = applied(call)
    values = {name: getattr(call, name) for name in FIELDS} | {"own_country_conflicts": False}
    before = Decided({application.pk: "new"})
    for deed in (
        lambda: decide(officer, call, [application.pk], "accepted", letters=False),
        lambda: undo(officer, call, before, decided="accepted"),
        lambda: write_call(officer, call.programme, values, posts=list(call.posts.all()), call=call),
    ):
        with CaptureQueriesContext(connection) as asked:
            deed()
        locks = [
            found[1]
            for query in asked
            if "FOR NO KEY UPDATE" in query["sql"]
            or "FOR UPDATE" in query["sql"]
            or query["sql"].startswith("UPDATE")
            for found in [re.search(r'(?:FROM|UPDATE) "?(\w+)', query["sql"])]
            if found
        ]
        assert locks.index("programmes_programme") < locks.index("recruitment_application")


def test_letter_that_has_left_is_not_undone_in_silence(head: Actor, officer: Actor) -> None:
    sends(head)
    call = call_of(officer)
    application = applied(call)
    before = decide(officer, call, [application.pk], "declined")
    OutgoingMail.objects.update(state=OutgoingMail.State.SENT)
    with pytest.raises(Refused, match="has left already"):
        undo(officer, call, before, decided="declined")
    application.refresh_from_db()
    assert application.status == "declined"


def test_withdrawn_application_does_not_come_back_by_undoing(officer: Actor) -> None:
    call = call_of(officer)
    application = applied(call)
    before = decide(officer, call, [application.pk], "shortlisted", letters=False)
    Application.objects.update(status="withdrawn")
    with pytest.raises(Refused, match="has withdrawn"):
        undo(officer, call, before, decided="shortlisted")
    application.refresh_from_db()
    assert application.status == "withdrawn"


def test_later_decision_of_somebody_else_is_not_undone_with_an_earlier_one(
    head: Actor, officer: Actor
) -> None:
    call = call_of(officer)
    application = applied(call)
    before = decide(officer, call, [application.pk], "shortlisted", letters=False)
    decide(head, call, [application.pk], "accepted", letters=False)
    with pytest.raises(Refused, match="decided this already"):
        undo(officer, call, before, decided="shortlisted")
    assert Officer.objects.count() == 1


def test_two_applicants_with_one_number_do_not_both_become_officers(officer: Actor) -> None:
    call = call_of(officer)
    applied(call)
    applied(call, email="kembar@pelamar.example", full_name="Kembar")
    ids = list(Application.objects.values_list("pk", flat=True))
    with pytest.raises(Refused, match=r"Kembar: Sari Wulandari has the telephone number"):
        decide(officer, call, ids, "accepted", letters=False)
    assert Officer.objects.count() == 0
    with pytest.raises(Refused, match="sending address"):
        decide(officer, call, ids, "declined")


def test_names_of_applicants_stand_in_no_line_of_the_journal(head: Actor, officer: Actor) -> None:
    sends(head)
    call = call_of(officer)
    application = applied(call)
    decide(officer, call, [application.pk], "waiting")
    own.withdraw(link_to(application))
    own.delete(link_to(application))
    lines = list(Entry.objects.filter(kind__startswith="recruitment.").order_by("pk"))
    assert [line.summary for line in lines][2:] == [
        "Application 1 received",
        "1 application on the waiting list",
        "Application 1 withdrawn by the applicant",
        "Application 1 deleted as the applicant wished",
    ]
    assert not any("Sari" in line.summary + line.detail + line.actor_name for line in Entry.objects.all())


def test_deletion_leaves_nothing_of_the_person(head: Actor, officer: Actor) -> None:
    sends(head)
    application = applied(call_of(officer))
    own.delete(link_to(application))
    for model in (Application, Answer, Draft, OutgoingMail):
        assert not model.objects.exists()
    with pytest.raises(own.LinkOver):
        own.withdraw(link_to(application))


def test_data_is_deleted_so_many_days_after_the_programme(officer: Actor) -> None:
    call = call_of(officer)
    first, second = several(call, 2)
    decide(officer, call, [first.pk], "accepted", letters=False)
    assert forget_what_is_over() == 0
    today = timezone.localdate()
    programme = call.programme
    programme.first_day, programme.last_day = today - timedelta(days=120), today - timedelta(days=91)
    programme.save()
    assert forget_what_is_over() == 1
    assert list(Application.objects.values_list("pk", flat=True)) == [first.pk]
    assert Entry.objects.get(kind="recruitment.deleted").summary == "1 application deleted: its time is over"
    assert not Application.objects.filter(pk=second.pk).exists()


def test_call_that_is_kept_for_longer_from_this_moment_on_keeps_all(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = call_of(officer)
    several(call, 2)
    then = timezone.localdate() - timedelta(days=91)
    Programme.objects.update(first_day=then, last_day=then)

    def changing(call: Call) -> datetime:
        until = kept_until(call)
        Call.objects.update(keep_days=200)
        return until

    monkeypatch.setattr("jembatan.recruitment.actions.forget.kept_until", changing)
    assert forget_what_is_over() == 0
    assert Application.objects.count() == 2


def test_database_refuses_a_time_twice(officer: Actor, second_officer: Actor) -> None:
    call = call_of(officer)
    first, second = several(call, 2)
    decide(officer, call, [first.pk, second.pk], "shortlisted", letters=False)
    assert officer.user is not None
    start = timezone.now() + timedelta(days=1)
    slots = offer_times(officer, call, officer.user, start, minutes=30, count=2)
    own.take_slot(link_to(first), slots[0].pk)
    with pytest.raises(Refused, match="has just taken this time"):
        own.take_slot(link_to(second), slots[0].pk)
    own.take_slot(link_to(first), slots[1].pk)
    own.take_slot(link_to(second), slots[0].pk)
    assert list(InterviewSlot.objects.order_by("pk").values_list("application", flat=True)) == [
        second.pk,
        first.pk,
    ]
    with pytest.raises(Refused, match="at one of these times already"):
        offer_times(second_officer, call, officer.user, start + timedelta(minutes=10), minutes=30, count=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        InterviewSlot.objects.filter(pk=slots[0].pk).update(application=first)
    overlapping = DateTimeTZRange(start + timedelta(minutes=5), start + timedelta(minutes=6))
    with pytest.raises(IntegrityError), transaction.atomic():
        InterviewSlot.objects.create(call=call, interviewer=officer.user, during=overlapping)


def test_applications_are_for_officers_who_see_the_programme(
    officer: Actor, second_officer: Actor, drafter: Actor, reader: Actor, stranger: Actor
) -> None:
    application = applied(call_of(officer))
    for actor in (drafter, reader, stranger):
        assert not visible_applications(actor).exists()
    with pytest.raises(PermissionDenied):
        decide(drafter, application.call, [application.pk], "accepted", letters=False)
    assert visible_applications(second_officer).count() == 1
    restrict(officer, application.call.programme.dossier)
    assert not visible_applications(second_officer).exists()
    assert visible_applications(officer).count() == 1


def test_letter_to_an_applicant_is_not_filed(head: Actor, officer: Actor) -> None:
    sends(head)
    applied(call_of(officer))
    mail = OutgoingMail.objects.get()
    mail.receivers.update(state="accepted")
    OutgoingMail.objects.update(state=OutgoingMail.State.SENT)
    file_sent(mail.pk)
    assert not Message.objects.exists()
    assert to_work_on() == []
    assert forget_what_is_over() == 0
    assert OutgoingMail.objects.count() == 1
