"""A list of people who want announcements, and an announcement to them."""

from typing import Any

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.correspondence.actions.announcements.consents import record_consents
from jembatan.correspondence.actions.announcements.lists import ListContent, keep_list, put_on_list
from jembatan.correspondence.actions.announcements.write import AnnouncementContent, write_announcement
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import Announcement, Consent, ContactList, SendingAddress
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Person

INDONESIAN = "{greeting}\n\nKantor kami pindah ke Jalan Laut 5. Undangan untuk {organisation} menyusul."
ENGLISH = "{greeting}\n\nOur office has moved to Jalan Laut 5. An invitation for {organisation} will follow."


def unheard_address(desk: Desk, **facts: Any) -> SendingAddress:
    """Its server is one at which nobody listens."""
    head = Actor(desk=desk, role=Role.HEAD)
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    values: dict[str, Any] = {"name": "Biro", "email": "biro@selatnusantara.example"} | facts
    return keep_address(head, None, server=server, **values)


def wanting(actor: Actor, name: str, **fields: Any) -> Person:
    """Somebody with an address who has agreed."""
    email = f"{name.split()[0].lower()}@laut.example"
    person = add_person(actor, name, email=email, fields={"languages": "id"} | fields)
    record_consents(actor, [person], wishes=True, how=Consent.How.ASKED)
    return person


def list_of(actor: Actor, *people: Person) -> ContactList:
    """These people, by name."""
    contacts = keep_list(actor, None, ListContent(name="Mitra"))
    for person in people:
        put_on_list(actor, contacts, person)
    return contacts


def announcement(actor: Actor, contacts: ContactList, sender: SendingAddress, **words: Any) -> Announcement:
    """That the office has moved, in both languages."""
    values: dict[str, Any] = {
        "subjects": {"id": "Kantor kami pindah", "en": "Our office has moved"},
        "texts": {"id": INDONESIAN, "en": ENGLISH},
    }
    content = AnnouncementContent(contacts=contacts, from_address=sender, **(values | words))
    return write_announcement(actor, None, content)
