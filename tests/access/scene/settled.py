"""What is the desk's own: directory, imports, accounts, rules, servers."""

from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actions.app_passwords import make_app_password
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership
from jembatan.accounts.web import device_setup
from jembatan.correspondence.actions.clearance.rules import add_rule
from jembatan.correspondence.actions.clock.settle import add_day_off, set_answering_time
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.preflight.glossary import add_term
from jembatan.correspondence.actions.preflight.limits import set_limit
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import (
    ClearanceRule,
)
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.detail_removal import remove_detail
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.models import ContactPoint, Duplicate, Organisation, Person
from jembatan.platform.dav.feeds import make_feed
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.models import Batch
from jembatan.platform.links import LinkTo, signed
from jembatan.platform.markings import Marking
from jembatan.platform.ui.saved_views import save_view
from tests.access.scene.kinds import Arguments


def add_directory(officer: Actor, ministry: Organisation, budi: Person) -> Arguments:
    point = add_contact_point(officer, budi, kind=ContactPoint.Kind.PHONE, value="+62 21 3456 7890")
    gone = add_contact_point(officer, budi, kind=ContactPoint.Kind.PHONE, value="+62 21 3456 7891")
    gone_id = gone.pk
    remove_detail(officer, gone)
    agency = add_organisation(officer, "Badan Pelabuhan Timur")
    position = add_position(officer, budi, agency, PositionFacts(title="Penasihat"))
    twin = add_person(officer, "Santoso, Budi")
    duplicate = Duplicate.objects.create(desk=officer.desk, person_a=budi, person_b=twin, score=0.9)
    return {
        "duplicate_id": duplicate.pk,
        "organisation_id": ministry.pk,
        "person_id": budi.pk,
        "party_id": budi.pk,
        "point_id": point.pk,
        "position_id": position.pk,
        "detail_id": point.pk,
        "gone_point_id": gone_id,
    }


def add_preflight(head: Actor, ministry: Organisation) -> Arguments:
    term = add_term(head, organisation=ministry, language="", avoid="perjanjian", use="nota kesepahaman")
    own = set_answering_time(head, ministry, answer_days=1, expected_days=None)
    free = add_day_off(head, timezone.localdate() + timedelta(days=9))
    clock: Arguments = {"time_id": own.pk, "day_off_id": free.pk}
    return clock | {"term_id": term.pk, "limit_id": set_limit(head, ministry, highest=Marking.GREEN).pk}


def add_imports(head: Actor) -> Arguments:
    batch = Batch.objects.create(
        desk=head.desk, user=head.user, actor_name=head.name, kind="mail", label="arsip.mbox"
    )
    ImportJob(batch=batch, actor=head, kind="mail").quarantine("arsip.mbox", 0, "rusak", b"?")
    return {"batch_id": batch.pk, "item_id": batch.quarantine.get().pk}


def add_accounts(officer: Actor) -> Arguments:
    assert officer.user is not None
    view = save_view(officer, page="correspondence:inbox", name="Milik Bagus", query="turn=ours")
    membership = Membership.objects.get(desk=officer.desk, user=officer.user)
    feed, feed_secret = make_feed(officer, kind="meetings", name="Layar")
    device, _password = make_app_password(officer.user, name="Telepon")
    link = LinkTo(device.pk, officer.user.pk, timezone.now() + timedelta(hours=1))
    return {
        "view_id": view.pk,
        "membership_id": membership.pk,
        "secret": "none",
        "slug": "none",
        "password_id": device.pk,
        "feed_id": feed.pk,
        "feed_secret": feed_secret,
        "device_token": signed(device_setup.PURPOSE, link),
        "officer_id": officer.user.pk,
        "desk_slug": officer.desk.slug,
    }


def add_sending(head: Actor) -> Arguments:
    """The server says no at once: nobody listens on port 1."""
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    address = keep_address(head, None, server=server, name="Biro", email="biro@selatnusantara.example")
    return {"server_id": server.pk, "address_id": address.pk, **_receiving(head)}


def add_clearance(head: Actor) -> Arguments:
    """A rule that no mail of the scene falls under."""
    wanted = ClearanceRule(condition="marking", marking=Marking.RED, clearer="head")
    return {"rule_id": add_rule(head, wanted).pk}


def _receiving(head: Actor) -> Arguments:
    facts: dict[str, str | int] = {"host": "127.0.0.1", "port": 1, "username": "biro", "token_url": ""}
    server = keep_incoming(head, None, facts=facts, folders=["INBOX"], secrets=Secrets(password="rahasia"))
    return {"incoming_id": server.pk}
