"""Whatever points at a merged party follows it, and comes back."""

from datetime import date

from django.apps import apps
from django.db.models import ForeignKey

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Sender
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.following import followers
from jembatan.directory.actions.merging import merge, part
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.relationships import relate
from jembatan.directory.models import ContactPoint, Organisation, Person, Position, Relationship
from jembatan.directory.tests.people import a_ministry
from jembatan.directory.tests.test_merging import two_of_retno
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.models import DossierParty
from jembatan.journal.actions.note import write_note
from jembatan.journal.queries.timeline import entries_of


def test_everything_that_points_at_the_other_follows_and_comes_back(officer: Actor) -> None:
    first, second, pair = two_of_retno(officer)
    ministry, budi = a_ministry(officer), add_person(officer, "Budi Santoso")
    add_contact_point(officer, first, kind=ContactPoint.Kind.EMAIL, value="retno@laut.example")
    add_contact_point(officer, second, kind=ContactPoint.Kind.EMAIL, value="retno@laut.example")
    add_contact_point(officer, second, kind=ContactPoint.Kind.MOBILE, value="+62 812 3456 7890")
    add_position(officer, second, ministry, PositionFacts(title="Direktur", since=date(2024, 1, 1)))
    relate(officer, budi, second, kind=Relationship.Kind.ASSISTANT)
    relate(officer, first, second, kind=Relationship.Kind.KNOWS)
    dossier = open_dossier(officer, "Pelabuhan")
    add_party(officer, dossier, second)
    sender = Sender.objects.create(desk=officer.desk, email="r@laut.example", person=second)
    before = _owners(second)

    merge(officer, pair, keep="a")
    assert _owners(second) == {ContactPoint: 1, Position: 0, "assisted": 0, DossierParty: 0, Sender: 0}
    assert _owners(first) == {ContactPoint: 2, Position: 1, "assisted": 1, DossierParty: 1, Sender: 1}

    part(officer, pair)
    sender.refresh_from_db()
    assert _owners(second) == before
    assert sender.person == second


def test_every_room_tells_what_follows_a_party() -> None:
    """The journal's lines stay with the record that they were written about; timelines read both."""
    stays = {"journal.entryparty", "directory.duplicate"}
    pointing = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.related_model in {Person, Organisation}
        if not model.__name__.endswith("Event") and model._meta.label_lower not in stays
    }

    assert pointing == {follower.label for follower in followers()}


def _owners(person: Person) -> dict[object, int]:
    return {
        ContactPoint: person.contact_points.count(),
        Position: person.positions.count(),
        "assisted": person.related_by.filter(kind="assistant").count(),
        DossierParty: DossierParty.objects.filter(person=person).count(),
        Sender: Sender.objects.filter(person=person).count(),
    }


def test_a_timeline_holds_what_was_written_about_either(officer: Actor) -> None:
    first, second, pair = two_of_retno(officer)
    write_note(officer, "Bertemu di pelabuhan", parties=(second,))

    merge(officer, pair, keep="a")

    first.refresh_from_db()
    summaries = [entry.summary for entry in entries_of(officer, first)]
    assert summaries[0] == "R. Kusumawati and Retno Kusumawati are one, kept as Retno Kusumawati"
    assert "Bertemu di pelabuhan" in summaries
