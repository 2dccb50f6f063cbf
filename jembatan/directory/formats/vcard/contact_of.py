"""What the properties of a card say about a contact."""

from collections.abc import Iterable

from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.vcard import describing, naming, reaching, relating, working
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.filling import Filling
from jembatan.directory.formats.vcard.values import one_line

STAMPS = {"REV", "PRODID", "CLASS", "PROFILE", "NAME", "SOURCE", "MAILER"}
PLACERS = naming.PLACERS | working.PLACERS | relating.PLACERS | describing.PLACERS


def contact_of(properties: Iterable[Property], version: str) -> Contact:
    """Every property finds its place, or goes to `extra` under its own name."""
    filling = Filling(list(properties), old_syntax=version.startswith("2"))
    for found in filling.properties:
        if not _place(filling, found):
            filling.keep(found)
    working.place_roles(filling)
    naming.settle_name(filling)
    describing.settle_note(filling)
    return filling.contact


def _place(filling: Filling, found: Property) -> bool:
    if found.name == "X-ABLABEL" and found.group in filling.labels:
        return True
    if not found.value.strip() and not found.binary:
        return True
    if found.name in STAMPS:
        filling.contact.stamps.append([found.name, one_line(filling.text(found))])
        return True
    label = filling.labels.get(found.group, "")
    if points := reaching.points_of(found, label, old_syntax=filling.old_syntax):
        filling.contact.points += points
        return True
    placer = PLACERS.get(found.name)
    return found.name == "ROLE" or (placer is not None and placer(filling, found))
