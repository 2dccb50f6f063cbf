"""Minutes before partners: a version that stays, corrections, agreement, and what the database refuses after it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.meetings.actions.circulation.agree import add_addendum, agree_by_silence, close_as_agreed
from jembatan.meetings.actions.circulation.answer import AnotherVersion, LinkOver, agree, correct, pledge
from jembatan.meetings.actions.circulation.circulate import (
    Question,
    ask_after_all,
    ask_again,
    ask_no_more,
    circulate,
)
from jembatan.meetings.actions.circulation.into_text import text_of
from jembatan.meetings.actions.circulation.settle import accept_correction, decline_correction, wait_again
from jembatan.meetings.actions.outcomes.closing import close_action
from jembatan.meetings.actions.outcomes.decisions import change_decision, write_decision
from jembatan.meetings.models import (
    Action,
    ActionPledge,
    Decision,
    Minutes,
    MinutesCorrection,
    MinutesPartner,
    MinutesSection,
    MinutesVersion,
)
from jembatan.meetings.queries.circulation.content import fingerprint_of
from jembatan.meetings.queries.circulation.standing import minutes_that_wait, standing_of
from jembatan.meetings.tests.circulation.scene import (
    RETNO,
    SRI,
    asked,
    circulated,
    key_of,
    link,
    overdue,
    version,
    written,
)
from jembatan.meetings.tests.invitations.scene import Posted
from jembatan.meetings.tests.outcomes.scene import partner, sitting
from jembatan.platform.files.store import open_stored
from jembatan.platform.links import LinkTo
from jembatan.platform.markings import Marking

State = Minutes.State


def state(minutes: Minutes) -> str:
    minutes.refresh_from_db()
    return minutes.state


def entries(kind: str = "minutes.") -> list[str]:
    found = Entry.objects.filter(kind__startswith=kind).order_by("pk")
    return list(found.values_list("summary", flat=True))


def test_version_keeps_what_was_written_and_everybody_gets_a_link(
    officer: Actor, minutes: Minutes, posted: Posted
) -> None:
    first = circulated(officer, minutes, silence=True)

    [section] = [each for each in first.content["sections"] if each["title"]]
    assert (section["title"], section["text"]) == ("Peta", "Peta lama tidak berlaku.")
    assert [each["text"] for each in section["decisions"]] == ["Batas diukur ulang"]
    assert [(each["text"], each["owner"]) for each in section["actions"]] == [
        ("Kirim peta baru", "Retno Wulandari")
    ]
    assert [each["name"] for each in first.content["attendance"] if not each["ours"]] == [
        "Retno Wulandari",
        "Sri Lestari",
    ]
    assert first.fingerprint == fingerprint_of(first.content)
    assert state(minutes) == State.CIRCULATED
    assert sorted(letter.receiver for letter in posted.letters) == [RETNO, SRI]
    for letter in posted.letters:
        assert "we take it that you agree" in letter.text
        assert "/agreement/" in letter.text
        assert letter.about == minutes
    assert entries() == ["Minutes circulated for agreement, version 1: Rapat batas laut"]


def test_text_decisions_and_actions_stand_while_partners_read(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes)
    decision, action = Decision.objects.get(), Action.objects.get()
    with pytest.raises(ValidationError):
        change_decision(officer, decision, "Lain", item=None)
    with pytest.raises(ValidationError):
        write_decision(officer, sitting(minutes.meeting), "Lagi")
    refused: list[tuple[Any, dict[str, Any]]] = [
        (MinutesSection.objects.exclude(text=""), {"text": "Lain"}),
        (Decision.objects.all(), {"text": "Lain"}),
        (Decision.objects.all(), {"position": None}),
        (Action.objects.all(), {"text": "Lain"}),
        (Action.objects.all(), {"due": timezone.localdate()}),
    ]
    for rows, values in refused:
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**values)
    for model in (Decision, Action):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().delete()
    close_action(officer, action)
    action.refresh_from_db()
    assert action.state == "done"


def test_when_all_agree_the_minutes_are_agreed_and_locked(officer: Actor, minutes: Minutes) -> None:
    first = circulated(officer, minutes)
    agree(link(minutes), 1)
    agree(link(minutes), 1)
    assert state(minutes) == State.CIRCULATED
    agree(link(minutes, SRI), 1)

    assert state(minutes) == State.AGREED
    first.refresh_from_db()
    assert first.how == "all"
    entry = first.entry
    assert entry is not None
    assert first.fingerprint in entry.detail
    assert entries() == [
        "Minutes circulated for agreement, version 1: Rapat batas laut",
        "Retno Wulandari agrees to the minutes: Rapat batas laut",
        "Sri Lestari agrees to the minutes: Rapat batas laut",
        "Minutes agreed: Rapat batas laut",
    ]
    assert first.pdf is not None
    with open_stored(first.pdf) as stored:
        assert stored.read(5) == b"%PDF-"
    with pytest.raises(AnotherVersion):
        agree(link(minutes), 1)


@pytest.mark.parametrize("back", ["writing", "circulated"])
def test_agreed_minutes_stay_agreed(officer: Actor, minutes: Minutes, back: str) -> None:
    circulated(officer, minutes)
    close_as_agreed(officer, minutes)
    agreed = Minutes.objects.filter(pk=minutes.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        agreed.update(state=back)
    versions = MinutesVersion.objects.filter(minutes=minutes)
    changes: list[dict[str, Any]] = [
        {"content": {}},
        {"how": "all"},
        {"agreed_at": timezone.now()},
        {"fingerprint": "x"},
    ]
    for values in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            versions.update(**values)
    with pytest.raises(DatabaseError), transaction.atomic():
        versions.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        MinutesSection.objects.exclude(text="").update(text="Lain")
    with pytest.raises(ValidationError):
        circulated(officer, minutes)


def test_minutes_are_not_agreed_without_an_agreed_version(minutes: Minutes) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Minutes.objects.filter(pk=minutes.pk).update(state="agreed")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("section", "Peta lama tidak berlaku sejak 2020. é😀"),
        ("decision", "Diukur bersama"),
        ("action", "Kirim dua peta"),
    ],
)
def test_correction_goes_into_the_text_and_the_new_version_asks_everybody_anew(
    officer: Actor, minutes: Minutes, posted: Posted, kind: str, text: str
) -> None:
    circulated(officer, minutes)
    agree(link(minutes, SRI), 1)
    part = key_of(minutes, kind)
    correction = correct(link(minutes), 1, part, "  Begini seharusnya ")
    assert correct(link(minutes), 1, part, "Begini seharusnya") == correction
    assert correction.words == "Begini seharusnya"
    with pytest.raises(ValidationError, match="looked at"):
        agree(link(minutes), 1)
    with pytest.raises(ValidationError, match="Settle"):
        close_as_agreed(officer, minutes)
    assert list(minutes_that_wait(officer)) == [minutes]

    accept_correction(officer, correction, text)
    assert state(minutes) == State.WRITING
    assert text_of(minutes, part) == text
    with pytest.raises(ValidationError, match="settled"):
        accept_correction(officer, correction, "Lagi")
    with pytest.raises(AnotherVersion):
        agree(link(minutes), 1)

    posted.letters.clear()
    second = circulated(officer, minutes, ())
    assert second.number == 2
    assert sorted(letter.receiver for letter in posted.letters) == [RETNO, SRI]
    assert "after a correction" in posted.letters[0].text
    assert not any(each.has_agreed for each in (standing_of(minutes) or pytest.fail("none")).asked)
    with pytest.raises(AnotherVersion):
        agree(link(minutes), 1)
    agree(link(minutes), 2)
    agree(link(minutes, SRI), 2)
    assert state(minutes) == State.AGREED


def test_attendance_is_corrected_by_hand(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes)
    accept_correction(officer, correct(link(minutes), 1, "attendance", "Saya tidak hadir"), "")
    assert state(minutes) == State.WRITING


def test_declined_correction_tells_why_and_may_wait_again(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes)
    correction = correct(link(minutes), 1, "section-0", "Kurang lengkap")
    with pytest.raises(ValidationError):
        decline_correction(officer, correction, " ")
    decline_correction(officer, correction, "Tidak dibahas")
    wait_again(officer, correction)
    decline_correction(officer, correction, "Tidak dibahas")
    correction.refresh_from_db()
    assert (correction.state, correction.reason) == ("declined", "Tidak dibahas")
    entry = Entry.objects.filter(kind="minutes.settled").latest("pk")
    assert entry.detail == "“Kurang lengkap”\nTidak dibahas"
    agree(link(minutes), 1)


def test_words_of_a_partner_stay_theirs(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes)
    correction = correct(link(minutes), 1, "section-0", "Kurang lengkap")
    rows = MinutesCorrection.objects.filter(pk=correction.pk)
    for values in ({"words": "Lain"}, {"state": "declined"}, {"reason": "x"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**values)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()


@pytest.mark.parametrize("words", ["", "   ", "x" * 10_001], ids=["nothing", "blank", "a book"])
def test_correction_needs_words_and_not_a_book(officer: Actor, minutes: Minutes, words: str) -> None:
    circulated(officer, minutes)
    with pytest.raises(ValidationError):
        correct(link(minutes), 1, "section-0", words)
    with pytest.raises(ValidationError):
        correct(link(minutes), 1, "section-999999", "Ya")


def test_partner_confirms_what_is_theirs_and_nothing_else(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes)
    action = Action.objects.get()
    pledge(link(minutes), 1, action.pk)
    pledge(link(minutes), 1, action.pk)
    assert ActionPledge.objects.count() == 1
    for who, number in ((SRI, action.pk), (RETNO, 999_999)):
        with pytest.raises(ValidationError):
            pledge(link(minutes, who), 1, number)


def test_silence_agrees_only_where_the_mail_said_so_and_nothing_waits(
    officer: Actor, minutes: Minutes
) -> None:
    circulated(officer, minutes, silence=True)
    assert agree_by_silence(officer.desk) == 0
    correction = correct(link(minutes), 1, "section-0", "Kurang")
    overdue(minutes)
    assert agree_by_silence(officer.desk) == 0
    decline_correction(officer, correction, "Sudah cukup")
    assert agree_by_silence(officer.desk) == 1
    assert state(minutes) == State.AGREED
    assert version(minutes).how == "silence"
    assert agree_by_silence(officer.desk) == 0


def test_silence_says_nothing_where_it_was_not_agreed(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes)
    overdue(minutes)
    assert agree_by_silence(officer.desk) == 0
    assert list(minutes_that_wait(officer)) == [minutes]
    assert state(minutes) == State.CIRCULATED


def test_silence_on_an_earlier_version_is_none_on_a_later_one(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes, silence=True)
    accept_correction(officer, correct(link(minutes), 1, "section-0", "Kurang"), "Lengkap")
    overdue(minutes)
    circulated(officer, minutes, ())
    assert agree_by_silence(officer.desk) == 0


def test_later_correction_is_an_addendum_beside_the_agreed_text(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes)
    with pytest.raises(ValidationError):
        add_addendum(officer, minutes, "Salah ketik")
    close_as_agreed(officer, minutes)
    with pytest.raises(ValidationError):
        add_addendum(officer, minutes, " ")
    entry = add_addendum(officer, minutes, "Salah ketik")
    assert entry.corrects == version(minutes).entry
    assert state(minutes) == State.AGREED


def test_expired_and_taken_back_links_change_nothing(officer: Actor, minutes: Minutes) -> None:
    circulated(officer, minutes)
    good = link(minutes)
    ask_no_more(officer, asked(minutes))
    over = LinkTo(good.number, good.issue, timezone.now() - timedelta(seconds=1))
    for each in (good, over, LinkTo(999_999, 1, good.until)):
        with pytest.raises(LinkOver):
            agree(each, 1)
        with pytest.raises(LinkOver):
            correct(each, 1, "section-0", "Ya")
    ask_after_all(officer, asked(minutes))
    agree(good, 1)
    assert MinutesPartner.objects.filter(agreed__isnull=False).count() == 1


def test_who_is_asked_no_more_keeps_nobody_waiting(officer: Actor, minutes: Minutes, posted: Posted) -> None:
    circulated(officer, minutes)
    posted.letters.clear()
    ask_again(officer, asked(minutes, SRI))
    assert [letter.subject for letter in posted.letters] == ["Reminder: minutes of Rapat batas laut"]
    ask_no_more(officer, asked(minutes, SRI))
    agree(link(minutes), 1)
    assert state(minutes) == State.AGREED
    with pytest.raises(ValidationError):
        ask_after_all(officer, asked(minutes, SRI))


def test_what_is_marked_too_high_goes_to_nobody(officer: Actor, posted: Posted) -> None:
    minutes = written(officer, marking=Marking.AMBER_STRICT)
    with pytest.raises(ValidationError, match=r"TLP:AMBER\+STRICT may not go to"):
        circulated(officer, minutes)
    assert posted.letters == []
    assert state(minutes) == State.WRITING


def test_limit_of_a_partner_counts(officer: Actor, minutes: Minutes, posted: Posted) -> None:
    body = minutes.meeting.attendances.get(name="Sri Lestari").organisation
    assert body is not None
    posted.narrowest[body.pk] = Marking.CLEAR
    with pytest.raises(ValidationError, match="may not go to Sri"):
        circulated(officer, minutes)
    circulated(officer, minutes, [RETNO])


@pytest.mark.parametrize("emails", [(), ("asing@lain.example",)], ids=["nobody", "a stranger"])
def test_somebody_of_the_meeting_is_asked(officer: Actor, minutes: Minutes, emails: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError):
        circulated(officer, minutes, emails)


def test_date_is_to_come_and_something_is_written(officer: Actor, minutes: Minutes) -> None:
    question = Question(emails=[RETNO], answer_by=timezone.now() - timedelta(days=1))
    with pytest.raises(ValidationError, match="still to come"):
        circulate(officer, minutes, question)


def test_drafters_readers_and_strangers_do_not_send_or_settle(
    officer: Actor, drafter: Actor, reader: Actor, stranger: Actor, minutes: Minutes
) -> None:
    for actor in (drafter, reader):
        with pytest.raises(PermissionDenied):
            circulated(actor, minutes)
    with pytest.raises(Minutes.DoesNotExist):
        circulated(stranger, minutes)
    circulated(officer, minutes)
    correction = correct(link(minutes), 1, "section-0", "Kurang")
    with pytest.raises(PermissionDenied):
        decline_correction(drafter, correction, "Tidak")
    with pytest.raises(PermissionDenied):
        close_as_agreed(drafter, minutes)
    with pytest.raises(Minutes.DoesNotExist):
        close_as_agreed(stranger, minutes)


def test_restricted_dossier_keeps_its_minutes(officer: Actor, second_officer: Actor) -> None:
    dossier = open_dossier(officer, "Tertutup")
    minutes = written(officer, dossier=dossier)
    restrict(officer, dossier)
    with pytest.raises(Minutes.DoesNotExist):
        circulated(second_officer, minutes)


@pytest.mark.parametrize("number", [1, 3])
def test_standing_asks_four_queries(
    officer: Actor, minutes: Minutes, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    circulated(officer, minutes, [RETNO])
    for each in range(number):
        correct(link(minutes), 1, "section-0", f"Kurang {each}")
    with django_assert_num_queries(4):
        standing = standing_of(minutes)
    assert standing is not None
    assert len(standing.asked[0].corrections) == number


def test_namesake_of_another_meeting_is_not_asked(officer: Actor, minutes: Minutes) -> None:
    partner(officer, "Retno Marsudi", email="lain@luar.example")
    with pytest.raises(ValidationError):
        circulated(officer, minutes, ["lain@luar.example"])
