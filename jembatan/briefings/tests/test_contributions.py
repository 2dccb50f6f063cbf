"""Contributions to a brief: asked for by a date, answered without an account, seen by whoever sees the brief."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.contribute import ask_to_contribute, insert_answer
from jembatan.briefings.actions.write import NotForThem
from jembatan.briefings.models import Audience, Brief, BriefPart, Part
from jembatan.briefings.tests.scene import call_on, written
from jembatan.correspondence.actions.consultation.answer import answer
from jembatan.correspondence.actions.outbox.file import file_sent
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.preflight.limits import set_limit
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import Consultation, OutgoingMail, OutgoingReceiver
from jembatan.correspondence.queries.consultation.visible import visible_consultations
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.outbox import visible_outgoing
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.tests.consultation.scene import link_to, question
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.timeline import visible_entries
from jembatan.platform.markings import Marking


@pytest.fixture
def dossier(officer: Actor) -> Dossier:
    """Open to the desk, until it is restricted."""
    return open_dossier(officer, "Talks")


@pytest.fixture
def brief(head: Actor, officer: Actor, ministry: Organisation, dossier: Dossier) -> Brief:
    """For a meeting in the dossier, at a desk that sends mail."""
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    keep_address(head, None, server=server, name="Biro", email="biro@selatnusantara.example")
    return written(officer, call_on(officer, ministry, dossier=dossier))


def _asked(officer: Actor, brief: Brief) -> Consultation:
    return ask_to_contribute(officer, brief, question(text="Article 4?"), confirmed=True)


def test_answer_goes_into_a_part_with_its_author(officer: Actor, brief: Brief) -> None:
    asked = _asked(officer, brief)
    with pytest.raises(Refused, match="no answer"):
        insert_answer(officer, brief, Part.BACKGROUND, asked)
    given = answer(link_to(asked), name="Biro Hukum", text="It suffices.", clears=None)
    insert_answer(officer, brief, Part.BACKGROUND, given)
    text = BriefPart.objects.get(name=Part.BACKGROUND).text
    assert text.startswith("It suffices. (Biro Hukum, ")


def test_answer_does_not_get_into_a_part_that_the_other_side_has_not(
    officer: Actor, brief: Brief, ministry: Organisation
) -> None:
    theirs = written(officer, ministry, audience=Audience.THEIRS, purpose="Fix a date")
    asked = ask_to_contribute(officer, theirs, question(), confirmed=True)
    given = answer(link_to(asked), name="Biro Hukum", text="Hush", clears=None)
    with pytest.raises(NotForThem):
        insert_answer(officer, theirs, Part.SENSITIVITIES, given)


def test_question_and_its_letter_follow_the_brief_into_a_restricted_dossier(
    head: Actor, officer: Actor, second_officer: Actor, brief: Brief, dossier: Dossier
) -> None:
    asked = _asked(officer, brief)
    mail = OutgoingMail.objects.get(draft__in=asked.letters.all())
    for visible in (visible_consultations, visible_drafts, visible_outgoing):
        assert visible(second_officer).count() == 1
    restrict(head, dossier)
    for visible in (visible_consultations, visible_drafts, visible_outgoing):
        assert visible(second_officer).count() == 0
        assert visible(head).count() == 1
    OutgoingReceiver.objects.filter(mail=mail).update(state="accepted")
    OutgoingMail.objects.filter(pk=mail.pk).update(state=OutgoingMail.State.SENT)
    file_sent(mail.pk)
    assert (visible_threads(second_officer).count(), visible_threads(head).count()) == (0, 1)
    assert visible_threads(head).get().dossier == dossier
    assert not visible_entries(second_officer).filter(kind="consultation.asked").exists()


def test_what_the_brief_is_marked_does_not_go_to_whoever_may_not_get_it(
    head: Actor, officer: Actor, ministry: Organisation, brief: Brief
) -> None:
    add_person(officer, "Sri", email="hukum@laut.example", organisation=ministry)
    set_limit(head, ministry, highest=Marking.GREEN)
    Brief.objects.filter(pk=brief.pk).update(marking=Marking.RED)
    with pytest.raises(Refused):
        _asked(officer, brief)
