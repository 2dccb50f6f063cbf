"""What briefs say of a negotiation, to whom, and what they withhold."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.clear import ask_for_clearance
from jembatan.briefings.models import Audience, Brief
from jembatan.briefings.queries.compose import compose_brief
from jembatan.briefings.queries.writing.whole import document_now, document_of
from jembatan.briefings.tests.scene import call_on, written
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.negotiation.actions.mandates import set_mandate, withdraw_mandate
from jembatan.negotiation.actions.offers import agree_point
from jembatan.negotiation.actions.start import end_negotiation
from jembatan.negotiation.actions.table import mark_red_line
from jembatan.negotiation.actions.time import settle_by
from jembatan.negotiation.actions.value import value_options
from jembatan.negotiation.models import Negotiation
from jembatan.negotiation.tests.scene import offer, option, ours, talks, theirs
from jembatan.platform.documents.model import Document
from jembatan.platform.markings import Marking

KEPT = ("20 days of patrols", "Patrols in the strait", "Berth fee", "terminal in Merak", "Port talks")


def _whole_talks(officer: Actor, ministry: Organisation, **where: object) -> Negotiation:
    negotiation = talks(officer, embassy=ministry, **where)  # type: ignore[arg-type]  # any of its fields
    offer(officer, negotiation, theirs(negotiation), "low", "10 days", "both")
    agree_point(officer, option(negotiation, "both"))
    mark_red_line(officer, option(negotiation, "low"), red=True)
    value_options(
        officer,
        ours(negotiation),
        weights={},
        scores={},
        reservation=Decimal(30),
        walk_away="We build a terminal in Merak",
    )
    return negotiation


def _brief(actor: Actor, subject: Organisation) -> Document:
    return compose_brief(actor, subject, language="en", site="http://testserver")


def _text(document: Document) -> str:
    told = [section.title for section in document.sections]
    return "\n".join([*told, *(f"{line.label} {line.text} {line.detail}" for line in document.lines())])


def _marked(brief: Brief) -> Brief:
    """As high as a negotiation is."""
    brief.marking = Marking.AMBER_STRICT
    brief.save(update_fields=["marking"])
    return brief


def test_brief_tells_standing_interests_offers_and_limits(officer: Actor, ministry: Organisation) -> None:
    negotiation = _whole_talks(officer, ministry)
    withdraw_mandate(officer, set_mandate(officer, negotiation, "Everything", authorised_by="Nobody"))
    settle_by(officer, negotiation, timezone.localdate() + timedelta(days=30))
    document = _brief(officer, ministry)
    [section] = [each for each in document.sections if each.title == "Negotiations"]
    told = [(line.label, line.text) for line in section.lines if line.label != "What follows"]
    assert told == [
        ("Negotiation", "Port talks"),
        ("Agreed", "Language of the text: both"),
        ("Their interest", "Patrols in the strait"),
        ("Their last offer", "Berth fee: low · Patrol days: 10 days · Language of the text: both"),
        ("Mandate", "At most 20 days of patrols"),
        ("Red line", "Berth fee: low"),
        ("Without an agreement", "We build a terminal in Merak"),
    ]
    assert section.lines[0].detail.startswith("1 of 3 issues are agreed · to be settled by ")
    assert "crosses a red line" in _text(document)
    assert document.marking == Marking.AMBER_STRICT
    assert {line.sources[0].url for line in section.lines} == {
        f"http://testserver/negotiations/{negotiation.pk}/"
    }


def test_brief_holds_what_its_readers_its_side_and_its_marking_allow(
    officer: Actor, second_officer: Actor, reader: Actor, ministry: Organisation
) -> None:
    negotiation = _whole_talks(officer, ministry)
    for text in (
        _text(_brief(second_officer, ministry)),
        _text(_brief(reader, ministry)),
        # A written brief is read by the whole desk, whoever writes it.
        _text(document_now(written(officer, ministry), by="Bagus")),
        _text(document_now(written(officer, ministry, audience=Audience.THEIRS, purpose="The fee"), by="")),
    ):
        assert [word for word in KEPT if word in text] == []
    meeting = call_on(officer, ministry, dossier=negotiation.dossier)
    brief = written(officer, meeting)
    assert [word for word in KEPT if word in _text(document_now(brief, by="Bagus"))] == []
    assert "20 days of patrols" in _text(document_now(_marked(brief), by="Bagus"))
    for_them = document_now(
        written(officer, meeting, audience=Audience.THEIRS, purpose="The fee"), by="Bagus"
    )
    assert [word for word in KEPT if word in _text(for_them)] == []


def test_ended_negotiation_stands_in_no_brief(officer: Actor, ministry: Organisation) -> None:
    end_negotiation(officer, _whole_talks(officer, ministry))
    assert "Port talks" not in _text(_brief(officer, ministry))


def test_kept_brief_withholds_what_has_gone_behind_a_dossier(officer: Actor, ministry: Organisation) -> None:
    dossier = open_dossier(officer, "Open matter")
    _whole_talks(officer, ministry, dossier=dossier)
    asked = ask_for_clearance(officer, _marked(written(officer, ministry)))
    assert "20 days of patrols" in _text(document_of(asked))
    restrict(officer, dossier)
    asked.refresh_from_db()
    assert [word for word in KEPT if word in _text(document_of(asked))] == []
