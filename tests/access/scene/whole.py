"""All of it."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.tests.formal_letters.scene import prepare
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Position
from jembatan.meetings.actions.rooms import add_room
from tests.access.scene.kinds import OPEN, SECRET, Scene
from tests.access.scene.outside import add_announcement, add_confirmations
from tests.access.scene.protocol import add_precedence
from tests.access.scene.reports import add_portfolio
from tests.access.scene.settled import (
    add_accounts,
    add_clearance,
    add_directory,
    add_imports,
    add_preflight,
    add_sending,
)
from tests.access.scene.worlds import add_world, confine


def set_up(head: Actor, officer: Actor) -> Scene:
    """`officer` is the one whom the restricted dossier names."""
    ministry = add_organisation(officer, "Kementerian Laut")
    budi = add_person(officer, "Budi Santoso", email="budi@laut.example", organisation=ministry)
    wording = prepare(officer.desk)
    common = {
        **add_directory(officer, ministry, budi),
        **add_imports(head),
        **add_accounts(officer),
        **add_preflight(head, ministry),
        **add_sending(head),
        **add_clearance(head),
        "series_id": wording.series.pk,
        "template_id": wording.template.pk,
    }
    common |= add_precedence(head, officer, Position.objects.get(person=budi, title="Penasihat"))
    common["room_id"] = add_room(head, "Ruang Garuda").pk
    common |= add_announcement(officer, budi) | add_confirmations(officer) | add_portfolio(officer)
    open_world = add_world(head, officer, OPEN, ministry, budi, wording)
    hidden_world = add_world(head, officer, SECRET, ministry, budi, wording)
    confine(officer, hidden_world)
    opened, hidden = {**common, **open_world.arguments}, {**common, **hidden_world.arguments}
    for link in (
        "token",
        "poll_token",
        "minutes_token",
        "guest_token",
        "guest_paper_id",
        "steps_token",
        "application_token",
        "call_slug",
        "badge_token",
        "offer_token",
        "handover_token",
        "broadcast_token",
        "phone_token",
        "place_token",
    ):  # whoever has the link may read that one thing
        hidden[link] = opened[link]
    return Scene(opened, hidden, ministry, budi)
