"""Those without an account: receivers of an announcement, people who are asked to confirm."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements import unsubscribe
from jembatan.correspondence.actions.announcements.consents import record_consents
from jembatan.correspondence.actions.announcements.lists import ListContent, keep_list, put_on_list
from jembatan.correspondence.actions.announcements.start import start_announcement
from jembatan.correspondence.actions.announcements.write import AnnouncementContent, write_announcement
from jembatan.correspondence.actions.confirmation.answer import correct
from jembatan.correspondence.actions.confirmation.ask import ask_to_confirm
from jembatan.correspondence.models import (
    Consent,
)
from jembatan.correspondence.queries.confirmation import link as confirmation_link
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Person
from jembatan.platform.links import signed
from tests.access.scene.kinds import Arguments


def add_announcement(officer: Actor, budi: Person) -> Arguments:
    """Being written; and one that is being sent, with the link off it."""
    contacts = keep_list(officer, None, ListContent(name="Mitra"))
    put_on_list(officer, contacts, budi)
    record_consents(officer, [budi], wishes=True, how=Consent.How.ASKED)
    content = AnnouncementContent(
        contacts=contacts,
        from_address=addresses_for(officer)[0],
        subjects={"id": "Pindah", "en": "Moved"},
        texts={"id": "{greeting} Kami pindah.", "en": "{greeting} We moved."},
    )
    leaving = write_announcement(officer, None, content)
    start_announcement(officer, leaving, confirmed=True)
    receiver = leaving.receivers.get()
    return {
        "announcement_id": write_announcement(officer, None, content).pk,
        "leaving_id": leaving.pk,
        "list_id": contacts.pk,
        "unsubscribe_token": signed(unsubscribe.PURPOSE, unsubscribe.link_of(receiver)),
    }


def add_confirmations(officer: Actor) -> Arguments:
    """Asked, and corrected by another."""
    asked, corrected = (
        ask_to_confirm(officer, add_person(officer, name, email=f"{name.lower()}@laut.example"))
        for name in ("Tono", "Siti")
    )
    correct(confirmation_link.to(corrected), {"words": "Pindah"})
    token = confirmation_link.link_of(asked).split("/")[-2]
    return {"confirmation_id": corrected.pk, "confirmation_token": token}
