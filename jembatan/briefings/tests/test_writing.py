"""Writing a brief: its parts, their versions, and what the database refuses."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.settle import Setting, settle_brief
from jembatan.briefings.actions.start import bring_back_brief, discard_brief, start_brief
from jembatan.briefings.actions.write import NotForThem, restore_part, save_part
from jembatan.briefings.models import Audience, Brief, BriefPart, BriefPartVersion, Part
from jembatan.briefings.queries.sections.written import paragraphs_in, points_in, questions_in
from jembatan.briefings.queries.writing.visible import briefs_on, visible_briefs
from jembatan.briefings.queries.writing.whole import document_now
from jembatan.briefings.tests.scene import call, call_on, written
from jembatan.correspondence.actions.refusals import Refused
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.meetings.models import Meeting
from jembatan.papers.actions.write import WrittenMeanwhile
from jembatan.platform.markings import Marking


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    """A call in two days."""
    return call(officer)


@pytest.fixture
def brief(officer: Actor, meeting: Meeting) -> Brief:
    """Nothing is written yet."""
    return start_brief(officer, meeting, language="en")


def _texts(brief: Brief, title: str) -> list[str]:
    document = document_now(brief, by="Bagus")
    return [line.text for section in document.sections if section.title == title for line in section.lines]


def test_brief_of_a_meeting_holds_until_it_is_over(brief: Brief, meeting: Meeting) -> None:
    assert timedelta() < brief.expires_at - meeting.ends_at <= timedelta(hours=12)


def test_beginning_twice_goes_on_with_the_same_brief(
    officer: Actor, drafter: Actor, meeting: Meeting
) -> None:
    begun = start_brief(officer, meeting, language="en")
    assert start_brief(drafter, meeting, language="en") == begun
    assert start_brief(drafter, meeting, audience=Audience.THEIRS, language="en") != begun


def test_colleague_with_another_language_goes_on_with_the_same_brief(
    officer: Actor, drafter: Actor, meeting: Meeting
) -> None:
    begun = start_brief(officer, meeting, language="en")
    assert start_brief(drafter, meeting, language="id") == begun
    other = start_brief(drafter, meeting, language="id", exactly=True)
    assert (other != begun, other.language) == (True, "id")
    assert start_brief(officer, meeting, language="en") == begun


def test_reader_begins_and_writes_nothing(reader: Actor, officer: Actor, meeting: Meeting) -> None:
    with pytest.raises(PermissionDenied):
        start_brief(reader, meeting, language="en")
    with pytest.raises(PermissionDenied):
        save_part(reader, start_brief(officer, meeting, language="en"), Part.SAY, "Ya", version=0)


def test_points_are_parted_by_how_sure_they_are(officer: Actor, brief: Brief) -> None:
    save_part(officer, brief, Part.CERTAIN, "- The date\n- The list\n", version=0)
    save_part(officer, brief, Part.POSSIBLE, "1919 treaty", version=0)
    save_part(officer, brief, Part.IF_ASKED, "Who pays?\nThe host.", version=0)
    assert _texts(brief, "Points to raise: certain") == ["The date", "The list"]
    assert _texts(brief, "Points to raise: possible") == ["1919 treaty"]
    assert _texts(brief, "Only if asked") == ["Who pays?"]


def test_what_is_written_has_its_writer_as_source(officer: Actor, brief: Brief) -> None:
    save_part(officer, brief, Part.PURPOSE, "Agree on a date", version=0)
    document = document_now(brief, by="Bagus")
    [line] = [line for line in document.lines() if line.text == "Agree on a date"]
    assert (line.sources[0].kind, line.sources[0].title) == ("Written", "Bagus Prasetyo")
    assert line.sources[0].url.endswith(f"/briefs/{brief.pk}/#purpose")


def test_two_writers_do_not_overwrite_each_other(officer: Actor, drafter: Actor, brief: Brief) -> None:
    save_part(officer, brief, Part.PURPOSE, "His", version=0)
    with pytest.raises(WrittenMeanwhile) as refusal:
        save_part(drafter, brief, Part.PURPOSE, "Mine", version=0)
    assert refusal.value.current.text == "His"
    assert save_part(drafter, brief, Part.PURPOSE, "Both", version=1).text == "Both"


def test_two_writers_write_two_parts_at_once(officer: Actor, drafter: Actor, brief: Brief) -> None:
    save_part(officer, brief, Part.PURPOSE, "Why", version=0)
    assert save_part(drafter, brief, Part.COURTESY, "Bow", version=0).text == "Bow"


def test_a_page_overtakes_its_own_savings(officer: Actor, brief: Brief) -> None:
    save_part(officer, brief, Part.PURPOSE, "A", version=0, editor="page")
    assert save_part(officer, brief, Part.PURPOSE, "AB", version=0, editor="page").text == "AB"


def test_what_was_replaced_is_kept_by_sitting_and_comes_back(
    officer: Actor, drafter: Actor, brief: Brief
) -> None:
    save_part(officer, brief, Part.PURPOSE, "First", version=0)
    save_part(officer, brief, Part.PURPOSE, "First of all", version=1)
    save_part(officer, brief, Part.PURPOSE, "First of all things", version=2)
    save_part(drafter, brief, Part.PURPOSE, "Second", version=3)
    kept = list(BriefPartVersion.objects.order_by("version").values_list("text", flat=True))
    assert kept == ["First", "First of all things"]
    restore_part(drafter, brief, Part.PURPOSE, version=1)
    part = brief.parts.get(name=Part.PURPOSE)
    assert (part.text, part.version) == ("First", 5)
    assert BriefPartVersion.objects.filter(text="Second").exists()


def test_saving_the_same_words_changes_nothing(officer: Actor, drafter: Actor, brief: Brief) -> None:
    save_part(officer, brief, Part.PURPOSE, "Same\nwords", version=0)
    part = save_part(drafter, brief, Part.PURPOSE, "Same\r\nwords\r\n", version=0)
    assert (part.version, part.saved_by) == (1, officer.user)


def test_kept_wordings_are_never_changed_or_deleted(officer: Actor, drafter: Actor, brief: Brief) -> None:
    save_part(officer, brief, Part.PURPOSE, "First", version=0)
    save_part(drafter, brief, Part.PURPOSE, "Second", version=1)
    with pytest.raises(Error), transaction.atomic():
        BriefPartVersion.objects.update(text="Never said")
    with pytest.raises(Error), transaction.atomic():
        BriefPartVersion.objects.all().delete()


def test_brief_for_the_other_side_has_no_room_for_what_only_we_know(officer: Actor, meeting: Meeting) -> None:
    brief = start_brief(officer, meeting, audience=Audience.THEIRS, language="en")
    for part in (Part.NEVER, Part.SENSITIVITIES, Part.POSSIBLE, Part.IF_ASKED, Part.COURTESY, Part.SPEECH):
        with pytest.raises(NotForThem):
            save_part(officer, brief, part, "Hush", version=0)
    with pytest.raises(IntegrityError, match="no part never"), transaction.atomic():
        BriefPart.objects.create(brief=brief, name=Part.NEVER, text="Hush", saved_at=timezone.now())


def test_brief_never_changes_sides(officer: Actor, brief: Brief) -> None:
    with pytest.raises(Error, match="audience"), transaction.atomic():
        Brief.objects.filter(pk=brief.pk).update(audience=Audience.THEIRS)


def test_nothing_of_a_red_meeting_goes_to_the_other_side(officer: Actor, meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(marking=Marking.RED)
    meeting.refresh_from_db()
    with pytest.raises(Refused, match="TLP:RED"):
        start_brief(officer, meeting, audience=Audience.THEIRS, language="en")


def test_brief_bears_no_lower_marking_than_its_meeting(
    officer: Actor, meeting: Meeting, brief: Brief
) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(marking=Marking.AMBER)
    with pytest.raises(Refused, match="TLP:AMBER"):
        settle_brief(
            officer, brief, Setting(marking=Marking.GREEN, language="en", expires_at=brief.expires_at)
        )


def test_marking_for_the_other_side_is_checked_by_the_database(officer: Actor, meeting: Meeting) -> None:
    brief = start_brief(officer, meeting, audience=Audience.THEIRS, language="en")
    with pytest.raises(IntegrityError), transaction.atomic():
        Brief.objects.filter(pk=brief.pk).update(marking=Marking.AMBER_STRICT)


def test_discarded_brief_comes_back(officer: Actor, meeting: Meeting, brief: Brief) -> None:
    discard_brief(officer, brief)
    assert list(briefs_on(officer, meeting)) == []
    bring_back_brief(officer, brief)
    assert list(briefs_on(officer, meeting)) == [brief]


def test_brief_follows_its_meeting_into_a_restricted_dossier(
    head: Actor, officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    dossier = open_dossier(officer, "Secret talks")
    brief = written(officer, call_on(officer, ministry, dossier=dossier))
    assert visible_briefs(second_officer).filter(pk=brief.pk).exists()
    restrict(head, dossier)
    assert visible_briefs(head).filter(pk=brief.pk).exists()
    assert not visible_briefs(second_officer).filter(pk=brief.pk).exists()


def test_what_is_only_said_if_asked_has_its_question() -> None:
    assert questions_in("Who pays?\nThe host.\n\nNothing is decided.\n\nWhy?") == [
        ("Who pays?", "The host."),
        ("", "Nothing is decided."),
        ("", "Why?"),
    ]


def test_points_and_paragraphs_are_read_as_people_type_them() -> None:
    assert points_in("- one\n\n• two\n  – three") == ["one", "two", "three"]
    assert paragraphs_in("a\nb\n\n\nc\n") == ["a\nb", "c"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_word_that_somebody_types_is_lost(text: str) -> None:
    typed = "".join(text.split())
    asked = "".join(question + answer for question, answer in questions_in(text))
    assert "".join("".join(paragraphs_in(text)).split()) == typed
    assert "".join(asked.split()) == typed
    dashes = "-–•*"
    letters = "".join(each for each in typed if each not in dashes)
    points = "".join("".join(points_in(text)).split())
    assert "".join(each for each in points if each not in dashes) == letters
