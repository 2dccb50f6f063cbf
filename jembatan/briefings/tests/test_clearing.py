"""Clearing a brief: exactly the document that was read, only by the head, and not for the other side what is not theirs."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, IntegrityError, transaction
from django.utils import timezone
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.briefings.actions.circulate import circulate, say_read, take_off
from jembatan.briefings.actions.clear import (
    ask_for_clearance,
    clear_brief,
    return_brief,
    withdraw_question,
)
from jembatan.briefings.actions.make_brief import make_cleared
from jembatan.briefings.actions.settle import Setting, settle_brief
from jembatan.briefings.actions.write import save_part
from jembatan.briefings.models import Audience, Brief, BriefClearance, Part
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.briefings.queries.writing.whole import document_of
from jembatan.briefings.tests.scene import call, call_on, cleared, written
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.actions.preflight.limits import set_limit
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Line, Sender
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.lines.scene import ENGLISH
from jembatan.correspondence.tests.lines.scene import cleared as cleared_line
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import add_member, restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.queries.timeline import visible_entries
from jembatan.papers.queries.standing import State
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.plain import as_plain, from_plain
from jembatan.platform.markings import Marking


@pytest.fixture
def brief(officer: Actor) -> Brief:
    """With words in five parts."""
    return written(officer, call(officer))


def _texts(document: Document) -> list[str]:
    return [line.text for line in document.lines()]


def test_only_the_head_clears(officer: Actor, head: Actor, brief: Brief) -> None:
    asked = ask_for_clearance(officer, brief)
    assert standing_of(brief).state == State.ASKED
    with pytest.raises(PermissionDenied):
        clear_brief(officer, asked)
    clear_brief(head, asked)
    assert standing_of(brief).state == State.CLEARED


def test_returned_brief_says_what_has_to_change(officer: Actor, head: Actor, brief: Brief) -> None:
    asked = ask_for_clearance(officer, brief)
    with pytest.raises(Refused):
        return_brief(head, asked, comment="  ")
    return_brief(head, asked, comment="Shorter")
    standing = standing_of(brief)
    assert (standing.state, standing.last and standing.last.comment) == (State.RETURNED, "Shorter")
    ask_for_clearance(officer, brief)
    assert standing_of(brief).state == State.ASKED


def test_cleared_text_that_changes_has_to_be_cleared_again(officer: Actor, head: Actor, brief: Brief) -> None:
    cleared(head, brief)
    save_part(officer, brief, Part.PURPOSE, "Something else", version=1)
    brief.refresh_from_db()
    standing = standing_of(brief)
    assert standing.state == State.CHANGED
    assert standing.cleared
    assert "Agree on the date of the visit." in _texts(document_of(standing.cleared))


def test_changing_it_back_makes_it_what_was_cleared(officer: Actor, head: Actor, brief: Brief) -> None:
    cleared(head, brief)
    save_part(officer, brief, Part.PURPOSE, "Something else", version=1)
    save_part(officer, brief, Part.PURPOSE, "Agree on the date of the visit.", version=2)
    brief.refresh_from_db()
    assert standing_of(brief).state == State.CLEARED


def test_question_about_other_words_is_not_cleared(officer: Actor, head: Actor, brief: Brief) -> None:
    asked = ask_for_clearance(officer, brief)
    save_part(officer, brief, Part.PURPOSE, "Slipped in", version=1)
    with pytest.raises(Refused, match="changed since"):
        clear_brief(head, asked)
    with pytest.raises(IntegrityError, match="not the words"), transaction.atomic():
        BriefClearance.objects.filter(pk=asked.pk).update(state="cleared", decided_at=timezone.now())


def test_what_was_cleared_is_never_changed(head: Actor, brief: Brief) -> None:
    clearance = cleared(head, brief)
    changes: list[dict[str, object]] = [
        {"words": {}},
        {"marking": "TLP:CLEAR"},
        {"document": {}},
        {"state": "withdrawn"},
    ]
    for change in changes:
        with pytest.raises(Error), transaction.atomic():
            BriefClearance.objects.filter(pk=clearance.pk).update(**change)
    with pytest.raises(Error), transaction.atomic():
        BriefClearance.objects.all().delete()


def test_question_is_withdrawn_once(officer: Actor, brief: Brief) -> None:
    asked = withdraw_question(officer, ask_for_clearance(officer, brief))
    assert standing_of(brief).state == State.DRAFT
    with pytest.raises(Refused):
        withdraw_question(officer, asked)


def test_file_says_exactly_what_was_cleared(officer: Actor, head: Actor, brief: Brief) -> None:
    with pytest.raises(Refused, match="not cleared"):
        make_cleared(officer, brief, form="pdf")
    cleared(head, brief)
    save_part(officer, brief, Part.PURPOSE, "Not cleared", version=1)
    made = make_cleared(officer, brief, form="pdf")
    printed = " ".join(page.extract_text() for page in PdfReader(BytesIO(made.content)).pages)
    assert "Agree on the date of the visit." in printed
    assert "Not cleared" not in printed
    assert visible_entries(officer).filter(kind="brief.made").count() == 1


def test_document_survives_being_kept(head: Actor, brief: Brief) -> None:
    clearance = cleared(head, brief)
    assert as_plain(from_plain(clearance.document)) == clearance.document


def test_brief_that_is_over_is_neither_cleared_nor_made(officer: Actor, head: Actor, brief: Brief) -> None:
    clearance = cleared(head, brief)
    past = timezone.now() - timedelta(minutes=1)
    with pytest.raises(Error), transaction.atomic():
        BriefClearance.objects.filter(pk=clearance.pk).update(expires_at=past)
    asked = ask_for_clearance(officer, brief)
    standing = standing_of(brief)
    late = type(standing)(brief, clearance, clearance, clearance.expires_at)
    assert (late.state, late.holds) == (State.EXPIRED, False)
    Brief.objects.filter(pk=brief.pk).update(expires_at=past)
    with pytest.raises(Refused, match="over"):
        ask_for_clearance(officer, Brief.objects.get(pk=brief.pk))
    assert asked.state == "asked"


def test_setting_it_anew_needs_clearing_again(officer: Actor, head: Actor, brief: Brief) -> None:
    cleared(head, brief)
    later = brief.expires_at + timedelta(days=1)
    settle_brief(officer, brief, Setting(marking=Marking.GREEN, language="en", expires_at=later))
    assert standing_of(Brief.objects.get(pk=brief.pk)).state == State.CHANGED


def test_brief_takes_the_highest_marking_of_what_it_holds(officer: Actor, brief: Brief, desk: Desk) -> None:
    cleared_line(desk)
    Line.objects.update(marking=Marking.AMBER)
    assert ask_for_clearance(officer, brief).marking == Marking.AMBER


def test_brief_for_the_other_side_holds_only_what_its_marking_carries(
    officer: Actor, head: Actor, desk: Desk
) -> None:
    cleared_line(desk)
    brief = written(officer, call(officer), audience=Audience.THEIRS, purpose="Fix a date", certain="Date")
    clearance = cleared(head, brief)
    document = document_of(clearance)
    assert {"Fix a date", "Date", ENGLISH} <= set(_texts(document))
    assert document.sources() == {}
    Line.objects.update(marking=Marking.AMBER)
    assert ENGLISH not in _texts(document_of(ask_for_clearance(officer, brief)))


def test_brief_for_the_other_side_tells_nothing_of_ours(officer: Actor, head: Actor, desk: Desk) -> None:
    cleared_line(desk)
    meeting = call(officer)
    meeting.description = "Find out what they really want"
    meeting.save()
    written(officer, meeting)
    brief = written(officer, meeting, audience=Audience.THEIRS, purpose="Fix a date")
    told = str(as_plain(document_of(cleared(head, brief))))
    for ours in ("really want", "islands", "health", "free visas", "What may not be said", "Whose turn"):
        assert ours not in told


def test_more_than_the_partner_may_get_is_refused(
    officer: Actor, head: Actor, ministry: Organisation
) -> None:
    set_limit(head, ministry, highest=Marking.GREEN)
    brief = written(officer, ministry, audience=Audience.THEIRS, purpose="Fix a date")
    expires = brief.expires_at
    settle_brief(officer, brief, Setting(marking=Marking.AMBER, language="en", expires_at=expires))
    with pytest.raises(Refused, match="Kementerian Kelautan"):
        ask_for_clearance(officer, brief)


def test_cleared_brief_holds_nothing_that_one_of_its_readers_may_not_see(
    officer: Actor, head: Actor, ministry: Organisation
) -> None:
    secret, talks = (open_dossier(officer, title) for title in ("Secret", "Talks"))
    for dossier in (secret, talks):
        call_on(head, ministry, dossier=dossier)
        restrict(head, dossier)
    assert officer.user
    add_member(head, talks, officer.user)
    brief = written(officer, call_on(officer, ministry, dossier=talks))
    planned = [
        line
        for section in document_of(ask_for_clearance(head, brief)).sections
        if section.title == "Next meetings"
        for line in section.lines
    ]
    assert len(planned) == 1, "that of the brief's own dossier, and not the head's secret one"


def test_reader_sees_a_brief_once_it_is_cleared(head: Actor, reader: Actor, brief: Brief) -> None:
    assert not visible_briefs(reader).filter(pk=brief.pk).exists()
    cleared(head, brief)
    assert visible_briefs(reader).filter(pk=brief.pk).exists()
    assert make_cleared(reader, brief, form="docx").name.endswith(".docx")


def test_only_what_is_cleared_is_circulated(
    officer: Actor, head: Actor, drafter: Actor, reader: Actor, brief: Brief
) -> None:
    assert reader.user
    with pytest.raises(Refused, match="cleared"):
        circulate(officer, brief, [reader.user])
    cleared(head, brief)
    with pytest.raises(PermissionDenied):
        circulate(drafter, brief, [reader.user])
    assert len(circulate(officer, brief, [reader.user])) == 1
    assert circulate(officer, brief, [reader.user]) == []
    assert visible_entries(officer).filter(kind="brief.circulated").count() == 1
    take_off(officer, brief, reader.user)
    assert brief.readers.count() == 0


def test_readers_say_what_they_have_read_and_a_new_wording_is_unread(
    officer: Actor, head: Actor, reader: Actor, brief: Brief
) -> None:
    assert reader.user
    first = cleared(head, brief)
    circulate(officer, brief, [reader.user])
    read = say_read(reader, brief)
    assert read
    assert (read.read, read.read_at is not None) == (first, True)
    save_part(officer, brief, Part.PURPOSE, "Anew", version=1)
    second = cleared(head, brief)
    assert brief.readers.get().read != second
    assert say_read(head, brief) is None


def test_nobody_is_put_on_the_list_who_may_not_see_the_matter(
    officer: Actor, head: Actor, reader: Actor, stranger: Actor, ministry: Organisation
) -> None:
    dossier = open_dossier(officer, "Secret")
    brief = written(officer, call_on(officer, ministry, dossier=dossier))
    restrict(head, dossier)
    cleared(head, brief)
    for actor in (reader, stranger):
        assert actor.user
        with pytest.raises(Refused, match="may not see"):
            circulate(head, brief, [actor.user])


def test_clearing_leaves_a_line_with_the_meeting(officer: Actor, head: Actor, brief: Brief) -> None:
    cleared(head, brief)
    entry = visible_entries(officer).get(kind="brief.cleared")
    assert (entry.source_kind, entry.source_id) == ("meeting", brief.meeting_id)


def test_what_goes_behind_a_restricted_dossier_leaves_the_cleared_brief_too(
    officer: Actor, head: Actor, ministry: Organisation, brief: Brief
) -> None:
    thread = mail.thread(officer.desk, "Wisanggeni")
    message = mail.message(thread, text="The name is Wisanggeni")
    Sender.objects.filter(messages=message).update(organisation=ministry)
    other = written(officer, ministry)
    clearance = cleared(head, other)
    assert "Wisanggeni" in str(document_of(clearance))
    dossier = open_dossier(officer, "Secret")
    put_in_dossier(officer, thread, dossier=dossier)
    assert "Wisanggeni" in str(document_of(clearance))
    restrict(head, dossier)
    kept = document_of(BriefClearance.objects.get(pk=clearance.pk))
    assert "Wisanggeni" not in str(kept)
    assert "Agree on the date of the visit." in _texts(kept)
    assert any(text.startswith("Withheld") for text in _texts(kept))
    assert make_cleared(officer, other, form="pdf").content.startswith(b"%PDF")
